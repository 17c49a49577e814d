//! Documents that were asked for, and what was sent in.

use std::collections::HashSet;

use entity::{document, document_request};
use sea_orm::ActiveValue::Set;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::{StorageError, Tx, member, within};
use crate::domain::actor::Reach;
use crate::domain::document::{
    Document, DocumentKind, DocumentRequest, DocumentRequestStatus, FileType,
};
use crate::domain::ids::{CustomerId, DocumentId, DocumentRequestId, OrderId};

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

/// Nobody waits any more for what was asked for: the order is ending.
pub async fn reject_open(tx: &Tx, order: OrderId) -> Result<(), StorageError> {
    let row = document_request::ActiveModel {
        status: Set(DocumentRequestStatus::Rejected.name().to_owned()),
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

/// One request, within reach.
pub async fn find(
    db: &impl ConnectionTrait,
    reach: Reach,
    id: DocumentRequestId,
) -> Result<Option<DocumentRequest>, StorageError> {
    Ok(many(db, reach, &[id]).await?.pop())
}

/// Writes how far a request has come, and what was written about it. Its order is locked.
pub async fn save(tx: &Tx, it: &DocumentRequest) -> Result<(), StorageError> {
    let row = document_request::ActiveModel {
        status: Set(it.status.name().to_owned()),
        message: Set(it.message.clone()),
        ..Default::default()
    };
    document_request::Entity::update_many()
        .set(row)
        .filter(document_request::Column::Id.eq(it.id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// Whether something is asked for that has not come.
pub async fn is_any_open(tx: &Tx, order: OrderId) -> Result<bool, StorageError> {
    let open = document_request::Entity::find()
        .filter(document_request::Column::OrderId.eq(order.0))
        .filter(document_request::Column::Status.eq(DocumentRequestStatus::Open.name()))
        .count(tx.db())
        .await?;
    Ok(0 < open)
}

fn file(row: document::Model) -> Result<Document, StorageError> {
    Ok(Document {
        id: DocumentId(row.id),
        request_id: DocumentRequestId(row.request_id),
        order_id: OrderId(row.order_id),
        file_name: row.file_name,
        file_type: member("document", "content_type", &row.content_type, FileType::parse)?,
        size: row.size,
        sha256: row.sha256,
        stored_as: row.stored_as,
        uploaded_at: row.uploaded_at,
    })
}

/// Writes down a file that is where it is kept.
pub async fn insert_file(tx: &Tx, customer: CustomerId, it: &Document) -> Result<(), StorageError> {
    let row = document::ActiveModel {
        id: Set(it.id.0),
        request_id: Set(it.request_id.0),
        order_id: Set(it.order_id.0),
        customer_id: Set(customer.0),
        file_name: Set(it.file_name.clone()),
        content_type: Set(it.file_type.name().to_owned()),
        size: Set(it.size),
        sha256: Set(it.sha256.clone()),
        stored_as: Set(it.stored_as.clone()),
        uploaded_at: Set(it.uploaded_at),
    };
    document::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// What has come for several orders, the oldest first.
pub async fn files_of_orders(
    db: &impl ConnectionTrait,
    orders: &[OrderId],
) -> Result<Vec<Document>, StorageError> {
    let rows = document::Entity::find()
        .filter(document::Column::OrderId.is_in(orders.iter().map(|id| id.0)))
        .order_by_asc(document::Column::UploadedAt)
        .order_by_asc(document::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(file).collect()
}

/// What has come for one request, the oldest first.
pub async fn files_of(
    db: &impl ConnectionTrait,
    request: DocumentRequestId,
) -> Result<Vec<Document>, StorageError> {
    let rows = document::Entity::find()
        .filter(document::Column::RequestId.eq(request.0))
        .order_by_asc(document::Column::UploadedAt)
        .order_by_asc(document::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(file).collect()
}

/// Files by id, within reach, in no particular order.
pub async fn files(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[DocumentId],
) -> Result<Vec<Document>, StorageError> {
    let rows = document::Entity::find()
        .filter(document::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(within(document::Column::CustomerId, reach))
        .all(db)
        .await?;
    rows.into_iter().map(file).collect()
}

/// Everybody's files, so many after this one by id.
pub async fn files_after(
    db: &impl ConnectionTrait,
    after: Option<DocumentId>,
    limit: u64,
) -> Result<Vec<Document>, StorageError> {
    let mut query = document::Entity::find().order_by_asc(document::Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(document::Column::Id.gt(after.0));
    }
    query.all(db).await?.into_iter().map(file).collect()
}

/// Which of these files something here names.
pub async fn named(
    db: &impl ConnectionTrait,
    stored_as: &[String],
) -> Result<HashSet<String>, StorageError> {
    let names: Vec<String> = document::Entity::find()
        .select_only()
        .column(document::Column::StoredAs)
        .filter(document::Column::StoredAs.is_in(stored_as))
        .into_tuple()
        .all(db)
        .await?;
    Ok(names.into_iter().collect())
}
