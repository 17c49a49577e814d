//! The three books side by side: the database, the provider's journal, and what customers were told.

use std::collections::{HashMap, HashSet};

use buono::storage::Store;
use chrono::{DateTime, Utc};
use entity::{orders, payment, refund, transfer};
use sea_orm::EntityTrait;
use uuid::Uuid;

use super::diary::Told;
use super::provider::{Journal, Moved};

/// All that the database knows of the money.
pub struct Books {
    orders: HashMap<String, orders::Model>,
    /// Those that go by the provider.
    payments: Vec<payment::Model>,
    refunds: Vec<refund::Model>,
    /// Those that come and go by transfer: an operator records each.
    by_hand: ByHand,
}

struct ByHand {
    payments: Vec<payment::Model>,
    refunds: Vec<refund::Model>,
    transfers: Vec<transfer::Model>,
}

/// A payment or a refund that is not at its end yet.
pub fn open_states(state: &str) -> bool {
    matches!(state, "SENT" | "UNKNOWN" | "PENDING")
}

impl Books {
    pub async fn read(store: &Store) -> Self {
        let db = store.read();
        // The children first: what comes in between is then no reference to nowhere.
        let refunds = refund::Entity::find().all(db).await.expect("it is read");
        let transfers = transfer::Entity::find().all(db).await.expect("it is read");
        let payments = payment::Entity::find().all(db).await.expect("it is read");
        let all = orders::Entity::find().all(db).await.expect("it is read");
        let orders = all.into_iter().map(|it| (it.number.clone(), it)).collect();
        let (paid, payments) = payments.into_iter().partition(|it| it.method == "BANK_TRANSFER");
        let (out, refunds) = refunds.into_iter().partition(|it| it.route == "TRANSFER");
        let by_hand = ByHand { payments: paid, refunds: out, transfers };
        Self { orders, payments, refunds, by_hand }
    }

    /// What is not at its end yet.
    pub fn open(&self) -> HashSet<Uuid> {
        let payments = self.payments.iter().map(|it| (it.id, it.state.as_str()));
        let refunds = self.refunds.iter().map(|it| (it.id, it.state.as_str()));
        payments.chain(refunds).filter(|it| open_states(it.1)).map(|it| it.0).collect()
    }

    /// The same, for people to read.
    pub fn left_open(&self) -> Vec<String> {
        let payments = self.payments.iter().filter(|it| open_states(&it.state));
        let refunds = self.refunds.iter().filter(|it| open_states(&it.state));
        payments.map(|it| format!("{it:?}")).chain(refunds.map(|it| format!("{it:?}"))).collect()
    }

    /// When each of these came to its end.
    pub fn settled_at(&self, id: Uuid) -> Option<DateTime<Utc>> {
        let payment = self.payments.iter().find(|it| it.id == id).and_then(|it| it.settled_at);
        payment.or_else(|| self.refunds.iter().find(|it| it.id == id)?.settled_at)
    }

    /// What somebody was told, and what is not written.
    pub fn lost(&self, diary: &[Told]) -> Vec<String> {
        let lost = |told: &&Told| !self.holds(told);
        diary.iter().filter(lost).map(|told| format!("told and lost: {told:?}")).collect()
    }

    fn holds(&self, told: &Told) -> bool {
        let (Told::Placed { number }
        | Told::Paid { number, .. }
        | Told::Declined { number, .. }
        | Told::Withdrawn { number }
        | Told::Refunded { number }
        | Told::Recorded { number, .. }
        | Told::PaidOut { number, .. }) = told;
        let Some(order) = self.orders.get(number) else { return false };
        let ByHand { payments, refunds, transfers } = &self.by_hand;
        let mut payments =
            self.payments.iter().chain(payments).filter(|it| it.order_id == order.id);
        let mut refunds = self.refunds.iter().chain(refunds).filter(|it| it.order_id == order.id);
        match told {
            Told::Placed { .. } => true,
            Told::Paid { .. } => payments.any(|it| it.state == "SUCCEEDED"),
            Told::Declined { .. } => payments.any(|it| it.state == "FAILED"),
            Told::Withdrawn { .. } => refunds.any(|it| it.withdrawal_id.is_some()),
            Told::Refunded { .. } => refunds.any(|it| it.state == "SUCCEEDED"),
            Told::PaidOut { reference, .. } => refunds.any(|it| {
                it.state == "SUCCEEDED" && it.payout_reference.as_ref() == Some(reference)
            }),
            Told::Recorded { reference, .. } => {
                let recorded = transfers.iter().filter(|it| it.reference == *reference);
                let of: Vec<_> = recorded.map(|it| it.order_id).collect();
                of == [order.id]
            }
        }
    }

    /// How many orders were charged more than once, or charged for a payment that is none of ours.
    pub fn charged_twice(&self, journal: &Journal) -> Vec<String> {
        let owners: HashMap<&str, Uuid> =
            self.payments.iter().map(|it| (it.gateway_key.as_str(), it.order_id)).collect();
        let mut seen = HashSet::new();
        let mut wrong = Vec::new();
        for Moved { key, amount } in &journal.charges {
            match owners.get(key.as_str()) {
                None => wrong.push(format!("{amount} was charged under {key}: nobody's")),
                Some(order) if !seen.insert(order) => {
                    wrong.push(format!("an order was charged twice, the second time under {key}"));
                }
                Some(_) => {}
            }
        }
        let mut given = HashSet::new();
        for it in journal.refunds.iter().filter(|it| !given.insert(&it.key)) {
            wrong.push(format!("{} was given back twice under {}", it.amount, it.key));
        }
        wrong
    }

    /// Where the database and the provider's journal differ, amount by amount.
    pub fn differences(&self, journal: &Journal) -> Vec<String> {
        let payments = self.payments.iter().map(|it| (&it.gateway_key, it.amount, &it.state));
        let refunds = self.refunds.iter().map(|it| (&it.gateway_key, it.amount, &it.state));
        let mut wrong = differ("charge", payments, &journal.charges);
        wrong.extend(differ("refund", refunds, &journal.refunds));
        wrong
    }

    pub fn counts(&self) -> (usize, usize, usize, usize) {
        let transfers = self.by_hand.transfers.len();
        (self.orders.len(), self.payments.len(), self.refunds.len(), transfers)
    }
}

fn differ<'a>(
    what: &str,
    ours: impl Iterator<Item = (&'a String, i64, &'a String)>,
    theirs: &[Moved],
) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut moved: HashMap<&str, i64> =
        theirs.iter().map(|it| (it.key.as_str(), it.amount)).collect();
    for (key, amount, state) in ours {
        let taken = moved.remove(key.as_str());
        let expected = (state == "SUCCEEDED").then_some(amount);
        if taken != expected {
            wrong.push(format!("{what} {key} is {state} over {amount}, and moved {taken:?}"));
        }
    }
    wrong.extend(
        moved.into_iter().map(|(key, amount)| format!("{what} {key} of {amount}: nobody's")),
    );
    wrong
}
