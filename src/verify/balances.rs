//! Balances of customers: each is what the ledger has of it, and what was put there is booked.

use super::{Run, Violation};
use crate::storage::{StorageError, balances};

const CHECK: &str = "balances";

pub(super) async fn check(run: &mut Run<'_>) -> Result<(), StorageError> {
    for it in balances::differing(&run.db).await? {
        run.tell(&Violation {
            check: CHECK,
            subject: subject(it.reference.as_deref()),
            what: format!(
                "their balance in {} is {}, and the ledger has {}, in minor units",
                it.currency, it.has, it.booked
            ),
            meaning: "the customer may pay with money that is not theirs, or not with what is",
        });
    }
    for it in balances::credits_not_booked(&run.db).await? {
        run.tell(&Violation {
            check: CHECK,
            subject: subject(it.reference.as_deref()),
            what: format!(
                "a credit of {} {}, in minor units, is not booked so",
                it.amount, it.currency
            ),
            meaning: "the books are not what has happened to the money",
        });
    }
    Ok(())
}

fn subject(reference: Option<&str>) -> String {
    format!("customer {}", reference.unwrap_or("that is not there"))
}
