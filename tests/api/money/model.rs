//! The money against a model of it: whatever customers, operators, time and the provider do, in
//! whatever order, what is stored is what the small pure model says. `BUONO_TEST_SEQUENCES` says how
//! many sequences are tried, and `BUONO_TEST_SEED` repeats those of a failure.

mod reference;
mod rules;
mod system;

use proptest::test_runner::{Config, RngSeed, TestError, TestRunner};
use proptest_state_machine::{ReferenceStateMachine, StateMachineTest};

use crate::live::random::Seed;
use reference::{Reference, Step};
use rules::Model;
use system::{Breaks, ChargesTwice, HoldsNothing, ReservesNothing, Sound, System};

const VARIABLE: &str = "BUONO_TEST_SEQUENCES";
/// Sequences unless the variable says otherwise.
const SEQUENCES: u32 = 200;
const STEPS_MAX: usize = 18;
/// Attempts to make a sequence that fails shorter.
const SHRINKS_MAX: u32 = 100;
/// And one that fails as it should.
const SHRINKS_OF_SABOTAGE_MAX: u32 = 10;

/// A sequence: where it begins, and what is done.
type Sequence = (Model, Vec<Step>, Option<std::sync::Arc<std::sync::atomic::AtomicUsize>>);

fn sequences<B: Breaks>(
    count: u32,
    max_shrink_iters: u32,
    seed: &Seed,
) -> Result<(), Box<TestError<Sequence>>> {
    let config = Config {
        cases: count,
        max_shrink_iters,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(seed.0),
        ..Config::default()
    };
    let mut runner = TestRunner::new(config.clone());
    let strategy = Reference::sequential_strategy(1..STEPS_MAX);
    let done = runner.run(&strategy, |(model, steps, seen)| {
        System::<B>::test_sequential(config.clone(), model, steps, seen);
        Ok(())
    });
    done.map_err(Box::new)
}

#[test]
fn the_money_is_what_the_model_says() {
    let count = std::env::var(VARIABLE).ok().map(|it| it.parse().expect("a number of sequences"));
    let seed = Seed::new();
    if let Err(error) = sequences::<Sound>(count.unwrap_or(SEQUENCES), SHRINKS_MAX, &seed) {
        panic!("{error}");
    }
}

/// The model fails for one of these reasons, and says by which steps.
fn notices<B: Breaks>(because: &[&str]) {
    let tried = sequences::<B>(SEQUENCES, SHRINKS_OF_SABOTAGE_MAX, &Seed::new());
    let error = tried.expect_err("it was not noticed");
    let TestError::Fail(why, _) = *error else { panic!("{error}") };
    let why = why.to_string();
    assert!(because.iter().any(|it| why.contains(it)), "{why}");
}

#[test]
fn the_model_notices_a_provider_that_charges_twice() {
    // Or the second call comes to something else, and what the first has moved is not counted.
    let because = ["moved twice under one key", "failed: payments", "failed: refunds"];
    notices::<ChargesTwice>(&because);
}

#[test]
fn the_model_notices_refunds_without_room() {
    // Or one that fails cannot give back the room that it never took, and is left as it was sent.
    notices::<ReservesNothing>(&["failed: payments", "failed: refunds"]);
}

#[test]
fn the_model_notices_parts_of_transfers_that_are_not_kept() {
    notices::<HoldsNothing>(&["failed: the order", "failed: payments"]);
}
