//! What can be asked.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};

use super::catalog::{PlanConnection, plan_page};
use super::context::{asking_customer, clock, reads, reads_customers, store, viewer};
use super::customer::{Customer, Operator, Service, Viewer};
use super::enums::{OrderLineKind, PaymentState, RefundState};
use super::error::{Code, broken, coded};
use super::ids::seal;
use super::money_list::{PaymentConnection, RefundConnection, Wanted, payment_page, refund_page};
use super::node::{self, Node};
use super::order::Order;
use super::order_list::{OrderConnection, OrderFilter, OrderOrder, order_page};
use super::paging::Paging;
use super::scalars::Money;
use super::screen::show;
use super::user_error::{OrderPlaceError, place_problem};
use crate::actions::Stop;
use crate::actions::price::{WantedLine, price};
use crate::actions::read::Shown;
use crate::domain::actor::Actor;
use crate::domain::number::OrderNumber;
use crate::storage::{customers, orders};

/// Ids that `nodes` takes at most.
const NODES_MAX: usize = 100;

pub struct Query;

/// What can be asked.
#[Object]
impl Query {
    /// The object of a global id. Null both when there is none and when it is somebody else's.
    async fn node(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The `id` of an object, as it came.")] id: ID,
    ) -> Result<Option<Node>> {
        Ok(node::find(ctx, &[id]).await?.pop().flatten())
    }

    /// The objects of at most 100 global ids, in their order, with null where there is none.
    #[graphql(complexity = "ids.len() * child_complexity")]
    async fn nodes(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The ids of objects, as they came: at most 100.")] ids: Vec<ID>,
    ) -> Result<Vec<Option<Node>>> {
        if NODES_MAX < ids.len() {
            let message = format!("`ids` takes at most {NODES_MAX} ids.");
            return Err(coded(Code::BadUserInput, message));
        }
        node::find(ctx, &ids).await
    }

    /// Who is asking. Null when nobody is: only `catalog`, `orderPreview`, `viewer` and the nodes
    /// of plans answer without a token.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Option<Viewer>> {
        let Some(actor) = viewer(ctx) else { return Ok(None) };
        Ok(match actor {
            Actor::Customer { id, .. } => {
                Some(Viewer::Customer(Customer::alone(asking_customer(ctx, *id).await?)))
            }
            Actor::Operator { name, scopes } => Some(Viewer::Operator(Operator {
                id: ID(seal(&format!("Operator:{name}"))),
                name: name.clone(),
                scopes: scopes.iter().map(ToString::to_string).collect(),
            })),
            Actor::Service { name, scopes } => Some(Viewer::Service(Service {
                id: ID(seal(&format!("Service:{name}"))),
                name: name.clone(),
                scopes: scopes.iter().map(ToString::to_string).collect(),
            })),
            Actor::System => None,
        })
    }

    /// An order by its number. Null both when there is none and when it is somebody else's.
    async fn order(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The number, however it is spelled: case and dashes do not matter.")]
        number: String,
    ) -> Result<Option<Order>> {
        let reach = reads(ctx)?;
        let Some(number) = OrderNumber::parse(&number) else { return Ok(None) };
        let found = orders::find(store(ctx).read(), reach, &number).await;
        let found = found.map_err(|error| broken(&error))?;
        show(ctx, found.iter().map(|order| Shown::Order(order.id)));
        Ok(found.map(Order::alone))
    }

    /// Orders, the newest first unless `orderBy` says otherwise. A customer sees their own; an
    /// operator or service with a scope on orders sees everybody's.
    #[graphql(
        complexity = "5 + first.or(last).unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    #[expect(clippy::too_many_arguments, reason = "Relay's connections take these")]
    async fn orders(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start: 0 to 100, by default 20.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end: 0 to 100. Not together with `first`.")]
        last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only orders that fit all of this.")] filter: Option<OrderFilter>,
        #[graphql(desc = "What to sort by: by default the newest first.")] order_by: Option<
            OrderOrder,
        >,
    ) -> Result<OrderConnection> {
        let paging = Paging::new(first, after, last, before)?;
        order_page(ctx, reads(ctx)?, paging, filter, order_by).await
    }

    /// What is on sale in a country, in the order of the plans' codes. Needs no token.
    #[graphql(complexity = "5 + first.unwrap_or(20).clamp(0, 100) as usize * child_complexity")]
    async fn catalog(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The country, as ISO 3166-1 alpha-2 has it: `IT`.")] country: String,
        #[graphql(desc = "So many from the start: 0 to 100, by default 20.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
    ) -> Result<PlanConnection> {
        plan_page(ctx, &country, first, after).await
    }

    /// A customer by reference, for operators and services with `customers:write` or a scope on
    /// orders. A customer finds themselves only. Null both when there is none and when it is
    /// somebody else.
    async fn customer(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The vendor's own name for the account.")] reference: String,
    ) -> Result<Option<Customer>> {
        let reach = reads_customers(ctx)?;
        let found = customers::by_reference(store(ctx).read(), reach, &reference).await;
        let found = found.map_err(|error| broken(&error))?;
        show(ctx, found.iter().map(|customer| Shown::Customer(customer.id)));
        Ok(found.map(Customer::alone))
    }

    /// Everybody's payments, the oldest first. Those that are unclear have an `unclearSince`. Scope:
    /// `orders:read` or `payments:write`.
    #[graphql(
        complexity = "10 + first.or(last).unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    #[expect(clippy::too_many_arguments, reason = "Relay's connections take these")]
    async fn payments(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start: 0 to 100, by default 20.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end: 0 to 100. Not together with `first`.")]
        last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only payments in one of these states. Default: in any.")] state: Option<
            Vec<PaymentState>,
        >,
        #[graphql(
            desc = "Only payments of which the provider has said something else (`contradiction`) \
                          once they were settled, or with `false` only the others. Default: both."
        )]
        contradicted: Option<bool>,
        #[graphql(
            desc = "Only payments that are unclear (`unclearSince`), or with `false` only the others. \
                          Default: both."
        )]
        unclear: Option<bool>,
    ) -> Result<PaymentConnection> {
        let wanted = Wanted { states: state, contradicted, unclear };
        payment_page(ctx, wanted, Paging::new(first, after, last, before)?).await
    }

    /// Everybody's refunds, the oldest first. Scope: `orders:read` or `refunds:write`.
    #[graphql(
        complexity = "10 + first.or(last).unwrap_or(20).clamp(0, 100) as usize * child_complexity"
    )]
    #[expect(clippy::too_many_arguments, reason = "Relay's connections take these")]
    async fn refunds(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "So many from the start: 0 to 100, by default 20.")] first: Option<i32>,
        #[graphql(desc = "Only what comes after this cursor.")] after: Option<String>,
        #[graphql(desc = "So many from the end: 0 to 100. Not together with `first`.")]
        last: Option<i32>,
        #[graphql(desc = "Only what comes before this cursor.")] before: Option<String>,
        #[graphql(desc = "Only refunds in one of these states. Default: in any.")] state: Option<
            Vec<RefundState>,
        >,
        #[graphql(
            desc = "Only refunds of which the provider has said something else (`contradiction`) \
                          once they were settled, or with `false` only the others. Default: both."
        )]
        contradicted: Option<bool>,
        #[graphql(
            desc = "Only refunds that are unclear (`unclearSince`), or with `false` only the others. \
                          Default: both."
        )]
        unclear: Option<bool>,
    ) -> Result<RefundConnection> {
        let wanted = Wanted { states: state, contradicted, unclear };
        refund_page(ctx, wanted, Paging::new(first, after, last, before)?).await
    }

    /// Prices an order without placing it. Needs no token when the country is given.
    async fn order_preview(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What would be ordered.")] input: OrderPreviewInput,
    ) -> Result<OrderPreviewPayload> {
        let country = match (input.country, viewer(ctx).and_then(Actor::customer_id)) {
            (Some(country), _) => country,
            (None, Some(id)) => asking_customer(ctx, id).await?.country.clone(),
            (None, None) => {
                let message = "Give a `country`: nobody is asking whose country could be taken.";
                return Err(coded(Code::BadUserInput, message));
            }
        };
        let lines: Vec<WantedLine> = input.lines.into_iter().map(Into::into).collect();
        let vouchers = input.vouchers.unwrap_or_default();
        let now = clock(ctx).now();
        match price(store(ctx).read(), &country, &lines, &vouchers, now).await {
            Ok(priced) => Ok(OrderPreviewPayload {
                net: Some(Money(priced.totals.net)),
                tax: Some(Money(priced.totals.tax)),
                total: Some(Money(priced.totals.total)),
                reduction: Some(Money(priced.totals.reduction)),
                errors: Vec::new(),
            }),
            Err(Stop::Refused(problems)) => Ok(OrderPreviewPayload {
                net: None,
                tax: None,
                total: None,
                reduction: None,
                errors: problems.iter().map(place_problem).collect(),
            }),
            Err(Stop::Broken(error)) => Err(broken(&error)),
        }
    }
}

