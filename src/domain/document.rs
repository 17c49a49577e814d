//! Documents that an operator asks a customer for.

use chrono::{DateTime, Utc};

use super::ids::{DocumentRequestId, OrderId};

named! {
    pub enum DocumentKind {
        Identity = "IDENTITY",
        ProofOfAddress = "PROOF_OF_ADDRESS",
        PaymentProof = "PAYMENT_PROOF",
        CompanyRegistration = "COMPANY_REGISTRATION",
        Other = "OTHER",
    }
}

named! {
    pub enum DocumentRequestStatus {
        Open = "OPEN",
        Received = "RECEIVED",
        Accepted = "ACCEPTED",
        Rejected = "REJECTED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRequest {
    pub id: DocumentRequestId,
    pub order_id: OrderId,
    pub kind: DocumentKind,
    pub status: DocumentRequestStatus,
    /// What the operator wrote to the customer.
    pub message: Option<String>,
    pub requested_at: DateTime<Utc>,
    pub due_at: Option<DateTime<Utc>>,
}
