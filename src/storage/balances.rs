//! Balances of customers, what was put on them, and what has moved them.

use entity::{balance, credit};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, ExprTrait, FromQueryResult, QueryFilter,
    QueryOrder, Statement,
};
use uuid::Uuid;

use super::payments::money;
use super::{StorageError, Tx, member};
use crate::domain::balance::{Balance, Credit, Movement, MovementKind};
use crate::domain::ids::{CreditId, CustomerId};
use crate::domain::money::{Currency, Money};

/// Of several customers, in every currency in which they ever had something.
pub async fn of_customers(
    db: &impl ConnectionTrait,
    customers: &[CustomerId],
) -> Result<Vec<Balance>, StorageError> {
    let rows = balance::Entity::find()
        .filter(balance::Column::CustomerId.is_in(customers.iter().map(|id| id.0)))
        .order_by_asc(balance::Column::CustomerId)
        .order_by_asc(balance::Column::Currency)
        .all(db)
        .await?;
    let value = |row: balance::Model| {
        let amount = money("balance", row.amount, &row.currency)?;
        Ok(Balance { customer_id: CustomerId(row.customer_id), amount })
    };
    rows.into_iter().map(value).collect()
}

/// What a customer has in one currency.
pub async fn find(
    db: &impl ConnectionTrait,
    customer: CustomerId,
    currency: Currency,
) -> Result<Money, StorageError> {
    let key = (customer.0, currency.code().to_owned());
    let row = balance::Entity::find_by_id(key).one(db).await?;
    Ok(Money::new(row.map_or(0, |row| row.amount), currency))
}

