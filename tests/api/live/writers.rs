//! Random changes to some dozens of orders, through the actions that everybody uses.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use buono::actions::approve::{Approve, Refuse};
use buono::actions::cancel::Cancel;
use buono::actions::charge::Till;
use buono::actions::deliver::{DeliverLine, FailLine, WriteNote};
use buono::actions::means::RegisterMean;
use buono::actions::pay::StartPayment;
use buono::actions::place::Place;
use buono::actions::price::WantedLine;
use buono::actions::request_documents::RequestDocuments;
use buono::actions::withdraw::{RefundTo, Withdraw};
use buono::actions::{Action, Stop};
use buono::domain::actor::Actor;
use buono::domain::document::DocumentKind;
use buono::domain::ids::{CustomerId, LineId, PaymentMeanId};
use buono::domain::order::{LineKind, Order};
use buono::domain::payment::MethodKind;
use buono::domain::status::OrderStatus;
use buono::payments::MeanDetails;
use chrono::TimeDelta;
use tokio::sync::watch;
use uuid::Uuid;

use super::random::Rng;
use crate::shop::Shop;

/// Orders at most; the rest of the changes are to those.
const ORDERS_MAX: usize = 48;
/// Of a hundred changes, how many go to one and the same order, so that it has a long history.
const TO_THE_BUSY_ONE: usize = 50;

/// Who buys, and what with: cards that work, that are declined, that are slow.
pub struct Buyer {
    pub actor: Actor,
    pub id: CustomerId,
    means: Vec<PaymentMeanId>,
}

/// What the writers know, and how far they are.
pub struct Work {
    pub till: Till,
    operator: Actor,
    service: Actor,
    pub buyers: Vec<Buyer>,
    /// As each was last seen; the first is the busy one.
    orders: Mutex<Vec<Order>>,
    progress: watch::Sender<Progress>,
}

#[derive(Clone, Debug, Default)]
pub struct Progress {
    pub changes: usize,
    /// Of the busy order.
    pub newest: i64,
}

#[derive(Clone, Copy)]
enum Verb {
    Place,
    Pay,
    Cancel,
    Approve,
    Refuse,
    RequestDocuments,
    Deliver,
    Fail,
    Withdraw,
    Note,
    InternalNote,
}

const VERBS: [Verb; 11] = [
    Verb::Place,
    Verb::Pay,
    Verb::Cancel,
    Verb::Approve,
    Verb::Refuse,
    Verb::RequestDocuments,
    Verb::Deliver,
    Verb::Fail,
    Verb::Withdraw,
    Verb::Note,
    Verb::InternalNote,
];

impl Work {
    /// The shop's customers with cards of every kind, and an order of each of them.
    pub async fn of(shop: &Shop) -> Arc<Self> {
        let mut buyers = Vec::new();
        for actor in [&shop.anna, &shop.bruno] {
            let id = actor.customer_id().expect("a customer");
            let mut means = Vec::new();
            for token in ["tok_ok", "tok_ok", "tok_slow", "tok_declined", "tok_action"] {
                let (token, label) = (token.to_owned(), token.to_owned());
                let details = MeanDetails { token, label, expires_on: None };
                let kind = MethodKind::Card;
                let mean = RegisterMean { customer: id, kind, details, set_default: false };
                means.push(shop.till.changes.make(&mean).await.expect("it is registered").id);
            }
            buyers.push(Buyer { actor: actor.clone(), id, means });
        }
        let (till, operator) = (shop.till.clone(), shop.marco.clone());
        let (service, orders, progress) =
            (shop.service.clone(), Mutex::default(), watch::Sender::default());
        let work = Arc::new(Self { till, operator, service, buyers, orders, progress });
        for buyer in 0..work.buyers.len() {
            work.place(buyer).await;
        }
        work
    }

    pub fn progress(&self) -> watch::Receiver<Progress> {
        self.progress.subscribe()
    }

    pub fn orders(&self) -> Vec<Order> {
        self.orders.lock().expect("nobody has panicked").clone()
    }

    /// Makes changes until there are so many in all.
    pub async fn write(&self, mut rng: Rng, until: usize) {
        while self.progress.borrow().changes < until {
            let order = {
                let orders = self.orders.lock().expect("nobody has panicked");
                let busy = rng.in_hundred(TO_THE_BUSY_ONE);
                if busy { orders[0].clone() } else { rng.pick(&orders).clone() }
            };
            let verb = verb(&mut rng, order.status);
            if let Some(changed) = self.change(&mut rng, &order, verb).await {
                self.learn(changed);
            }
        }
    }

    /// Runs the jobs and moves the clock, as often as changes are made, until there are so many.
    pub async fn keep_time(&self, mut rng: Rng, until: usize) {
        let mut progress = self.progress();
        let mut next = 0;
        while next < until {
            next += 1 + rng.below(20);
            let due = next.min(until);
            progress.wait_for(|now| due <= now.changes).await.expect("the work goes on");
            let minutes = i64::try_from(rng.below(240)).expect("a few hours");
            self.till.changes.clock.advance(TimeDelta::minutes(minutes));
            buono::jobs::run_due(&self.till).await.expect("the jobs run");
        }
    }

