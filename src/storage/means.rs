//! Registered means of payment.

use entity::payment_mean;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::{StorageError, Tx, member, within};
use crate::domain::actor::Reach;
use crate::domain::ids::{CustomerId, PaymentMeanId};
use crate::domain::payment::{MeanStatus, MethodKind, PaymentMean};

fn value(row: payment_mean::Model) -> Result<PaymentMean, StorageError> {
    Ok(PaymentMean {
        id: PaymentMeanId(row.id),
        customer_id: CustomerId(row.customer_id),
        kind: member("payment_mean", "kind", &row.kind, MethodKind::parse)?,
        status: member("payment_mean", "status", &row.status, MeanStatus::parse)?,
        token: row.token,
        label: row.label,
        is_default: row.is_default,
        expires_on: row.expires_on,
    })
}

pub async fn insert(tx: &Tx, it: &PaymentMean) -> Result<(), StorageError> {
    let row = payment_mean::ActiveModel {
        id: Set(it.id.0),
        customer_id: Set(it.customer_id.0),
        kind: Set(it.kind.name().to_owned()),
        token: Set(it.token.clone()),
        label: Set(it.label.clone()),
        status: Set(it.status.name().to_owned()),
        is_default: Set(it.is_default),
        expires_on: Set(it.expires_on),
        created_at: Set(tx.now),
    };
    payment_mean::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Means of several customers that were not removed, the oldest first.
pub async fn of_customers(
    db: &impl ConnectionTrait,
    customers: &[CustomerId],
) -> Result<Vec<PaymentMean>, StorageError> {
    let rows = payment_mean::Entity::find()
        .filter(payment_mean::Column::CustomerId.is_in(customers.iter().map(|id| id.0)))
        .filter(payment_mean::Column::Status.ne(MeanStatus::Removed.name()))
        .order_by_asc(payment_mean::Column::CreatedAt)
        .order_by_asc(payment_mean::Column::Id)
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

pub async fn find(
    db: &impl ConnectionTrait,
    reach: Reach,
    id: PaymentMeanId,
) -> Result<Option<PaymentMean>, StorageError> {
    Ok(many(db, reach, &[id]).await?.pop())
}

/// By id, within reach, in no particular order.
pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[PaymentMeanId],
) -> Result<Vec<PaymentMean>, StorageError> {
    let rows = payment_mean::Entity::find()
        .filter(payment_mean::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(within(payment_mean::Column::CustomerId, reach))
        .filter(payment_mean::Column::Status.ne(MeanStatus::Removed.name()))
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

/// Takes the default away from whichever mean of this kind has it.
pub async fn clear_default(
    tx: &Tx,
    customer: CustomerId,
    kind: MethodKind,
) -> Result<(), StorageError> {
    let row = payment_mean::ActiveModel { is_default: Set(false), ..Default::default() };
    payment_mean::Entity::update_many()
        .set(row)
        .filter(payment_mean::Column::CustomerId.eq(customer.0))
        .filter(payment_mean::Column::Kind.eq(kind.name()))
        .filter(payment_mean::Column::IsDefault.eq(true))
        .exec(tx.db())
        .await?;
    Ok(())
}

pub async fn save(tx: &Tx, it: &PaymentMean) -> Result<(), StorageError> {
    let row = payment_mean::ActiveModel {
        status: Set(it.status.name().to_owned()),
        is_default: Set(it.is_default),
        ..Default::default()
    };
    payment_mean::Entity::update_many()
        .set(row)
        .filter(payment_mean::Column::Id.eq(it.id.0))
        .exec(tx.db())
        .await?;
    Ok(())
}
