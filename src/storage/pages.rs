//! Pages of orders by keyset: page 500 costs what page 1 costs, and nothing is counted unasked.

use chrono::{DateTime, Utc};
use entity::orders::{self, Column};
use sea_orm::sea_query::{Expr, LikeExpr, SimpleExpr, Value};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, Order as Sort, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
};
use uuid::Uuid;

use super::{StorageError, orders as whole_orders, within};
use crate::domain::actor::Reach;
use crate::domain::ids::CustomerId;
use crate::domain::order::Order;
use crate::domain::status::OrderStatus;

/// Nobody waits for a count beyond this.
pub const COUNT_MAX: u64 = 10_000;

/// What a list of orders is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub statuses: Option<Vec<OrderStatus>>,
    /// The start of a number, as stored.
    pub number_prefix: Option<String>,
    pub created_from: Option<DateTime<Utc>>,
    pub created_to: Option<DateTime<Utc>>,
    pub customer: Option<CustomerId>,
}

/// What a list is sorted by. The id breaks ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    CreatedAt,
    Total,
    Number,
}

/// A place in a sorted list: the sorted value of an order, and its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub value: KeyValue,
    pub id: Uuid,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyValue {
    Time(DateTime<Utc>),
    Amount(i64),
    Text(String),
}

/// Which part of the list is wanted.
#[derive(Clone, Debug)]
pub struct Window {
    pub sort: SortBy,
    pub descending: bool,
    pub after: Option<Key>,
    pub before: Option<Key>,
    /// From the end of the list backwards.
    pub from_end: bool,
    pub limit: u64,
}

impl KeyValue {
    fn into_value(self) -> Value {
        match self {
            Self::Time(at) => at.into(),
            Self::Amount(amount) => amount.into(),
            Self::Text(text) => text.into(),
        }
    }
}

impl SortBy {
    fn column(self) -> Column {
        match self {
            Self::CreatedAt => Column::CreatedAt,
            Self::Total => Column::Total,
            Self::Number => Column::Number,
        }
    }

    /// The key of an order in a list sorted this way.
    pub fn key(self, order: &Order) -> Key {
        let value = match self {
            Self::CreatedAt => KeyValue::Time(order.created_at),
            Self::Total => KeyValue::Amount(order.total),
            Self::Number => KeyValue::Text(order.number.to_string()),
        };
        Key { value, id: order.id.0 }
    }
}

/// The orders of a window, always in the list's own direction, one more than the limit where
/// there are more.
pub async fn page(
    db: &impl ConnectionTrait,
    reach: Reach,
    filter: &Filter,
    window: Window,
) -> Result<Vec<Order>, StorageError> {
    let column = window.sort.column();
    let mut query = filtered(reach, filter);
    if let Some(key) = window.after {
        query = query.filter(beyond(column, key, window.descending));
    }
    if let Some(key) = window.before {
        query = query.filter(beyond(column, key, !window.descending));
    }
    let reading_down = window.descending != window.from_end;
    let direction = if reading_down { Sort::Desc } else { Sort::Asc };
    let rows = query
        .order_by(column, direction.clone())
        .order_by(Column::Id, direction)
        .limit(window.limit + 1)
        .all(db)
        .await?;
    let mut page = whole_orders::with_lines(db, rows).await?;
    if window.from_end {
        page.reverse();
    }
    Ok(page)
}

/// How many orders there are, never above [`COUNT_MAX`].
pub async fn count(
    db: &impl ConnectionTrait,
    reach: Reach,
    filter: &Filter,
) -> Result<u64, StorageError> {
    let query = filtered(reach, filter).select_only().column(Column::Id).limit(COUNT_MAX);
    Ok(query.count(db).await?)
}

/// Compared as a pair, so that an index is entered at the key. Of "further, or as far and a further
/// id" neither database would see that, and both would read the pages before.
fn beyond(column: Column, key: Key, descending: bool) -> SimpleExpr {
    let place = Expr::tuple([Expr::col(column), Expr::col(Column::Id)]);
    let key = Expr::tuple([Expr::val(key.value.into_value()), Expr::val(key.id)]);
    if descending { place.lt(key) } else { place.gt(key) }
}

fn filtered(reach: Reach, filter: &Filter) -> Select<orders::Entity> {
    let mut query = orders::Entity::find().filter(within(Column::CustomerId, reach));
    if let Some(statuses) = &filter.statuses {
        query = query.filter(Column::Status.is_in(statuses.iter().map(|status| status.name())));
    }
    if let Some(prefix) = &filter.number_prefix {
        // Only letters, digits and dashes come here: nothing of LIKE's own.
        query = query.filter(Column::Number.like(LikeExpr::new(format!("{prefix}%"))));
    }
    if let Some(from) = filter.created_from {
        query = query.filter(Column::CreatedAt.gte(from));
    }
    if let Some(to) = filter.created_to {
        query = query.filter(Column::CreatedAt.lte(to));
    }
    if let Some(customer) = filter.customer {
        query = query.filter(Column::CustomerId.eq(customer.0));
    }
    query
}
