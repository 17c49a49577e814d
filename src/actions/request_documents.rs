//! Asking a customer for documents, when the check cannot be completed without.

use chrono::{DateTime, Utc};

use super::approve::check_text;
use super::{Action, Policy, Problem, StepRefusal, Stop, by, locked, refuse};
use crate::domain::actor::{Actor, Scope};
use crate::domain::document::{DocumentKind, DocumentRequest, DocumentRequestStatus};
use crate::domain::ids::DocumentRequestId;
use crate::domain::order::Order;
use crate::storage::{Tx, documents, orders};

/// Documents that can be asked for at once.
pub const REQUESTS_MAX: usize = 10;

pub struct RequestDocuments {
    pub actor: Actor,
    pub number: String,
    pub documents: Vec<(DocumentKind, Option<String>)>,
    pub due_at: Option<DateTime<Utc>>,
}

impl Action for RequestDocuments {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Order, Stop<StepRefusal>> {
        self.check(tx.now)?;
        let Some(mut order) = locked(tx, &self.actor, Scope::OrdersValidate, &self.number).await?
        else {
            return refuse(StepRefusal::NotFound);
        };
        let requests: Vec<DocumentRequest> = self
            .documents
            .iter()
            .map(|(kind, message)| DocumentRequest {
                id: DocumentRequestId::new(tx.now),
                order_id: order.id,
                kind: *kind,
                status: DocumentRequestStatus::Open,
                message: message.clone(),
                requested_at: tx.now,
                due_at: self.due_at,
            })
            .collect();
        let kinds: Vec<&str> = self.documents.iter().map(|(kind, _)| kind.name()).collect();
        order
            .request_documents(by(&self.actor, tx), Some(kinds.join(", ")))
            .map_err(|no| Stop::Refused(StepRefusal::NotAllowed(no)))?;
        documents::insert(tx, order.customer_id, &requests).await?;
        orders::save(tx, &mut order).await?;
        Ok(order)
    }
}

impl RequestDocuments {
    fn check(&self, now: DateTime<Utc>) -> Result<(), Stop<StepRefusal>> {
        let invalid = |path: &[&str], message: String| {
            refuse(StepRefusal::Invalid(Problem::invalid(path, message)))
        };
        if !(1..=REQUESTS_MAX).contains(&self.documents.len()) {
            return invalid(&["documents"], format!("Ask for 1 to {REQUESTS_MAX} documents."));
        }
        if self.due_at.is_some_and(|due| due <= now) {
            return invalid(&["dueAt"], "This moment is over. Name one that is to come.".into());
        }
        for (_, message) in &self.documents {
            if let Some(text) = message {
                check_text("documents", text)?;
            }
        }
        Ok(())
    }
}
