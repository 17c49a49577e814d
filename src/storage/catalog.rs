//! Plans with their prices, and vouchers.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use entity::{plan, plan_price, voucher};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{StorageError, Tx, member};
use crate::domain::catalog::{Period, Plan, PlanPrice, Promotion, Reduction, Voucher};
use crate::domain::ids::PlanId;
use crate::domain::money::{Currency, Exact};

/// A promotion as it is stored with the price that it is for.
#[derive(Serialize, Deserialize)]
struct StoredPromotion {
    name: String,
    percentage: Option<i64>,
    amount: Option<i64>,
    starts_at: Option<DateTime<Utc>>,
    ends_at: Option<DateTime<Utc>>,
}

fn promotions_to_json(promotions: &[Promotion]) -> serde_json::Value {
    let stored: Vec<StoredPromotion> = promotions
        .iter()
        .map(|it| {
            let (percentage, amount) = halves(it.reduction);
            let (starts_at, ends_at) = (it.starts_at, it.ends_at);
            StoredPromotion { name: it.name.clone(), percentage, amount, starts_at, ends_at }
        })
        .collect();
    serde_json::to_value(stored).expect("these are always JSON")
}

fn halves(reduction: Reduction) -> (Option<i64>, Option<i64>) {
    match reduction {
        Reduction::Percentage(rate) => (Some(rate), None),
        Reduction::Fixed(off) => (None, Some(off.0)),
    }
}

fn whole(
    table: &'static str,
    percentage: Option<i64>,
    amount: Option<i64>,
) -> Result<Reduction, StorageError> {
    match (percentage, amount) {
        (Some(rate), None) => Ok(Reduction::Percentage(rate)),
        (None, Some(off)) => Ok(Reduction::Fixed(Exact(off))),
        both => {
            Err(StorageError::Corrupt { table, column: "percentage", value: format!("{both:?}") })
        }
    }
}

fn promotions(json: serde_json::Value) -> Result<Vec<Promotion>, StorageError> {
    let stored: Vec<StoredPromotion> = serde_json::from_value(json).map_err(|error| {
        let value = error.to_string();
        StorageError::Corrupt { table: "plan_price", column: "promotions", value }
    })?;
    stored
        .into_iter()
        .map(|it| {
            let reduction = whole("plan_price", it.percentage, it.amount)?;
            let (starts_at, ends_at) = (it.starts_at, it.ends_at);
            Ok(Promotion { name: it.name, reduction, starts_at, ends_at })
        })
        .collect()
}

async fn with_prices(
    db: &impl ConnectionTrait,
    rows: Vec<plan::Model>,
) -> Result<Vec<Plan>, StorageError> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let prices = plan_price::Entity::find()
        .filter(plan_price::Column::PlanId.is_in(rows.iter().map(|row| row.id)))
        .order_by_asc(plan_price::Column::Months)
        .all(db)
        .await?;
    let mut by_plan: HashMap<Uuid, Vec<PlanPrice>> = HashMap::new();
    for row in prices {
        let months = row.months.to_string();
        let period = member("plan_price", "months", &months, |it| {
            it.parse().ok().and_then(Period::of_months)
        })?;
        by_plan.entry(row.plan_id).or_default().push(PlanPrice {
            period,
            net: Exact(row.net),
            promotions: promotions(row.promotions)?,
            setup_promotions: promotions(row.setup_promotions)?,
        });
    }
    rows.into_iter()
        .map(|row| {
            Ok(Plan {
                id: PlanId(row.id),
                currency: member("plan", "currency", &row.currency, Currency::parse)?,
                tax_rate: row.tax_rate,
                setup_fee: Exact(row.setup_fee),
                setup_separately_priced: row.setup_separately_priced,
                withdrawal_excluded: row.withdrawal_excluded,
                prices: by_plan.remove(&row.id).unwrap_or_default(),
                code: row.code,
                country: row.country,
                name: row.name,
                description: row.description,
            })
        })
        .collect()
}

/// Plans on sale in a country, by code; unknown codes are left out.
pub async fn plans_by_code(
    db: &impl ConnectionTrait,
    country: &str,
    codes: &[String],
) -> Result<Vec<Plan>, StorageError> {
    let rows = plan::Entity::find()
        .filter(plan::Column::Country.eq(country))
        .filter(plan::Column::Code.is_in(codes))
        .filter(plan::Column::Active.eq(true))
        .all(db)
        .await?;
    with_prices(db, rows).await
}

