//! Reading everything there is, a page at a time, out of one snapshot.

use entity::{customer, order_event, orders};
use futures_util::{Stream, StreamExt};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use uuid::Uuid;

use super::{StorageError, history, orders as whole_orders};
use crate::domain::history::{Event, FeedPosition};
use crate::domain::ids::{CustomerId, OrderId};
use crate::domain::order::Order;

/// Orders in the order of their ids, `limit` at most.
pub async fn orders_after(
    db: &impl ConnectionTrait,
    after: Option<OrderId>,
    limit: u64,
) -> Result<Vec<Order>, StorageError> {
    let mut query = orders::Entity::find().order_by_asc(orders::Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(orders::Column::Id.gt(after.0));
    }
    whole_orders::with_lines(db, query.all(db).await?).await
}

/// The whole histories of orders, the oldest entry first.
pub async fn histories(
    db: &impl ConnectionTrait,
    of: &[OrderId],
) -> Result<Vec<Event>, StorageError> {
    let query = order_event::Entity::find()
        .filter(order_event::Column::OrderId.is_in(of.iter().map(|id| id.0)))
        .order_by_asc(order_event::Column::OrderId)
        .order_by_asc(order_event::Column::Sequence);
    history::events(db, query).await
}

/// A customer, and the newest number of the feed.
pub struct Feed {
    pub customer: CustomerId,
    pub reference: String,
    pub newest: i64,
}

/// Customers in the order of their ids, `limit` at most.
pub async fn feeds_after(
    db: &impl ConnectionTrait,
    after: Option<CustomerId>,
    limit: u64,
) -> Result<Vec<Feed>, StorageError> {
    use customer::Column::{FeedSequence, Id, Reference};
    let mut query = customer::Entity::find()
        .select_only()
        .columns([Id, Reference, FeedSequence])
        .order_by_asc(Id)
        .limit(limit);
    if let Some(after) = after {
        query = query.filter(Id.gt(after.0));
    }
    let rows: Vec<(Uuid, String, i64)> = query.into_tuple().all(db).await?;
    let feed = |(id, reference, newest)| Feed { customer: CustomerId(id), reference, newest };
    Ok(rows.into_iter().map(feed).collect())
}

/// The numbers of customers' feeds, each customer's own in their order, with their places in the
/// feed over all orders.
pub async fn feed_entries<'a>(
    db: &'a DatabaseTransaction,
    of: &[CustomerId],
) -> Result<
    impl Stream<Item = Result<(CustomerId, i64, FeedPosition), StorageError>> + Send + use<'a>,
    StorageError,
> {
    use order_event::Column::{CustomerId as Of, CustomerSequence, Id, TransactionId};
    let query = order_event::Entity::find()
        .select_only()
        .columns([Of, CustomerSequence, TransactionId, Id])
        .filter(Of.is_in(of.iter().map(|id| id.0)))
        .order_by_asc(Of)
        .order_by_asc(CustomerSequence);
    let rows = query.into_tuple::<(Uuid, i64, i64, i64)>().stream(db).await?;
    Ok(rows.map(|row| {
        let (customer, number, transaction, row) = row?;
        Ok((CustomerId(customer), number, FeedPosition { transaction, row }))
    }))
}
