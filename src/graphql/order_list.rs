//! Lists of orders: filters, sorting, pages.

use async_graphql::{ComplexObject, Context, Enum, ID, InputObject, Result, SimpleObject};

use super::context::store;
use super::enums::OrderStatus;
use super::error::{Code, broken, coded};
use super::ids::{NodeId, wrong_type};
use super::order::Order;
use super::paging::{PageInfo, Paging, order_cursor, order_key};
use super::scalars::DateTime;
use super::screen::show;
use crate::actions::read::Shown;
use crate::domain::actor::Reach;
use crate::domain::number::OrderNumber;
use crate::domain::order;
use crate::storage::pages::{self, Filter, SortBy, Window};

/// Statuses in a filter at most: there are no more.
const STATUSES_MAX: usize = 8;
/// The longest start of a number, in characters.
const NUMBER_PREFIX_MAX: usize = 32;

/// Narrows a list of orders to those that fit all that is given.
#[derive(InputObject, Clone, Debug, Default)]
pub struct OrderFilter {
    /// Orders that stand at one of these; at most eight.
    status: Option<Vec<OrderStatus>>,
    /// Orders whose number starts like this; case and dashes do not matter. At most 32 characters.
    number: Option<String>,
    /// Orders placed at this moment or later.
    created_from: Option<DateTime>,
    /// Orders placed at this moment or before.
    created_to: Option<DateTime>,
    /// Orders of this customer. For operators and services only.
    customer: Option<ID>,
}

impl OrderFilter {
    pub fn read(self, reach: Reach) -> Result<Filter> {
        if self.status.as_ref().is_some_and(|all| STATUSES_MAX < all.len()) {
            let message = format!("`status` takes at most {STATUSES_MAX} statuses.");
            return Err(coded(Code::BadUserInput, message));
        }
        if self.number.as_ref().is_some_and(|it| NUMBER_PREFIX_MAX < it.chars().count()) {
            let message = format!("`number` takes at most {NUMBER_PREFIX_MAX} characters.");
            return Err(coded(Code::BadUserInput, message));
        }
        let customer = match (self.customer, reach) {
            (None, _) => None,
            (Some(_), Reach::Own(_) | Reach::Nothing) => {
                let message = "This list is of one customer's orders only. Leave `customer` out.";
                return Err(coded(Code::Forbidden, message));
            }
            (Some(id), Reach::All) => match NodeId::decode(&id)? {
                NodeId::Customer(id) => Some(id),
                _ => return Err(wrong_type("a customer")),
            },
        };
        Ok(Filter {
            statuses: self.status.map(|all| all.into_iter().map(Into::into).collect()),
            number_prefix: self.number.map(|text| OrderNumber::prefix(&text)),
            created_from: self.created_from.map(|it| it.0),
            created_to: self.created_to.map(|it| it.0),
            customer,
        })
    }
}

/// How a list of orders is sorted. Orders that are equal in it are sorted by their id.
#[derive(InputObject, Clone, Copy, Debug)]
pub struct OrderOrder {
    /// By what.
    field: OrderOrderField,
    /// Which way.
    direction: OrderDirection,
}

/// What orders can be sorted by.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderOrderField {
    /// The moment the order was placed.
    CreatedAt,
    /// The total, tax included, whatever the currency.
    Total,
    /// The number.
    Number,
}

/// Which way a list is sorted.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderDirection {
    /// The smallest or oldest first.
    Asc,
    /// The largest or newest first.
    Desc,
}

/// A page of orders.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct OrderConnection {
    /// The orders with their cursors.
    edges: Vec<OrderEdge>,
    /// Where this page stands in the list.
    page_info: PageInfo,
    #[graphql(skip)]
    counting: (Reach, Filter),
}

/// A page of orders.
#[ComplexObject]
impl OrderConnection {
    /// The orders without their cursors.
    async fn nodes(&self) -> Vec<Order> {
        self.edges.iter().map(|edge| edge.node.clone()).collect()
    }

    /// How many orders there are: counted only when asked for, and never above 10 000.
    #[graphql(complexity = 20)]
    async fn total_count(&self, ctx: &Context<'_>) -> Result<u64> {
        let (reach, filter) = &self.counting;
        pages::count(store(ctx).read(), *reach, filter).await.map_err(|error| broken(&error))
    }
}

/// An order in a list.
#[derive(SimpleObject)]
pub struct OrderEdge {
    /// The order's place in this list.
    cursor: String,
    /// The order.
    node: Order,
}

/// A page of the orders within reach.
pub async fn order_page(
    ctx: &Context<'_>,
    reach: Reach,
    paging: Paging,
    filter: Option<OrderFilter>,
    order_by: Option<OrderOrder>,
) -> Result<OrderConnection> {
    let filter = filter.unwrap_or_default().read(reach)?;
    let sort = match order_by.map(|it| it.field) {
        None | Some(OrderOrderField::CreatedAt) => SortBy::CreatedAt,
        Some(OrderOrderField::Total) => SortBy::Total,
        Some(OrderOrderField::Number) => SortBy::Number,
    };
    let key =
        |cursor: &Option<String>| cursor.as_deref().map(|text| order_key(sort, text)).transpose();
    let window = Window {
        sort,
        descending: order_by.is_none_or(|it| it.direction == OrderDirection::Desc),
        after: key(&paging.after)?,
        before: key(&paging.before)?,
        from_end: paging.from_end,
        limit: paging.limit,
    };
    let page = pages::page(store(ctx).read(), reach, &filter, window).await;
    let page = page.map_err(|error| broken(&error))?;
    let cursor = |order: &order::Order| order_cursor(sort, &sort.key(order));
    let (page, page_info) = paging.cut(page, cursor);
    show(ctx, page.iter().map(|order| Shown::Order(order.id)));
    let edges = Order::list(page)
        .into_iter()
        .map(|order| OrderEdge { cursor: cursor(&order.0), node: order });
    Ok(OrderConnection { edges: edges.collect(), page_info, counting: (reach, filter) })
}