    fn learn(&self, order: Order) {
        let mut orders = self.orders.lock().expect("nobody has panicked");
        match orders.iter_mut().find(|known| known.id == order.id) {
            Some(known) if known.version < order.version => *known = order,
            Some(_) => {}
            None => orders.push(order),
        }
        let newest = orders[0].sequence;
        drop(orders);
        self.progress.send_modify(|it| {
            it.changes += 1;
            it.newest = newest;
        });
    }

    async fn make<A: Action>(&self, action: &A) -> Option<A::Done>
    where
        A::Refusal: Debug,
    {
        done(self.till.changes.make(action).await)
    }

    async fn change(&self, rng: &mut Rng, order: &Order, verb: Verb) -> Option<Order> {
        let number = order.number.to_string();
        let (operator, service) = (self.operator.clone(), self.service.clone());
        let owner = self.buyers.iter().find(|it| it.id == order.customer_id).expect("a buyer");
        let customer = owner.actor.clone();
        match verb {
            Verb::Place => {
                let buyer = rng.below(self.buyers.len());
                let room = self.orders.lock().expect("nobody has panicked").len() < ORDERS_MAX;
                if room {
                    self.place(buyer).await;
                }
                None
            }
            Verb::Pay => {
                let mean = Some(*rng.pick(&owner.means));
                let (method, key) = (MethodKind::Card, Uuid::new_v4().to_string());
                let start = StartPayment { actor: customer, number, method, mean, key };
                done(self.till.pay(&start).await).map(|(order, _)| order)
            }
            Verb::Cancel => self.make(&Cancel { actor: customer, number }).await,
            Verb::Approve => self.make(&Approve { actor: operator, number }).await,
            Verb::Refuse => {
                self.make(&Refuse { actor: operator, number, reason: "No.".into() }).await
            }
            Verb::RequestDocuments => {
                let documents = vec![(DocumentKind::Identity, None)];
                let action = RequestDocuments { actor: operator, number, documents, due_at: None };
                self.make(&action).await
            }
            Verb::Deliver => {
                let line = line(rng, order);
                let action = DeliverLine { actor: service, number, line, service_name: None };
                self.make(&action).await
            }
            Verb::Fail => {
                let (line, message) = (line(rng, order), "Not yet.".into());
                let action = FailLine { actor: service, number, line, message, retry_at: None };
                self.make(&action).await
            }
            Verb::Withdraw => {
                let action = withdraw(rng, order, customer, number);
                self.make(&action).await.map(|(order, _)| order)
            }
            Verb::Note | Verb::InternalNote => {
                let visible_to_customer = matches!(verb, Verb::Note);
                let text = "Noted.".into();
                self.make(&WriteNote { actor: operator, number, text, visible_to_customer }).await
            }
        }
    }

    async fn place(&self, buyer: usize) {
        let buyer = &self.buyers[buyer];
        let line = |code: &str| WantedLine {
            plan_code: code.into(),
            period: "P1M".into(),
            quantity: 1,
            service_name: None,
            kind: LineKind::Creation,
        };
        let action = Place {
            actor: buyer.actor.clone(),
            customer: buyer.id,
            lines: vec![line("vps-starter"), line("server-rise")],
            vouchers: Vec::new(),
            start_at_once: true,
            key: Uuid::new_v4().to_string(),
        };
        self.learn(self.make(&action).await.expect("there is nothing to refuse"));
    }
}

/// `None` for a refusal: with several writers, what was possible may not be so any more.
fn done<T, R: Debug>(result: Result<T, Stop<R>>) -> Option<T> {
    match result {
        Ok(done) => Some(done),
        Err(Stop::Refused(_)) => None,
        Err(Stop::Broken(error)) => panic!("a change is broken: {error}"),
    }
}

/// Mostly something that is possible; now and then anything.
fn verb(rng: &mut Rng, status: OrderStatus) -> Verb {
    if rng.in_hundred(5) {
        return *rng.pick(&VERBS);
    }
    if rng.in_hundred(15) {
        return if rng.in_hundred(20) { Verb::InternalNote } else { Verb::Note };
    }
    *rng.pick(match status {
        OrderStatus::NotPaid => &[Verb::Pay, Verb::Pay, Verb::Pay, Verb::Pay, Verb::Cancel],
        OrderStatus::Checking => &[
            Verb::Approve,
            Verb::Approve,
            Verb::Approve,
            Verb::Refuse,
            Verb::RequestDocuments,
            Verb::Withdraw,
        ],
        OrderStatus::DocumentsRequested => &[Verb::Refuse, Verb::Withdraw, Verb::Note],
        OrderStatus::Delivering => &[Verb::Deliver, Verb::Deliver, Verb::Fail, Verb::Withdraw],
        OrderStatus::Delivered => &[Verb::Withdraw, Verb::Note, Verb::Note, Verb::Place],
        OrderStatus::Cancelling | OrderStatus::Cancelled | OrderStatus::Expired => {
            &[Verb::Place, Verb::Note]
        }
    })
}

fn line(rng: &mut Rng, order: &Order) -> LineId {
    rng.pick(&order.lines).id
}

fn withdraw(rng: &mut Rng, order: &Order, actor: Actor, number: String) -> Withdraw {
    let some = rng.in_hundred(50).then(|| vec![line(rng, order)]);
    Withdraw {
        actor,
        number,
        lines: some,
        name: "Anna Rossi".into(),
        email: "anna@example.org".into(),
        confirmed: true,
        reason: None,
        comment: None,
        refund_to: RefundTo::Original,
        key: Uuid::new_v4().to_string(),
    }
}