/// Plans by id, on sale or not.
pub async fn many(db: &impl ConnectionTrait, ids: &[PlanId]) -> Result<Vec<Plan>, StorageError> {
    let rows = plan::Entity::find()
        .filter(plan::Column::Id.is_in(ids.iter().map(|id| id.0)))
        .all(db)
        .await?;
    with_prices(db, rows).await
}

/// A page of a country's plans in the order of their codes, from beyond the code `after`.
pub async fn page(
    db: &impl ConnectionTrait,
    country: &str,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Plan>, StorageError> {
    let mut query = plan::Entity::find()
        .filter(plan::Column::Country.eq(country))
        .filter(plan::Column::Active.eq(true))
        .order_by_asc(plan::Column::Code)
        .limit(limit);
    if let Some(code) = after {
        query = query.filter(plan::Column::Code.gt(code));
    }
    with_prices(db, query.all(db).await?).await
}

/// What an upsert of a plan came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    New,
    Changed,
    Same,
}

/// Writes a plan by its country and code.
pub async fn upsert(tx: &Tx, wanted: &Plan) -> Result<Written, StorageError> {
    let known = plan::Entity::find()
        .filter(plan::Column::Country.eq(&wanted.country))
        .filter(plan::Column::Code.eq(&wanted.code))
        .one(tx.db())
        .await?;
    let known = with_prices(tx.db(), known.into_iter().collect()).await?.pop();
    if known.as_ref().is_some_and(|it| Plan { id: it.id, ..sorted(wanted) } == *it) {
        return Ok(Written::Same);
    }
    let id = known.as_ref().map_or(wanted.id, |it| it.id);
    let row = plan::ActiveModel {
        code: Set(wanted.code.clone()),
        country: Set(wanted.country.clone()),
        name: Set(wanted.name.clone()),
        description: Set(wanted.description.clone()),
        currency: Set(wanted.currency.code().to_owned()),
        tax_rate: Set(wanted.tax_rate),
        setup_fee: Set(wanted.setup_fee.0),
        setup_separately_priced: Set(wanted.setup_separately_priced),
        withdrawal_excluded: Set(wanted.withdrawal_excluded),
        active: Set(true),
        updated_at: Set(tx.now),
        ..Default::default()
    };
    if known.is_some() {
        let update = plan::Entity::update_many().set(row).filter(plan::Column::Id.eq(id.0));
        update.exec(tx.db()).await?;
        let old = plan_price::Entity::delete_many().filter(plan_price::Column::PlanId.eq(id.0));
        old.exec(tx.db()).await?;
    } else {
        let row = plan::ActiveModel { id: Set(id.0), ..row };
        plan::Entity::insert(row).exec_without_returning(tx.db()).await?;
    }
    let prices = wanted.prices.iter().map(|price| plan_price::ActiveModel {
        plan_id: Set(id.0),
        months: Set(i32::try_from(price.period.months()).expect("at most 120")),
        net: Set(price.net.0),
        promotions: Set(promotions_to_json(&price.promotions)),
        setup_promotions: Set(promotions_to_json(&price.setup_promotions)),
    });
    plan_price::Entity::insert_many(prices).exec_without_returning(tx.db()).await?;
    Ok(if known.is_some() { Written::Changed } else { Written::New })
}

/// Prices come back by period: compare them so.
fn sorted(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.prices.sort_by_key(|price| price.period);
    plan
}

pub async fn voucher(
    db: &impl ConnectionTrait,
    code: &str,
) -> Result<Option<Voucher>, StorageError> {
    let Some(row) = voucher::Entity::find_by_id(code).one(db).await? else { return Ok(None) };
    let parse = |it: String| member("voucher", "currency", &it, Currency::parse);
    Ok(Some(Voucher {
        reduction: whole("voucher", row.percentage, row.amount)?,
        currency: row.currency.map(parse).transpose()?,
        code: row.code,
        ends_at: row.ends_at,
    }))
}

/// Writes a voucher by its code.
pub async fn upsert_voucher(tx: &Tx, wanted: &Voucher) -> Result<(), StorageError> {
    let (percentage, amount) = halves(wanted.reduction);
    let row = voucher::ActiveModel {
        code: Set(wanted.code.clone()),
        percentage: Set(percentage),
        amount: Set(amount),
        currency: Set(wanted.currency.map(|it| it.code().to_owned())),
        ends_at: Set(wanted.ends_at),
    };
    voucher::Entity::delete_by_id(wanted.code.clone()).exec(tx.db()).await?;
    voucher::Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(())
}
