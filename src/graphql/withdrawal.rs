//! The right of withdrawal, its quote, and statements of withdrawal.

use std::sync::Arc;

use async_graphql::{Context, ID, Object, Result, SimpleObject};

use super::context::{clock, language, till};
use super::enums::{WithdrawalBlockerCode, WithdrawalReason, WithdrawalStatus};
use super::ids::NodeId;
use super::order::Order;
use super::order_line::OrderLine;
use super::payment::Refund;
use super::scalars::{Date, DateTime, Money};
use crate::domain::ids::LineId;
use crate::domain::payment::refund_due_by;
use crate::domain::withdrawal::{self, BlockerCode, Right, choose, right};
use crate::domain::{order, refund, text};

/// The right of an order's customer, as it stands now.
pub async fn right_of(ctx: &Context<'_>, order: &Order) -> Result<Right> {
    let customer = order.1.people.customer(ctx, order.0.customer_id).await?;
    Ok(right(&order.0, customer.kind, customer.time_zone, clock(ctx).now()))
}

/// The consumer's right of withdrawal (Directive 2011/83/EU, articles 9 to 16), as it stands now.
pub struct WithdrawalRight {
    order: Order,
    right: Right,
}

impl WithdrawalRight {
    pub async fn of(ctx: &Context<'_>, order: Order) -> Result<Self> {
        let right = right_of(ctx, &order).await?;
        Ok(Self { order, right })
    }
}

/// The consumer's right of withdrawal (Directive 2011/83/EU, articles 9 to 16), as it stands now.
#[Object]
impl WithdrawalRight {
    /// Whether it can be exercised.
    async fn status(&self) -> WithdrawalStatus {
        self.right.status.into()
    }

    /// Everything that stands in the way, not only the first; empty when it is available.
    async fn blockers(&self) -> Vec<WithdrawalBlocker> {
        self.right.blockers.iter().copied().map(WithdrawalBlocker).collect()
    }

    /// The last instant at which the statement is in time: the end of the fourteenth day after the
    /// day of the contract, in the customer's time zone, or of the next working day (Regulation
    /// 1182/71, article 3). Null where there is no such right.
    async fn ends_at(&self) -> Option<DateTime> {
        self.right.ends_at.map(DateTime)
    }

    /// What would go back now, to the cent; null when the right is not available.
    async fn quote(&self, ctx: &Context<'_>) -> Result<Option<RefundQuote>> {
        if !self.right.blockers.is_empty() {
            return Ok(None);
        }
        let Order(order, together) = &self.order;
        let Ok(lines) = choose(order, None) else { return Ok(None) };
        let customer = together.people.customer(ctx, order.customer_id).await?;
        let now = clock(ctx).now();
        let quote = refund::quote(order, &lines, customer.time_zone, now);
        let today = now.with_timezone(&customer.time_zone).date_naive();
        let due_by = refund_due_by(today, till(ctx).changes.policy.refund_within_days);
        Ok(Some(RefundQuote::new(order, &quote, Date(due_by))))
    }

    /// The newest statement of withdrawal from this order, if there is one.
    async fn withdrawal(&self, ctx: &Context<'_>) -> Result<Option<Withdrawal>> {
        let newest = self.order.1.withdrawals(ctx, self.order.0.id).await?.pop();
        Ok(newest.map(|it| Withdrawal { order: self.order.clone(), withdrawal: it }))
    }
}

/// Something that stands in the way of a withdrawal.
#[derive(Clone, Copy)]
pub struct WithdrawalBlocker(pub BlockerCode);

/// Something that stands in the way of a withdrawal.
#[Object]
impl WithdrawalBlocker {
    /// What.
    async fn code(&self) -> WithdrawalBlockerCode {
        self.0.into()
    }

