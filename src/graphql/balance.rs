//! What a customer has with the vendor in advance, and what has moved it.

use async_graphql::{Context, Object, Result};

use super::context::reads;
use super::enums::BalanceMovementKind;
use super::scalars::{DateTime, Money};
use super::together::People;
use crate::domain::balance;
use std::sync::Arc;

/// What a customer has with the vendor in advance, in one currency: never below zero.
pub struct Balance(pub balance::Balance, pub Arc<People>);

/// What a customer has with the vendor in advance, in one currency: never below zero.
#[Object]
impl Balance {
    /// How much there is now.
    async fn amount(&self) -> Money {
        Money(self.0.amount)
    }

    /// What has moved it, the newest first: of all the customer's currencies together the 100 newest.
    #[graphql(complexity = "10 + 10 * child_complexity")]
    async fn movements(&self, ctx: &Context<'_>) -> Result<Vec<BalanceMovement>> {
        let all = self.1.movements(ctx, self.0.customer_id).await?;
        let same = |it: &balance::Movement| it.amount.currency == self.0.amount.currency;
        Ok(all.into_iter().filter(same).map(BalanceMovement).collect())
    }
}

/// A movement of a balance, as the ledger has it.
pub struct BalanceMovement(balance::Movement);

/// A movement of a balance, as the ledger has it.
#[Object]
impl BalanceMovement {
    /// What moved it.
    async fn kind(&self) -> BalanceMovementKind {
        self.0.kind.into()
    }

    /// By how much: below zero for what was paid with it or taken off it.
    async fn amount(&self) -> Money {
        Money(self.0.amount)
    }

    /// When.
    async fn at(&self) -> DateTime {
        DateTime(self.0.at)
    }

    /// Why it was put there or taken off; null unless it was a credit.
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// The number of the order that was paid with it, or paid back; null for a credit, and for those
    /// who may not read orders.
    async fn order_number(&self, ctx: &Context<'_>) -> Option<&str> {
        self.0.order.as_deref().filter(|_| reads(ctx).is_ok())
    }
}
