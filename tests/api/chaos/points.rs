//! Each named place of `src/fault.rs`, with a crash and with a hang, while the provider charges,
//! declines, or leaves us not knowing: all lead to one charge or none, one answer, and books that agree.

use std::time::Duration;

use entity::payment;
use futures_util::{StreamExt, stream};
use sea_orm::EntityTrait;
use tokio::time::timeout;

use super::provider::Moved;
use super::stand::{Caller, HEALED_WITHIN, On, Seen, Stand};
use crate::binary::PATIENCE;

/// So many at a time: they mostly wait.
const AT_ONCE: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Abort,
    Hang,
}

impl Way {
    /// How long a customer waits: where something hangs, there may never be an answer.
    fn patience(self) -> Duration {
        if self == Self::Hang { Duration::from_secs(2) } else { PATIENCE }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    Charged,
    Declined,
    /// It has charged, and we are not told.
    Nothing,
}

#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    pub place: &'static str,
    pub way: Way,
    pub says: Says,
    pub on: On,
    /// A mistake that is to be made on purpose.
    pub sabotage: Option<&'static str>,
    pub healed_within: Duration,
}

impl Scenario {
    pub fn new(place: &'static str, way: Way, says: Says) -> Self {
        let (on, sabotage) = (On::Sqlite, None);
        Self { place, way, says, on, sabotage, healed_within: HEALED_WITHIN }
    }

    fn fault(&self) -> String {
        let way = if self.way == Way::Abort { "abort" } else { "hang" };
        format!("{}:{way}", self.place)
    }

    fn has_webhooks(&self) -> bool {
        matches!(self.place, "P7" | "P8")
    }

    /// Whether only the one task hangs, so that the others can finish its work.
    fn heals_in_place(&self) -> bool {
        // P5 hangs with a lock; P10 and P12 are of the loop that would heal.
        self.way == Way::Hang && !matches!(self.place, "P5" | "P10" | "P12")
    }

    async fn prepare(&self, stand: &Stand) {
        // P7 to P9 come by only when the first answer is missing.
        let late = matches!(self.place, "P7" | "P8" | "P9");
        let charge: &[&str] = match (self.says, late, self.way) {
            (Says::Charged, false, _) => &["ok"],
            (Says::Declined, false, _) => &["decline"],
            (Says::Declined, true, _) if self.has_webhooks() => &["decline-cut"],
            (Says::Declined, true, _) => &["cut", "decline"],
            (Says::Charged, true, _) if !self.has_webhooks() => &["cut", "ok"],
            (_, _, Way::Abort) => &["500-after"],
            (_, _, Way::Hang) => &["cut-after"],
        };
        stand.provider.plans("charge", charge).await;
        if self.says == Says::Nothing && late {
            stand.provider.plans("get", &["500"]).await;
        }
    }

    /// What is wrong at the end, each in a sentence.
    pub async fn run(self) -> Vec<String> {
        let stand = Stand::open(self.on).await;
        self.prepare(&stand).await;
        let fault = self.fault();
        let mut armed = vec![("BUONO_FAULT", fault.as_str())];
        armed.extend(self.sabotage.map(|how| ("BUONO_SABOTAGE", how)));
        let server = stand.serve(&armed).await;
        if self.has_webhooks() {
            stand.webhooks_to(&server, &["after"]).await;
        }
        let anna = Caller::new("anna");
        let url = server.url("/graphql");
        let number = anna.placed(&url).await;
        let paying = timeout(self.way.patience(), anna.pay(&url, &number, "payment"));
        let told = paying.await.ok().flatten();
        let fired = format!("the fault {} has fired", self.place);
        server.log.wait_for(|line| line.contains(&fired)).await;
        let mut wrong = Vec::new();
        if self.heals_in_place()
            && anna.sees(&url, &number, self.healed_within, is_settled).await.is_none()
        {
            wrong.push("the payment does not heal while one task hangs".to_owned());
        }
        server.kill().await;
        let told = told.and_then(Result::ok);
        if let Some((_, state)) = told.as_ref().filter(|it| it.1 != "PENDING") {
            let rows = payment::Entity::find().all(stand.store.read()).await.expect("it is read");
            if rows.iter().all(|row| row.state != *state) {
                wrong.push(format!("{state} was told, and is not written"));
            }
        }

        let again: Vec<_> = armed.into_iter().filter(|(name, _)| *name != "BUONO_FAULT").collect();
        let server = stand.serve(&again).await;
        let url = server.url("/graphql");
        if self.has_webhooks() {
            stand.webhooks_to(&server, &["after"]).await;
        }
        let healed = anna.sees(&url, &number, self.healed_within, is_settled).await;
        // One answer is made of several reads: what was being written then is whole in the next one.
        let seen = if healed.is_some() { anna.see(&url, &number).await } else { None };
        match seen {
            Some(seen) => wrong.extend(self.judged(&stand, &seen, told.as_ref()).await),
            None => wrong.push("the payment does not heal".to_owned()),
        }
        for _ in 0..2 {
            let repeated = anna.pay(&url, &number, "payment").await.and_then(Result::ok);
            if repeated.as_ref().map(|it| it.1.as_str()) != Some(self.state())
                || told
                    .as_ref()
                    .is_some_and(|told| repeated.as_ref().map(|it| &it.0) != Some(&told.0))
            {
                wrong.push(format!("the repeat is answered with {repeated:?}"));
            }
        }
        wrong.extend(stand.verify().await);
        server.kill().await;
        wrong.into_iter().map(|what| format!("{self:?}: {what}")).collect()
    }

