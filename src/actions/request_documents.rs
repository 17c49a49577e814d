//! Asking a customer for documents, when the check cannot be completed without.

use chrono::{DateTime, Utc};

use super::texts::prose;
use super::{Action, Policy, Problem, StepRefusal, Stop, by, locked, refuse};
use crate::domain::actor::{Actor, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::document::{DocumentKind, DocumentRequest, DocumentRequestStatus};
use crate::domain::ids::DocumentRequestId;
use crate::domain::order::Order;
use crate::storage::{Tx, documents, orders};

/// Documents that can be asked for at once.
pub const REQUESTS_MAX: usize = 10;

/// A kind of document, and what the customer is told about it.
type Wanted = (DocumentKind, Option<String>);

pub struct RequestDocuments {
    pub actor: Actor,
    pub number: String,
    pub documents: Vec<Wanted>,
    pub due_at: Option<DateTime<Utc>>,
}

impl Action for RequestDocuments {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let documents = self.check(tx.now)?;
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersValidate, &self.number).await?
        else {
            return refuse(StepRefusal::NotFound);
        };
        let kinds: Vec<&str> = documents.iter().map(|(kind, _)| kind.name()).collect();
        let detail = kinds.join(", ");
        // They are listed by their ids, in the order in which they were asked for.
        let mut ids: Vec<_> = documents.iter().map(|_| DocumentRequestId::new(tx.now)).collect();
        ids.sort_unstable();
        let requests: Vec<DocumentRequest> = documents
            .into_iter()
            .zip(ids)
            .map(|((kind, message), id)| DocumentRequest {
                id,
                order_id: order.id,
                kind,
                status: DocumentRequestStatus::Open,
                message,
                requested_at: tx.now,
                due_at: self.due_at,
            })
            .collect();
        order
            .request_documents(by(&self.actor, tx), Some(detail))
            .map_err(|no| Stop::Refused(StepRefusal::NotAllowed(no)))?;
        documents::insert(tx, order.customer_id, &requests).await?;
        orders::save(tx, &mut order).await?;
        Ok(order)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        Deed::of(&self.actor, Verb::OrderRequestDocuments, done.number.as_str())
    }
}

impl RequestDocuments {
    /// What is asked for, with its messages as they are kept.
    fn check(&self, now: DateTime<Utc>) -> Result<Vec<Wanted>, Problem> {
        if !(1..=REQUESTS_MAX).contains(&self.documents.len()) {
            let message = format!("Ask for 1 to {REQUESTS_MAX} documents.");
            return Err(Problem::invalid(&["documents"], message));
        }
        if self.due_at.is_some_and(|due| due <= now) {
            let message = "This moment is over. Name one that is to come.";
            return Err(Problem::invalid(&["dueAt"], message));
        }
        let each = |(at, (kind, message)): (usize, &Wanted)| {
            let path = ["documents", &at.to_string(), "message"];
            let message = message.as_deref().map(|text| prose(&path, text)).transpose()?;
            Ok((*kind, message))
        };
        self.documents.iter().enumerate().map(each).collect()
    }
}
