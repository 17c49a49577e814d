//! How far reading is from its physical limit: `make bench`.
//!
//! Ours is the program as it is shipped, in a process of its own. The limit is a small server, by
//! hand, over the same file with the same answers, in a process of its own. They are asked in turn, and
//! every answer is compared. Scenarios a, b and g: twenty latest orders, one order, and the start.

mod data;
mod limit;
mod load;
mod process;
mod report;
#[path = "../shared/shop.rs"]
mod shop;

use std::path::Path;
use std::time::Duration;

use serde_json::Value;

use data::Data;
use load::{Load, Measured};
use process::Server;
use report::Row;

/// Orders in the database, unless `BUONO_BENCH_ORDERS` says otherwise.
const ORDERS: usize = 100_000;
/// Rounds in which ours and the limit are asked in turn; the medians count.
const ROUNDS: usize = 5;
/// How long each is asked in a round.
const ROUND_TIME: Duration = Duration::from_secs(3);
/// Starts that are timed.
const STARTS: usize = 7;

pub const LATEST: &str = "{ orders(first: 20) { nodes { id number status createdAt \
     total { amount currency } lines { description quantity net { amount currency } } \
     tracking { sequence steps { name state startedAt endedAt } } } } }";
pub const ONE: &str = "query($number: String!) { order(number: $number) { id number status createdAt \
     total { amount currency } lines { description quantity net { amount currency } } \
     tracking { sequence steps { name state startedAt endedAt } } } }";

fn main() {
    let mut arguments = std::env::args().skip(1).filter(|it| it != "--bench");
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    match arguments.next().as_deref() {
        Some("limit") => runtime.block_on(limit::serve(&arguments.next().expect("a database"))),
        Some("empty") => runtime.block_on(limit::serve_nothing()),
        _ => runtime.block_on(run()),
    }
}

async fn run() {
    let orders = std::env::var("BUONO_BENCH_ORDERS").ok().and_then(|it| it.parse().ok());
    let orders = orders.unwrap_or(ORDERS);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path().join("buono.db");
    eprintln!("Writing {orders} orders…");
    let data = data::write(&path, orders).await;
    let mut rows = reads(&path, &data).await;
    rows.extend(starts(&path, &data).await);
    report::print(orders, &rows);
}

/// Scenarios a and b.
async fn reads(path: &Path, data: &Data) -> Vec<Row> {
    let ours = Server::ours(path).await;
    let limit = Server::limit(path).await;
    let mut rows = Vec::new();
    for (name, questions) in [
        ("a. my 20 latest orders, with lines and tracking", data.questions(LATEST, |_| None)),
        ("b. one order by number", data.questions(ONE, |customer| Some(customer.number.clone()))),
    ] {
        let load = Load::new(questions);
        same_answers(&load, &ours, &limit).await;
        eprintln!("{name}: {ROUNDS} rounds of {} s each…", ROUND_TIME.as_secs());
        let mut rounds: Vec<(Measured, Measured)> = Vec::new();
        for _ in 0..ROUNDS {
            rounds.push((load.run(&ours, ROUND_TIME).await, load.run(&limit, ROUND_TIME).await));
        }
        rows.push(Row::rates(name, &rounds));
    }
    rows
}

/// Field by field, before anything is timed.
async fn same_answers(load: &Load, ours: &Server, limit: &Server) {
    for at in 0..load.len() {
        let read = async |server: &Server| -> Value {
            serde_json::from_slice(&load.answer(server, at).await).expect("an answer is JSON")
        };
        let (ours, limit) = (read(ours).await, read(limit).await);
        assert!(ours.get("errors").is_none(), "{ours}");
        assert_eq!(ours, limit, "the answers differ");
    }
}

/// Scenario g.
async fn starts(path: &Path, data: &Data) -> Vec<Row> {
    eprintln!("g. start: {STARTS} starts each…");
    let load = Load::new(data.questions(LATEST, |_| None));
    let (mut ours, mut empty) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        ours.push(process::start_time(|| Server::spawn_ours(path), &load).await);
        empty.push(process::start_time(Server::spawn_empty, &load).await);
    }
    report::starts(&ours, &empty)
}
