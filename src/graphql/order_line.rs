//! Lines of orders.

use std::sync::Arc;

use async_graphql::{ID, Object};

use super::enums::OrderLineKind;
use super::ids::NodeId;
use super::scalars::{DateTime, Money};
use crate::domain::order;

/// A line of an order.
pub struct OrderLine {
    pub order: Arc<order::Order>,
    pub at: usize,
}

impl OrderLine {
    fn line(&self) -> &order::Line {
        &self.order.lines[self.at]
    }

    fn money(&self, minor: i64) -> Money {
        Money(self.order.money(minor))
    }
}

/// A line of an order.
#[Object]
impl OrderLine {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::OrderLine(self.order.id, self.line().id).encode()
    }

    /// What the line is for.
    async fn kind(&self) -> OrderLineKind {
        self.line().kind.into()
    }

    /// What is sold, as the plan was named on that day.
    async fn description(&self) -> &str {
        &self.line().description
    }

    /// The service: a domain name, a server's name.
    async fn service_name(&self) -> Option<&str> {
        self.line().service_name.as_deref()
    }

    /// The plan of the catalog that was ordered.
    async fn plan_code(&self) -> Option<&str> {
        self.line().plan_code.as_deref()
    }

    /// The paid period, as an ISO 8601 duration: `P1M`, `P1Y`.
    async fn period(&self) -> Option<String> {
        self.line().period.map(|period| period.to_string())
    }

    /// How many: 1 to 10 000.
    async fn quantity(&self) -> i32 {
        self.line().quantity
    }

    /// The price of one without tax, rounded to the currency's minor unit for show.
    async fn unit_price(&self) -> Money {
        Money(self.line().unit_price.round(self.order.currency))
    }

    /// What is taken off the line, without tax.
    async fn reduction(&self) -> Money {
        Money(self.line().reduction.round(self.order.currency))
    }

    /// The line's share of the order's net, so that the lines add up.
    async fn net(&self) -> Money {
        self.money(self.line().net)
    }

    /// When the line was delivered.
    async fn delivered_at(&self) -> Option<DateTime> {
        self.line().delivered_at.map(DateTime)
    }

    /// When the customer withdrew from the line.
    async fn withdrawn_at(&self) -> Option<DateTime> {
        self.line().withdrawn_at.map(DateTime)
    }

    /// Why the line could not be delivered so far.
    async fn failure(&self) -> Option<&str> {
        self.line().failure.as_ref().map(|failure| failure.message.as_str())
    }

    /// When a delivery that failed is tried again.
    async fn retry_at(&self) -> Option<DateTime> {
        self.line().failure.as_ref().and_then(|failure| failure.retry_at).map(DateTime)
    }

    /// Whether the line cannot be withdrawn from (Directive 2011/83/EU, article 16).
    async fn withdrawal_excluded(&self) -> bool {
        self.line().withdrawal_excluded
    }
}
