//! The real actions over a database, moved by the same steps as the model, and compared with it.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::rc::Rc;

use buono::actions::Stop;
use buono::actions::approve::Refuse;
use buono::domain::payment::{Payment, PaymentState, Refund, RefundState};
use buono::payments::RefundOutcome;
use chrono::TimeDelta;
use proptest_state_machine::StateMachineTest;
use sea_orm::ConnectionTrait;
use tokio::runtime::Runtime;

use super::reference::{Reference, Step};
use super::rules::{Model, nth};
use crate::money::counter::{Counter, fetch};
use crate::money::provider::{Line, Standing};
use crate::verify::violations;

/// Sequences that share a database: each has an order of its own in it.
const SHARED_BY: usize = 10;

/// What is broken, for the model to notice.
pub trait Breaks: 'static {
    fn forgets_keys() -> bool {
        false
    }

    fn reserves() -> bool {
        true
    }
}

pub struct Sound;
pub struct ChargesTwice;
pub struct ReservesNothing;

impl Breaks for Sound {}

impl Breaks for ChargesTwice {
    fn forgets_keys() -> bool {
        true
    }
}

impl Breaks for ReservesNothing {
    fn reserves() -> bool {
        false
    }
}

struct Shared {
    runtime: Runtime,
    counter: Counter,
}

thread_local! {
    /// What sequences share, and how many have.
    static SHARED: RefCell<Option<(Rc<Shared>, usize)>> = const { RefCell::new(None) };
}

pub struct System<B> {
    shared: Rc<Shared>,
    number: String,
    /// Payments that were begun: the n-th key is the n-th payment's.
    begun: usize,
    breaks: PhantomData<B>,
}

fn shared<B: Breaks>() -> Rc<Shared> {
    SHARED.with_borrow_mut(|shared| {
        if let Some((shared, uses)) = shared.as_mut().filter(|(_, uses)| *uses < SHARED_BY) {
            *uses += 1;
            return Rc::clone(shared);
        }
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime starts");
        let counter = runtime.block_on(opened::<B>());
        let opened = Rc::new(Shared { runtime, counter });
        *shared = Some((Rc::clone(&opened), 1));
        opened
    })
}

async fn opened<B: Breaks>() -> Counter {
    let counter = Counter::open().await;
    if B::forgets_keys() {
        counter.provider.forgets_keys();
    }
    if !B::reserves() {
        let trigger = "CREATE TRIGGER sabotage AFTER UPDATE OF refund_reserved ON payment \
             WHEN NEW.refund_reserved <> 0 BEGIN \
             UPDATE payment SET refund_reserved = 0 WHERE id = NEW.id; END";
        let db = counter.shop.till.changes.store.read();
        db.execute_unprepared(trigger).await.expect("the trigger is made");
    }
    counter
}

impl<B: Breaks> StateMachineTest for System<B> {
    type SystemUnderTest = Self;
    type Reference = Reference;

    fn init_test(_: &Model) -> Self {
        let shared = shared::<B>();
        shared.counter.provider.line(Line::Open);
        let number = shared.runtime.block_on(shared.counter.place());
        Self { shared, number, begun: 0, breaks: PhantomData }
    }

    fn apply(mut system: Self, _: &Model, step: Step) -> Self {
        let shared = Rc::clone(&system.shared);
        shared.runtime.block_on(system.step(step));
        system
    }

    fn check_invariants(system: &Self, model: &Model) {
        system.shared.runtime.block_on(system.compare(model));
    }
}

impl<B> System<B> {
    fn counter(&self) -> &Counter {
        &self.shared.counter
    }

    async fn step(&mut self, step: Step) {
        let counter = &Rc::clone(&self.shared).counter;
        counter.shop.clock.advance(TimeDelta::seconds(1));
        counter.provider.line(Line::Open);
        match step {
            Step::Pay { again, does, line } => {
                counter.provider.does(does);
                counter.provider.line(line);
                self.pay(again).await;
            }
            Step::Confirm(at) => {
                let open = [Standing::Waiting, Standing::Pending, Standing::Declined];
                self.at_provider(at, &open, true).await;
            }
            Step::Decline(at) => {
                self.at_provider(at, &[Standing::Waiting, Standing::Pending], false).await;
            }
            Step::Return(at) => self.returned(at).await,
            Step::Webhook(at) => self.webhook(at).await,
            Step::Cancel => {
                let done = counter.cancel(&self.number).await;
                assert!(!matches!(done, Err(Stop::Broken(_))), "{:?}", done.err());
            }
            Step::Withdraw(line) => {
                let line = counter.order(&self.number).await.lines[line].id;
                let withdrawal = counter.withdrawal(&self.number, Some(vec![line]));
                let done = counter.shop.till.changes.make(&withdrawal).await;
                assert!(!matches!(done, Err(Stop::Broken(_))), "{:?}", done.err());
            }
            Step::Refuse => {
                let (actor, number) = (counter.shop.marco.clone(), self.number.clone());
                let refuse = Refuse { actor, number, reason: "Not today.".into() };
                let done = counter.shop.till.changes.make(&refuse).await;
                assert!(!matches!(done, Err(Stop::Broken(_))), "{:?}", done.err());
            }
            Step::Wait { seconds, does, does_back, line } => {
                counter.provider.does(does);
                counter.provider.does_back(does_back);
                counter.provider.line(line);
                counter.wait(TimeDelta::seconds(seconds)).await;
            }
        }
    }