/// A line that is to be ordered.
#[derive(InputObject, Clone)]
pub struct OrderLineInput {
    /// The `code` of a plan in the customer's country.
    plan_code: String,
    /// One of the plan's periods, as an ISO 8601 duration: `P1M`.
    period: String,
    /// How many: 1 to 10 000.
    #[graphql(default = 1)]
    quantity: i32,
    /// The service: a domain name, a server's name. At most 255 characters.
    service_name: Option<String>,
    /// What it is for. `RENEWAL`, `UPGRADE` and `TRANSFER` by services only; `INSTALLATION` comes by
    /// itself.
    #[graphql(default_with = "OrderLineKind::Creation")]
    pub kind: OrderLineKind,
}

impl From<OrderLineInput> for WantedLine {
    fn from(input: OrderLineInput) -> Self {
        Self {
            plan_code: input.plan_code,
            period: input.period,
            quantity: input.quantity,
            service_name: input.service_name,
            kind: input.kind.into(),
        }
    }
}

/// What is to be priced.
#[derive(InputObject)]
pub struct OrderPreviewInput {
    /// The country whose prices and tax count, as ISO 3166-1 alpha-2 has it. Default: the asking
    /// customer's.
    country: Option<String>,
    /// The lines: 1 to 100.
    lines: Vec<OrderLineInput>,
    /// Codes of vouchers: at most 10.
    #[graphql(default_with = "Some(Vec::new())")]
    vouchers: Option<Vec<String>>,
}

/// What an order would cost, or why it could not be placed so.
#[derive(SimpleObject)]
pub struct OrderPreviewPayload {
    /// The total without tax; null with errors.
    net: Option<Money>,
    /// The tax; null with errors.
    tax: Option<Money>,
    /// What would be to be paid; null with errors.
    total: Option<Money>,
    /// All reductions together, without tax; null with errors.
    reduction: Option<Money>,
    /// What would have to be put right: several at once.
    errors: Vec<OrderPlaceError>,
}
