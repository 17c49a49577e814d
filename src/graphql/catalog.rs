//! What can be ordered.

use async_graphql::{ComplexObject, Context, ID, Object, Result, SimpleObject};

use super::context::store;
use super::error::{Code, broken, coded};
use super::ids::{NodeId, bad_cursor, open, seal};
use super::paging::{PageInfo, Paging};
use super::scalars::Money;
use crate::actions::texts;
use crate::domain::catalog;
use crate::domain::money::Exact;
use crate::domain::pricing::with_tax;
use crate::domain::writing::is_country;

/// A plan of the catalog, in one country.
#[derive(Clone)]
pub struct Plan(pub catalog::Plan);

/// A plan of the catalog, in one country.
#[Object]
impl Plan {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::Plan(self.0.id).encode()
    }

    /// The vendor's own name for it: what an order line takes as `planCode`.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is.
    async fn description(&self) -> Option<&str> {
        self.0.description.as_deref()
    }

    /// Where it is sold, as ISO 3166-1 alpha-2 has it: `IT`.
    async fn country(&self) -> &str {
        &self.0.country
    }

    /// The price for each period it is sold for, the shortest first; without reductions.
    #[graphql(complexity = "2 * child_complexity")]
    async fn prices(&self) -> Vec<PlanPrice> {
        self.0.prices.iter().map(|price| PlanPrice::new(&self.0, price)).collect()
    }

    /// A one-off fee for each new contract, without tax; null when there is none.
    async fn setup_fee(&self) -> Option<Money> {
        let fee = self.0.setup_fee;
        (Exact::ZERO < fee).then(|| Money(fee.round(self.0.currency)))
    }

    /// Whether it cannot be withdrawn from (Directive 2011/83/EU, article 16).
    async fn withdrawal_excluded(&self) -> bool {
        self.0.withdrawal_excluded
    }
}

/// What a plan costs for one period.
#[derive(SimpleObject)]
pub struct PlanPrice {
    /// The period, as an ISO 8601 duration: `P1M`, `P1Y`.
    period: String,
    /// The price without tax.
    net: Money,
    /// The tax: total minus net.
    tax: Money,
    /// The price with tax, rounded once, half up.
    total: Money,
}

impl PlanPrice {
    fn new(plan: &catalog::Plan, price: &catalog::PlanPrice) -> Self {
        let (net, tax, total) = with_tax(price.net, plan.currency, plan.tax_rate);
        let period = price.period.to_string();
        Self { period, net: Money(net), tax: Money(tax), total: Money(total) }
    }
}

/// A page of plans, in the order of their codes.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct PlanConnection {
    /// The plans with their cursors.
    edges: Vec<PlanEdge>,
    /// Where this page stands in the catalog.
    page_info: PageInfo,
}

/// A page of plans, in the order of their codes.
#[ComplexObject]
impl PlanConnection {
    /// The plans without their cursors.
    async fn nodes(&self) -> Vec<Plan> {
        self.edges.iter().map(|edge| edge.node.clone()).collect()
    }
}

/// A plan in a page of the catalog.
#[derive(SimpleObject)]
pub struct PlanEdge {
    /// The plan's place in this list.
    cursor: String,
    /// The plan.
    node: Plan,
}

pub async fn plan_page(
    ctx: &Context<'_>,
    country: &str,
    first: Option<i32>,
    after: Option<String>,
) -> Result<PlanConnection> {
    if !is_country(country) {
        let message = "A country is two capital letters, as ISO 3166-1 has them: IT.";
        return Err(coded(Code::BadUserInput, message));
    }
    let paging = Paging::new(first, after, None, None)?;
    let start = format!("plans:{country}:");
    let after = paging.after.as_deref().map(|cursor| {
        let text = open(cursor).ok_or_else(bad_cursor)?;
        let code = text.strip_prefix(&start).and_then(texts::code);
        code.map(str::to_owned).ok_or_else(bad_cursor)
    });
    let after = after.transpose()?;
    let db = store(ctx).read();
    let page = crate::storage::catalog::page(db, country, after.as_deref(), paging.limit + 1).await;
    let page = page.map_err(|error| broken(&error))?;
    let cursor = |plan: &catalog::Plan| seal(&format!("{start}{}", plan.code));
    let (page, page_info) = paging.cut(page, cursor);
    let edges = page.into_iter().map(|plan| PlanEdge { cursor: cursor(&plan), node: Plan(plan) });
    Ok(PlanConnection { edges: edges.collect(), page_info })
}
