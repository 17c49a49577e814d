//! Global ids and cursors: opaque to clients, and each says what it belongs to, so that one that is
//! used elsewhere is refused with a clear error.

use async_graphql::{Error, ID};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use uuid::Uuid;

use super::error::{Code, coded};
use crate::domain::history::FeedPosition;
use crate::domain::ids::{
    CustomerId, DocumentId, DocumentRequestId, LineId, OrderId, PaymentId, PaymentMeanId, PlanId,
    RefundId, WithdrawalId,
};
use crate::live::follow::Place;

/// What a global id names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NodeId {
    Customer(CustomerId),
    Order(OrderId),
    OrderLine(OrderId, LineId),
    OrderEvent(OrderId, i64),
    PaymentMean(PaymentMeanId),
    Payment(PaymentId),
    Refund(RefundId),
    Withdrawal(WithdrawalId),
    DocumentRequest(DocumentRequestId),
    Document(DocumentId),
    Plan(PlanId),
}

impl NodeId {
    pub fn encode(self) -> ID {
        let text = match self {
            Self::Customer(id) => format!("Customer:{id}"),
            Self::Order(id) => format!("Order:{id}"),
            Self::OrderLine(order, id) => format!("OrderLine:{order}:{id}"),
            Self::OrderEvent(order, sequence) => format!("OrderEvent:{order}:{sequence}"),
            Self::PaymentMean(id) => format!("PaymentMean:{id}"),
            Self::Payment(id) => format!("Payment:{id}"),
            Self::Refund(id) => format!("Refund:{id}"),
            Self::Withdrawal(id) => format!("Withdrawal:{id}"),
            Self::DocumentRequest(id) => format!("DocumentRequest:{id}"),
            Self::Document(id) => format!("Document:{id}"),
            Self::Plan(id) => format!("Plan:{id}"),
        };
        ID(seal(&text))
    }

    pub fn decode(id: &str) -> Result<Self, Error> {
        Self::read(id).ok_or_else(|| {
            coded(Code::BadId, "This is not an id of ours. Use the `id` of an object as it came.")
        })
    }

    fn read(id: &str) -> Option<Self> {
        let text = open(id)?;
        let mut parts = text.split(':');
        let (kind, first, second) = (parts.next()?, parts.next()?, parts.next());
        let uuid = Uuid::parse_str(first).ok()?;
        Some(match (kind, second) {
            ("Customer", None) => Self::Customer(CustomerId(uuid)),
            ("Order", None) => Self::Order(OrderId(uuid)),
            ("OrderLine", Some(line)) => {
                Self::OrderLine(OrderId(uuid), LineId(Uuid::parse_str(line).ok()?))
            }
            ("OrderEvent", Some(sequence)) => {
                Self::OrderEvent(OrderId(uuid), sequence.parse().ok()?)
            }
            ("PaymentMean", None) => Self::PaymentMean(PaymentMeanId(uuid)),
            ("Payment", None) => Self::Payment(PaymentId(uuid)),
            ("Refund", None) => Self::Refund(RefundId(uuid)),
            ("Withdrawal", None) => Self::Withdrawal(WithdrawalId(uuid)),
            ("DocumentRequest", None) => Self::DocumentRequest(DocumentRequestId(uuid)),
            ("Document", None) => Self::Document(DocumentId(uuid)),
            ("Plan", None) => Self::Plan(PlanId(uuid)),
            _ => return None,
        })
    }
}

/// The error for an id that is ours and names something of another type.
pub fn wrong_type(wanted: &str) -> Error {
    coded(Code::BadId, format!("This id does not name {wanted}. Use one that does."))
}

pub fn seal(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

pub fn open(text: &str) -> Option<String> {
    // The longest we make is far shorter: do not decode what cannot be ours.
    if 512 < text.len() {
        return None;
    }
    String::from_utf8(URL_SAFE_NO_PAD.decode(text).ok()?).ok()
}

pub fn bad_cursor() -> Error {
    coded(
        Code::BadCursor,
        "This cursor does not belong to this list. Use one that this very list has given, or none.",
    )
}

/// The cursor of a follower.
pub fn place_cursor(place: Place) -> String {
    seal(&match place {
        Place::Order { order, sequence } => format!("follow-order:{order}:{sequence}"),
        Place::Customer { customer, sequence } => format!("follow-mine:{customer}:{sequence}"),
        Place::All(FeedPosition { transaction, row }) => format!("follow-all:{transaction}:{row}"),
    })
}

pub fn place(cursor: &str) -> Result<Place, Error> {
    let read = || {
        let text = open(cursor)?;
        let mut parts = text.split(':');
        let (kind, first, last) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
        Some(match kind {
            "follow-order" => {
                let order = OrderId(Uuid::parse_str(first).ok()?);
                Place::Order { order, sequence: last }
            }
            "follow-mine" => {
                let customer = CustomerId(Uuid::parse_str(first).ok()?);
                Place::Customer { customer, sequence: last }
            }
            "follow-all" => {
                Place::All(FeedPosition { transaction: first.parse().ok()?, row: last })
            }
            _ => return None,
        })
    };
    read().ok_or_else(bad_cursor)
}