    fn state(&self) -> &'static str {
        if self.says == Says::Declined { "FAILED" } else { "SUCCEEDED" }
    }

    async fn judged(
        &self,
        stand: &Stand,
        seen: &Seen,
        told: Option<&(String, String)>,
    ) -> Vec<String> {
        let mut wrong = Vec::new();
        let rows = payment::Entity::find().all(stand.store.read()).await.expect("it is read");
        let is_paid = self.says != Says::Declined;
        let expected: Vec<Moved> = rows
            .iter()
            .filter(|_| is_paid)
            .map(|row| Moved { key: row.gateway_key.clone(), amount: row.amount })
            .collect();
        let charges = stand.provider.journal().charges;
        if rows.len() != 1 || charges != expected {
            wrong.push(format!("charged {charges:?} instead of {expected:?}"));
        }
        let expected = if is_paid { "CHECKING" } else { "NOT_PAID" };
        let states: Vec<&str> = seen.payments.iter().map(|it| it.1.as_str()).collect();
        if seen.status != expected || states != [self.state()] {
            wrong.push(format!("it ends as {seen:?}"));
        }
        let received = seen.events.iter().filter(|kind| *kind == "PAYMENT_RECEIVED").count();
        if received != usize::from(is_paid) {
            wrong.push(format!("the payment was received {received} times"));
        }
        if let Some((id, state)) = told.filter(|it| it.1 != "PENDING")
            && seen.payments != [(id.clone(), state.clone())]
        {
            wrong.push(format!("{state} was told, and {:?} is so", seen.payments));
        }
        wrong
    }
}

fn is_settled(seen: &Seen) -> bool {
    !seen.payments.is_empty() && seen.payments.iter().all(|it| it.1 != "PENDING")
}

async fn all_of(scenarios: impl IntoIterator<Item = Scenario>) {
    let running = stream::iter(scenarios).map(Scenario::run).buffer_unordered(AT_ONCE);
    let wrong: Vec<String> = running.collect::<Vec<_>>().await.concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn every_way(place: &'static str) -> impl Iterator<Item = Scenario> {
    [Way::Abort, Way::Hang].into_iter().flat_map(move |way| {
        [Says::Charged, Says::Declined, Says::Nothing].map(|says| Scenario::new(place, way, says))
    })
}

#[tokio::test]
async fn a_stop_anywhere_between_the_order_and_the_answer_ends_in_one_charge_or_none() {
    all_of(["P1", "P2", "P3", "P4", "P5", "P6"].into_iter().flat_map(every_way)).await;
}

#[tokio::test]
async fn a_stop_where_webhooks_and_jobs_bring_the_news_ends_in_one_charge_or_none() {
    let told = [Way::Abort, Way::Hang].map(|way| Scenario::new("P10", way, Says::Charged));
    all_of(["P7", "P8", "P9"].into_iter().flat_map(every_way).chain(told)).await;
}

#[tokio::test]
async fn a_stop_on_postgres_ends_in_one_charge_or_none() {
    let chosen = [
        ("P1", Way::Abort, Says::Nothing),
        ("P3", Way::Abort, Says::Charged),
        ("P4", Way::Hang, Says::Nothing),
        ("P5", Way::Abort, Says::Nothing),
        ("P5", Way::Hang, Says::Charged),
        ("P8", Way::Abort, Says::Charged),
        ("P9", Way::Abort, Says::Nothing),
    ];
    let on = On::Postgres;
    all_of(chosen.map(|(place, way, says)| Scenario { on, ..Scenario::new(place, way, says) }))
        .await;
}

#[tokio::test]
async fn an_order_whose_expiry_is_interrupted_expires_once() {
    let all = [(On::Sqlite, "P12:abort"), (On::Sqlite, "P12:hang"), (On::Postgres, "P12:abort")];
    futures_util::future::join_all(all.map(|(on, fault)| expires_once(on, fault))).await;
}

async fn expires_once(on: On, fault: &str) {
    let stand = Stand::open(on).await;
    let server = stand.serve(&[]).await;
    let anna = Caller::new("anna");
    let number = anna.placed(&server.url("/graphql")).await;
    server.kill().await;
    stand.sql("UPDATE orders SET expires_at = created_at").await;

    // The job that expires orders may be faster than the server is with listening.
    let (mut server, log) = stand.begin(&[("BUONO_FAULT", fault)]);
    log.wait_for(|line| line.contains("the fault P12 has fired")).await;
    server.kill().await.expect("it ends");
    let server = stand.serve(&[]).await;
    let url = server.url("/graphql");
    let expired = anna.sees(&url, &number, HEALED_WITHIN, |it| it.status == "EXPIRED").await;
    let expired = expired.expect("it expires");
    let times = expired.events.iter().filter(|kind| *kind == "ORDER_EXPIRED").count();
    assert_eq!(times, 1, "{fault} {on:?}");
    assert_eq!(stand.verify().await, Vec::<String>::new(), "{fault} {on:?}");
    server.kill().await;
}
