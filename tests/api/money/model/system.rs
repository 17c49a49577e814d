//! The real actions over a database, moved by the same steps as the model, and compared with it.

use std::cell::RefCell;
use std::fmt::Debug;
use std::marker::PhantomData;
use std::rc::Rc;

use buono::actions::Stop;
use buono::actions::approve::Refuse;
use buono::actions::credit::CreditCustomer;
use buono::actions::pay::StartPayment;
use buono::actions::record_refund::RecordRefund;
use buono::actions::record_transfer::RecordTransfer;
use buono::actions::withdraw::RefundTo;
use buono::domain::payment::{MethodKind, Payment, PaymentState, Refund, RefundState};
use buono::payments::RefundOutcome;
use buono::storage::{balances, transfers};
use chrono::{DateTime, TimeDelta, Utc};
use proptest_state_machine::StateMachineTest;
use rust_decimal::Decimal;
use sea_orm::ConnectionTrait;
use tokio::runtime::Runtime;

use super::reference::{Reference, Step};
use super::rules::{Model, TOTAL, nth};
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

    fn holds() -> bool {
        true
    }
}

pub struct Sound;
pub struct ChargesTwice;
pub struct ReservesNothing;
pub struct HoldsNothing;

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

impl Breaks for HoldsNothing {
    fn holds() -> bool {
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

/// A transfer's reference, amount, whether it was said to be another one, and when it arrived.
type Recorded = (String, i64, bool, DateTime<Utc>);

pub struct System<B> {
    shared: Rc<Shared>,
    number: String,
    /// Payments that the customer began: the n-th key is that of the n-th.
    begun: usize,
    /// The transfer that was recorded last.
    recorded: Option<Recorded>,
    /// What the customer had in advance when the order was placed.
    purse: i64,
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
    let sabotages =
        [(B::reserves(), "payment", "refund_reserved"), (B::holds(), "orders", "received")];
    for (_, table, column) in sabotages.into_iter().filter(|(is_sound, ..)| !is_sound) {
        let trigger = format!(
            "CREATE TRIGGER sabotage AFTER UPDATE OF {column} ON {table} \
             WHEN NEW.{column} <> 0 BEGIN \
             UPDATE {table} SET {column} = 0 WHERE id = NEW.id; END"
        );
        let db = counter.shop.till.changes.store.read();
        db.execute_unprepared(&trigger).await.expect("the trigger is made");
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
        let mut system =
            Self { shared, number, begun: 0, recorded: None, purse: 0, breaks: PhantomData };
        let shared = Rc::clone(&system.shared);
        system.purse = shared.runtime.block_on(system.balance());
        system
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

/// Whether it was done; a refusal is an answer, and anything else is a fault.
fn sound<T: Debug, R: Debug>(done: Result<T, Stop<R>>) -> bool {
    assert!(!matches!(done, Err(Stop::Broken(_))), "{:?}", done.err());
    done.is_ok()
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
            Step::Announce => {
                self.begin(MethodKind::BankTransfer).await;
            }
            Step::PayFromBalance => {
                self.credit(TOTAL).await;
                self.begin(MethodKind::PrepaidAccount).await;
            }
            Step::TakeOff => {
                let came = self.balance().await - self.purse;
                if 0 < came {
                    self.credit(-came).await;
                }
            }
            Step::Transfer { again, amount, surplus } => {
                self.transfer(again, amount, surplus).await;
            }
            Step::PayOut(at) => self.pay_out(at).await,
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
                sound(counter.cancel(&self.number).await);
            }
            Step::Withdraw { line, to_balance } => {
                let line = counter.order(&self.number).await.lines[line].id;
                let mut withdrawal = counter.withdrawal(&self.number, Some(vec![line]));
                if to_balance {
                    withdrawal.refund_to = RefundTo::PrepaidAccount;
                }
                sound(counter.shop.till.changes.make(&withdrawal).await);
            }
            Step::Refuse => {
                let (actor, number) = (counter.shop.marco.clone(), self.number.clone());
                let refuse = Refuse { actor, number, reason: "Not today.".into() };
                sound(counter.shop.till.changes.make(&refuse).await);
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
        self.start(at, MethodKind::Card).await;
    }

    async fn begin(&mut self, method: MethodKind) {
        self.start(self.begun, method).await;
    }

    async fn start(&mut self, at: usize, method: MethodKind) {
        let start = StartPayment { method, ..self.counter().start(&self.number, &self.key(at)) };
        if sound(self.counter().shop.till.pay(&start).await) {
            self.begun = at + 1;
        }
    }

    /// Puts an amount on the balance, in minor units; below zero, takes it off.
    async fn credit(&self, amount: i64) {
        let shop = &self.counter().shop;
        let credit = CreditCustomer {
            actor: shop.marco.clone(),
            customer: self.counter().anna(),
            amount: Decimal::new(amount, 2),
            currency: "EUR".into(),
            reason: "In advance".into(),
            key: uuid::Uuid::new_v4().to_string(),
        };
        assert!(sound(shop.till.changes.make(&credit).await));
    }

    async fn transfer(&mut self, again: bool, amount: i64, surplus: bool) {
        let shop = &Rc::clone(&self.shared).counter.shop;
        let known = self.recorded.as_ref().filter(|_| again).cloned();
        let (reference, amount, surplus, received_at) = known.unwrap_or_else(|| {
            (uuid::Uuid::new_v4().to_string(), amount, surplus, shop.clock.now())
        });
        let record = RecordTransfer {
            actor: shop.marco.clone(),
            number: self.number.clone(),
            reference: reference.clone(),
            amount: Decimal::new(amount, 2),
            received_at,
            surplus,
            key: reference.clone(),
        };
        if sound(shop.till.changes.make(&record).await) {
            self.recorded = Some((reference, amount, surplus, received_at));
        }
    }

    async fn pay_out(&self, at: usize) {
        let refunds = self.counter().refunds(&self.number).await;
        let Some(at) = nth(at, refunds.len()) else { return };
        let shop = &self.counter().shop;
        let record = RecordRefund {
            actor: shop.marco.clone(),
            refund: refunds[at].id,
            reference: "SCT-OUT".into(),
            paid_on: shop.clock.now().date_naive(),
            key: uuid::Uuid::new_v4().to_string(),
        };
        sound(shop.till.changes.make(&record).await);
    }

    /// What the customer has in advance, in minor units.
    async fn balance(&self) -> i64 {
        let (counter, anna) = (self.counter(), self.counter().anna());
        let db = counter.shop.till.changes.store.read();
        let purse = balances::of_customers(db, &[anna]).await.expect("it can be read");
        purse.iter().map(|it| it.amount.minor).sum()
    }

    /// In the order in which they were begun.
    async fn payments(&self) -> Vec<Payment> {
        let mut all = self.counter().payments(&self.number).await;
        // Of two of one moment, one pays the order, and what was too much is the other.
        all.sort_by_key(|it| (it.created_at, it.surplus));
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
        let stored: Vec<(MethodKind, i64, PaymentState, bool, i64)> = payments
            .iter()
            .map(|it| (it.method, it.amount.minor, it.state, it.surplus, it.refund_reserved))
            .collect();
        let expected = model.payments.iter().enumerate();
        let expected: Vec<_> = expected
            .map(|(at, it)| (it.method, it.amount, it.state, it.surplus, model.reserved(at)))
            .collect();
        assert_eq!(stored, expected, "payments");
        let refunds = counter.refunds(&self.number).await;
        let of = |it: &Refund| payments.iter().position(|payment| payment.id == it.payment_id);
        let stored: Vec<(RefundState, i64, Option<usize>)> =
            refunds.iter().map(|it| (it.state, it.amount.minor, of(it))).collect();
        let expected: Vec<_> =
            model.refunds.iter().map(|it| (it.state, it.amount, Some(it.payment))).collect();
        assert_eq!(stored, expected, "refunds");
        let order = counter.order(&self.number).await;
        assert_eq!((order.status, order.received), (model.status, model.held), "the order");
        let db = counter.shop.till.changes.store.read();
        let transfers = transfers::of_orders(db, &[order.id]).await.expect("they can be read");
        let came: i64 = transfers.iter().map(|it| it.amount.minor).sum();
        assert_eq!(came, model.transferred, "transfers");
        assert_eq!(self.balance().await - self.purse, model.balance, "the balance");
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
