//! The purchase order as a page, for whoever has a token or a signed link to it.
//!
//! What is missing, somebody else's, or asked for with a bad link or token, is answered with one and
//! the same page, so that nobody learns which numbers exist.

use std::sync::{Arc, LazyLock};

use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use super::{Http, audience, failure::Failure, graphql, negotiate};
use crate::actions::read::Shown;
use crate::auth::links::{Reader, is_link};
use crate::domain::actor::{Actor, Reach};
use crate::domain::number::OrderNumber;
use crate::domain::text::Language;
use crate::paper::{Absence, Sheet, absent, purchase_order, style_source};
use crate::storage::{StorageError, balances, customers, means, orders, payments};

static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| {
    let policy = format!(
        "default-src 'none'; style-src {}; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
        style_source()
    );
    HeaderValue::try_from(policy).expect("it is ASCII")
});

/// `GET /orders/{number}/purchase-order`, with `.html` or without.
pub async fn show(State(http): State<Arc<Http>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let language = negotiate::language(&parts.headers, &Language::ALL);
    let place = match http.places.take() {
        Ok(place) => place,
        Err(busy) => return Failure::from(busy).into_response(),
    };
    // In a task of its own: a reader who hangs up must not cut a statement short.
    let reading = http.app.tracker.spawn({
        let http = Arc::clone(&http);
        async move {
            let page = read(&http, &parts).await;
            place.give_back();
            page
        }
    });
    let absence = match reading.await {
        Ok(Ok(page)) => return answer(StatusCode::OK, page),
        Ok(Err(absence)) => absence,
        Err(error) => {
            tracing::error!(%error, "a purchase order could not be printed");
            Absence::Broken
        }
    };
    let status = match absence {
        Absence::Missing => StatusCode::NOT_FOUND,
        Absence::Later => StatusCode::TOO_MANY_REQUESTS,
        Absence::Broken => StatusCode::INTERNAL_SERVER_ERROR,
    };
    answer(status, absent(absence, language))
}

/// Who reads, and in which language if one was chosen.
struct Reading {
    reach: Reach,
    reader: Reader,
    language: Option<Language>,
}

async fn read(http: &Http, parts: &Parts) -> Result<String, Absence> {
    let reading = reading(http, parts).await?;
    let number = parts.uri.path().split('/').nth(2).and_then(OrderNumber::parse);
    let number = number.ok_or(Absence::Missing)?;
    let page = page(http, parts, &reading, &number).await.map_err(|error| {
        tracing::error!(%error, "a purchase order could not be read");
        Absence::Broken
    })?;
    page.ok_or(Absence::Missing)
}

async fn reading(http: &Http, parts: &Parts) -> Result<Reading, Absence> {
    let session = graphql::session(http, parts).await.map_err(|failure| match failure.status {
        StatusCode::TOO_MANY_REQUESTS => Absence::Later,
        status if status.is_server_error() => Absence::Broken,
        _ => Absence::Missing,
    })?;
    let actor = session.map(|session| session.actor);
    let query = parts.uri.query().unwrap_or_default();
    if !is_link(query) {
        let chosen = query.split('&').find_map(|it| it.strip_prefix("language="));
        let actor = actor.ok_or(Absence::Missing)?;
        let reader = Reader::of(&actor).ok_or(Absence::Missing)?;
        let language = chosen.map(Language::best);
        return Ok(Reading { reach: actor.reads(), reader, language });
    }
    let grant = http.app.links.read(parts.uri.path(), query, http.app.clock.now());
    let grant = grant.ok_or(Absence::Missing)?;
    // A link is its reader's own: whoever is known to be somebody else cannot use it.
    if actor.is_some_and(|actor| Reader::of(&actor).as_ref() != Some(&grant.reader)) {
        return Err(Absence::Missing);
    }
    let (reach, language) = (grant.reader.reads(), Some(grant.language));
    Ok(Reading { reach, reader: grant.reader, language })
}

/// `None` both when there is no such order and when it is out of reach.
async fn page(
    http: &Http,
    parts: &Parts,
    reading: &Reading,
    number: &OrderNumber,
) -> Result<Option<String>, StorageError> {
    let db = http.app.store.read();
    let Some(order) = orders::find(db, reading.reach, number).await? else { return Ok(None) };
    let customer = customers::find(db, reading.reach, order.customer_id).await?;
    let Some(customer) = customer else { return Ok(None) };
    if let Reader::Operator(name) = &reading.reader {
        let operator = Actor::Operator { name: name.clone(), scopes: Vec::new() };
        audience::write(&http.till.changes, operator, vec![Shown::PurchaseOrder(order.id)]).await?;
    }
    let means = means::of_customers(db, &[customer.id]).await?;
    let today = http.app.clock.now().date_naive();
    let means: Vec<_> = means.into_iter().map(|it| it.on(today)).collect();
    let balances = balances::of_customers(db, &[customer.id]).await?;
    let payments = payments::of_orders(db, &[order.id]).await?;
    let language = reading.language.unwrap_or_else(|| match reading.reach {
        Reach::Own(_) => Language::best(&customer.language),
        _ => negotiate::language(&parts.headers, &Language::ALL),
    });
    Ok(Some(purchase_order(&Sheet {
        order: &order,
        customer: &customer,
        means: &means,
        balances: &balances,
        payments: &payments,
        vendor: &http.app.vendor,
        refund_within_days: http.till.changes.policy.refund_within_days,
        language,
        now: http.app.clock.now(),
    })))
}

fn answer(status: StatusCode, page: String) -> Response {
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::CONTENT_SECURITY_POLICY, POLICY.clone()),
    ];
    (status, headers, Html(page)).into_response()
}
