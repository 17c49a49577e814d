//! The money of one order as it should be: an order of 12.18 EUR in two lines, placed at second 0.

use buono::domain::payment::{PaymentState, RefundState};
use buono::domain::status::OrderStatus;

use super::reference::Step;
use crate::money::provider::{Does, DoesBack, Line};

pub const LINE: i64 = 609;
pub const TOTAL: i64 = 2 * LINE;
const HOUR: i64 = 3600;
const FORTNIGHT: i64 = 14 * 24 * HOUR;
const UNCLEAR_MAX: i64 = 600;

/// How a charge really stands at the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Truth {
    Unheard,
    Taken,
    TooMuch,
    Waiting,
    Pending,
    Declined,
    Cancelled,
}

/// How a refund really stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Back {
    Unheard,
    Given,
    TooMuch,
    Pending,
    Failed,
}

#[derive(Clone, Debug)]
pub struct Payment {
    pub state: PaymentState,
    pub surplus: bool,
    truth: Truth,
    begun_at: i64,
    /// We know what the provider calls it.
    is_known: bool,
    /// It was cancelled here, and the provider is still to hear of it.
    to_tell: bool,
}

#[derive(Clone, Debug)]
pub struct Refund {
    pub state: RefundState,
    pub amount: i64,
    /// The position of its payment.
    pub payment: usize,
    truth: Back,
    /// Since when nobody knows; not while the provider says that it is under way.
    unclear_since: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub status: OrderStatus,
    pub payments: Vec<Payment>,
    pub refunds: Vec<Refund>,
    withdrawn: [bool; 2],
    now: i64,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            status: OrderStatus::NotPaid,
            payments: Vec::new(),
            refunds: Vec::new(),
            withdrawn: [false; 2],
            now: 0,
        }
    }
}

impl Payment {
    fn is_live(&self) -> bool {
        self.state.is_live() && !self.surplus
    }
}

/// One of so many, if there are any.
pub fn nth(position: usize, count: usize) -> Option<usize> {
    (0 < count).then(|| position % count)
}

impl Model {
    pub fn reserved(&self, payment: usize) -> i64 {
        let alive = |it: &&Refund| it.payment == payment && it.state != RefundState::Failed;
        self.refunds.iter().filter(alive).map(|it| it.amount).sum()
    }

    /// What has been unclear for too long.
    pub fn unclear(&self) -> usize {
        let old = |begun_at: i64| begun_at + UNCLEAR_MAX < self.now;
        let payments = self.payments.iter();
        let payments = payments.filter(|it| it.state == PaymentState::Unknown && old(it.begun_at));
        let refunds = self.refunds.iter();
        let refunds = refunds
            .filter(|it| it.state == RefundState::Unknown && it.unclear_since.is_some_and(old));
        payments.count() + refunds.count()
    }

    pub fn step(&mut self, step: Step) {
        self.now += 1;
        match step {
            Step::Pay { again, does, line } => self.pay(again, does, line),
            Step::Confirm(at) => {
                self.at_provider(at, Truth::Taken, &[Truth::Declined]);
            }
            Step::Decline(at) => self.at_provider(at, Truth::Declined, &[]),
            Step::Return(at) => {
                if let Some(at) = nth(at, self.refunds.len())
                    && self.refunds[at].truth == Back::Pending
                {
                    self.refunds[at].truth = Back::Given;
                }
            }
            Step::Webhook(at) => {
                if let Some(at) = nth(at, self.payments.len())
                    && self.payments[at].truth != Truth::Unheard
                {
                    self.hear(at);
                }
            }
            Step::Cancel => self.cancel(),
            Step::Withdraw(line) => self.withdraw(line),
            Step::Refuse => self.refuse(),
            Step::Wait { seconds, does, does_back, line } => {
                self.now += seconds;
                self.jobs(does, does_back, line);
            }
        }
    }

