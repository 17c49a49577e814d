//! An order and what can happen to it. Every change writes its own entries of the history, so that
//! nothing can change without the history saying so.

use chrono::{DateTime, NaiveDate, Utc};

use super::actor::ActorKind;
use super::catalog::Period;
use super::customer::Billing;
use super::document::DocumentKind;
use super::history::{Entry, EventKind};
use super::ids::{CustomerId, LineId, OrderId};
use super::money::{Currency, Exact, Money};
use super::number::OrderNumber;
use super::status::{Move, NotAllowed, OrderStatus};
use super::tracking::{StepName, current_step};

named! {
    /// What a line of an order is for. Only new contracts can be withdrawn from.
    pub enum LineKind {
        Creation = "CREATION",
        Renewal = "RENEWAL",
        Upgrade = "UPGRADE",
        Installation = "INSTALLATION",
        Licence = "LICENCE",
        Transfer = "TRANSFER",
        Voucher = "VOUCHER",
        Gift = "GIFT",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub id: OrderId,
    pub number: OrderNumber,
    pub customer_id: CustomerId,
    pub status: OrderStatus,
    /// Raised by one with each stored change: a writer names the version it has read.
    pub version: i64,
    /// The number of the newest entry of the history.
    pub sequence: i64,
    pub currency: Currency,
    pub net: i64,
    pub tax: i64,
    pub total: i64,
    pub reduction: i64,
    /// In hundredths of a percent: 2200 is 22 %.
    pub tax_rate: i64,
    pub billing: Billing,
    /// When the customer asked expressly that the service start at once.
    pub start_at_once_at: Option<DateTime<Utc>>,
    /// When the customer was told of the right to withdraw (Directive 2011/83/EU, article 6).
    pub withdrawal_informed_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// What has come by transfer and has not become a payment, in minor units: it waits for the rest.
    pub received: i64,
    /// When the invoice is due, of an order that goes on unpaid: its customer pays later, by agreement.
    pub due_on: Option<NaiveDate>,
    pub paid_at: Option<DateTime<Utc>>,
    pub accepted_at: Option<DateTime<Utc>>,
    pub refused_at: Option<DateTime<Utc>>,
    pub delivered_at: Option<DateTime<Utc>>,
    pub cancelled_at: Option<DateTime<Utc>>,
    pub expired_at: Option<DateTime<Utc>>,
    /// The status that cancelling began from: its steps stay as they were.
    pub cancelled_from: Option<OrderStatus>,
    pub lines: Vec<Line>,
    /// Entries of the history that the next save writes.
    pub news: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub id: LineId,
    /// 1, 2, 3 … in the order's sequence.
    pub position: i32,
    pub kind: LineKind,
    pub description: String,
    pub service_name: Option<String>,
    pub plan_code: Option<String>,
    pub period: Option<Period>,
    pub quantity: i32,
    pub unit_price: Exact,
    /// All reductions on the line, exact.
    pub reduction: Exact,
    /// Its share of the order's net, so that the lines add up to it.
    pub net: i64,
    /// Its share of the order's total, tax included.
    pub total: i64,
    pub withdrawal_excluded: bool,
    /// A set-up fee agreed as separate is not deducted in proportion (CJEU C-641/19).
    pub separately_priced: bool,
    pub delivered_at: Option<DateTime<Utc>>,
    pub withdrawn_at: Option<DateTime<Utc>>,
    /// What went wrong with its delivery, until it is delivered.
    pub failure: Option<LineFailure>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFailure {
    pub message: String,
    pub retry_at: Option<DateTime<Utc>>,
}

/// Who changes the order, and when.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub actor: ActorKind,
    pub at: DateTime<Utc>,
}

/// Why a line cannot be delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRefusal {
    Status(NotAllowed),
    NoSuchLine,
    AlreadyDelivered,
    Withdrawn,
}

