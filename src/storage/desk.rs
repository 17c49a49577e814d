//! Payments and refunds of everybody, as the operators' desk works them: by age, and what of them is
//! unclear. An id begins with the time it was made at, so that the order of ids is that of age.

use chrono::{DateTime, NaiveDate, Utc};
use entity::{orders, payment, refund};
use sea_orm::ActiveValue::{self, NotSet, Set};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};
use uuid::Uuid;

use super::{StorageError, Tx, payments, refunds};
use crate::domain::attempts::has_gone_back;
use crate::domain::ids::{OrderId, PaymentId, RefundId};
use crate::domain::payment::{Payment, PaymentState, Refund, RefundState};
use crate::domain::status::OrderStatus;

/// Nobody reads a longer list of what is unclear at once.
pub const UNCLEAR_MAX: u64 = 10_000;

/// Orders that one statement names.
const ORDERS_MAX: usize = 1_000;

/// Which part of a list is wanted, the oldest first.
#[derive(Clone, Debug, Default)]
pub struct Span {
    pub after: Option<Uuid>,
    pub before: Option<Uuid>,
    /// From the end of the list backwards.
    pub from_end: bool,
    pub limit: u64,
}

/// What of a list is wanted.
#[derive(Clone, Debug)]
pub struct Filter<State> {
    /// Those in any of these states.
    pub states: Option<Vec<State>>,
    /// Those that the provider has contradicted, or those that it has not.
    pub contradicted: Option<bool>,
    /// Those that the provider does not speak of, or those that it does.
    pub unclear: Option<bool>,
}

/// Reads a part of a list, one more than the limit where there is more. The same for both tables.
macro_rules! read {
    ($db:expr, $table:ident, $span:expr, $filter:expr, $value:path) => {{
        let (span, filter) = ($span, $filter);
        let mut query = $table::Entity::find();
        if let Some(contradicted) = filter.contradicted {
            let found = $table::Column::Contradiction;
            query = query.filter(if contradicted { found.is_not_null() } else { found.is_null() });
        }
        if let Some(unclear) = filter.unclear {
            let since = $table::Column::UnclearSince;
            query = query.filter(if unclear { since.is_not_null() } else { since.is_null() });
        }
        if let Some(states) = &filter.states {
            let names = states.iter().map(|state| state.name());
            query = query.filter($table::Column::State.is_in(names));
        }
        if let Some(after) = span.after {
            query = query.filter($table::Column::Id.gt(after));
        }
        if let Some(before) = span.before {
            query = query.filter($table::Column::Id.lt(before));
        }
        query = if span.from_end {
            query.order_by_desc($table::Column::Id)
        } else {
            query.order_by_asc($table::Column::Id)
        };
        let mut rows = query.limit(span.limit + 1).all($db).await?;
        if span.from_end {
            rows.reverse();
        }
        rows.into_iter().map($value).collect()
    }};
}

/// Payments as the filter wants them.
pub async fn payments(
    db: &impl ConnectionTrait,
    filter: &Filter<PaymentState>,
    span: &Span,
) -> Result<Vec<Payment>, StorageError> {
    read!(db, payment, span, filter, payments::value)
}

/// Refunds as the filter wants them.
pub async fn refunds(
    db: &impl ConnectionTrait,
    filter: &Filter<RefundState>,
    span: &Span,
) -> Result<Vec<Refund>, StorageError> {
    read!(db, refund, span, filter, refunds::value)
}

/// The other attempts at these refunds.
pub async fn retries(
    db: &impl ConnectionTrait,
    of: &[RefundId],
) -> Result<Vec<Refund>, StorageError> {
    let rows = refund::Entity::find()
        .filter(refund::Column::RetryOf.is_in(of.iter().map(|id| id.0)))
        .all(db)
        .await?;
    rows.into_iter().map(refunds::value).collect()
}

/// Whoever was told that something is unclear is told again if it becomes so once more.
pub(super) fn alarmed(unclear_since: Option<DateTime<Utc>>) -> ActiveValue<Option<DateTime<Utc>>> {
    if unclear_since.is_none() { Set(None) } else { NotSet }
}

/// Since when what is unclear is so, and how much was contradicted by the provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub unclear_since: Vec<DateTime<Utc>>,
    pub contradicted: u64,
}

/// How the payments stand.
pub async fn standing_of_payments(db: &impl ConnectionTrait) -> Result<Standing, StorageError> {
    let since: Vec<Option<DateTime<Utc>>> = payment::Entity::find()
        .select_only()
        .column(payment::Column::UnclearSince)
        .filter(payment::Column::UnclearSince.is_not_null())
        .limit(UNCLEAR_MAX)
        .into_tuple()
        .all(db)
        .await?;
    let contradicted = payment::Entity::find()
        .filter(payment::Column::Contradiction.is_not_null())
        .count(db)
        .await?;
    Ok(Standing { unclear_since: since.into_iter().flatten().collect(), contradicted })
}