    /// What waits or pends there becomes something else; late money may come for what was declined.
    fn at_provider(&mut self, at: usize, truth: Truth, also: &[Truth]) {
        let Some(at) = nth(at, self.payments.len()) else { return };
        let payment = &mut self.payments[at];
        if matches!(payment.truth, Truth::Waiting | Truth::Pending) || also.contains(&payment.truth)
        {
            payment.truth = truth;
        }
    }

    fn live(&self) -> Option<usize> {
        self.payments.iter().position(Payment::is_live)
    }

    fn pay(&mut self, again: bool, does: Does, line: Line) {
        if again && !self.payments.is_empty() {
            return;
        }
        if self.status != OrderStatus::NotPaid || FORTNIGHT <= self.now {
            return;
        }
        if let Some(live) = self.live() {
            if self.payments[live].state != PaymentState::RequiresAction || line != Line::Open {
                return;
            }
            self.end(live);
            if self.live().is_some() {
                return;
            }
        }
        self.payments.push(Payment {
            state: PaymentState::Sent,
            surplus: false,
            truth: Truth::Unheard,
            begun_at: self.now,
            is_known: false,
            to_tell: false,
        });
        self.charge(self.payments.len() - 1, does, line);
    }

    /// The first call with a key, or the same again.
    fn charge(&mut self, at: usize, does: Does, line: Line) {
        let payment = &mut self.payments[at];
        let mut heard = line == Line::Open;
        if heard && payment.truth == Truth::Unheard {
            payment.truth = match does {
                Does::Takes | Does::TakesSilently => Truth::Taken,
                Does::TakesTooMuch => Truth::TooMuch,
                Does::Declines => Truth::Declined,
                Does::Waits => Truth::Waiting,
                Does::Pends => Truth::Pending,
            };
            heard = does != Does::TakesSilently;
        }
        if heard {
            self.hear(at);
        } else if payment.state == PaymentState::Sent {
            payment.state = PaymentState::Unknown;
        }
    }

    /// The provider is told to end it.
    fn end(&mut self, at: usize) {
        let payment = &mut self.payments[at];
        if payment.truth == Truth::Waiting {
            payment.truth = Truth::Cancelled;
        }
        payment.to_tell = false;
        self.hear(at);
    }

    /// We learn how it stands.
    fn hear(&mut self, at: usize) {
        use PaymentState as S;
        let payment = &mut self.payments[at];
        payment.to_tell = false;
        let open = !payment.state.is_settled();
        let early = matches!(payment.state, S::Sent | S::Unknown);
        payment.is_known |= matches!(payment.truth, Truth::Taken | Truth::Waiting | Truth::Pending);
        match payment.truth {
            Truth::Taken if payment.state != S::Succeeded => {
                payment.state = S::Succeeded;
                self.arrived(at);
            }
            // It is not believed, and stays what it is.
            Truth::TooMuch if early => payment.state = S::Unknown,
            Truth::Waiting if early => payment.state = S::RequiresAction,
            Truth::Pending if open => payment.state = S::Pending,
            Truth::Declined if open => payment.state = S::Failed,
            Truth::Cancelled if open => payment.state = S::Cancelled,
            _ => {}
        }
    }

    fn arrived(&mut self, at: usize) {
        let others = self.payments.iter().enumerate();
        let replaced = others.filter(|(other, _)| *other != at).any(|(_, it)| it.is_live());
        if self.status != OrderStatus::NotPaid || replaced {
            self.payments[at].surplus = true;
            self.give_back(at, TOTAL);
        } else {
            self.status = OrderStatus::Checking;
        }
    }

    fn give_back(&mut self, payment: usize, amount: i64) {
        let (state, truth, unclear_since) = (RefundState::Sent, Back::Unheard, Some(self.now));
        self.refunds.push(Refund { state, amount, payment, truth, unclear_since });
    }

    fn cancel(&mut self) {
        if self.status != OrderStatus::NotPaid {
            return;
        }
        if let Some(live) = self.live() {
            if self.payments[live].state != PaymentState::RequiresAction {
                return;
            }
            self.payments[live].state = PaymentState::Cancelled;
            self.payments[live].to_tell = true;
        }
        self.status = OrderStatus::Cancelled;
    }

