//! Documents that were asked for.

use entity::document_request;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{StorageError, Tx, member, within};
use crate::domain::actor::Reach;
use crate::domain::document::{DocumentKind, DocumentRequest, DocumentRequestStatus};
use crate::domain::ids::{CustomerId, DocumentRequestId, OrderId};

fn value(row: document_request::Model) -> Result<DocumentRequest, StorageError> {
    Ok(DocumentRequest {
        id: DocumentRequestId(row.id),
        order_id: OrderId(row.order_id),
        kind: member("document_request", "kind", &row.kind, DocumentKind::parse)?,
        status: member("document_request", "status", &row.status, DocumentRequestStatus::parse)?,
        message: row.message,
        requested_at: row.requested_at,
        due_at: row.due_at,
    })
}

pub async fn insert(
    tx: &Tx,
    customer: CustomerId,
    requests: &[DocumentRequest],
) -> Result<(), StorageError> {
    let rows = requests.iter().map(|it| document_request::ActiveModel {
        id: Set(it.id.0),
        order_id: Set(it.order_id.0),
        customer_id: Set(customer.0),
        kind: Set(it.kind.name().to_owned()),
        status: Set(it.status.name().to_owned()),
        message: Set(it.message.clone()),
        requested_at: Set(it.requested_at),
        due_at: Set(it.due_at),
    });
    document_request::Entity::insert_many(rows).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// What several orders were asked for, the oldest request first.
pub async fn of_orders(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<DocumentRequest>, StorageError> {
    let rows = document_request::Entity::find()
        .filter(document_request::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .order_by_asc(document_request::Column::RequestedAt)
        .order_by_asc(document_request::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

/// By id, within reach, in no particular order.
pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[DocumentRequestId],
) -> Result<Vec<DocumentRequest>, StorageError> {
    let rows = document_request::Entity::find()
        .filter(document_request::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(within(document_request::Column::CustomerId, reach))
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

/// Puts an open request to an end: the order it was for is over, or the papers came otherwise.
pub async fn close_open(
    tx: &Tx,
    order: OrderId,
    status: DocumentRequestStatus,
) -> Result<(), StorageError> {
    let row = document_request::ActiveModel {
        status: Set(status.name().to_owned()),
        ..Default::default()
    };
    document_request::Entity::update_many()
        .set(row)
        .filter(document_request::Column::OrderId.eq(order.0))
        .filter(document_request::Column::Status.eq(DocumentRequestStatus::Open.name()))
        .exec(tx.db())
        .await?;
    Ok(())
}
