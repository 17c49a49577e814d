//! Orders and lines: rows to domain values, and back.

use entity::{order_line, orders};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};

use super::{StorageError, member};
use crate::domain::catalog::Period;
use crate::domain::customer::Billing;
use crate::domain::ids::{CustomerId, LineId, OrderId};
use crate::domain::money::{Currency, Exact};
use crate::domain::number::OrderNumber;
use crate::domain::order::{Line, LineFailure, LineKind, Order};
use crate::domain::status::OrderStatus;

/// Billing details as they are stored: a snapshot, so a document and not a join.
#[derive(Serialize, Deserialize)]
struct StoredBilling {
    name: String,
    address: Vec<String>,
    country: String,
    vat_number: Option<String>,
    email: String,
}

pub fn billing_to_json(billing: &Billing) -> serde_json::Value {
    let stored = StoredBilling {
        name: billing.name.clone(),
        address: billing.address.clone(),
        country: billing.country.clone(),
        vat_number: billing.vat_number.clone(),
        email: billing.email.clone(),
    };
    serde_json::to_value(stored).expect("strings are always JSON")
}

pub fn billing(table: &'static str, json: serde_json::Value) -> Result<Billing, StorageError> {
    let stored: StoredBilling = serde_json::from_value(json).map_err(|error| {
        StorageError::Corrupt { table, column: "billing", value: error.to_string() }
    })?;
    Ok(Billing {
        name: stored.name,
        address: stored.address,
        country: stored.country,
        vat_number: stored.vat_number,
        email: stored.email,
    })
}

pub fn order(row: orders::Model, lines: Vec<Line>) -> Result<Order, StorageError> {
    let status = |column, text: &str| member("orders", column, text, OrderStatus::parse);
    Ok(Order {
        id: OrderId(row.id),
        customer_id: CustomerId(row.customer_id),
        status: status("status", &row.status)?,
        version: row.version,
        sequence: row.sequence,
        currency: member("orders", "currency", &row.currency, Currency::parse)?,
        net: row.net,
        tax: row.tax,
        total: row.total,
        reduction: row.reduction,
        tax_rate: row.tax_rate,
        billing: billing("orders", row.billing)?,
        start_at_once_at: row.start_at_once_at,
        withdrawal_informed_at: row.withdrawal_informed_at,
        created_at: row.created_at,
        expires_at: row.expires_at,
        received: row.received,
        due_on: row.due_on,
        paid_at: row.paid_at,
        accepted_at: row.accepted_at,
        refused_at: row.refused_at,
        delivered_at: row.delivered_at,
        cancelled_at: row.cancelled_at,
        expired_at: row.expired_at,
        cancelled_from: row
            .cancelled_from
            .map(|text| status("cancelled_from", &text))
            .transpose()?,
        number: OrderNumber::stored(row.number),
        lines,
        news: Vec::new(),
    })
}

pub fn line(row: order_line::Model) -> Result<Line, StorageError> {
    let period = row.months.map(|months| {
        u32::try_from(months).ok().and_then(Period::of_months).ok_or(StorageError::Corrupt {
            table: "order_line",
            column: "months",
            value: months.to_string(),
        })
    });
    Ok(Line {
        id: LineId(row.id),
        position: row.position,
        kind: member("order_line", "kind", &row.kind, LineKind::parse)?,
        description: row.description,
        service_name: row.service_name,
        plan_code: row.plan_code,
        period: period.transpose()?,
        quantity: row.quantity,
        unit_price: Exact(row.unit_price),
        reduction: Exact(row.reduction),
        net: row.net,
        total: row.total,
        withdrawal_excluded: row.withdrawal_excluded,
        separately_priced: row.separately_priced,
        delivered_at: row.delivered_at,
        withdrawn_at: row.withdrawn_at,
        failure: row.failure_message.map(|message| LineFailure { message, retry_at: row.retry_at }),
    })
}

/// A whole new row; a change sets less of it.
pub fn new_order(order: &Order, client_key: &str, request_hash: &str) -> orders::ActiveModel {
    orders::ActiveModel {
        id: Set(order.id.0),
        number: Set(order.number.to_string()),
        customer_id: Set(order.customer_id.0),
        version: Set(1),
        currency: Set(order.currency.code().to_owned()),
        net: Set(order.net),
        tax: Set(order.tax),
        total: Set(order.total),
        reduction: Set(order.reduction),
        tax_rate: Set(order.tax_rate),
        billing: Set(billing_to_json(&order.billing)),
        start_at_once_at: Set(order.start_at_once_at),
        withdrawal_informed_at: Set(order.withdrawal_informed_at),
        created_at: Set(order.created_at),
        expires_at: Set(order.expires_at),
        client_key: Set(client_key.to_owned()),
        request_hash: Set(request_hash.to_owned()),
        ..changed_order(order)
    }
}

/// What may change of an order after it was placed, but for the version.
pub fn changed_order(order: &Order) -> orders::ActiveModel {
    orders::ActiveModel {
        status: Set(order.status.name().to_owned()),
        sequence: Set(order.sequence),
        received: Set(order.received),
        due_on: Set(order.due_on),
        paid_at: Set(order.paid_at),
        accepted_at: Set(order.accepted_at),
        refused_at: Set(order.refused_at),
        delivered_at: Set(order.delivered_at),
        cancelled_at: Set(order.cancelled_at),
        expired_at: Set(order.expired_at),
        cancelled_from: Set(order.cancelled_from.map(|status| status.name().to_owned())),
        ..Default::default()
    }
}

pub fn new_line(order: OrderId, line: &Line) -> order_line::ActiveModel {
    order_line::ActiveModel {
        id: Set(line.id.0),
        order_id: Set(order.0),
        position: Set(line.position),
        kind: Set(line.kind.name().to_owned()),
        description: Set(line.description.clone()),
        plan_code: Set(line.plan_code.clone()),
        months: Set(line.period.map(|it| i32::try_from(it.months()).expect("at most 120"))),
        quantity: Set(line.quantity),
        unit_price: Set(line.unit_price.0),
        reduction: Set(line.reduction.0),
        net: Set(line.net),
        total: Set(line.total),
        withdrawal_excluded: Set(line.withdrawal_excluded),
        separately_priced: Set(line.separately_priced),
        ..changed_line(line)
    }
}

/// What may change of a line after it was placed.
pub fn changed_line(line: &Line) -> order_line::ActiveModel {
    order_line::ActiveModel {
        service_name: Set(line.service_name.clone()),
        delivered_at: Set(line.delivered_at),
        withdrawn_at: Set(line.withdrawn_at),
        failure_message: Set(line.failure.as_ref().map(|it| it.message.clone())),
        retry_at: Set(line.failure.as_ref().and_then(|it| it.retry_at)),
        ..Default::default()
    }
}
