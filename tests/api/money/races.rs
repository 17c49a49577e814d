//! Things that are done at the same moment, again and again: at most one charge, no more back than was
//! paid, and never paid and over without a refund. `BUONO_TEST_RACES` says how often each is run.
//!
//! Each race is also run with something broken, and has to notice.

mod balance;
mod judge;
mod paying;
mod returning;
mod transfers;

use std::fmt::Debug;
use std::sync::Arc;

use buono::actions::Stop;
use buono::storage::Store;
use futures_util::future::{BoxFuture, FutureExt};
use sea_orm::ConnectionTrait;
use tokio::sync::Barrier;
use tokio_util::task::TaskTracker;

use super::counter::Counter;
use super::provider::{Does, DoesBack};
use crate::verify::violations;

const VARIABLE: &str = "BUONO_TEST_RACES";
/// Rounds in which something that is broken has to show.
const CAUGHT_WITHIN: usize = 50;

/// What is broken, for those who have to notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sabotage {
    Nothing,
    /// Neither the live payment of an order nor the client's key is found again.
    PaymentsForgotten,
    /// The provider takes each call for a new one.
    KeysForgotten,
    /// The order is ended without a look at it.
    EndedBlindly,
    /// Each repetition comes with a new key.
    NewKeys,
    /// No room is taken for refunds.
    NothingReserved,
    /// Nobody finds the other attempt at a refund.
    RetriesForgotten,
    /// What is taken off a balance is still there.
    BalancesNeverEmpty,
    /// What has come by transfer and is not all that is due is lost.
    NothingHeld,
    /// A refund that is done is open again.
    PayoutsForgotten,
    /// A refund that has failed is open again.
    FailuresForgotten,
}

/// One round on a counter: what went wrong in it.
type Race = for<'a> fn(&'a Counter, Sabotage, usize) -> BoxFuture<'a, Result<(), String>>;

/// Runs a race on both databases.
async fn holds(race: Race, bounded: usize) {
    let rounds = std::env::var(VARIABLE).ok().map(|it| it.parse().expect("a number of rounds"));
    let rounds = rounds.unwrap_or(bounded);
    for counter in Counter::both().await {
        for round in 0..rounds {
            if let Err(why) = race(&counter, Sabotage::Nothing, round).await {
                let kind = counter.shop.till.changes.store.kind();
                panic!("round {round} on {kind}: {why}");
            }
        }
        assert_eq!(violations(&counter.shop).await, [""; 0]);
    }
}

/// The same race with something broken has to fail, and for that reason.
async fn notices(race: Race, sabotage: Sabotage, because: &str) {
    let counter = Counter::open().await;
    if sabotage == Sabotage::KeysForgotten {
        counter.provider.forgets_keys();
    }
    if let Some((event, change)) = trigger(sabotage) {
        let statement = format!("CREATE TRIGGER sabotage AFTER {event} BEGIN {change}; END");
        run(&counter.shop.till.changes.store, &statement).await;
    }
    for round in 0..CAUGHT_WITHIN {
        if let Err(why) = race(&counter, sabotage, round).await {
            assert!(why.contains(because), "{why}");
            return;
        }
    }
    panic!("{sabotage:?} was not noticed in {CAUGHT_WITHIN} rounds");
}

/// After which change the database makes another, for what is broken there.
fn trigger(sabotage: Sabotage) -> Option<(&'static str, &'static str)> {
    Some(match sabotage {
        Sabotage::PaymentsForgotten => (
            "INSERT ON payment",
            "UPDATE payment SET surplus = 1, client_key = hex(randomblob(16)) WHERE id = NEW.id",
        ),
        Sabotage::RetriesForgotten => {
            ("INSERT ON refund", "UPDATE refund SET retry_of = NULL WHERE id = NEW.id")
        }
        Sabotage::BalancesNeverEmpty => (
            "UPDATE OF amount ON balance WHEN NEW.amount < OLD.amount",
            "UPDATE balance SET amount = OLD.amount",
        ),
        Sabotage::NothingHeld => (
            "UPDATE OF received ON orders WHEN NEW.received <> 0",
            "UPDATE orders SET received = 0 WHERE id = NEW.id",
        ),
        Sabotage::PayoutsForgotten => (
            "UPDATE OF state ON refund WHEN NEW.state = 'SUCCEEDED'",
            "UPDATE refund SET state = 'SENT', settled_at = NULL, payout_key = NULL, \
             payout_hash = NULL, payout_on = NULL, payout_reference = NULL WHERE id = NEW.id",
        ),
        Sabotage::FailuresForgotten => (
            "UPDATE OF state ON refund WHEN NEW.state = 'FAILED'",
            "UPDATE refund SET state = 'SENT', settled_at = NULL WHERE id = NEW.id",
        ),
        _ => return None,
    })
}

async fn run(store: &Store, statement: &str) {
    store.read().execute_unprepared(statement).await.expect("the statement runs");
}

