//! Taking in a document that a customer has sent: its file is where it is kept, and now it is written
//! down. With the last one that was asked for, the check goes on.

use super::{Action, Policy, Stop, by, refuse};
use crate::domain::actor::{Actor, Reach};
use crate::domain::audit::Deed;
use crate::domain::document::{
    Document, DocumentRequestStatus, Intake, IntakeRefusal, WRITTEN_DOWN_WITHIN,
};
use crate::domain::ids::{CustomerId, made_at};
use crate::domain::status::OrderStatus;
use crate::storage::{StorageError, Tx, documents, orders};

pub struct ReceiveDocument {
    pub customer: CustomerId,
    pub reference: String,
    pub document: Document,
}

/// What has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub document: Document,
    /// Not so when the same bytes came before: nothing names the new file then.
    pub is_new: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiveRefusal {
    NotFound,
    NotTaken(IntakeRefusal),
    /// The file was begun so long ago that it may be gone.
    TooLate,
}

impl Action for ReceiveDocument {
    type Done = Received;
    type Refusal = ReceiveRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<Received, Stop<ReceiveRefusal>> {
        let (reach, new) = (Reach::Own(self.customer), &self.document);
        let Some(mut order) = orders::lock(tx, reach, new.order_id).await? else {
            return refuse(ReceiveRefusal::NotFound);
        };
        // Under the lock, so that two at once are two after each other.
        let Some(mut request) = documents::find(tx.db(), reach, new.request_id).await? else {
            return refuse(ReceiveRefusal::NotFound);
        };
        let had = documents::files_of(tx.db(), request.id).await?;
        match request.take(order.status, &had, &new.sha256) {
            Err(why) => return refuse(ReceiveRefusal::NotTaken(why)),
            Ok(Intake::Known(known)) => {
                tx.repeats();
                return Ok(Received { document: known.clone(), is_new: false });
            }
            Ok(Intake::New) => {}
        }
        if made_at(new.id.0).is_none_or(|begun| WRITTEN_DOWN_WITHIN < tx.now - begun) {
            return refuse(ReceiveRefusal::TooLate);
        }
        let new = Document { uploaded_at: tx.now, ..new.clone() };
        documents::insert_file(tx, self.customer, &new).await?;
        if request.status == DocumentRequestStatus::Open {
            request.status = DocumentRequestStatus::Received;
            documents::save(tx, &request).await?;
        }
        let actor = Actor::Customer { id: self.customer, reference: self.reference.clone() };
        order.receive_document(by(&actor, tx), request.kind);
        let waits = order.status == OrderStatus::DocumentsRequested;
        if waits && !documents::is_any_open(tx, order.id).await? {
            order.receive_documents(by(&actor, tx)).map_err(|_| StorageError::Stale)?;
        }
        orders::save(tx, &mut order).await?;
        Ok(Received { document: new, is_new: true })
    }

    /// Only customers do it, and their own deeds are in the history.
    fn deed(&self, _: &Received) -> Option<Deed> {
        None
    }
}
