//! Money that comes: by card, from the balance, by transfer.

use buono::domain::payment::{MethodKind, PaymentState};
use buono::domain::status::OrderStatus;

use super::{FORTNIGHT, HOUR, Model, Payment, TOTAL, Truth, nth};
use crate::money::provider::{Does, Line};

impl Model {
    /// What waits or pends there becomes something else; late money may come for what was declined.
    pub(super) fn at_provider(&mut self, at: usize, truth: Truth, also: &[Truth]) {
        let Some(at) = nth(at, self.payments.len()) else { return };
        let payment = &mut self.payments[at];
        if matches!(payment.truth, Truth::Waiting | Truth::Pending) || also.contains(&payment.truth)
        {
            payment.truth = truth;
        }
    }

    /// Begins a payment, if nothing stands in its way: the position of it.
    pub(super) fn begin(&mut self, method: MethodKind, again: bool, line: Line) -> Option<usize> {
        let repeats = again && self.has_begun;
        let over = FORTNIGHT <= self.now && self.held == 0;
        if repeats || self.status != OrderStatus::NotPaid || over {
            return None;
        }
        if let Some(live) = self.live() {
            match (self.payments[live].method, self.payments[live].state) {
                (_, PaymentState::RequiresAction) if line == Line::Open => self.end(live),
                (_, PaymentState::RequiresAction) => {
                    self.unheard(live);
                    return None;
                }
                // It was only announced.
                (MethodKind::BankTransfer, _) if self.held == 0 => {
                    self.payments[live].state = PaymentState::Cancelled;
                }
                _ => return None,
            }
            if self.live().is_some() {
                return None;
            }
        }
        self.has_begun = true;
        Some(self.push(method, TOTAL))
    }

    fn push(&mut self, method: MethodKind, amount: i64) -> usize {
        let state = match method {
            MethodKind::BankTransfer => PaymentState::Pending,
            _ => PaymentState::Sent,
        };
        self.payments.push(Payment {
            method,
            amount,
            state,
            surplus: false,
            truth: Truth::Unheard,
            begun_at: self.now,
            unclear_since: (method == MethodKind::Card).then_some(self.now),
            is_known: false,
            to_tell: false,
        });
        self.payments.len() - 1
    }

    pub(super) fn announce(&mut self) {
        self.begin(MethodKind::BankTransfer, false, Line::Open);
    }

    /// All that the order costs was put on the balance just before.
    pub(super) fn pay_from_balance(&mut self) {
        self.balance += TOTAL;
        if let Some(at) = self.begin(MethodKind::PrepaidAccount, false, Line::Open) {
            self.balance -= TOTAL;
            self.payments[at].state = PaymentState::Succeeded;
            self.arrived(at);
        }
    }

    pub(super) fn transfer(&mut self, again: bool, amount: i64, surplus: bool) {
        if again && 0 < self.transferred {
            return;
        }
        let live = self.live();
        let announced = live.filter(|at| self.payments[*at].state == PaymentState::Pending);
        let announced =
            announced.filter(|at| self.payments[*at].method == MethodKind::BankTransfer);
        let is_paid = self.paying().is_some();
        if announced.is_none() && live.is_some() && !(is_paid && surplus) {
            return;
        }
        self.held += amount;
        self.transferred += amount;
        if self.status == OrderStatus::NotPaid {
            let at = announced.unwrap_or_else(|| self.push(MethodKind::BankTransfer, TOTAL));
            if self.held < TOTAL {
                return;
            }
            self.use_held(at);
        }
        self.give_back_held();
    }

    fn use_held(&mut self, at: usize) {
        self.held -= self.payments[at].amount;
        self.payments[at].state = PaymentState::Succeeded;
        self.arrived(at);
    }

    /// What the order has no use for becomes a payment that goes back.
    pub(super) fn give_back_held(&mut self) {
        if 0 < self.held {
            let at = self.push(MethodKind::BankTransfer, self.held);
            self.use_held(at);
        }
    }

    /// The first call with a key, or the same again.
    pub(super) fn charge(&mut self, at: usize, does: Does, line: Line) {
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
        } else {
            self.unheard(at);
        }
    }

    /// No answer came.
    fn unheard(&mut self, at: usize) {
        let now = self.now;
        let payment = &mut self.payments[at];
        if payment.state == PaymentState::Sent {
            payment.state = PaymentState::Unknown;
        }
        if !payment.state.is_settled() {
            payment.unclear_since = payment.unclear_since.or(Some(now));
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
    pub(super) fn hear(&mut self, at: usize) {
        use PaymentState as S;
        let now = self.now;
        let payment = &mut self.payments[at];
        payment.to_tell = false;
        let open = !payment.state.is_settled();
        payment.unclear_since = match payment.truth {
            Truth::TooMuch if open => payment.unclear_since.or(Some(now)),
            _ => None,
        };
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
            let amount = self.payments[at].amount;
            self.give_back(at, amount, false);
        } else {
            self.status = OrderStatus::Checking;
        }
    }

    pub(super) fn ask(&mut self, at: usize, does: Does, line: Line) {
        let payment = &mut self.payments[at];
        if payment.method != MethodKind::Card {
            return;
        }
        let age = self.now - payment.begun_at;
        let forgotten = payment.state == PaymentState::RequiresAction && HOUR <= age;
        if payment.state.is_settled() && !payment.to_tell {
            return;
        }
        if line != Line::Open {
            return self.unheard(at);
        }
        if forgotten || payment.to_tell {
            self.end(at);
        } else if !payment.is_known && age < 23 * HOUR {
            self.charge(at, does, line);
        } else if payment.truth == Truth::Unheard {
            payment.state = PaymentState::Failed;
            payment.unclear_since = None;
        } else {
            self.hear(at);
        }
    }
}
