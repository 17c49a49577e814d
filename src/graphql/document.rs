//! Documents that were asked for, and what customers have sent in.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result};

use super::context::{clock, links, viewer};
use super::enums::{DocumentKind, DocumentRequestStatus};
use super::ids::NodeId;
use super::scalars::DateTime;
use super::together::Together;
use crate::auth::links::Reader;
use crate::domain::document;
use crate::domain::text::Language;

/// A document that an operator asked the customer for.
#[derive(Clone)]
pub struct DocumentRequest(pub document::DocumentRequest, pub Arc<Together>);

/// A document that an operator asked the customer for.
#[Object]
impl DocumentRequest {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::DocumentRequest(self.0.id).encode()
    }

    /// What kind of document.
    async fn kind(&self) -> DocumentKind {
        self.0.kind.into()
    }

    /// How far it has come.
    async fn status(&self) -> DocumentRequestStatus {
        self.0.status.into()
    }

    /// What the operator wrote about it, last: what is wanted, or why what came will not do.
    async fn message(&self) -> Option<&str> {
        self.0.message.as_deref()
    }

    /// When it was asked for.
    async fn requested_at(&self) -> DateTime {
        DateTime(self.0.requested_at)
    }

    /// Until when it is wanted.
    async fn due_at(&self) -> Option<DateTime> {
        self.0.due_at.map(DateTime)
    }

    /// What the customer has sent in for it, the oldest first: at most five.
    #[graphql(complexity = "5 + 2 * child_complexity")]
    async fn documents(&self, ctx: &Context<'_>) -> Result<Vec<Document>> {
        let found = self.1.documents(ctx, self.0.id).await?;
        Ok(found.into_iter().map(Document).collect())
    }

    /// Where the customer sends a file to, with the same bearer token: `PUT` its bytes here. A PDF, JPEG
    /// or PNG, as its first bytes say, of at most 10 MiB; at most five, until an operator has decided.
    /// Its name is in `Content-Disposition: attachment; filename*=UTF-8''…`, or is left out. The answer
    /// is JSON: 201 with the document, 200 for the same bytes once more, and else `errors` with a code.
    async fn upload_url(&self, ctx: &Context<'_>) -> String {
        links(ctx).address(&path(NodeId::DocumentRequest(self.0.id)))
    }
}

/// A file that the customer has sent in.
#[derive(Clone)]
pub struct Document(pub document::Document);

/// A file that the customer has sent in.
#[Object]
impl Document {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::Document(self.0.id).encode()
    }

    /// What it is called: as the customer has it, without what could do harm, and at most 120 characters.
    async fn file_name(&self) -> &str {
        &self.0.file_name
    }

    /// What it is, by its first bytes: `application/pdf`, `image/jpeg` or `image/png`.
    async fn content_type(&self) -> &str {
        self.0.file_type.name()
    }

    /// How large it is, in bytes.
    async fn size(&self) -> i32 {
        i32::try_from(self.0.size).unwrap_or(i32::MAX)
    }

    /// When it came.
    async fn uploaded_at(&self) -> DateTime {
        DateTime(self.0.uploaded_at)
    }

    /// Where the file is. For its customer, and for operators with `documents:read`, it is a link that a
    /// browser opens without a token, good for at most five minutes and for this viewer: it is not to be
    /// stored. For everybody else it is the address alone, which answers 404 to them. What operators
    /// open is in the audit log.
    async fn download_url(&self, ctx: &Context<'_>) -> String {
        let path = path(NodeId::Document(self.0.id));
        let reader = viewer(ctx).filter(|actor| Reader::of_documents(actor).is_some());
        // A file has no language of ours.
        let sign = |actor| links(ctx).sign(&path, actor, Language::En, clock(ctx).now());
        reader.and_then(sign).map_or_else(|| links(ctx).address(&path), |link| link.url)
    }
}

fn path(of: NodeId) -> String {
    format!("/documents/{}", of.encode().0)
}
