//! A shop at whose till the provider of the tests stands, and short ways to do things there.

use std::sync::Arc;

use buono::actions::Stop;
use buono::actions::cancel::{Cancel, CancelRefusal};
use buono::actions::charge::{Till, broken};
use buono::actions::pay::{PayRefusal, StartPayment};
use buono::actions::place::Place;
use buono::actions::price::WantedLine;
use buono::actions::settle::Settle;
use buono::actions::withdraw::{RefundTo, Withdraw};
use buono::domain::actor::{Actor, Reach};
use buono::domain::ids::{CustomerId, LineId};
use buono::domain::number::OrderNumber;
use buono::domain::order::{LineKind, Order};
use buono::domain::payment::{MethodKind, Payment, PaymentState, Refund, RefundState};
use buono::domain::status::OrderStatus;
use buono::payments::Charge;
use buono::storage::{orders, payments, refunds};
use chrono::TimeDelta;

use super::provider::Provider;
use crate::shop::{Shop, schema_over};

pub struct Counter {
    pub shop: Shop,
    pub provider: Provider,
}

impl Counter {
    /// On a database each, with Anna's card.
    pub async fn both() -> [Self; 2] {
        [Self::open().await, Self::over(Shop::open_on_postgres().await).await]
    }

    pub async fn open() -> Self {
        Self::over(Shop::open().await).await
    }

    pub async fn over(mut shop: Shop) -> Self {
        let provider = Provider::new(shop.clock.clone());
        shop.till.gateway = Arc::new(provider.clone());
        shop.schema = schema_over(shop.till.clone());
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        Self { shop, provider }
    }

    pub fn anna(&self) -> CustomerId {
        let Actor::Customer { id, .. } = self.shop.anna else { panic!("anna is a customer") };
        id
    }

    /// A new order of two lines, and its number.
    pub async fn place(&self) -> String {
        let line = |name: &str| WantedLine {
            plan_code: "vps-starter".into(),
            period: "P1M".into(),
            quantity: 1,
            service_name: Some(name.into()),
            kind: LineKind::Creation,
        };
        let place = Place {
            actor: self.shop.anna.clone(),
            customer: self.anna(),
            lines: vec![line("one.example"), line("two.example")],
            vouchers: Vec::new(),
            start_at_once: true,
            key: uuid::Uuid::new_v4().to_string(),
        };
        let placed = self.shop.till.changes.make(&place).await;
        placed.expect("it is placed").number.as_str().to_owned()
    }

    pub fn start(&self, number: &str, key: &str) -> StartPayment {
        StartPayment {
            actor: self.shop.anna.clone(),
            number: number.to_owned(),
            method: MethodKind::Card,
            mean: None,
            key: key.to_owned(),
        }
    }

    pub async fn pay(&self, number: &str, key: &str) -> Result<(Order, Payment), Stop<PayRefusal>> {
        let done = self.shop.till.pay(&self.start(number, key)).await;
        self.moves_on();
        done
    }

    /// What happens next happens later, so that it is listed after this.
    fn moves_on(&self) {
        self.shop.clock.advance(TimeDelta::seconds(1));
    }

    /// Pays, and says how the payment then stands.
    pub async fn paid(&self, number: &str, key: &str) -> PaymentState {
        self.pay(number, key).await.expect("a payment is begun").1.state
    }

    pub async fn cancel(&self, number: &str) -> Result<Order, Stop<CancelRefusal>> {
        let cancel = Cancel { actor: self.shop.anna.clone(), number: number.to_owned() };
        self.shop.till.changes.make(&cancel).await
    }

    pub fn withdrawal(&self, number: &str, lines: Option<Vec<LineId>>) -> Withdraw {
        Withdraw {
            actor: self.shop.anna.clone(),
            number: number.to_owned(),
            lines,
            name: "Anna Rossi".into(),
            email: "anna@example.org".into(),
            confirmed: true,
            reason: None,
            comment: None,
            refund_to: RefundTo::Original,
            key: uuid::Uuid::new_v4().to_string(),
        }
    }

    pub async fn withdraw(&self, number: &str, lines: Option<Vec<LineId>>) {
        let withdrawal = self.withdrawal(number, lines);
        self.shop.till.changes.make(&withdrawal).await.expect("it can be withdrawn from");
        self.moves_on();
    }

    pub async fn order(&self, number: &str) -> Order {
        let number = OrderNumber::parse(number).expect("a number");
        let db = self.shop.till.changes.store.read();
        let found = orders::find(db, Reach::All, &number).await;
        found.expect("it can be read").expect("there is such an order")
    }

    pub async fn status(&self, number: &str) -> OrderStatus {
        self.order(number).await.status
    }

    /// The oldest first.
    pub async fn payments(&self, number: &str) -> Vec<Payment> {
        let id = self.order(number).await.id;
        let db = self.shop.till.changes.store.read();
        payments::of_orders(db, &[id]).await.expect("they can be read")
    }

    pub async fn states(&self, number: &str) -> Vec<PaymentState> {
        self.payments(number).await.iter().map(|it| it.state).collect()
    }

    pub async fn refunds(&self, number: &str) -> Vec<Refund> {
        let id = self.order(number).await.id;
        let db = self.shop.till.changes.store.read();
        refunds::of_orders(db, &[id]).await.expect("they can be read")
    }

    pub async fn refund_states(&self, number: &str) -> Vec<RefundState> {
        self.refunds(number).await.iter().map(|it| it.state).collect()
    }

    pub async fn jobs(&self) {
        self.shop.run_jobs().await;
    }

    /// Lets time go by, and the jobs run at its end.
    pub async fn wait(&self, time: TimeDelta) {
        self.shop.clock.advance(time);
        self.jobs().await;
    }
}

/// What a webhook does: it fetches the charge, and settles what it hears.
pub async fn fetch(till: &Till, payment: &Payment) {
    let charge = Charge::of(payment);
    if let Ok(Some(outcome)) = till.gateway.find(&charge).await {
        let settle = Settle { payment: payment.id, outcome: Some(outcome) };
        broken(till.changes.make(&settle).await).expect("news can be written down");
    }
}
