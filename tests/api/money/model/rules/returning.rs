//! Orders that end, and money that goes back.

use buono::domain::payment::{MethodKind, PaymentState, RefundState};
use buono::domain::status::OrderStatus;

use super::{Back, FORTNIGHT, LINE, Model, Refund, TOTAL, Way, nth};
use crate::money::provider::{DoesBack, Line};

impl Model {
    pub(super) fn give_back(&mut self, payment: usize, amount: i64, to_balance: bool) {
        let way = match self.payments[payment].method {
            MethodKind::PrepaidAccount => Way::Balance,
            _ if to_balance => Way::Balance,
            MethodKind::BankTransfer => Way::Transfer,
            _ => Way::Provider,
        };
        let unclear_since = (way == Way::Provider).then_some(self.now);
        let (state, truth) = (RefundState::Sent, Back::Unheard);
        self.refunds.push(Refund { state, amount, payment, way, truth, unclear_since });
        if way == Way::Balance {
            self.balance += amount;
            self.given(self.refunds.len() - 1);
        }
    }

    fn given(&mut self, at: usize) {
        self.refunds[at].state = RefundState::Succeeded;
        self.finish();
    }

    /// An operator sends what no provider can.
    pub(super) fn pay_out(&mut self, at: usize) {
        if let Some(at) = nth(at, self.refunds.len())
            && self.refunds[at].way == Way::Transfer
        {
            self.given(at);
        }
    }

    pub(super) fn cancel(&mut self) {
        if self.status != OrderStatus::NotPaid {
            return;
        }
        if let Some(live) = self.live() {
            let live = &mut self.payments[live];
            let acts = live.state == PaymentState::RequiresAction;
            let announced =
                live.state == PaymentState::Pending && live.method == MethodKind::BankTransfer;
            if !acts && !announced {
                return;
            }
            live.state = PaymentState::Cancelled;
            live.unclear_since = None;
            live.to_tell = acts;
        }
        self.status = OrderStatus::Cancelled;
        self.give_back_held();
    }

    /// Whether there is a right to.
    pub fn may_withdraw(&self) -> bool {
        self.status == OrderStatus::Checking && self.now < FORTNIGHT
    }

    pub(super) fn withdraw(&mut self, line: usize, to_balance: bool) {
        let Some(payment) = self.paying().filter(|_| self.may_withdraw()) else { return };
        if self.withdrawn[line] {
            return;
        }
        self.withdrawn[line] = true;
        if self.withdrawn == [true; 2] {
            self.status = OrderStatus::Cancelling;
        }
        self.give_back(payment, LINE, to_balance);
    }

    pub(super) fn refuse(&mut self) {
        if self.status != OrderStatus::Checking {
            return;
        }
        self.status = OrderStatus::Cancelling;
        let payment = self.paying().expect("it is paid");
        let left = TOTAL - self.reserved(payment);
        if 0 < left {
            self.give_back(payment, left, false);
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

    pub(super) fn send(&mut self, at: usize, does: DoesBack, line: Line) {
        let refund = &mut self.refunds[at];
        if refund.state.is_settled() || refund.way != Way::Provider {
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
