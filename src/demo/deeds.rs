//! What people do to an order, through the same actions as everybody's.

use std::fmt;

use chrono::TimeDelta;
use uuid::Uuid;

use super::people::{CUSTOMERS, Cast};
use crate::actions::approve::{Approve, Refuse};
use crate::actions::cancel::Cancel;
use crate::actions::charge::Till;
use crate::actions::deliver::{DeliverLine, FailLine, WriteNote};
use crate::actions::pay::StartPayment;
use crate::actions::place::Place;
use crate::actions::price::WantedLine;
use crate::actions::record_transfer::RecordTransfer;
use crate::actions::request_documents::RequestDocuments;
use crate::actions::withdraw::{RefundTo, Withdraw};
use crate::actions::{Action, Stop};
use crate::domain::actor::{Actor, Reach};
use crate::domain::document::DocumentKind;
use crate::domain::ids::{LineId, PaymentMeanId};
use crate::domain::number::OrderNumber;
use crate::domain::order::{LineKind, Order};
use crate::domain::payment::MethodKind;
use crate::domain::withdrawal::WithdrawalReason;
use crate::storage::{StorageError, means, orders};

/// Why the demo cannot go on.
#[derive(Debug)]
pub struct DemoError(pub String);

impl fmt::Display for DemoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<StorageError> for DemoError {
    fn from(error: StorageError) -> Self {
        Self(error.to_string())
    }
}

impl DemoError {
    pub fn said(error: impl fmt::Display) -> Self {
        Self(error.to_string())
    }

    pub fn refused<R: fmt::Debug>(stop: Stop<R>) -> Self {
        match stop {
            Stop::Refused(refusal) => Self(format!("an action was refused: {refusal:?}")),
            Stop::Broken(error) => error.into(),
        }
    }
}