    fn paying(&self) -> Option<usize> {
        self.payments.iter().position(|it| it.state == PaymentState::Succeeded && !it.surplus)
    }

    /// Whether there is a right to.
    pub fn may_withdraw(&self) -> bool {
        self.status == OrderStatus::Checking && self.now < FORTNIGHT
    }

    fn withdraw(&mut self, line: usize) {
        let Some(payment) = self.paying().filter(|_| self.may_withdraw()) else { return };
        if self.withdrawn[line] {
            return;
        }
        self.withdrawn[line] = true;
        if self.withdrawn == [true; 2] {
            self.status = OrderStatus::Cancelling;
        }
        self.give_back(payment, LINE);
    }

    fn refuse(&mut self) {
        if self.status != OrderStatus::Checking {
            return;
        }
        self.status = OrderStatus::Cancelling;
        let payment = self.paying().expect("it is paid");
        let left = TOTAL - self.reserved(payment);
        if 0 < left {
            self.give_back(payment, left);
        } else {
            self.finish();
        }
    }

    /// What is cancelling is over when nothing is under way any more, or all has gone back.
    fn finish(&mut self) {
        let Some(payment) = self.paying().filter(|_| self.status == OrderStatus::Cancelling) else {
            return;
        };
        let of_it = || self.refunds.iter().filter(|it| it.payment == payment);
        let done = |it: &Refund| it.state == RefundState::Succeeded;
        let back: i64 = of_it().filter(|it| done(it)).map(|it| it.amount).sum();
        if of_it().all(done) || back == TOTAL {
            self.status = OrderStatus::Cancelled;
        }
    }

    fn jobs(&mut self, does: Does, does_back: DoesBack, line: Line) {
        for at in 0..self.payments.len() {
            self.ask(at, does, line);
        }
        for at in 0..self.refunds.len() {
            self.send(at, does_back, line);
        }
        let due = FORTNIGHT <= self.now && self.status == OrderStatus::NotPaid;
        if due && self.live().is_none() {
            self.status = OrderStatus::Expired;
        }
    }

    fn ask(&mut self, at: usize, does: Does, line: Line) {
        let payment = &mut self.payments[at];
        let age = self.now - payment.begun_at;
        let forgotten = payment.state == PaymentState::RequiresAction && HOUR <= age;
        if (payment.state.is_settled() && !payment.to_tell) || line != Line::Open {
            return;
        }
        if forgotten || payment.to_tell {
            self.end(at);
        } else if !payment.is_known && age < 23 * HOUR {
            self.charge(at, does, line);
        } else if payment.truth == Truth::Unheard {
            payment.state = PaymentState::Failed;
        } else {
            self.hear(at);
        }
    }

    fn send(&mut self, at: usize, does: DoesBack, line: Line) {
        let refund = &mut self.refunds[at];
        if matches!(refund.state, RefundState::Succeeded | RefundState::Failed) {
            return;
        }
        let mut heard = line == Line::Open;
        if heard && refund.truth == Back::Unheard {
            refund.truth = match does {
                DoesBack::Gives | DoesBack::GivesSilently => Back::Given,
                DoesBack::GivesTooMuch => Back::TooMuch,
                DoesBack::Fails => Back::Failed,
                DoesBack::Pends => Back::Pending,
            };
            heard = does != DoesBack::GivesSilently;
        }
        refund.state = match refund.truth {
            Back::Given if heard => RefundState::Succeeded,
            Back::Failed if heard => RefundState::Failed,
            Back::Pending if heard => RefundState::Sent,
            _ => RefundState::Unknown,
        };
        refund.unclear_since = match refund.state {
            RefundState::Unknown => refund.unclear_since.or(Some(self.now)),
            _ => None,
        };
        if refund.state == RefundState::Succeeded {
            self.finish();
        }
    }
}
