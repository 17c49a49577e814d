//! The kill loop: customers buy, the provider misbehaves by chance, and processes are killed at
//! random moments. In the end nobody was charged twice, nothing that was told is lost, and nothing
//! is left unclear. `make test` runs a few rounds, `make chaos` hundreds.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use buono::clock::Clock;
use chrono::{DateTime, Utc};
use serde_json::json;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use super::Dice;
use super::checks::Books;
use super::clients::Client;
use super::diary::Diary;
use super::stand::{Caller, HEALED_WITHIN, LOOK_AGAIN, On, Stand, WEBHOOK_SECRET};
use crate::binary::Serving;

/// How many rounds; `make test` takes [`ROUNDS_IN_SHORT`].
const ROUNDS: &str = "BUONO_CHAOS_ROUNDS";
/// Where the moments come from; without it, drawn.
const SEED: &str = "BUONO_CHAOS_SEED";
const ROUNDS_IN_SHORT: u32 = 6;
const CLIENTS: u64 = 5;
/// The one of them who pays by transfer.
const BY_TRANSFER: u64 = 4;
/// A round ends at a moment between these.
const ROUND_MILLISECONDS: (u64, u64) = (5, 700);
/// On a busy machine a round is not over before somebody was told something, within this time.
const PROGRESS_MAX: Duration = Duration::from_secs(5);
/// In one round of so many the provider crashes, too.
const PROVIDER_CRASHES_EVERY: u64 = 10;

/// What the provider may do with its webhooks: another of these after each start of ours.
const WEBHOOKS: [&str; 6] = ["after", "before", "late", "twice", "out-of-order", "none"];

pub struct Plan {
    pub on: On,
    pub processes: usize,
    pub rounds: u32,
    pub seed: u64,
    pub sabotage: Option<&'static str>,
    pub healed_within: Duration,
}

#[derive(Default, Debug)]
pub struct Figures {
    rounds: u32,
    kills: usize,
    orders: usize,
    payments: usize,
    charges: usize,
    refunds: usize,
    transfers: usize,
    answers: usize,
    /// The longest that something took which was open at a kill.
    slowest: Duration,
    pub double_charges: Vec<String>,
    pub lost_answers: Vec<String>,
    pub not_healed: Vec<String>,
    /// Whatever else is wrong.
    pub wrong: Vec<String>,
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { rounds, kills, orders, payments, charges, .. } = self;
        let Self { refunds, transfers, answers, .. } = self;
        write!(
            f,
            "rounds {rounds}, kills {kills}, orders {orders}, payments {payments}, charges \
             {charges}, refunds {refunds}, transfers {transfers}, answers told {answers}, healed within {:.1} s, double \
             charges {}, lost answers {}, not healed {}, other differences {}",
            self.slowest.as_secs_f64(),
            self.double_charges.len(),
            self.lost_answers.len(),
            self.not_healed.len(),
            self.wrong.len(),
        )
    }
}

impl Figures {
    pub fn is_clean(&self) -> bool {
        self.double_charges.is_empty()
            && self.lost_answers.is_empty()
            && self.not_healed.is_empty()
            && self.wrong.is_empty()
    }
}

impl Plan {
    pub fn new(on: On, processes: usize) -> Self {
        let number = |name: &str| std::env::var(name).ok()?.parse().ok();
        let rounds = number(ROUNDS).and_then(|it: u64| it.try_into().ok());
        let drawn = || Uuid::new_v4().as_u64_pair().0;
        Self {
            on,
            processes,
            rounds: rounds.unwrap_or(ROUNDS_IN_SHORT),
            seed: number(SEED).unwrap_or_else(drawn),
            sabotage: None,
            healed_within: HEALED_WITHIN,
        }
    }

    pub async fn run(&self) -> Figures {
        let mut loop_ = Loop::begin(self).await;
        for round in 0..self.rounds {
            loop_.round(round).await;
        }
        loop_.end(self.healed_within).await
    }
}

struct Loop {
    stand: Stand,
    servers: Vec<Serving>,
    armed: Vec<(&'static str, &'static str)>,
    addresses: Arc<RwLock<Vec<String>>>,
    diary: Arc<Diary>,
    dice: Dice,
    stop: CancellationToken,
    buying: Vec<tokio::task::JoinHandle<Vec<String>>>,
    /// What was open at a kill, and when that was.
    open: HashMap<Uuid, DateTime<Utc>>,
    figures: Figures,
}

impl Loop {
    async fn begin(plan: &Plan) -> Self {
        let stand = Stand::open(plan.on).await;
        stand.provider.told("chances", chances(plan.seed)).await;
        let mut it = Self {
            diary: Arc::new(Diary::in_folder(stand.buono.folder())),
            stand,
            servers: Vec::new(),
            armed: plan.sabotage.map(|how| ("BUONO_SABOTAGE", how)).into_iter().collect(),
            addresses: Arc::default(),
            dice: Dice::of(plan.seed),
            stop: CancellationToken::new(),
            buying: Vec::new(),
            open: HashMap::new(),
            figures: Figures::default(),
        };
        while it.servers.len() < plan.processes {
            it.start_one().await;
        }
        for nth in 0..CLIENTS {
            let client = Client {
                name: format!("client-{nth}"),
                caller: Caller::new(if nth % 2 == 0 { "anna" } else { "bruno" }),
                desk: (nth == BY_TRANSFER).then(Caller::operator),
                servers: Arc::clone(&it.addresses),
                diary: Arc::clone(&it.diary),
                dice: Dice::of(plan.seed ^ (nth + 1)),
                stop: it.stop.clone(),
            };
            it.buying.push(TaskTracker::new().spawn(client.run()));
        }
        it
    }