/// What is ordered: plan, period, and what the service is called.
pub type Wish = (&'static str, &'static str, Option<&'static str>);

/// Something that somebody does to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// By card, with the mean that has this token.
    Pay(&'static str),
    AnnounceTransfer,
    TransferArrives,
    Approve,
    AskForDocuments,
    Refuse,
    /// The next line that was not delivered yet.
    DeliverOne,
    DeliverRest,
    /// The next line has failed, and is tried again some hours later.
    Fail,
    Note,
    Withdraw,
    Cancel,
}

/// Whoever does it.
#[derive(Clone)]
pub struct Hands {
    pub till: Till,
    pub cast: Cast,
}

impl Hands {
    /// Places an order for one of the customers.
    pub async fn place(
        &self,
        customer: usize,
        wishes: &[Wish],
        voucher: Option<&str>,
    ) -> Result<OrderNumber, DemoError> {
        let lines = wishes.iter().map(|(plan, period, name)| WantedLine {
            plan_code: (*plan).to_owned(),
            period: (*period).to_owned(),
            quantity: 1,
            service_name: name.map(str::to_owned),
            kind: LineKind::Creation,
        });
        let actor = self.cast.customers[customer].clone();
        let place = Place {
            customer: actor.customer_id().expect("customers have an id"),
            actor,
            lines: lines.collect(),
            vouchers: voucher.map(str::to_owned).into_iter().collect(),
            start_at_once: true,
            key: key(),
        };
        Ok(self.make(&place).await?.number)
    }

    /// Does something to an order of one of the customers.
    pub async fn act(
        &self,
        customer: usize,
        number: &OrderNumber,
        deed: Deed,
    ) -> Result<(), DemoError> {
        let (owner, marco) = (&self.cast.customers[customer], self.cast.operator.clone());
        let shop = self.cast.shop.clone();
        let order = self.order(number).await?;
        let number = number.to_string();
        let next = || {
            let open = order.lines.iter().find(|line| line.delivered_at.is_none());
            open.map(|line| line.id).ok_or_else(|| DemoError("nothing is left to deliver".into()))
        };
        match deed {
            Deed::Pay(token) => {
                let mean = Some(self.card(owner, token).await?);
                self.pay(owner, number, MethodKind::Card, mean).await
            }
            Deed::AnnounceTransfer => self.pay(owner, number, MethodKind::BankTransfer, None).await,
            Deed::TransferArrives => {
                let received_at = self.till.changes.clock.now();
                let reference = format!("SCT-{number}");
                let amount = order.money(order.total).decimal();
                let (actor, key) = (marco, key());
                let surplus = false;
                let action =
                    RecordTransfer { actor, number, reference, amount, received_at, surplus, key };
                self.make(&action).await.map(drop)
            }
            Deed::Approve => self.make(&Approve { actor: marco, number }).await.map(drop),
            Deed::AskForDocuments => {
                let message = Some("A copy of both sides, please: the photo was blurred.".into());
                let documents = vec![(DocumentKind::Identity, message)];
                let due_at = Some(self.till.changes.clock.now() + TimeDelta::days(7));
                let action = RequestDocuments { actor: marco, number, documents, due_at };
                self.make(&action).await.map(drop)
            }
            Deed::Refuse => {
                let reason = "We could not confirm the billing address.".into();
                self.make(&Refuse { actor: marco, number, reason }).await.map(drop)
            }
            Deed::DeliverOne => self.deliver(shop, number, next()?).await,
            Deed::DeliverRest => {
                for line in order.lines.iter().filter(|line| line.delivered_at.is_none()) {
                    self.deliver(shop.clone(), number.clone(), line.id).await?;
                }
                Ok(())
            }
            Deed::Fail => {
                let message = "The machine did not pass its test; another one is prepared.".into();
                let retry_at = Some(self.till.changes.clock.now() + TimeDelta::hours(4));
                let action = FailLine { actor: shop, number, line: next()?, message, retry_at };
                self.make(&action).await.map(drop)
            }
            Deed::Note => {
                let text = "We have called your registrar: the transfer code is on its way.".into();
                let action = WriteNote { actor: marco, number, text, visible_to_customer: true };
                self.make(&action).await.map(drop)
            }
            Deed::Withdraw => self.make(&withdrawal(customer, owner, number)).await.map(drop),
            Deed::Cancel => self.make(&Cancel { actor: owner.clone(), number }).await.map(drop),
        }
    }

    async fn make<A: Action<Refusal: fmt::Debug>>(&self, action: &A) -> Result<A::Done, DemoError> {
        self.till.changes.make(action).await.map_err(DemoError::refused)
    }

    pub async fn order(&self, number: &OrderNumber) -> Result<Order, DemoError> {
        let found = orders::find(self.till.changes.store.read(), Reach::All, number).await?;
        found.ok_or_else(|| DemoError(format!("{number} is missing")))
    }

    async fn deliver(&self, actor: Actor, number: String, line: LineId) -> Result<(), DemoError> {
        self.make(&DeliverLine { actor, number, line, service_name: None }).await.map(drop)
    }

    async fn card(&self, owner: &Actor, token: &str) -> Result<PaymentMeanId, DemoError> {
        let id = owner.customer_id().expect("customers have an id");
        let all = means::of_customers(self.till.changes.store.read(), &[id]).await?;
        let found = all.iter().find(|it| it.kind == MethodKind::Card && it.token == token);
        found.map(|it| it.id).ok_or_else(|| DemoError(format!("nobody has a card {token}")))
    }

    async fn pay(
        &self,
        owner: &Actor,
        number: String,
        method: MethodKind,
        mean: Option<PaymentMeanId>,
    ) -> Result<(), DemoError> {
        let start = StartPayment { actor: owner.clone(), number, method, mean, key: key() };
        self.till.pay(&start).await.map(drop).map_err(DemoError::refused)
    }
}

fn withdrawal(customer: usize, owner: &Actor, number: String) -> Withdraw {
    Withdraw {
        actor: owner.clone(),
        number,
        lines: None,
        name: CUSTOMERS[customer].name.to_owned(),
        email: CUSTOMERS[customer].email(),
        confirmed: true,
        reason: Some(WithdrawalReason::Unused),
        comment: None,
        refund_to: RefundTo::Original,
        key: key(),
    }
}

fn key() -> String {
    Uuid::new_v4().to_string()
}