    /// Why, in words that a person can act on.
    async fn message(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<&str> {
        let language = self::language(ctx, language.as_deref()).await?;
        Ok(text::blocker(self.0, language))
    }
}

/// What a withdrawal would give back, to the cent.
#[derive(SimpleObject)]
pub struct RefundQuote {
    /// What was paid for the lines.
    paid: Money,
    /// What is kept for the days used: nothing unless the customer asked expressly that the service
    /// start at once (article 14(3)).
    deduction: Money,
    /// What goes back: paid minus deduction.
    refund: Money,
    /// The last day for it, if the statement is made now (article 13(1)).
    due_by: Date,
    /// The same, line by line.
    lines: Vec<RefundQuoteLine>,
}

/// What a withdrawal from one line would give back.
#[derive(SimpleObject)]
pub struct RefundQuoteLine {
    /// The line.
    line: OrderLine,
    /// What was paid for it, tax included: its share of the order's total.
    paid: Money,
    /// Days of the period that was paid.
    period_days: i64,
    /// Days from delivery until now, in the customer's time zone; never more than the period.
    used_days: i64,
    /// Paid × used days ÷ period days, rounded half up.
    deduction: Money,
    /// Paid minus deduction.
    refund: Money,
}

impl RefundQuote {
    fn new(order: &Arc<order::Order>, quote: &refund::Quote, due_by: Date) -> Self {
        let money = |minor| Money(order.money(minor));
        let lines = quote.lines.iter().filter_map(|it| {
            Some(RefundQuoteLine {
                line: line(order, it.line_id)?,
                paid: money(it.paid),
                period_days: it.period_days,
                used_days: it.used_days,
                deduction: money(it.deduction),
                refund: money(it.refund),
            })
        });
        Self {
            paid: money(quote.paid),
            deduction: money(quote.deduction),
            refund: money(quote.refund),
            due_by,
            lines: lines.collect(),
        }
    }
}

fn line(order: &Arc<order::Order>, id: LineId) -> Option<OrderLine> {
    let at = order.lines.iter().position(|line| line.id == id)?;
    Some(OrderLine { order: Arc::clone(order), at })
}

/// A statement of withdrawal as it was received. Receipt is not acceptance.
#[derive(Clone)]
pub struct Withdrawal {
    pub order: Order,
    pub withdrawal: withdrawal::Withdrawal,
}

/// A statement of withdrawal as it was received. Receipt is not acceptance.
#[Object]
impl Withdrawal {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::Withdrawal(self.withdrawal.id).encode()
    }

    /// When the server received it: this decides whether it was in time.
    async fn received_at(&self) -> DateTime {
        DateTime(self.withdrawal.received_at)
    }

    /// The name that was given in it.
    async fn name(&self) -> &str {
        &self.withdrawal.name
    }

    /// Where the acknowledgement goes.
    async fn email(&self) -> &str {
        &self.withdrawal.email
    }

    /// The lines it is about.
    async fn lines(&self) -> Vec<OrderLine> {
        self.withdrawal.line_ids.iter().filter_map(|&id| line(&self.order.0, id)).collect()
    }

    /// The reason, if one was told.
    async fn reason(&self) -> Option<WithdrawalReason> {
        self.withdrawal.reason.map(Into::into)
    }

    /// What else was written.
    async fn comment(&self) -> Option<&str> {
        self.withdrawal.comment.as_deref()
    }

    /// When the customer agreed expressly that the refund go to their balance with the vendor, and not
    /// by the means that the money came by (article 13(1)); null unless they did.
    async fn refund_consent_at(&self) -> Option<DateTime> {
        self.withdrawal.refund_to_balance_at.map(DateTime)
    }

    /// The refund that it led to, or the last attempt at it; null when nothing was to be paid back.
    async fn refund(&self, ctx: &Context<'_>) -> Result<Option<Refund>> {
        let found = self.order.1.refunds(ctx, self.order.0.id).await?;
        let own =
            |it: &crate::domain::payment::Refund| it.withdrawal_id == Some(self.withdrawal.id);
        Ok(found.into_iter().rfind(own).map(Refund))
    }
}
