//! The history of orders: written with every change, read by those who follow.

use entity::{internal_note, order_event};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbBackend, EntityTrait, ExprTrait, FromQueryResult,
    QueryFilter, QueryOrder, QuerySelect, Select, Statement,
};

use super::store::Announcement;
use super::{StorageError, Tx, customers, member, outbox, within};
use crate::domain::actor::{ActorKind, Reach};
use crate::domain::history::{Entry, Event, EventKind, FeedPosition, InternalNote};
use crate::domain::ids::{CustomerId, OrderId, time_ordered};
use crate::domain::order::Order;
use crate::domain::tracking::StepName;

/// Writes an order's news, numbers them in the customer's feed, and announces them.
pub(super) async fn append(tx: &Tx, order: &mut Order) -> Result<(), StorageError> {
    let news = std::mem::take(&mut order.news);
    if news.is_empty() {
        return Ok(());
    }
    let count = i64::try_from(news.len()).expect("a change writes a few entries");
    let raised = customers::raise_feed(tx, order.customer_id, count).await?;
    let numbered = news.into_iter().zip(raised.first..);
    let rows = numbered.map(|(entry, customer_sequence)| order_event::ActiveModel {
        id: NotSet,
        transaction_id: Set(raised.transaction),
        order_id: Set(order.id.0),
        sequence: Set(entry.sequence),
        customer_id: Set(order.customer_id.0),
        customer_sequence: Set(customer_sequence),
        kind: Set(entry.kind.name().to_owned()),
        at: Set(entry.at),
        step: Set(entry.step.name().to_owned()),
        actor: Set(entry.actor.name().to_owned()),
        detail: Set(entry.detail),
    });
    order_event::Entity::insert_many(rows).exec_without_returning(tx.db()).await?;
    let announcement = Announcement {
        order_id: order.id,
        customer_id: order.customer_id,
        sequence: order.sequence,
    };
    outbox::append(tx, announcement).await?;
    tx.announce(announcement);
    Ok(())
}

fn event(row: order_event::Model) -> Result<Event, StorageError> {
    let entry = Entry {
        sequence: row.sequence,
        kind: member("order_event", "kind", &row.kind, EventKind::parse)?,
        at: row.at,
        step: member("order_event", "step", &row.step, StepName::parse)?,
        actor: member("order_event", "actor", &row.actor, ActorKind::parse)?,
        detail: row.detail,
    };
    Ok(Event {
        order_id: OrderId(row.order_id),
        customer_id: CustomerId(row.customer_id),
        entry,
        customer_sequence: row.customer_sequence,
        feed: FeedPosition { transaction: row.transaction_id, row: row.id },
    })
}

pub(super) async fn events(
    db: &impl ConnectionTrait,
    query: Select<order_event::Entity>,
) -> Result<Vec<Event>, StorageError> {
    query.all(db).await?.into_iter().map(event).collect()
}

/// Entries of one order whose number is beyond `after`, in their order, `limit` at most.
pub async fn after_sequence(
    db: &impl ConnectionTrait,
    order: OrderId,
    after: i64,
    limit: u64,
) -> Result<Vec<Event>, StorageError> {
    let query = order_event::Entity::find()
        .filter(order_event::Column::OrderId.eq(order.0))
        .filter(order_event::Column::Sequence.gt(after))
        .order_by_asc(order_event::Column::Sequence)
        .limit(limit);
    events(db, query).await
}

/// Entries of one order whose number is below `before`, the newest first, `limit` at most.
pub async fn before_sequence(
    db: &impl ConnectionTrait,
    order: OrderId,
    before: i64,
    limit: u64,
) -> Result<Vec<Event>, StorageError> {
    let query = order_event::Entity::find()
        .filter(order_event::Column::OrderId.eq(order.0))
        .filter(order_event::Column::Sequence.lt(before))
        .order_by_desc(order_event::Column::Sequence)
        .limit(limit);
    events(db, query).await
}

/// Entries of all of a customer's orders beyond `after` in their feed.
pub async fn after_in_customer_feed(
    db: &impl ConnectionTrait,
    customer: CustomerId,
    after: i64,
    limit: u64,
) -> Result<Vec<Event>, StorageError> {
    let query = order_event::Entity::find()
        .filter(order_event::Column::CustomerId.eq(customer.0))
        .filter(order_event::Column::CustomerSequence.gt(after))
        .order_by_asc(order_event::Column::CustomerSequence)
        .limit(limit);
    events(db, query).await
}

/// A stretch of the feed over all orders.
#[derive(Debug, Default)]
pub struct Stretch {
    pub events: Vec<Event>,
    /// There are entries beyond, and a transaction still runs whose own may come before them. If
    /// it writes none, nobody is woken when it ends: look again soon.
    pub is_held_up: bool,
}

#[derive(FromQueryResult)]
struct FeedRow {
    #[sea_orm(nested)]
    event: order_event::Model,
    settled: bool,
}

