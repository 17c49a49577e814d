//! Who works on an order just now.

use async_graphql::{Context, InputObject, Result, SimpleObject};

use super::context::{actor, clock};
use super::error::{Code, coded};
use super::order::Order;
use super::scalars::DateTime;
use crate::domain::actor::{Actor, Scope};

/// An operator who works on an order just now. Never shown to a customer.
#[derive(SimpleObject)]
pub struct OrderClaim {
    /// Who.
    operator: String,
    /// Since when.
    since: DateTime,
    /// Until when at most: by default 15 minutes from the last `orderClaim`. It ends before that when
    /// the order goes on to another status, or when it is released.
    until: DateTime,
}

/// An order to take, or to let go.
#[derive(InputObject)]
pub struct OrderClaimInput {
    /// The order's number.
    pub number: String,
    /// Whether to let it go instead.
    #[graphql(default = false)]
    pub release: bool,
    /// Whether to do so although another operator has it.
    #[graphql(default = false)]
    pub force: bool,
}

/// The live claim to an order. Nothing for customers and services.
pub async fn claim_of(ctx: &Context<'_>, order: &Order) -> Result<Option<OrderClaim>> {
    if !matches!(actor(ctx)?, Actor::Operator { .. }) {
        return Ok(None);
    }
    let now = clock(ctx).now();
    let found = order.1.claims(ctx, order.0.id).await?;
    let live = found.into_iter().find(|claim| claim.is_live(order.0.status, now));
    Ok(live.map(|claim| OrderClaim {
        operator: claim.operator,
        since: DateTime(claim.since),
        until: DateTime(claim.until),
    }))
}

/// The operator who asks, if there is something for them to do with orders.
pub fn operator<'a>(ctx: &Context<'a>) -> Result<&'a Actor> {
    match actor(ctx)? {
        it if it.works_on_orders() => Ok(it),
        Actor::Operator { .. } => Err(super::context::forbidden(Scope::OrdersValidate)),
        _ => Err(coded(Code::Forbidden, "Only an operator can do this.")),
    }
}
