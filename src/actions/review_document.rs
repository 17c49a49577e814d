//! An operator's word on what has come for a request. What will not do is asked for again.

use super::texts::prose;
use super::{Action, Policy, Problem, StepRefusal, Stop, by, refuse};
use crate::domain::actor::{Actor, Scope};
use crate::domain::audit::{Deed, Verb};
use crate::domain::document::{DocumentRequestStatus, is_being_checked};
use crate::domain::ids::{DocumentId, DocumentRequestId};
use crate::domain::order::Order;
use crate::domain::status::{Move, NotAllowed};
use crate::storage::{Tx, documents, orders};

pub struct ReviewDocument {
    pub actor: Actor,
    pub request: DocumentRequestId,
    pub accepted: bool,
    /// What the operator has looked at; `None`: whatever has come.
    pub seen: Option<Vec<DocumentId>>,
    /// What the customer reads about it. Whoever rejects has to say why.
    pub message: Option<String>,
}

impl Action for ReviewDocument {
    type Done = Order;
    type Refusal = StepRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Order, Stop<StepRefusal>> {
        let message = self.message.as_deref().map(|it| prose(&["message"], it)).transpose()?;
        let reach = self.actor.reach(Scope::OrdersValidate);
        let Some(found) = documents::find(tx.db(), reach, self.request).await? else {
            return Err(no_such_request().into());
        };
        let Some(mut order) = orders::lock(tx, reach, found.order_id).await? else {
            return Err(no_such_request().into());
        };
        // Again, under the lock: another operator may have been faster.
        let Some(mut request) = documents::find(tx.db(), reach, found.id).await? else {
            return Err(no_such_request().into());
        };
        if !is_being_checked(order.status) {
            let no = NotAllowed { from: order.status, refused: Move::RequestDocuments };
            return refuse(StepRefusal::NotAllowed(no));
        }
        match request.status {
            DocumentRequestStatus::Received => {}
            DocumentRequestStatus::Open => {
                let message = "Nothing has come for this yet. Wait until it is RECEIVED.";
                return Err(Problem::invalid(&["request"], message).into());
            }
            decided => {
                let message = format!("This is {} already. Read the order again.", decided.name());
                return Err(Problem::invalid(&["request"], message).into());
            }
        }
        let had = documents::files_of(tx.db(), request.id).await?;
        if let Some(seen) = &self.seen
            && had.iter().any(|file| !seen.contains(&file.id))
        {
            let message =
                "Another file has come since you looked. Read the order again, and look at it.";
            return refuse(StepRefusal::Conflict(message.into()));
        }
        if self.accepted {
            request.status = DocumentRequestStatus::Accepted;
            request.message = message.or(request.message);
            documents::save(tx, &request).await?;
            order.accept_document(by(&self.actor, tx), request.kind);
            orders::save(tx, &mut order).await?;
            return Ok(order);
        }
        let Some(why) = message else {
            let message = "Say why: the customer reads it, and sends another one.";
            return Err(Problem::invalid(&["message"], message).into());
        };
        request.status = DocumentRequestStatus::Rejected;
        request.message = Some(why.clone());
        documents::save(tx, &request).await?;
        let again = request.again(DocumentRequestId::new(tx.now), why.clone(), tx.now);
        documents::insert(tx, order.customer_id, &[again]).await?;
        order
            .request_documents_again(by(&self.actor, tx), format!("{}: {why}", request.kind.name()))
            .map_err(|no| Stop::Refused(StepRefusal::NotAllowed(no)))?;
        orders::save(tx, &mut order).await?;
        Ok(order)
    }

    fn deed(&self, done: &Self::Done) -> Option<Deed> {
        let deed = Deed::of(&self.actor, Verb::DocumentReview, done.number.as_str())?;
        let what = if self.accepted { "accepted" } else { "rejected" };
        Some(deed.with(format!("request {}: {what}", self.request)))
    }
}

fn no_such_request() -> Problem {
    let message = "There is no such request for a document. Take the `id` of one of the order's.";
    Problem::not_found(&["request"], message)
}
