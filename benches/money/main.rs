//! How many orders a second are placed, paid and on the disk: `make bench`.
//!
//! Through the actions, over SQLite with `fsync` as in production, with the sandbox for a provider, for
//! 1 client and for 64 at once. Beside it, in turn, how often the same disk takes a page and says that
//! it is safe: no order can be faster than the commits it is made of.

#[path = "../shared/shop.rs"]
mod shop;

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use buono::actions::charge::Till;
use buono::actions::means::RegisterMean;
use buono::actions::pay::StartPayment;
use buono::actions::place::Place;
use buono::actions::price::WantedLine;
use buono::clock::Clock;
use buono::domain::actor::Actor;
use buono::domain::ids::CustomerId;
use buono::domain::order::LineKind;
use buono::domain::payment::{MethodKind, PaymentState};
use buono::payments::MeanDetails;
use buono::storage::Store;

/// Clients at once.
const CLIENTS: [usize; 2] = [1, 64];
/// Rounds in which the disk and the clients take turns; the medians count.
const ROUNDS: usize = 5;
/// How long each takes in a round, unless `BUONO_BENCH_SECONDS` says otherwise.
const ROUND_SECONDS: u64 = 3;
/// Placing, beginning to pay, and what the provider says: a commit each.
const COMMITS: f64 = 3.0;
/// What SQLite writes at a time.
const PAGE_BYTES: usize = 4096;
/// The disk's file is written from its beginning again after so many pages, as SQLite's journal is.
const PAGES_MAX: u64 = 1000;

fn main() {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime starts");
    runtime.block_on(run());
}

async fn run() {
    let seconds = std::env::var("BUONO_BENCH_SECONDS").ok().and_then(|it| it.parse().ok());
    let time = Duration::from_secs(seconds.unwrap_or(ROUND_SECONDS));
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite://{}", folder.path().join("buono.db").display());
    let store = Store::connect(&url).await.expect("the database opens");
    store.migrate_up().await.expect("the migrations run");
    let till = shop::till(store, Clock::System);
    shop::plan(&till).await;
    let mut clients = Vec::new();
    for at in 0..CLIENTS.into_iter().max().expect("some clients") {
        clients.push(Client::new(&till, &format!("client-{at}")).await);
    }
    let mut disk = Vec::new();
    let mut rates = CLIENTS.map(|_| Vec::new());
    for round in 1..=ROUNDS {
        eprintln!("Round {round} of {ROUNDS}…");
        let (path, limit) = (folder.path().join("pages"), time);
        let synced = tokio::task::spawn_blocking(move || syncs(&path, limit));
        disk.push(synced.await.expect("the disk is written"));
        for (count, rates) in CLIENTS.into_iter().zip(&mut rates) {
            rates.push(orders(&till, &clients[..count], time).await);
        }
    }
    report(median(disk), rates.map(median));
}

fn report(disk: f64, orders: [f64; CLIENTS.len()]) {
    println!("| | a second | of the disk's limit |");
    println!("|---|---|---|");
    println!("| a page of {PAGE_BYTES} bytes written and `fdatasync`ed | {disk:.0} | |");
    for (clients, orders) in CLIENTS.into_iter().zip(orders) {
        let share = orders * COMMITS / disk;
        println!("| orders placed and paid, {clients} at once | {orders:.0} | {share:.2} |");
    }
}

/// How often a second the disk takes a page for good.
fn syncs(path: &Path, time: Duration) -> f64 {
    let mut file = File::create(path).expect("the file is made");
    let page = vec![0x5a_u8; PAGE_BYTES];
    let (begun, mut count) = (Instant::now(), 0_u32);
    while begun.elapsed() < time {
        if u64::from(count) % PAGES_MAX == 0 {
            file.seek(SeekFrom::Start(0)).expect("a file can be read from its start");
        }
        file.write_all(&page).expect("the page is written");
        file.sync_data().expect("the page is safe");
        count += 1;
    }
    f64::from(count) / begun.elapsed().as_secs_f64()
}

/// How many orders a second so many clients place and pay.
async fn orders(till: &Till, clients: &[Arc<Client>], time: Duration) -> f64 {
    let begun = Instant::now();
    let mut busy = Vec::new();
    for client in clients {
        let (till, client) = (till.clone(), Arc::clone(client));
        busy.push(till.tracker.clone().spawn(async move {
            let mut count = 0_u32;
            while begun.elapsed() < time {
                client.order(&till).await;
                count += 1;
            }
            count
        }));
    }
    let mut count = 0;
    for client in busy {
        count += client.await.expect("a client finishes");
    }
    f64::from(count) / begun.elapsed().as_secs_f64()
}

struct Client {
    id: CustomerId,
    actor: Actor,
}

impl Client {
    async fn new(till: &Till, reference: &str) -> Arc<Self> {
        let id = shop::customer(till, reference).await;
        let mean = RegisterMean {
            customer: id,
            kind: MethodKind::Card,
            details: MeanDetails {
                token: "tok_ok".into(),
                label: "Visa •••• 4242".into(),
                expires_on: None,
            },
            set_default: true,
        };
        till.changes.make(&mean).await.expect("the card is registered");
        Arc::new(Self { id, actor: Actor::Customer { id, reference: reference.to_owned() } })
    }

    /// Places an order, and pays it: what is answered is on the disk.
    async fn order(&self, till: &Till) {
        let key = || uuid::Uuid::new_v4().to_string();
        let line = WantedLine {
            plan_code: "server".into(),
            period: "P1M".into(),
            quantity: 1,
            service_name: Some("one.example".into()),
            kind: LineKind::Creation,
        };
        let place = Place {
            actor: self.actor.clone(),
            customer: self.id,
            lines: vec![line],
            vouchers: Vec::new(),
            start_at_once: true,
            key: key(),
        };
        let order = till.changes.make(&place).await.expect("it is placed");
        let start = StartPayment {
            actor: self.actor.clone(),
            number: order.number.to_string(),
            method: MethodKind::Card,
            mean: None,
            key: key(),
        };
        let (_, payment) = till.pay(&start).await.expect("it is paid");
        assert_eq!(payment.state, PaymentState::Succeeded);
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
