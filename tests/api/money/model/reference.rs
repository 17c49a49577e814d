//! What can happen, and how often it is tried.

use proptest::prelude::*;
use proptest_state_machine::ReferenceStateMachine;

use super::rules::{Model, TOTAL};
use crate::money::provider::{Does, DoesBack, Line};

/// Something that somebody does. Positions are those of payments or refunds, the oldest first, modulo
/// how many there are.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// The customer pays: with a new key, or with the last one again.
    Pay {
        again: bool,
        does: Does,
        line: Line,
    },
    /// The customer announces a transfer.
    Announce,
    /// An operator puts what the order costs on the balance, and the customer pays with that.
    PayFromBalance,
    /// What has come to the balance is taken off it.
    TakeOff,
    /// An operator records a transfer, or the last one once more.
    Transfer {
        again: bool,
        amount: i64,
        surplus: bool,
    },
    /// The customer, or the bank, pays at the provider.
    Confirm(usize),
    /// The bank says no to what pends or waits there.
    Decline(usize),
    /// The provider finishes a refund.
    Return(usize),
    /// An operator pays a refund out.
    PayOut(usize),
    /// The provider tells that there is news of a payment.
    Webhook(usize),
    Cancel,
    Withdraw {
        line: usize,
        to_balance: bool,
    },
    Refuse,
    /// Time goes by, and the jobs run.
    Wait {
        seconds: i64,
        does: Does,
        does_back: DoesBack,
        line: Line,
    },
}

pub struct Reference;

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![4 => Just(Line::Open), 1 => Just(Line::Cut)]
}

fn paying() -> impl Strategy<Value = Step> {
    let does = prop_oneof![
        3 => Just(Does::Takes),
        2 => Just(Does::TakesSilently),
        1 => Just(Does::TakesTooMuch),
        2 => Just(Does::Declines),
        4 => Just(Does::Waits),
        2 => Just(Does::Pends),
    ];
    let again = prop::bool::weighted(0.15);
    (again, does, line()).prop_map(|(again, does, line)| Step::Pay { again, does, line })
}

fn transferring() -> impl Strategy<Value = Step> {
    let amount = prop_oneof![
        2 => Just(300_i64),
        1 => Just(TOTAL - 300),
        2 => Just(TOTAL),
        1 => Just(2 * TOTAL + 1),
    ];
    let (again, surplus) = (prop::bool::weighted(0.15), prop::bool::weighted(0.3));
    (again, amount, surplus).prop_map(|(again, amount, surplus)| Step::Transfer {
        again,
        amount,
        surplus,
    })
}

fn withdrawing() -> impl Strategy<Value = Step> {
    let (line, to_balance) = (0_usize..2, prop::bool::weighted(0.3));
    (line, to_balance).prop_map(|(line, to_balance)| Step::Withdraw { line, to_balance })
}

fn waiting() -> impl Strategy<Value = Step> {
    let minutes = prop_oneof![
        4 => Just(10_i64),
        3 => Just(65),
        2 => Just(24 * 60),
        1 => Just(20 * 24 * 60),
    ];
    let does = prop_oneof![Just(Does::Takes), Just(Does::Declines)];
    let does_back = prop_oneof![
        4 => Just(DoesBack::Gives),
        2 => Just(DoesBack::GivesSilently),
        1 => Just(DoesBack::GivesTooMuch),
        2 => Just(DoesBack::Fails),
        2 => Just(DoesBack::Pends),
    ];
    (minutes, does, does_back, line()).prop_map(|(minutes, does, does_back, line)| Step::Wait {
        seconds: minutes * 60,
        does,
        does_back,
        line,
    })
}

impl ReferenceStateMachine for Reference {
    type State = Model;
    type Transition = Step;

    fn init_state() -> BoxedStrategy<Model> {
        Just(Model::default()).boxed()
    }

    fn transitions(_: &Model) -> BoxedStrategy<Step> {
        prop_oneof![
            6 => paying(),
            2 => Just(Step::Announce),
            1 => Just(Step::PayFromBalance),
            1 => Just(Step::TakeOff),
            3 => transferring(),
            5 => waiting(),
            3 => (0_usize..4).prop_map(Step::Confirm),
            1 => (0_usize..4).prop_map(Step::Decline),
            1 => (0_usize..4).prop_map(Step::Return),
            2 => (0_usize..4).prop_map(Step::PayOut),
            3 => (0_usize..4).prop_map(Step::Webhook),
            1 => Just(Step::Cancel),
            3 => withdrawing(),
            1 => Just(Step::Refuse),
        ]
        .boxed()
    }

    fn apply(mut model: Model, step: &Step) -> Model {
        model.step(*step);
        model
    }
}
