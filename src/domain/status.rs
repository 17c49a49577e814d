//! The life cycle of an order: one allow-list. What is not listed is refused, and the refusal
//! names both the status and the move.

use std::fmt;

named! {
    /// Where an order stands.
    pub enum OrderStatus {
        NotPaid = "NOT_PAID",
        Checking = "CHECKING",
        DocumentsRequested = "DOCUMENTS_REQUESTED",
        Delivering = "DELIVERING",
        Delivered = "DELIVERED",
        Cancelling = "CANCELLING",
        Cancelled = "CANCELLED",
        Expired = "EXPIRED",
    }
}

named! {
    /// What can happen to an order.
    pub enum Move {
        Pay = "PAY",
        Approve = "APPROVE",
        RequestDocuments = "REQUEST_DOCUMENTS",
        ReceiveDocuments = "RECEIVE_DOCUMENTS",
        Refuse = "REFUSE",
        DeliverLine = "DELIVER_LINE",
        DeliverLastLine = "DELIVER_LAST_LINE",
        Withdraw = "WITHDRAW",
        FinishRefund = "FINISH_REFUND",
        Cancel = "CANCEL",
        Expire = "EXPIRE",
    }
}

/// A move that the status does not allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAllowed {
    pub from: OrderStatus,
    pub refused: Move,
}

impl fmt::Display for NotAllowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not possible from {}", self.refused.name(), self.from.name())
    }
}

impl OrderStatus {
    pub fn after(self, happened: Move) -> Result<Self, NotAllowed> {
        use Move as M;
        match (self, happened) {
            (Self::NotPaid, M::Pay) | (Self::DocumentsRequested, M::ReceiveDocuments) => {
                Ok(Self::Checking)
            }
            (Self::NotPaid, M::Expire) => Ok(Self::Expired),
            (Self::NotPaid, M::Cancel) | (Self::Cancelling, M::FinishRefund) => Ok(Self::Cancelled),
            (Self::Checking, M::Approve) | (Self::Delivering, M::DeliverLine) => {
                Ok(Self::Delivering)
            }
            (Self::Checking, M::RequestDocuments) => Ok(Self::DocumentsRequested),
            (Self::Delivering, M::DeliverLastLine) => Ok(Self::Delivered),
            (Self::Checking | Self::DocumentsRequested, M::Refuse | M::Withdraw)
            | (Self::Delivering | Self::Delivered, M::Withdraw) => Ok(Self::Cancelling),
            (from, refused) => Err(NotAllowed { from, refused }),
        }
    }

    /// Nothing happens to the order any more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Cancelled | Self::Expired)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair, written out: rows are statuses, columns the moves in their order.
    #[test]
    fn every_status_allows_what_the_life_cycle_says_and_nothing_else() {
        let allowed = |status: OrderStatus, happened: Move| {
            let next = status.after(happened).ok()?;
            Some(format!("{} {} {}\n", status.name(), happened.name(), next.name()))
        };
        let moves_of = |&status| Move::ALL.iter().filter_map(move |&it| allowed(status, it));
        let table: String = OrderStatus::ALL.iter().flat_map(moves_of).collect();
        assert_eq!(
            table,
            "NOT_PAID PAY CHECKING\n\
             NOT_PAID CANCEL CANCELLED\n\
             NOT_PAID EXPIRE EXPIRED\n\
             CHECKING APPROVE DELIVERING\n\
             CHECKING REQUEST_DOCUMENTS DOCUMENTS_REQUESTED\n\
             CHECKING REFUSE CANCELLING\n\
             CHECKING WITHDRAW CANCELLING\n\
             DOCUMENTS_REQUESTED RECEIVE_DOCUMENTS CHECKING\n\
             DOCUMENTS_REQUESTED REFUSE CANCELLING\n\
             DOCUMENTS_REQUESTED WITHDRAW CANCELLING\n\
             DELIVERING DELIVER_LINE DELIVERING\n\
             DELIVERING DELIVER_LAST_LINE DELIVERED\n\
             DELIVERING WITHDRAW CANCELLING\n\
             DELIVERED WITHDRAW CANCELLING\n\
             CANCELLING FINISH_REFUND CANCELLED\n"
        );
    }

    #[test]
    fn a_final_status_allows_nothing() {
        for &status in OrderStatus::ALL.iter().filter(|status| status.is_final()) {
            for &happened in Move::ALL {
                assert_eq!(
                    status.after(happened),
                    Err(NotAllowed { from: status, refused: happened })
                );
            }
        }
    }
}
