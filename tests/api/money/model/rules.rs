//! The money of one order as it should be: an order of 12.18 EUR in two lines, placed at second 0.

mod arriving;
mod returning;

use buono::domain::payment::{MethodKind, PaymentState, RefundState};
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
    /// It was never asked, or not yet; of what goes by no provider it never is.
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
    pub method: MethodKind,
    pub amount: i64,
    pub state: PaymentState,
    pub surplus: bool,
    truth: Truth,
    begun_at: i64,
    /// Since when nobody knows.
    unclear_since: Option<i64>,
    /// We know what the provider calls it.
    is_known: bool,
    /// It was cancelled here, and the provider is still to hear of it.
    to_tell: bool,
}

/// By which way a refund goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Provider,
    /// It is there in the same commit.
    Balance,
    /// An operator pays it out.
    Transfer,
}

#[derive(Clone, Debug)]
pub struct Refund {
    pub state: RefundState,
    pub amount: i64,
    /// The position of its payment.
    pub payment: usize,
    way: Way,
    truth: Back,
    /// Since when nobody knows; not while the provider says that it is under way.
    unclear_since: Option<i64>,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub status: OrderStatus,
    pub payments: Vec<Payment>,
    pub refunds: Vec<Refund>,
    /// What has come by transfer and is no payment yet.
    pub held: i64,
    /// All that has ever come by transfer.
    pub transferred: i64,
    /// What the customer's balance has changed by.
    pub balance: i64,
    /// A customer's key was used.
    has_begun: bool,
    withdrawn: [bool; 2],
    now: i64,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            status: OrderStatus::NotPaid,
            payments: Vec::new(),
            refunds: Vec::new(),
            held: 0,
            transferred: 0,
            balance: 0,
            has_begun: false,
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
        let old = |since: i64| since + UNCLEAR_MAX < self.now;
        let payments = self.payments.iter().filter(|it| it.unclear_since.is_some_and(old));
        let refunds = self.refunds.iter().filter(|it| it.unclear_since.is_some_and(old));
        payments.count() + refunds.count()
    }

    pub fn step(&mut self, step: Step) {
        self.now += 1;
        match step {
            Step::Pay { again, does, line } => {
                if let Some(at) = self.begin(MethodKind::Card, again, line) {
                    self.charge(at, does, line);
                }
            }
            Step::Announce => self.announce(),
            Step::PayFromBalance => self.pay_from_balance(),
            Step::TakeOff => self.balance = 0,
            Step::Transfer { again, amount, surplus } => self.transfer(again, amount, surplus),
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
            Step::PayOut(at) => self.pay_out(at),
            Step::Webhook(at) => {
                if let Some(at) = nth(at, self.payments.len())
                    && self.payments[at].truth != Truth::Unheard
                {
                    self.hear(at);
                }
            }
            Step::Cancel => self.cancel(),
            Step::Withdraw { line, to_balance } => self.withdraw(line, to_balance),
            Step::Refuse => self.refuse(),
            Step::Wait { seconds, does, does_back, line } => {
                self.now += seconds;
                self.jobs(does, does_back, line);
            }
        }
    }

    fn live(&self) -> Option<usize> {
        self.payments.iter().position(Payment::is_live)
    }

    fn paying(&self) -> Option<usize> {
        self.payments.iter().position(|it| it.state == PaymentState::Succeeded && !it.surplus)
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
}