/// Entries of all orders beyond `after`. On PostgreSQL only what no running transaction can still
/// come before: a row's number is not an order of commits there.
pub async fn after_in_feed(
    db: &impl ConnectionTrait,
    after: FeedPosition,
    limit: u64,
) -> Result<Stretch, StorageError> {
    use order_event::Column::{Id, TransactionId};
    let query = order_event::Entity::find().expr_as(settled(db), "settled");
    let query = if db.get_database_backend() == DbBackend::Postgres {
        let place = Expr::tuple([Expr::col(TransactionId), Expr::col(Id)]);
        let beyond = place.gt(Expr::tuple([Expr::val(after.transaction), Expr::val(after.row)]));
        query.filter(beyond).order_by_asc(TransactionId).order_by_asc(Id)
    } else {
        query.filter(Id.gt(after.row)).order_by_asc(Id)
    };
    let rows = query.limit(limit).into_model::<FeedRow>().all(db).await?;
    let count = rows.len();
    let settled = rows.into_iter().take_while(|row| row.settled).map(|row| event(row.event));
    let events = settled.collect::<Result<Vec<Event>, StorageError>>()?;
    Ok(Stretch { is_held_up: events.len() < count, events })
}

/// The newest place in the feed over all orders that can be read from.
pub async fn feed_end(db: &impl ConnectionTrait) -> Result<FeedPosition, StorageError> {
    use order_event::Column::{Id, TransactionId};
    let newest = order_event::Entity::find()
        .filter(settled(db))
        .order_by_desc(TransactionId)
        .order_by_desc(Id)
        .one(db)
        .await?;
    Ok(newest
        .map(|row| FeedPosition { transaction: row.transaction_id, row: row.id })
        .unwrap_or_default())
}

/// Of an entry: no transaction that still runs can come before it.
fn settled(db: &impl ConnectionTrait) -> SimpleExpr {
    Expr::cust(match db.get_database_backend() {
        DbBackend::Postgres => {
            "transaction_id < (pg_snapshot_xmin(pg_current_snapshot())::text::bigint)"
        }
        // One writer: the order of rows is the order of commits.
        _ => "TRUE",
    })
}

/// The newest number of a customer's feed, within reach; 0 when nothing has happened yet.
pub async fn customer_feed_end(
    db: &impl ConnectionTrait,
    customer: CustomerId,
) -> Result<i64, StorageError> {
    let row = entity::customer::Entity::find_by_id(customer.0).one(db).await?;
    Ok(row.map_or(0, |row| row.feed_sequence))
}

/// Entries by their orders and numbers, within reach, in no particular order.
pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    keys: &[(OrderId, i64)],
) -> Result<Vec<Event>, StorageError> {
    use order_event::Column::{CustomerId, OrderId as OfOrder, Sequence};
    let one = |(order, sequence): &(OrderId, i64)| {
        Condition::all().add(OfOrder.eq(order.0)).add(Sequence.eq(*sequence))
    };
    let any = keys.iter().map(one).fold(Condition::any(), Condition::add);
    let query = order_event::Entity::find().filter(within(CustomerId, reach)).filter(any);
    events(db, query).await
}

/// Histories of several orders at once: for each the `limit` newest below `before`, the newest
/// first, in one statement.
pub async fn newest_of_many(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
    limit: u64,
) -> Result<Vec<Event>, StorageError> {
    let marks = |backend: DbBackend| -> String {
        (1..=orders.len())
            .map(|at| if backend == DbBackend::Postgres { format!("${at}") } else { "?".into() })
            .collect::<Vec<_>>()
            .join(", ")
    };
    let backend = db.get_database_backend();
    let sql = format!(
        "SELECT id, transaction_id, order_id, sequence, customer_id, customer_sequence, kind, at, \
         step, actor, detail FROM (SELECT e.*, row_number() OVER (PARTITION BY order_id ORDER BY \
         sequence DESC) AS place FROM order_event e WHERE order_id IN ({})) newest \
         WHERE place <= {limit} ORDER BY order_id, sequence DESC",
        marks(backend)
    );
    let values = orders.iter().map(|id| id.0.into());
    let statement = Statement::from_sql_and_values(backend, sql, values);
    let rows = db.query_all_raw(statement).await?;
    rows.iter().map(|row| event(order_event::Model::from_query_result(row, "")?)).collect()
}

/// What operators wrote for each other about several orders, the oldest first.
pub async fn internal_notes(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<InternalNote>, StorageError> {
    let rows = internal_note::Entity::find()
        .filter(internal_note::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .order_by_asc(internal_note::Column::At)
        .order_by_asc(internal_note::Column::Id)
        .all(db)
        .await?;
    let note = |row: internal_note::Model| InternalNote {
        order_id: OrderId(row.order_id),
        at: row.at,
        operator: row.operator,
        text: row.text,
    };
    Ok(rows.into_iter().map(note).collect())
}

pub async fn add_internal_note(
    tx: &Tx,
    order: OrderId,
    operator: &str,
    text: &str,
) -> Result<(), StorageError> {
    let row = internal_note::ActiveModel {
        id: Set(time_ordered(tx.now)),
        order_id: Set(order.0),
        at: Set(tx.now),
        operator: Set(operator.to_owned()),
        text: Set(text.to_owned()),
    };
    internal_note::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}
