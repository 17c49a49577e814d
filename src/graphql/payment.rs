//! Payments, means, methods and refunds.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject};

use super::context::{language, vendor};
use super::enums::{PaymentMeanStatus, PaymentMethodKind, RefundRoute};
use super::ids::NodeId;
use super::order::Order;
use super::scalars::{Date, DateTime, Money};
use super::transfer::{BankTransfer, transfer};
use crate::domain::payment::{
    self, MethodKind, PaymentState, Purchase, RefundState, SETTLED_BY_HAND, eligibility,
};
use crate::domain::text;

/// A way to pay, and whether this order can be paid so.
pub struct PaymentMethodOption {
    kind: MethodKind,
    refusal: Option<payment::Ineligible>,
    balance: crate::domain::money::Money,
    means: Vec<payment::PaymentMean>,
    transfer: Option<BankTransfer>,
}

/// A way to pay, and whether this order can be paid so.
#[Object]
impl PaymentMethodOption {
    /// The kind of paying.
    async fn kind(&self) -> PaymentMethodKind {
        self.kind.into()
    }

    /// The kind in words.
    async fn label(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<&str> {
        let language = self::language(ctx, language.as_deref()).await?;
        Ok(text::method(self.kind, language))
    }

    /// Whether this order can be paid so: it depends on country, account, currency and amount.
    async fn eligible(&self) -> bool {
        self.refusal.is_none()
    }

    /// Why not, in words that a person can act on; null when eligible.
    async fn reason(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<Option<String>> {
        let language = self::language(ctx, language.as_deref()).await?;
        Ok(self.refusal.as_ref().map(|why| text::ineligible(why, language)))
    }

    /// What the customer has in advance, in the order's currency; null unless it is about
    /// `PREPAID_ACCOUNT`.
    async fn balance(&self) -> Option<Money> {
        (self.kind == MethodKind::PrepaidAccount).then_some(Money(self.balance))
    }

    /// Where the money is to go; null unless this is a bank transfer that the order can be paid
    /// with, something is due, and the vendor has an account for it.
    async fn transfer(&self) -> Option<&BankTransfer> {
        self.transfer.as_ref()
    }

    /// The customer's valid means of this kind, the oldest first.
    async fn means(&self) -> Vec<PaymentMean> {
        self.means.iter().cloned().map(PaymentMean).collect()
    }
}

/// Every method, for an order.
pub async fn method_options(
    ctx: &Context<'_>,
    Order(order, together): &Order,
) -> Result<Vec<PaymentMethodOption>> {
    let customer = together.people.customer(ctx, order.customer_id).await?;
    let means = together.people.means(ctx, order.customer_id).await?;
    let balances = together.people.balances(ctx, order.customer_id).await?;
    let purchase = Purchase::of(order, &customer, &balances);
    let usable = |kind: MethodKind| {
        let fits = |mean: &&payment::PaymentMean| {
            mean.kind == kind && mean.status == payment::MeanStatus::Valid
        };
        means.iter().filter(fits).cloned().collect()
    };
    let option = |&kind: &MethodKind| {
        let refusal = eligibility(kind, purchase).err();
        let is_transfer = kind == MethodKind::BankTransfer && refusal.is_none();
        let transfer = is_transfer.then(|| transfer(order, vendor(ctx))).flatten();
        let balance = purchase.balance;
        PaymentMethodOption { kind, refusal, balance, means: usable(kind), transfer }
    };
    Ok(MethodKind::ALL.iter().map(option).collect())
}

/// A registered means of payment: the provider's token and a label, never card data.
#[derive(Clone)]
pub struct PaymentMean(pub payment::PaymentMean);

/// A registered means of payment: the provider's token and a label, never card data.
#[Object]
impl PaymentMean {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::PaymentMean(self.0.id).encode()
    }

    /// The kind of paying that it is for.
    async fn kind(&self) -> PaymentMethodKind {
        self.0.kind.into()
    }

    /// What a person knows it by: `Visa •••• 4242`.
    async fn label(&self) -> &str {
        &self.0.label
    }

    /// Whether it can be paid with.
    async fn status(&self) -> PaymentMeanStatus {
        self.0.status.into()
    }

    /// Whether `orderPay` uses it when no other mean of its kind is named.
    async fn is_default(&self) -> bool {
        self.0.is_default
    }

    /// The last day on which it can be used, if the provider says so.
    async fn expires_on(&self) -> Option<Date> {
        self.0.expires_on.map(Date)
    }
}

/// What is known of a payment.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentStatus {
    /// Under way, or not known yet: it is asked about again until it is.
    Pending,
    /// The customer has to confirm it at `actionUrl`.
    RequiresAction,
    /// The money is there.
    Succeeded,
    /// It was declined.
    Failed,
    /// It was given up.
    Cancelled,
}