/// Takes an amount off a balance: `false` when there is not so much. Whoever takes it books it.
pub async fn take(tx: &Tx, customer: CustomerId, amount: Money) -> Result<bool, StorageError> {
    let had = || Expr::col(balance::Column::Amount);
    let done = balance::Entity::update_many()
        .col_expr(balance::Column::Amount, had().sub(amount.minor))
        .filter(balance::Column::CustomerId.eq(customer.0))
        .filter(balance::Column::Currency.eq(amount.currency.code()))
        .filter(had().gte(amount.minor))
        .exec(tx.db())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Puts an amount on a balance. Whoever puts it there books it.
pub async fn put(tx: &Tx, customer: CustomerId, amount: Money) -> Result<(), StorageError> {
    let row = balance::ActiveModel {
        customer_id: Set(customer.0),
        currency: Set(amount.currency.code().to_owned()),
        amount: Set(amount.minor),
    };
    let had = Expr::col((balance::Entity, balance::Column::Amount));
    let more = OnConflict::columns([balance::Column::CustomerId, balance::Column::Currency])
        .value(balance::Column::Amount, had.add(amount.minor))
        .to_owned();
    balance::Entity::insert(row).on_conflict(more).exec_without_returning(tx.db()).await?;
    Ok(())
}

pub async fn insert_credit(tx: &Tx, it: &Credit) -> Result<(), StorageError> {
    let row = credit::ActiveModel {
        id: Set(it.id.0),
        customer_id: Set(it.customer_id.0),
        amount: Set(it.amount.minor),
        currency: Set(it.amount.currency.code().to_owned()),
        reason: Set(it.reason.clone()),
        client_key: Set(it.client_key.clone()),
        request_hash: Set(it.request_hash.clone()),
        created_at: Set(tx.now),
    };
    credit::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// The credit that an idempotency key has made.
pub async fn credit_by_key(
    db: &impl ConnectionTrait,
    key: &str,
) -> Result<Option<Credit>, StorageError> {
    let row = credit::Entity::find().filter(credit::Column::ClientKey.eq(key)).one(db).await?;
    let value = |row: credit::Model| {
        Ok(Credit {
            id: CreditId(row.id),
            customer_id: CustomerId(row.customer_id),
            amount: money("credit", row.amount, &row.currency)?,
            reason: row.reason,
            client_key: row.client_key,
            request_hash: row.request_hash,
        })
    };
    row.map(value).transpose()
}

#[derive(FromQueryResult)]
struct MovementRow {
    customer_id: Uuid,
    kind: String,
    side: String,
    amount: i64,
    currency: String,
    at: chrono::DateTime<chrono::Utc>,
    reason: Option<String>,
    number: Option<String>,
}

/// The `limit` newest movements of each of several customers, the newest first, in one statement.
pub async fn movements(
    db: &impl ConnectionTrait,
    customers: &[CustomerId],
    limit: u64,
) -> Result<Vec<Movement>, StorageError> {
    let backend = db.get_database_backend();
    let mark = |at: usize| match backend {
        DbBackend::Postgres => format!("${at}"),
        _ => "?".to_owned(),
    };
    let marks: Vec<String> = (1..=customers.len()).map(mark).collect();
    let sql = format!(
        "SELECT e.customer_id, e.kind, e.side, e.amount, e.currency, e.at, c.reason, o.number \
         FROM (SELECT l.*, row_number() OVER (PARTITION BY customer_id ORDER BY id DESC) AS place \
         FROM ledger_entry l WHERE customer_id IN ({})) e \
         LEFT JOIN credit c ON c.id = e.source_id \
         LEFT JOIN payment p ON p.id = e.source_id \
         LEFT JOIN refund r ON r.id = e.source_id \
         LEFT JOIN orders o ON o.id = COALESCE(p.order_id, r.order_id) \
         WHERE e.place <= {limit} ORDER BY e.id DESC",
        marks.join(", ")
    );
    let values = customers.iter().map(|id| id.0.into());
    let statement = Statement::from_sql_and_values(backend, sql, values);
    let rows = MovementRow::find_by_statement(statement).all(db).await?;
    let value = |row: MovementRow| {
        let amount = if row.side == "DEBIT" { -row.amount } else { row.amount };
        Ok(Movement {
            customer_id: CustomerId(row.customer_id),
            kind: member("ledger_entry", "kind", &row.kind, MovementKind::parse)?,
            amount: money("ledger_entry", amount, &row.currency)?,
            at: row.at,
            reason: row.reason,
            order: row.number,
        })
    };
    rows.into_iter().map(value).collect()
}

/// A balance that is not what is booked of it: in minor units, as texts that nothing overflows.
#[derive(Debug, FromQueryResult)]
pub struct Differing {
    pub reference: Option<String>,
    pub currency: String,
    pub has: String,
    pub booked: String,
}

pub async fn differing(db: &impl ConnectionTrait) -> Result<Vec<Differing>, StorageError> {
    let sql = "SELECT c.reference, it.currency, CAST(SUM(it.has) AS text) AS has, \
         CAST(SUM(it.booked) AS text) AS booked \
         FROM (SELECT customer_id, currency, amount AS has, 0 AS booked FROM balance \
         UNION ALL SELECT customer_id, currency, 0, \
         CASE side WHEN 'CREDIT' THEN amount ELSE -amount END \
         FROM ledger_entry WHERE customer_id IS NOT NULL) it \
         LEFT JOIN customer c ON c.id = it.customer_id \
         GROUP BY it.customer_id, c.reference, it.currency \
         HAVING SUM(it.has) <> SUM(it.booked) ORDER BY c.reference, it.currency";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(Differing::find_by_statement(statement).all(db).await?)
}

/// A credit that is not booked as it should be.
#[derive(Debug, FromQueryResult)]
pub struct Unbooked {
    pub reference: Option<String>,
    pub amount: i64,
    pub currency: String,
}

pub async fn credits_not_booked(db: &impl ConnectionTrait) -> Result<Vec<Unbooked>, StorageError> {
    let sql = "SELECT c.reference, k.amount, k.currency FROM credit k \
         LEFT JOIN customer c ON c.id = k.customer_id \
         WHERE (SELECT count(*) FROM ledger_entry l WHERE l.source_type = 'CREDIT' \
         AND l.source_id = k.id AND l.kind = 'CREDIT' AND l.amount = abs(k.amount) \
         AND l.currency = k.currency AND (\
         (l.account = 'PROVIDER' AND (l.side = 'DEBIT') = (k.amount > 0)) \
         OR (l.customer_id = k.customer_id AND (l.side = 'CREDIT') = (k.amount > 0)))) <> 2 \
         ORDER BY k.id";
    let statement = Statement::from_string(db.get_database_backend(), sql);
    Ok(Unbooked::find_by_statement(statement).all(db).await?)
}
