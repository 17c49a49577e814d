//! Who works on which order just now.

use chrono::{DateTime, Utc};
use entity::{order_claim, orders};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

use super::{StorageError, Tx, member};
use crate::domain::claim::Claim;
use crate::domain::ids::OrderId;
use crate::domain::status::OrderStatus;

fn value(row: order_claim::Model) -> Result<Claim, StorageError> {
    Ok(Claim {
        order_id: OrderId(row.order_id),
        operator: row.operator,
        since: row.since,
        until: row.until,
        status: member("order_claim", "status", &row.status, OrderStatus::parse)?,
    })
}

/// The last claims to several orders, live or not.
pub async fn of_orders(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<Claim>, StorageError> {
    let rows = order_claim::Entity::find()
        .filter(order_claim::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

/// The live claims to one order, or to all of them: few, since few operators work at a time.
pub async fn live(
    db: &impl ConnectionTrait,
    order: Option<OrderId>,
    now: DateTime<Utc>,
) -> Result<Vec<Claim>, StorageError> {
    let same_step = Query::select()
        .expr(Expr::val(1))
        .from(orders::Entity)
        .and_where(
            Expr::col((orders::Entity, orders::Column::Id))
                .equals((order_claim::Entity, order_claim::Column::OrderId)),
        )
        .and_where(
            Expr::col((orders::Entity, orders::Column::Status))
                .equals((order_claim::Entity, order_claim::Column::Status)),
        )
        .to_owned();
    let mut query = order_claim::Entity::find()
        .filter(order_claim::Column::Until.gt(now))
        .filter(Expr::exists(same_step));
    if let Some(order) = order {
        query = query.filter(order_claim::Column::OrderId.eq(order.0));
    }
    query.all(db).await?.into_iter().map(value).collect()
}

/// Writes a claim in the place of the one before. The order is locked.
pub async fn put(tx: &Tx, it: &Claim) -> Result<(), StorageError> {
    remove(tx, it.order_id).await?;
    let row = order_claim::ActiveModel {
        order_id: Set(it.order_id.0),
        operator: Set(it.operator.clone()),
        since: Set(it.since),
        until: Set(it.until),
        status: Set(it.status.name().to_owned()),
    };
    order_claim::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

pub async fn remove(tx: &Tx, order: OrderId) -> Result<(), StorageError> {
    order_claim::Entity::delete_by_id(order.0).exec(tx.db()).await?;
    Ok(())
}
