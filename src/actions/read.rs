//! Writing down what an operator was shown.

use std::collections::HashSet;
use std::convert::Infallible;

use super::{Action, Policy, Stop};
use crate::domain::actor::Actor;
use crate::domain::audit::{Deed, EVERYTHING, Verb};
use crate::domain::ids::{CustomerId, DocumentId, OrderId};
use crate::storage::{Tx, audit};

/// What somebody was shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shown {
    Order(OrderId),
    Customer(CustomerId),
    PurchaseOrder(OrderId),
    /// A file that was sent in for the order.
    Document(OrderId, DocumentId),
    /// One order, from now on.
    Following(OrderId),
    /// Every order that changes from now on, with its customer.
    FollowingAll,
}

/// What one answer showed to an operator: a row for each subject, all in one small transaction.
///
/// On SQLite it waits for the one writer, and on both databases for the disk: that is the price of
/// "no record, no answer". An answer that shows nobody's data costs nothing, and neither do those of
/// customers and services.
pub struct Read {
    pub actor: Actor,
    pub shown: Vec<Shown>,
}

impl Action for Read {
    type Done = ();
    type Refusal = Infallible;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<(), Stop<Infallible>> {
        let orders = self.distinct(|it| match it {
            Shown::Order(id)
            | Shown::PurchaseOrder(id)
            | Shown::Document(id, _)
            | Shown::Following(id) => Some(id),
            Shown::Customer(_) | Shown::FollowingAll => None,
        });
        let customers = self.distinct(|it| match it {
            Shown::Customer(id) => Some(id),
            _ => None,
        });
        let numbers = audit::numbers(tx.db(), &orders).await?;
        let references = audit::references(tx.db(), &customers).await?;
        let deed = |&it: &Shown| {
            let number = |id| numbers.get(&id).cloned();
            let (verb, subject) = match it {
                Shown::Document(order, document) => {
                    let deed = Deed::of(&self.actor, Verb::DocumentRead, number(order)?)?;
                    return Some(deed.with(format!("document {document}")));
                }
                Shown::Order(id) => (Verb::OrderRead, number(id)),
                Shown::PurchaseOrder(id) => (Verb::PurchaseOrderRead, number(id)),
                Shown::Following(id) => (Verb::OrderFollow, number(id)),
                Shown::Customer(id) => (Verb::CustomerRead, references.get(&id).cloned()),
                Shown::FollowingAll => (Verb::OrdersFollow, Some(EVERYTHING.to_owned())),
            };
            Deed::of(&self.actor, verb, subject?)
        };
        Ok(audit::append(tx, self.shown.iter().filter_map(deed).collect()).await?)
    }

    /// The rows are the change itself.
    fn deed(&self, (): &()) -> Option<Deed> {
        None
    }
}

impl Read {
    fn distinct<T: Eq + std::hash::Hash + Copy>(&self, id: fn(Shown) -> Option<T>) -> Vec<T> {
        let all: HashSet<T> = self.shown.iter().filter_map(|&it| id(it)).collect();
        all.into_iter().collect()
    }
}
