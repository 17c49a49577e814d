//! Asking for documents, and deciding on what has come.

use async_graphql::{Context, ID, InputObject, Object, Result};

use super::context::with_scope;
use super::enums::DocumentKind;
use super::ids::{NodeId, wrong_type};
use super::operator_mutation::{OrderStepPayload, step};
use super::scalars::DateTime;
use crate::actions::request_documents::RequestDocuments;
use crate::actions::review_document::ReviewDocument;
use crate::domain::actor::Scope;

#[derive(Default)]
pub struct DocumentMutation;

/// Asking for documents, and deciding on what has come.
#[Object]
impl DocumentMutation {
    /// Asks the customer for documents. Scope: `orders:validate`.
    async fn order_request_documents(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which order, and for which documents.")]
        input: OrderRequestDocumentsInput,
    ) -> Result<OrderStepPayload> {
        let actor = with_scope(ctx, Scope::OrdersValidate)?.clone();
        let documents = input.documents.into_iter().map(|it| (it.kind.into(), it.message));
        let action = RequestDocuments {
            actor,
            number: input.number,
            documents: documents.collect(),
            due_at: input.due_at.map(|it| it.0),
        };
        step(ctx, &action).await
    }

    /// Accepts what has come for a request, or rejects it. What is rejected is asked for again, in a new
    /// request with the reason, and the order waits for documents; accepting decides nothing about the
    /// order. A request for which nothing has come, or that is decided, is an `InvalidInputError`.
    /// Scopes: `orders:validate` and `documents:read`.
    async fn document_review(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which request, and what is to become of it.")] input: DocumentReviewInput,
    ) -> Result<OrderStepPayload> {
        with_scope(ctx, Scope::DocumentsRead)?;
        let actor = with_scope(ctx, Scope::OrdersValidate)?.clone();
        let NodeId::DocumentRequest(request) = NodeId::decode(&input.request)? else {
            return Err(wrong_type("a request for a document"));
        };
        let file = |id: ID| match NodeId::decode(&id)? {
            NodeId::Document(id) => Ok(id),
            _ => Err(wrong_type("a document")),
        };
        let seen = input.documents.map(|ids| ids.into_iter().map(file).collect()).transpose()?;
        let DocumentReviewInput { accepted, message, .. } = input;
        step(ctx, &ReviewDocument { actor, request, accepted, seen, message }).await
    }
}

/// Which documents to ask for.
#[derive(InputObject)]
pub struct OrderRequestDocumentsInput {
    /// The order's number.
    number: String,
    /// The documents: 1 to 10.
    documents: Vec<DocumentRequestInput>,
    /// Until when they are wanted: a moment to come.
    due_at: Option<DateTime>,
}

/// A document to ask for.
#[derive(InputObject)]
pub struct DocumentRequestInput {
    /// What kind of document.
    kind: DocumentKind,
    /// What the customer is told about it: at most 2 000 characters.
    message: Option<String>,
}

/// An operator's word on what has come for a request.
#[derive(InputObject)]
pub struct DocumentReviewInput {
    /// The request's global id.
    request: ID,
    /// Whether it will do.
    accepted: bool,
    /// The files that were looked at: when others have come since, nothing is decided
    /// (`ConflictError`). Default: whatever has come.
    documents: Option<Vec<ID>>,
    /// What the customer is told about it: at most 2 000 characters. Needed to reject.
    message: Option<String>,
}
