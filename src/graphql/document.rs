//! Documents that were asked for.

use async_graphql::{ID, Object};

use super::enums::{DocumentKind, DocumentRequestStatus};
use super::ids::NodeId;
use super::scalars::DateTime;
use crate::domain::document;

/// A document that an operator asked the customer for.
#[derive(Clone)]
pub struct DocumentRequest(pub document::DocumentRequest);

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

    /// What the operator wrote about it.
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
}