/// Lets all of them begin at the same moment, and waits for their ends.
pub async fn at_once<T: Send + 'static>(
    tracker: &TaskTracker,
    all: Vec<BoxFuture<'static, T>>,
) -> Vec<T> {
    let barrier = Arc::new(Barrier::new(all.len()));
    let start = |it: BoxFuture<'static, T>| {
        let barrier = Arc::clone(&barrier);
        tracker.spawn(async move {
            barrier.wait().await;
            it.await
        })
    };
    let started: Vec<_> = all.into_iter().map(start).collect();
    let mut ended = Vec::new();
    for task in started {
        ended.push(task.await.expect("no task panics"));
    }
    ended
}

/// Whether it was done: a refusal is an answer, and anything else is a fault.
fn done<T, Refusal: Debug>(made: Result<T, Stop<Refusal>>) -> Result<bool, String> {
    match made {
        Ok(_) => Ok(true),
        Err(Stop::Refused(_)) => Ok(false),
        Err(broken) => Err(format!("{broken:?}")),
    }
}

/// How many of them were done.
fn count(all: Vec<Result<bool, String>>) -> Result<usize, String> {
    all.into_iter().try_fold(0, |sum, done| Ok(sum + usize::from(done?)))
}

/// Half of the rounds begin with the other one, lest the same always win.
fn turned<T>(mut all: Vec<T>, round: usize) -> Vec<T> {
    if round % 2 == 1 {
        all.reverse();
    }
    all
}

/// A paid order, and a provider that gives back without saying so.
async fn paid(counter: &Counter) -> String {
    let number = counter.place().await;
    counter.provider.does(Does::Takes);
    counter.provider.does_back(DoesBack::GivesSilently);
    counter.pay(&number, &number).await.expect("it is paid");
    number
}

macro_rules! races {
    ($($race:path, $rounds:literal, $holds:ident;
       $sabotage:ident, $because:literal, $notices:ident;)*) => {$(
        #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
        async fn $holds() {
            holds(|counter, sabotage, round| $race(counter, sabotage, round).boxed(), $rounds).await;
        }

        #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
        async fn $notices() {
            let race: Race = |counter, sabotage, round| $race(counter, sabotage, round).boxed();
            notices(race, Sabotage::$sabotage, $because).await;
        }
    )*};
}

races! {
    paying::same_key, 4, fifty_payments_with_the_same_key_are_one;
        PaymentsForgotten, "the same key has", keys_that_are_forgotten_are_noticed;
    paying::different_keys, 4, fifty_payments_with_different_keys_charge_once;
        PaymentsForgotten, "payments were begun", payments_that_are_forgotten_are_noticed;
    paying::reply_against_webhook, 20, a_reply_and_a_webhook_settle_once;
        KeysForgotten, "charges of one order", a_provider_that_charges_twice_is_noticed;
    paying::against_expiry, 20, an_order_is_paid_or_expires;
        EndedBlindly, "0 went back", expiring_blindly_is_noticed;
    paying::against_cancelling, 20, an_order_is_paid_or_cancelled;
        EndedBlindly, "0 went back", cancelling_blindly_is_noticed;
    paying::confirmation_against_cancelling, 20, a_confirmation_pays_or_comes_back;
        EndedBlindly, "0 went back", cancelling_a_confirmed_order_blindly_is_noticed;
    paying::against_reordering, 20, paying_and_reordering_do_not_meet;
        NewKeys, "has placed two orders", a_new_key_on_a_retry_is_noticed;
    balance::two_orders, 200, of_two_orders_the_last_money_pays_one;
        BalancesNeverEmpty, "2 payments, 2 orders", a_balance_that_never_empties_is_noticed;
    returning::sixty_per_cent_twice, 20, of_two_refunds_of_sixty_per_cent_one_is_made;
        NothingReserved, "1218 came, and 1460 went back", refunds_without_room_are_noticed;
    returning::refusal_against_withdrawal, 20, a_refusal_and_a_withdrawal_give_back_once;
        KeysForgotten, "1218 came, and 3654 went back", a_provider_that_gives_back_twice_is_noticed;
    returning::sent_again_twice, 20, of_two_operators_who_send_a_refund_again_one_does;
        RetriesForgotten, "2 attempts were made", a_second_attempt_is_noticed;
    transfers::part_against_card, 20, a_part_of_a_transfer_stands_in_the_way_of_a_card_or_is_refused;
        NothingHeld, "2 of both were done", parts_that_are_not_kept_are_noticed;
    transfers::transfer_against_expiry, 20, a_transfer_pays_an_order_or_comes_back_when_it_has_expired;
        NothingHeld, "0 are held", a_transfer_that_is_not_kept_is_noticed;
    transfers::two_payouts, 20, of_two_operators_who_record_a_payout_one_does;
        PayoutsForgotten, "Broken", a_payout_that_is_forgotten_is_noticed;
    transfers::payout_against_giving_up, 20, a_payout_is_recorded_or_given_up;
        FailuresForgotten, "2 of both were done", a_payout_that_is_recorded_after_all_is_noticed;
    balance::take_off_against_paying, 20, what_is_taken_off_a_balance_does_not_pay;
        BalancesNeverEmpty, "2 of both were done", what_is_taken_off_and_still_pays_is_noticed;
}