    fn key(&self, at: usize) -> String {
        format!("{}-{at}", self.number)
    }

    async fn pay(&mut self, again: bool) {
        let at = if again && 0 < self.begun { self.begun - 1 } else { self.begun };
        let start = self.counter().start(&self.number, &self.key(at));
        let done = self.counter().shop.till.pay(&start).await;
        assert!(!matches!(done, Err(Stop::Broken(_))), "{:?}", done.err());
        if done.is_ok() {
            self.begun = at + 1;
        }
    }

    /// In the order in which they were begun.
    async fn payments(&self) -> Vec<Payment> {
        let mut all = self.counter().payments(&self.number).await;
        all.sort_by_key(|it| it.created_at);
        all
    }

    async fn at_provider(&self, at: usize, open: &[Standing], takes: bool) {
        let payments = self.payments().await;
        let Some(at) = nth(at, payments.len()) else { return };
        let payment = &payments[at];
        let provider = &self.counter().provider;
        if provider.standing(&payment.gateway_key).is_some_and(|it| open.contains(&it)) {
            let paid = Standing::Taken(payment.amount);
            let standing = if takes { paid } else { Standing::Declined };
            provider.becomes(&payment.gateway_key, standing);
        }
    }

    async fn returned(&self, at: usize) {
        let refunds = self.counter().refunds(&self.number).await;
        let Some(at) = nth(at, refunds.len()) else { return };
        let (key, amount) = (&refunds[at].gateway_key, refunds[at].amount);
        if self.counter().provider.returning(key) == Some(RefundOutcome::Pending) {
            self.counter().provider.returned(key, RefundOutcome::Succeeded { amount });
        }
    }

    async fn webhook(&self, at: usize) {
        let payments = self.payments().await;
        let Some(at) = nth(at, payments.len()) else { return };
        fetch(&self.counter().shop.till, &payments[at]).await;
    }

    async fn compare(&self, model: &Model) {
        let counter = self.counter();
        let payments = self.payments().await;
        let stored: Vec<(PaymentState, bool, i64)> =
            payments.iter().map(|it| (it.state, it.surplus, it.refund_reserved)).collect();
        let expected = model.payments.iter().enumerate();
        let expected: Vec<_> =
            expected.map(|(at, it)| (it.state, it.surplus, model.reserved(at))).collect();
        assert_eq!(stored, expected, "payments");
        let refunds = counter.refunds(&self.number).await;
        let of = |it: &Refund| payments.iter().position(|payment| payment.id == it.payment_id);
        let stored: Vec<(RefundState, i64, Option<usize>)> =
            refunds.iter().map(|it| (it.state, it.amount.minor, of(it))).collect();
        let expected: Vec<_> =
            model.refunds.iter().map(|it| (it.state, it.amount, Some(it.payment))).collect();
        assert_eq!(stored, expected, "refunds");
        assert_eq!(counter.status(&self.number).await, model.status, "the order");
        self.invariants(model, &payments, &refunds).await;
    }

    /// What `buono verify` says, and no more than one movement under a key.
    async fn invariants(&self, model: &Model, payments: &[Payment], refunds: &[Refund]) {
        let payments = payments.iter().map(|it| it.gateway_key.as_str());
        for key in payments.chain(refunds.iter().map(|it| it.gateway_key.as_str())) {
            let moved = self.counter().provider.moved(&[key]).len();
            assert!(moved <= 1, "moved twice under one key");
        }
        let mut found = violations(&self.counter().shop).await;
        found.retain(|it| it.contains(&self.number));
        let unclear = found.iter().filter(|it| it.contains("is unclear since")).count();
        assert_eq!((unclear, found.len()), (model.unclear(), unclear), "{found:?}");
    }
}