/// A payment of an order.
#[derive(Clone)]
pub struct Payment(pub Arc<payment::Payment>);

impl Payment {
    pub fn new(payment: payment::Payment) -> Self {
        Self(Arc::new(payment))
    }
}

/// A payment of an order.
#[Object]
impl Payment {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::Payment(self.0.id).encode()
    }

    /// What is known of it.
    async fn status(&self) -> PaymentStatus {
        match self.0.state {
            PaymentState::Sent | PaymentState::Unknown | PaymentState::Pending => {
                PaymentStatus::Pending
            }
            PaymentState::RequiresAction => PaymentStatus::RequiresAction,
            PaymentState::Succeeded => PaymentStatus::Succeeded,
            PaymentState::Failed => PaymentStatus::Failed,
            PaymentState::Cancelled => PaymentStatus::Cancelled,
        }
    }

    /// How it is paid.
    async fn method(&self) -> PaymentMethodKind {
        self.0.method.into()
    }

    /// How much.
    async fn amount(&self) -> Money {
        Money(self.0.amount)
    }

    /// How much of it has gone back, or is on its way back.
    async fn refunded(&self) -> Money {
        Money(crate::domain::money::Money::new(self.0.refund_reserved, self.0.amount.currency))
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// When it was known how it ended.
    async fn settled_at(&self) -> Option<DateTime> {
        self.0.settled_at.map(DateTime)
    }

    /// Why it failed; null unless it did.
    async fn failure(&self) -> Option<PaymentFailure> {
        let code = self.0.failure_code.clone()?;
        Some(PaymentFailure { message: decline_message(&code), code })
    }

    /// Where to send the customer when status is `REQUIRES_ACTION`.
    async fn action_url(&self) -> Option<&str> {
        let waits = self.0.state == PaymentState::RequiresAction;
        self.0.action_url.as_deref().filter(|_| waits)
    }
}

/// What a decline code means, and what to do.
pub fn decline_message(code: &str) -> String {
    match code {
        SETTLED_BY_HAND => "The payment did not go through. Pay again, as you like.".into(),
        "insufficient_funds" => {
            "There is not enough money on this means of payment. Use another one.".into()
        }
        _ => "The payment was declined. Use another means of payment, or ask your bank.".into(),
    }
}

/// Why a payment failed.
#[derive(SimpleObject)]
pub struct PaymentFailure {
    /// The provider's code: `card_declined`, `insufficient_funds` and so on.
    code: String,
    /// What it means, and what to do.
    message: String,
}

/// What is known of a refund.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundStatus {
    /// On its way.
    Pending,
    /// The money has gone back.
    Succeeded,
    /// It could not be made: the vendor sees to it.
    Failed,
}

/// Money that goes back to a customer, by the means it came by (Directive 2011/83/EU, article 13).
#[derive(Clone)]
pub struct Refund(pub payment::Refund);

/// Money that goes back to a customer, by the means it came by (Directive 2011/83/EU, article 13).
#[Object]
impl Refund {
    /// The global id.
    pub async fn id(&self) -> ID {
        NodeId::Refund(self.0.id).encode()
    }

    /// What is known of it.
    async fn status(&self) -> RefundStatus {
        match self.0.state {
            RefundState::Sent | RefundState::Unknown => RefundStatus::Pending,
            RefundState::Succeeded => RefundStatus::Succeeded,
            RefundState::Failed => RefundStatus::Failed,
        }
    }

    /// How much.
    async fn amount(&self) -> Money {
        Money(self.0.amount)
    }

    /// By which way it goes: that by which the money came, unless the customer agreed to another.
    async fn route(&self) -> RefundRoute {
        self.0.route.into()
    }

    /// The bank's reference of the payout, of a refund that an operator has paid out.
    async fn payout_reference(&self) -> Option<&str> {
        self.0.payout.as_ref().map(|it| it.reference.as_str())
    }

    /// The day on which it was paid out.
    async fn payout_on(&self) -> Option<Date> {
        self.0.payout.as_ref().map(|it| Date(it.paid_on))
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// The last day for it: by default 14 days from being told (article 13(1)).
    async fn due_by(&self) -> Date {
        Date(self.0.due_by)
    }

    /// When it was known how it ended.
    async fn settled_at(&self) -> Option<DateTime> {
        self.0.settled_at.map(DateTime)
    }
}