impl Order {
    pub fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.currency)
    }

    /// What is still to be paid: nothing once the order is paid or over.
    pub fn amount_due(&self) -> Money {
        self.money(if self.awaits_money() { self.total - self.received } else { 0 })
    }

    /// Takes in what has come by transfer.
    pub fn hold(&mut self, came: Money) {
        self.received += came.minor;
    }

    /// What is held, or a part of it, becomes a payment.
    pub fn use_held(&mut self, amount: Money) {
        self.received -= amount.minor;
    }

    /// What is held is all that is due.
    pub fn is_covered(&self) -> bool {
        self.total <= self.received
    }

    /// Some line that is still to come has failed; or had, when the order was withdrawn from.
    pub fn delivery_in_trouble(&self) -> bool {
        let over = matches!(self.status, OrderStatus::Cancelling | OrderStatus::Cancelled);
        let last = self.lines.iter().filter_map(|line| line.withdrawn_at).max();
        self.lines.iter().filter(|line| line.delivered_at.is_none()).any(|line| {
            let was_to_come = line.withdrawn_at.is_none() || (over && line.withdrawn_at == last);
            was_to_come && line.failure.is_some()
        })
    }

    pub fn ended_at(&self) -> Option<DateTime<Utc>> {
        self.cancelled_at.or(self.expired_at)
    }

    pub fn line(&self, id: LineId) -> Option<&Line> {
        self.lines.iter().find(|line| line.id == id)
    }

    fn outstanding(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.delivered_at.is_none() && line.withdrawn_at.is_none())
    }

    /// Writes an entry of the history, at the step the order stands at.
    pub fn record(&mut self, by: By, kind: EventKind, detail: Option<String>) {
        let step = current_step(self.status, self.accepted_at.is_some());
        self.record_at(by, kind, step, detail);
    }

    fn record_at(&mut self, by: By, kind: EventKind, step: StepName, detail: Option<String>) {
        self.sequence += 1;
        let entry =
            Entry { sequence: self.sequence, kind, at: by.at, step, actor: by.actor, detail };
        self.news.push(entry);
    }

    /// The first entries of a new order. A free one has nothing to wait for.
    pub fn open(&mut self, by: By) {
        self.record(by, EventKind::OrderCreated, None);
        if self.total == 0 {
            self.status = OrderStatus::Checking;
            self.paid_at = Some(by.at);
            self.record(by, EventKind::ValidationStarted, None);
        } else {
            self.record(by, EventKind::PaymentAwaited, None);
        }
    }

    /// Money for it is still wanted: it waits for that, or its customer pays later.
    pub fn awaits_money(&self) -> bool {
        let over = matches!(
            self.status,
            OrderStatus::Cancelling | OrderStatus::Cancelled | OrderStatus::Expired
        );
        let goes_on = self.status != OrderStatus::NotPaid;
        self.paid_at.is_none() && !over && (!goes_on || self.due_on.is_some())
    }

    /// The customer pays later, by agreement: the check begins without the money.
    pub fn defer(&mut self, by: By, due_on: NaiveDate) -> Result<(), NotAllowed> {
        self.status = self.status.after(Move::Pay)?;
        self.due_on = Some(due_on);
        self.record(by, EventKind::ValidationStarted, None);
        Ok(())
    }

    /// The money is there: the check begins, unless it did without.
    pub fn pay(&mut self, by: By, detail: String) -> Result<(), NotAllowed> {
        if self.due_on.is_some() && self.awaits_money() {
            self.paid_at = Some(by.at);
            self.record(by, EventKind::PaymentReceived, Some(detail));
            return Ok(());
        }
        self.status = self.status.after(Move::Pay)?;
        self.paid_at = Some(by.at);
        self.record(by, EventKind::PaymentReceived, Some(detail));
        self.record(by, EventKind::ValidationStarted, None);
        Ok(())
    }

    pub fn approve(&mut self, by: By) -> Result<(), NotAllowed> {
        self.status = self.status.after(Move::Approve)?;
        self.accepted_at = Some(by.at);
        self.record_at(by, EventKind::OrderAccepted, StepName::Validated, None);
        self.record(by, EventKind::DeliveryStarted, None);
        Ok(())
    }

    /// Everything goes back; the reason is told to the customer.
    pub fn refuse(&mut self, by: By, reason: String) -> Result<(), NotAllowed> {
        let from = self.status;
        self.status = from.after(Move::Refuse)?;
        self.cancelled_from = Some(from);
        self.refused_at = Some(by.at);
        self.record(by, EventKind::OrderRefused, Some(reason));
        Ok(())
    }

    pub fn request_documents(&mut self, by: By, detail: Option<String>) -> Result<(), NotAllowed> {
        self.status = self.status.after(Move::RequestDocuments)?;
        self.record(by, EventKind::DocumentsRequested, detail);
        Ok(())
    }

    /// The same once more, because what came will not do. Others may still be waited for.
    pub fn request_documents_again(&mut self, by: By, detail: String) -> Result<(), NotAllowed> {
        if self.status != OrderStatus::DocumentsRequested {
            return self.request_documents(by, Some(detail));
        }
        self.record(by, EventKind::DocumentsRequested, Some(detail));
        Ok(())
    }

    /// A file has come; the order goes on with the last of them.
    pub fn receive_document(&mut self, by: By, kind: DocumentKind) {
        self.record(by, EventKind::DocumentReceived, Some(kind.name().to_owned()));
    }

    pub fn accept_document(&mut self, by: By, kind: DocumentKind) {
        self.record(by, EventKind::DocumentAccepted, Some(kind.name().to_owned()));
    }

    pub fn receive_documents(&mut self, by: By) -> Result<(), NotAllowed> {
        self.status = self.status.after(Move::ReceiveDocuments)?;
        self.record(by, EventKind::DocumentsReceived, None);
        Ok(())
    }

    pub fn deliver_line(
        &mut self,
        by: By,
        id: LineId,
        service_name: Option<String>,
    ) -> Result<(), LineRefusal> {
        self.status.after(Move::DeliverLine).map_err(LineRefusal::Status)?;
        let line = self.deliverable(id)?;
        line.delivered_at = Some(by.at);
        line.failure = None;
        line.service_name = service_name.or(line.service_name.take());
        let detail = line.service_name.clone().unwrap_or_else(|| line.description.clone());
        self.record(by, EventKind::LineDelivered, Some(detail));
        self.finish_delivery(by);
        Ok(())
    }

    pub fn fail_line(
        &mut self,
        by: By,
        id: LineId,
        failure: LineFailure,
    ) -> Result<(), LineRefusal> {
        self.status.after(Move::DeliverLine).map_err(LineRefusal::Status)?;
        let line = self.deliverable(id)?;
        let kind = match failure.retry_at {
            Some(_) => EventKind::DeliveryDelayed,
            None => EventKind::DeliveryFailed,
        };
        let detail = failure.message.clone();
        line.failure = Some(failure);
        self.record(by, kind, Some(detail));
        Ok(())
    }

    fn deliverable(&mut self, id: LineId) -> Result<&mut Line, LineRefusal> {
        let line =
            self.lines.iter_mut().find(|line| line.id == id).ok_or(LineRefusal::NoSuchLine)?;
        match (line.withdrawn_at, line.delivered_at) {
            (Some(_), _) => Err(LineRefusal::Withdrawn),
            (_, Some(_)) => Err(LineRefusal::AlreadyDelivered),
            _ => Ok(line),
        }
    }

    /// With the last line that was to come, the order is delivered.
    fn finish_delivery(&mut self, by: By) {
        if self.outstanding().next().is_none()
            && let Ok(next) = self.status.after(Move::DeliverLastLine)
        {
            self.status = next;
            self.delivered_at = Some(by.at);
            self.record(by, EventKind::OrderDelivered, None);
        }
    }

    /// Marks the lines withdrawn from; with the last one the whole order is cancelling.
    pub fn withdraw(&mut self, by: By, lines: &[LineId]) -> Result<(), NotAllowed> {
        let next = self.status.after(Move::Withdraw)?;
        let chosen = |line: &&mut Line| line.withdrawn_at.is_none() && lines.contains(&line.id);
        for line in self.lines.iter_mut().filter(chosen) {
            line.withdrawn_at = Some(by.at);
        }
        let whole = self.lines.iter().all(|line| line.withdrawn_at.is_some());
        if whole {
            self.cancelled_from = Some(self.status);
            self.status = next;
        }
        self.record(by, EventKind::WithdrawalReceived, None);
        if !whole {
            self.finish_delivery(by);
        }
        Ok(())
    }

    /// No money is on its way back any more: what was cancelling is over.
    pub fn finish_cancelling(&mut self, by: By) -> Result<(), NotAllowed> {
        self.status = self.status.after(Move::FinishRefund)?;
        self.cancelled_at = Some(by.at);
        self.record(by, EventKind::OrderCancelled, None);
        Ok(())
    }

    /// Only unpaid orders: a paid one is withdrawn from.
    pub fn cancel(&mut self, by: By) -> Result<(), NotAllowed> {
        let from = self.status;
        self.status = from.after(Move::Cancel)?;
        self.cancelled_from = Some(from);
        self.cancelled_at = Some(by.at);
        self.record(by, EventKind::OrderCancelled, None);
        Ok(())
    }

    pub fn expire(&mut self, by: By) -> Result<(), NotAllowed> {
        self.status = self.status.after(Move::Expire)?;
        self.expired_at = Some(by.at);
        self.record(by, EventKind::OrderExpired, None);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
