//! Customers who buy, pay and withdraw all the time, and who repeat with the same key what was not
//! answered: the server may be gone at any moment.

use std::sync::{Arc, RwLock};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::Dice;
use super::diary::{Diary, Told};
use super::stand::Caller;

/// How often a customer asks what became of a payment that is pending, before the next order.
pub const LOOKS_MAX: u32 = 4;
const LOOK_LATER: Duration = Duration::from_millis(150);

/// What a customer has noticed to be wrong.
pub type Wrong = Vec<String>;

pub struct Client {
    pub name: String,
    pub caller: Caller,
    /// The operator who sees this customer's transfers; without one, it pays by card.
    pub desk: Option<Caller>,
    /// Where servers listen now.
    pub servers: Arc<RwLock<Vec<String>>>,
    pub diary: Arc<Diary>,
    pub dice: Dice,
    pub stop: CancellationToken,
}

/// Asks until it is answered, or until it is time to stop.
macro_rules! answered {
    ($caller:expr, $ask:ident($client:ident $(, $argument:expr)*)) => {
        loop {
            if $client.stop.is_cancelled() {
                return None;
            }
            if let Some(url) = $client.server()
                && let Some(answer) = $caller.$ask(&url, $($argument),*).await
            {
                break answer;
            }
            tokio::time::sleep($crate::chaos::stand::LOOK_AGAIN).await;
        }
    };
}
pub(super) use answered;

impl Client {
    /// Buys until it is told to stop.
    pub async fn run(mut self) -> Wrong {
        let mut wrong = Vec::new();
        for nth in 0.. {
            let name = format!("{}-{nth}", self.name);
            if self.buy(&name, &mut wrong).await.is_none() {
                break;
            }
        }
        wrong
    }

    pub(super) fn server(&mut self) -> Option<String> {
        let servers = self.servers.read().expect("nobody panics with it");
        let count = u64::try_from(servers.len()).expect("a few");
        let at = if count == 0 { 0 } else { self.dice.below(count) };
        servers.get(usize::try_from(at).expect("a few")).cloned()
    }

    async fn buy(&mut self, name: &str, wrong: &mut Wrong) -> Option<()> {
        let key = format!("order-{name}");
        let number = answered!(self.caller, place(self, &key));
        self.diary.write(&Told::Placed { number: number.clone() });
        let repeated = answered!(self.caller, place(self, &key));
        if repeated != number {
            wrong.push(format!("{key} made {number}, and then {repeated}"));
        }
        if self.desk.is_some() {
            return self.pay_by_transfer(&number, name, wrong).await;
        }
        let mut is_paid = false;
        // A card that is declined is tried once more, as a payment of its own.
        for attempt in 0..2 {
            let state = self.pay(&number, &format!("pay-{name}-{attempt}"), wrong).await?;
            is_paid = state == "SUCCEEDED";
            if state != "FAILED" {
                break;
            }
        }
        if is_paid && self.dice.percent(30) {
            self.withdraw(&number, name).await?;
        }
        Some(())
    }

    /// Pays, and looks a few times what became of it.
    async fn pay(&mut self, number: &str, key: &str, wrong: &mut Wrong) -> Option<String> {
        let mut known: Option<(String, String)> = None;
        for _ in 0..LOOKS_MAX {
            let answer = answered!(self.caller, pay(self, number, key));
            let (payment, state) = match answer {
                Ok(paid) => paid,
                Err(errors) => {
                    wrong.push(format!("{number} could not be paid with {key}: {errors}"));
                    return Some("REFUSED".to_owned());
                }
            };
            if let Some((before, was)) = known
                .filter(|(before, was)| *before != payment || (was != "PENDING" && *was != state))
            {
                wrong.push(format!("{key} was {before} {was}, and then {payment} {state}"));
            }
            if state == "SUCCEEDED" || state == "FAILED" {
                let (number, payment) = (number.to_owned(), payment.clone());
                self.diary.write(&if state == "SUCCEEDED" {
                    Told::Paid { number, payment }
                } else {
                    Told::Declined { number, payment }
                });
                // Some ask again although they know.
                if self.dice.percent(70) {
                    return Some(state);
                }
            }
            known = Some((payment, state));
            tokio::time::sleep(LOOK_LATER).await;
        }
        known.map(|it| it.1)
    }

    async fn withdraw(&mut self, number: &str, name: &str) -> Option<()> {
        let key = format!("withdraw-{name}");
        let taken = answered!(self.caller, withdraw(self, number, &key));
        if taken.is_err() {
            return Some(());
        }
        self.diary.write(&Told::Withdrawn { number: number.to_owned() });
        for _ in 0..LOOKS_MAX {
            let seen = answered!(self.caller, see(self, number));
            if !seen.refunds.is_empty() && seen.refunds.iter().all(|state| state == "SUCCEEDED") {
                self.diary.write(&Told::Refunded { number: number.to_owned() });
                break;
            }
            tokio::time::sleep(LOOK_LATER).await;
        }
        Some(())
    }
}