    async fn start_one(&mut self) {
        self.servers.push(self.stand.serve(&self.armed).await);
        self.told_of_servers().await;
    }

    /// Customers and the provider learn where servers listen.
    async fn told_of_servers(&mut self) {
        let urls = self.servers.iter().map(|it| it.url("/graphql")).collect();
        *self.addresses.write().expect("nobody panics with it") = urls;
        let to: Vec<_> = self.servers.iter().map(|it| it.url("/webhooks/stripe")).collect();
        let how = usize::try_from(self.dice.below(WEBHOOKS.len() as u64)).expect("a few");
        let hooks = json!({ "to": to, "secrets": [WEBHOOK_SECRET], "how": [WEBHOOKS[how]] });
        self.stand.provider.told("webhooks", hooks).await;
    }

    async fn round(&mut self, round: u32) {
        let (least, most) = ROUND_MILLISECONDS;
        if self.dice.percent(80) {
            self.somebody_is_told().await;
        }
        // Not to wait for something: the moment is the point.
        tokio::time::sleep(Duration::from_millis(least + self.dice.below(most - least))).await;
        let all = self.servers.len();
        let only_one = 1 < all && !self.dice.percent(25);
        let chosen = usize::try_from(self.dice.below(2)).expect("0 or 1");
        let killed: Vec<Serving> = if only_one {
            vec![self.servers.remove(chosen)]
        } else {
            self.servers.drain(..).collect()
        };
        let count = killed.len();
        let at = Clock::System.now();
        futures_util::future::join_all(killed.into_iter().map(Serving::kill)).await;
        self.figures.kills += count;
        self.figures.rounds = round + 1;
        // What was told before the database is read has to be in it.
        let told = self.diary.read();
        let books = Books::read(&self.stand.store).await;
        self.figures.lost_answers.extend(books.lost(&told));
        for id in books.open() {
            self.open.entry(id).or_insert(at);
        }
        if self.dice.below(PROVIDER_CRASHES_EVERY) == 0 {
            self.stand.provider.crash().await;
            let seed = self.dice.below(u64::MAX);
            self.stand.provider.told("chances", chances(seed)).await;
        }
        while self.servers.len() < all {
            self.start_one().await;
        }
    }

    async fn somebody_is_told(&self) {
        let (begun, before) = (Instant::now(), self.diary.count());
        while self.diary.count() == before && begun.elapsed() < PROGRESS_MAX {
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    async fn end(mut self, within: Duration) -> Figures {
        let ended = Instant::now();
        self.stop.cancel();
        for buying in std::mem::take(&mut self.buying) {
            self.figures.wrong.extend(buying.await.expect("no customer panics"));
        }
        // Nothing goes wrong any more: now it has to heal.
        self.stand.provider.told("chances", json!({})).await;
        let mut books = Books::read(&self.stand.store).await;
        while !books.open().is_empty() && ended.elapsed() < within {
            tokio::time::sleep(LOOK_AGAIN).await;
            books = Books::read(&self.stand.store).await;
        }
        let figures = &mut self.figures;
        figures.not_healed = books.left_open();
        for (id, killed_at) in &self.open {
            let took = books.settled_at(*id).map(|at| at - *killed_at);
            let took = took.and_then(|it| it.to_std().ok()).unwrap_or_default();
            figures.slowest = figures.slowest.max(took);
        }
        let (journal, told) = (self.stand.provider.journal(), self.diary.read());
        (figures.orders, figures.payments, figures.refunds, figures.transfers) = books.counts();
        (figures.charges, figures.answers) = (journal.charges.len(), told.len());
        figures.lost_answers.extend(books.lost(&told));
        figures.double_charges.extend(books.charged_twice(&journal));
        if figures.not_healed.is_empty() {
            figures.wrong.extend(books.differences(&journal));
        }
        figures.wrong.extend(self.stand.verify().await);
        for server in self.servers.drain(..) {
            server.kill().await;
        }
        self.figures
    }
}

/// How often what goes wrong at the provider.
fn chances(seed: u64) -> serde_json::Value {
    json!({
        "seed": seed,
        "charge": { "decline": 0.1, "cut": 0.06, "cut-after": 0.08, "500": 0.04, "500-after": 0.06,
            "hang": 0.03, "hang-after": 0.04, "429": 0.04, "pending": 0.05 },
        "refund": { "cut-after": 0.1, "500": 0.05, "500-after": 0.1, "hang-after": 0.05, "429": 0.05 },
        "again": { "cut": 0.03, "500": 0.03, "hang": 0.02 },
    })
}

async fn runs_clean(plan: Plan) {
    let figures = plan.run().await;
    println!("{:?}, {} process(es), seed {}: {figures}", plan.on, plan.processes, plan.seed);
    assert!(figures.is_clean(), "seed {}: {figures:#?}", plan.seed);
    assert!(0 < figures.charges && 0 < figures.answers, "nothing has happened: {figures}");
}

#[tokio::test]
async fn killing_the_process_on_sqlite_loses_nothing_and_charges_nobody_twice() {
    runs_clean(Plan::new(On::Sqlite, 1)).await;
}

#[tokio::test]
async fn killing_two_processes_on_postgres_loses_nothing_and_charges_nobody_twice() {
    runs_clean(Plan::new(On::Postgres, 2)).await;
}
