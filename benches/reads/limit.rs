//! The physical limit: a server by hand, with prepared statements and strings written in place. It
//! knows just these two questions, and answers with the same bytes.

use std::cell::RefCell;
use std::fmt::Write;
use std::sync::Arc;

use axum::{Router, extract::State, http::HeaderMap, routing::post};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use buono::auth::{Subject, Tokens};
use buono::clock::Clock;
use rusqlite::{Connection, OpenFlags, Row, params};
use serde_json::Value;
use uuid::Uuid;

use super::data::SECRET;

struct Limit {
    path: String,
    tokens: Tokens,
}

/// Serves nothing: how fast a server can start at all.
pub async fn serve_nothing() {
    listen(Router::new().route("/graphql", post(async || "{}"))).await;
}

pub async fn serve(path: &str) {
    let tokens = Tokens::new(SECRET.into(), "buono".into(), "buono".into());
    let limit = Arc::new(Limit { path: path.to_owned(), tokens });
    listen(Router::new().route("/graphql", post(answer)).with_state(limit)).await;
}

async fn listen(routes: Router) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port();
    println!("{port}");
    axum::serve(listener, routes).await.expect("it serves");
}

thread_local! {
    static DATABASE: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

async fn answer(
    State(limit): State<Arc<Limit>>,
    headers: HeaderMap,
    body: String,
) -> ([(&'static str, &'static str); 1], String) {
    let bearer = headers.get("authorization").and_then(|it| it.to_str().ok()).expect("a token");
    let bearer = bearer.strip_prefix("Bearer ").expect("a bearer token");
    let claims = limit.tokens.read(bearer, Clock::System.now()).expect("a valid token");
    let Subject::Customer { reference } = claims.subject else { panic!("a customer's token") };
    let body: Value = serde_json::from_str(&body).expect("JSON");
    let number = body["variables"]["number"].as_str();
    let text = DATABASE.with_borrow_mut(|database| {
        let database = database.get_or_insert_with(|| {
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
            Connection::open_with_flags(&limit.path, flags).expect("the file opens")
        });
        orders(database, &reference, number).expect("the statements run")
    });
    ([("content-type", "application/json")], text)
}

const COLUMNS: &str = "id, number, status, created_at, total, currency, sequence, accepted_at, \
     delivered_at";

fn orders(
    database: &Connection,
    reference: &str,
    number: Option<&str>,
) -> rusqlite::Result<String> {
    let mut customer = database.prepare_cached("SELECT id FROM customer WHERE reference = ?")?;
    let customer: Uuid =
        Uuid::from_bytes(customer.query_row([reference], |row| row.get::<_, [u8; 16]>(0))?);
    let mut out = String::with_capacity(32 * 1024);
    if let Some(number) = number {
        let sql = format!("SELECT {COLUMNS} FROM orders WHERE number = ? AND customer_id = ?");
        let mut select = database.prepare_cached(&sql)?;
        let mut rows = select.query(params![number, customer.as_bytes()])?;
        out.push_str(r#"{"data":{"order":"#);
        if let Some(row) = rows.next()? {
            order(database, row, &mut out)?;
        }
        out.push_str("}}");
        return Ok(out);
    }
    let sql = format!(
        "SELECT {COLUMNS} FROM orders WHERE customer_id = ? \
         ORDER BY created_at DESC, id DESC LIMIT 20"
    );
    let mut select = database.prepare_cached(&sql)?;
    let mut rows = select.query(params![customer.as_bytes()])?;
    out.push_str(r#"{"data":{"orders":{"nodes":["#);
    let mut first = true;
    while let Some(row) = rows.next()? {
        if !first {
            out.push(',');
        }
        first = false;
        order(database, row, &mut out)?;
    }
    out.push_str("]}}}");
    Ok(out)
}

fn order(database: &Connection, row: &Row<'_>, out: &mut String) -> rusqlite::Result<()> {
    let id = row.get::<_, [u8; 16]>(0)?;
    let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
    let (status, created, currency) = (text(2)?, text(3)?, text(5)?);
    let global = URL_SAFE_NO_PAD.encode(format!("Order:{}", Uuid::from_bytes(id)));
    write!(out, r#"{{"id":"{global}","number":"{}","status":"{status}","createdAt":""#, text(1)?)
        .expect("a String takes everything");
    time(out, created);
    out.push_str(r#"","total":"#);
    money(out, row.get(4)?, currency);
    out.push_str(r#","lines":["#);
    let mut select = database.prepare_cached(
        "SELECT description, quantity, net FROM order_line WHERE order_id = ? ORDER BY position",
    )?;
    let mut lines = select.query([&id[..]])?;
    let mut first = true;
    while let Some(line) = lines.next()? {
        if !first {
            out.push(',');
        }
        first = false;
        let description = line.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let quantity: i64 = line.get(1)?;
        write!(out, r#"{{"description":"{description}","quantity":{quantity},"net":"#)
            .expect("a String takes everything");
        money(out, line.get(2)?, currency);
        out.push('}');
    }
    let sequence: i64 = row.get(6)?;
    write!(out, r#"],"tracking":{{"sequence":{sequence},"steps":["#).expect("it takes everything");
    let accepted = row.get_ref(7)?.as_str_or_null().ok().flatten();
    let delivered = row.get_ref(8)?.as_str_or_null().ok().flatten();
    steps(out, status, created, accepted, delivered);
    out.push_str("]}}");
    Ok(())
}

fn steps(
    out: &mut String,
    status: &str,
    created: &str,
    accepted: Option<&str>,
    delivered: Option<&str>,
) {
    let four = match status {
        "DELIVERED" => ["DONE"; 4],
        "DELIVERING" => ["DONE", "DONE", "DOING", "TODO"],
        _ => ["DOING", "TODO", "TODO", "TODO"],
    };
    let names = ["VALIDATING", "VALIDATED", "DELIVERING", "AVAILABLE"];
    let started = [Some(created), accepted, accepted, delivered];
    let ended = [accepted, accepted, delivered, delivered];
    for at in 0..4 {
        let (name, state) = (names[at], four[at]);
        let comma = if at == 0 { "" } else { "," };
        write!(out, r#"{comma}{{"name":"{name}","state":"{state}","startedAt":"#)
            .expect("a String takes everything");
        optional_time(out, started[at].filter(|_| state != "TODO"));
        out.push_str(r#","endedAt":"#);
        optional_time(out, ended[at].filter(|_| state == "DONE"));
        out.push('}');
    }
}

fn optional_time(out: &mut String, stored: Option<&str>) {
    match stored {
        None => out.push_str("null"),
        Some(stored) => {
            out.push('"');
            time(out, stored);
            out.push('"');
        }
    }
}

/// `2026-11-24T22:31:54.717+00:00` as it is stored, with exactly three digits as it is shown.
fn time(out: &mut String, stored: &str) {
    let seconds = stored.get(..19).expect("a stored time");
    let fraction = stored.get(19..).and_then(|it| it.strip_prefix('.')).unwrap_or_default();
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).count().min(3);
    write!(out, "{seconds}.{:0<3}Z", &fraction[..digits]).expect("a String takes everything");
}

fn money(out: &mut String, minor: i64, currency: &str) {
    let (whole, cents) = (minor / 100, minor % 100);
    write!(out, r#"{{"amount":"{whole}.{cents:02}","currency":"{currency}"}}"#)
        .expect("a String takes everything");
}