/// How the refunds stand.
pub async fn standing_of_refunds(db: &impl ConnectionTrait) -> Result<Standing, StorageError> {
    let since: Vec<Option<DateTime<Utc>>> = refund::Entity::find()
        .select_only()
        .column(refund::Column::UnclearSince)
        .filter(refund::Column::UnclearSince.is_not_null())
        .limit(UNCLEAR_MAX)
        .into_tuple()
        .all(db)
        .await?;
    let contradicted = refund::Entity::find()
        .filter(refund::Column::Contradiction.is_not_null())
        .count(db)
        .await?;
    Ok(Standing { unclear_since: since.into_iter().flatten().collect(), contradicted })
}

/// Refunds that should have been with the customer before this day, and are not: whichever way they go.
pub async fn overdue_refunds(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<u64, StorageError> {
    let tried_again = Query::select()
        .column(refund::Column::RetryOf)
        .from(refund::Entity)
        .and_where(refund::Column::RetryOf.is_not_null())
        .take();
    let rows = refund::Entity::find()
        .filter(refund::Column::State.ne(RefundState::Succeeded.name()))
        .filter(refund::Column::DueBy.lt(today))
        .filter(refund::Column::Id.not_in_subquery(tried_again))
        .limit(UNCLEAR_MAX)
        .all(db)
        .await?;
    let late: Vec<Refund> = rows.into_iter().map(refunds::value).collect::<Result<_, _>>()?;
    let orders: Vec<OrderId> = late.iter().map(|refund| refund.order_id).collect();
    // An earlier attempt can have come after all.
    let mut all = Vec::new();
    for some in orders.chunks(ORDERS_MAX) {
        all.extend(refunds::of_orders(db, some).await?);
    }
    let count = late.iter().filter(|refund| !has_gone_back(&all, refund)).count();
    Ok(count as u64)
}

/// Orders past their expiry that wait for the rest of what is due: a part of it is held.
pub async fn parts_overdue(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<u64, StorageError> {
    let count = orders::Entity::find()
        .filter(orders::Column::Status.eq(OrderStatus::NotPaid.name()))
        .filter(orders::Column::Received.gt(0))
        .filter(orders::Column::ExpiresAt.lt(now))
        .count(db)
        .await?;
    Ok(count)
}

/// What is unclear since `since` or longer, and nobody was told of yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alarming {
    pub payments: Vec<PaymentId>,
    pub refunds: Vec<RefundId>,
}

impl Alarming {
    pub fn count(&self) -> usize {
        self.payments.len() + self.refunds.len()
    }
}

pub async fn alarming(
    db: &impl ConnectionTrait,
    since: DateTime<Utc>,
    limit: u64,
) -> Result<Alarming, StorageError> {
    let payments: Vec<Uuid> = payment::Entity::find()
        .select_only()
        .column(payment::Column::Id)
        .filter(payment::Column::UnclearSince.is_not_null())
        .filter(payment::Column::UnclearSince.lte(since))
        .filter(payment::Column::AlarmedAt.is_null())
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    let refunds: Vec<Uuid> = refund::Entity::find()
        .select_only()
        .column(refund::Column::Id)
        .filter(refund::Column::UnclearSince.is_not_null())
        .filter(refund::Column::UnclearSince.lte(since))
        .filter(refund::Column::AlarmedAt.is_null())
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    let payments = payments.into_iter().map(PaymentId).collect();
    Ok(Alarming { payments, refunds: refunds.into_iter().map(RefundId).collect() })
}

/// Notes that somebody is told of these, once: what another process has noted is left out.
pub async fn alarm(tx: &Tx, found: &Alarming) -> Result<Alarming, StorageError> {
    let payments = payment::Entity::update_many()
        .set(payment::ActiveModel { alarmed_at: Set(Some(tx.now)), ..Default::default() })
        .filter(payment::Column::Id.is_in(found.payments.iter().map(|id| id.0)))
        .filter(payment::Column::AlarmedAt.is_null())
        // It may have become clear since it was found.
        .filter(payment::Column::UnclearSince.is_not_null())
        .exec_with_returning(tx.db())
        .await?;
    let refunds = refund::Entity::update_many()
        .set(refund::ActiveModel { alarmed_at: Set(Some(tx.now)), ..Default::default() })
        .filter(refund::Column::Id.is_in(found.refunds.iter().map(|id| id.0)))
        .filter(refund::Column::AlarmedAt.is_null())
        .filter(refund::Column::UnclearSince.is_not_null())
        .exec_with_returning(tx.db())
        .await?;
    Ok(Alarming {
        payments: payments.into_iter().map(|row| PaymentId(row.id)).collect(),
        refunds: refunds.into_iter().map(|row| RefundId(row.id)).collect(),
    })
}
