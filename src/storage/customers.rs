//! Customers, and the numbers of their feeds.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use entity::customer;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter};

use super::order_rows::{billing, billing_to_json};
use super::{StorageError, Tx, member, within};
use crate::domain::actor::Reach;
use crate::domain::customer::{AccountKind, Customer};
use crate::domain::ids::CustomerId;
use crate::domain::writing::is_line;

fn value(row: customer::Model) -> Result<Customer, StorageError> {
    Ok(Customer {
        id: CustomerId(row.id),
        kind: member("customer", "kind", &row.kind, AccountKind::parse)?,
        time_zone: member("customer", "time_zone", &row.time_zone, |it| it.parse::<Tz>().ok())?,
        billing: billing("customer", row.billing)?,
        deferred_days: row.deferred_days,
        reference: row.reference,
        name: row.name,
        email: row.email,
        country: row.country,
        language: row.language,
    })
}

/// Who a token names, and which of its tokens count. Nobody's data: only what signing in needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenHolder {
    pub id: CustomerId,
    /// Tokens that were issued at this time or before are revoked.
    pub tokens_valid_after: Option<DateTime<Utc>>,
}

pub async fn token_holder(
    db: &impl ConnectionTrait,
    reference: &str,
) -> Result<Option<TokenHolder>, StorageError> {
    let row = by_reference_row(db, reference).await?;
    Ok(row.map(|row| TokenHolder {
        id: CustomerId(row.id),
        tokens_valid_after: row.token_valid_after,
    }))
}

/// Makes tokens that were issued until now useless. A later time that was set before stays.
/// Answers whether there is such a customer.
pub async fn revoke_tokens(tx: &Tx, reference: &str) -> Result<bool, StorageError> {
    let Some(row) = by_reference_row(tx.db(), reference).await? else { return Ok(false) };
    let valid_after = row.token_valid_after.filter(|before| tx.now < *before).unwrap_or(tx.now);
    customer::Entity::update_many()
        .set(customer::ActiveModel {
            token_valid_after: Set(Some(valid_after)),
            ..Default::default()
        })
        .filter(customer::Column::Id.eq(row.id))
        .exec(tx.db())
        .await?;
    Ok(true)
}

pub async fn by_reference(
    db: &impl ConnectionTrait,
    reach: Reach,
    reference: &str,
) -> Result<Option<Customer>, StorageError> {
    if !is_line(reference) {
        return Ok(None);
    }
    let row = customer::Entity::find()
        .filter(within(customer::Column::Id, reach))
        .filter(customer::Column::Reference.eq(reference))
        .one(db)
        .await?;
    row.map(value).transpose()
}

async fn by_reference_row(
    db: &impl ConnectionTrait,
    reference: &str,
) -> Result<Option<customer::Model>, StorageError> {
    // None such is kept, and PostgreSQL would not even take the question.
    if !is_line(reference) {
        return Ok(None);
    }
    Ok(customer::Entity::find().filter(customer::Column::Reference.eq(reference)).one(db).await?)
}

pub async fn many(
    db: &impl ConnectionTrait,
    reach: Reach,
    ids: &[CustomerId],
) -> Result<Vec<Customer>, StorageError> {
    let rows = customer::Entity::find()
        .filter(within(customer::Column::Id, reach))
        .filter(customer::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(db)
        .await?;
    rows.into_iter().map(value).collect()
}

pub async fn find(
    db: &impl ConnectionTrait,
    reach: Reach,
    id: CustomerId,
) -> Result<Option<Customer>, StorageError> {
    Ok(many(db, reach, &[id]).await?.pop())
}

/// Writes a customer: new, or with everything but the reference and the id as given.
pub async fn upsert(tx: &Tx, customer: &Customer) -> Result<CustomerId, StorageError> {
    let row = customer::ActiveModel {
        reference: Set(customer.reference.clone()),
        kind: Set(customer.kind.name().to_owned()),
        name: Set(customer.name.clone()),
        email: Set(customer.email.clone()),
        country: Set(customer.country.clone()),
        language: Set(customer.language.clone()),
        time_zone: Set(customer.time_zone.name().to_owned()),
        billing: Set(billing_to_json(&customer.billing)),
        deferred_days: Set(customer.deferred_days),
        ..Default::default()
    };
    if let Some(known) = by_reference_row(tx.db(), &customer.reference).await? {
        customer::Entity::update_many()
            .set(row)
            .filter(customer::Column::Id.eq(known.id))
            .exec(tx.db())
            .await?;
        return Ok(CustomerId(known.id));
    }
    let row = customer::ActiveModel {
        id: Set(customer.id.0),
        feed_sequence: Set(0),
        feed_transaction: Set(0),
        token_valid_after: Set(None),
        created_at: Set(tx.now),
        ..row
    };
    customer::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(customer.id)
}

/// The next numbers of a customer's feed.
pub(super) struct Raised {
    pub first: i64,
    /// The place of these entries in the feed over all orders, as [`FeedPosition`] has it.
    ///
    /// [`FeedPosition`]: crate::domain::history::FeedPosition
    pub transaction: i64,
}

/// Takes the next `count` numbers of a customer's feed. Others wait until this transaction ends.
///
/// A transaction may get its number before it waits for a lock, so that what happens later may have
/// the lower number. The higher of its own number and its predecessor's keeps each customer's story
/// in order in the feed over all orders; and as it is never below its own number, a reader who keeps
/// below every transaction that still runs misses nothing.
pub(super) async fn raise_feed(
    tx: &Tx,
    customer: CustomerId,
    count: i64,
) -> Result<Raised, StorageError> {
    use customer::Column::{FeedSequence, FeedTransaction, Id};
    let mut raise = customer::Entity::update_many()
        .col_expr(FeedSequence, Expr::col(FeedSequence).add(count))
        .filter(Id.eq(customer.0));
    if tx.is_postgres() {
        let own = "GREATEST(feed_transaction, pg_current_xact_id()::text::bigint)";
        raise = raise.col_expr(FeedTransaction, Expr::cust(own));
    }
    let rows = raise.exec_with_returning(tx.db()).await?;
    let row = rows.first().ok_or(StorageError::Stale)?;
    Ok(Raised { first: row.feed_sequence - count + 1, transaction: row.feed_transaction })
}
