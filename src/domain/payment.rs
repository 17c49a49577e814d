//! Payments: how an order may be paid, and what state the money is in.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::balance::Balance;
use super::customer::{AccountKind, Customer};
use super::ids::{CustomerId, OrderId, PaymentId, PaymentMeanId, RefundId, WithdrawalId};
use super::money::{Currency, Money};
use super::order::Order;
use super::transfer::Payout;

/// What is unclear for so long needs somebody to look at it.
pub const UNCLEAR_ALARM: TimeDelta = TimeDelta::minutes(15);
/// The code of a failure that an operator has settled by hand.
pub const SETTLED_BY_HAND: &str = "settled_by_hand";

named! {
    pub enum MethodKind {
        Card = "CARD",
        SepaDirectDebit = "SEPA_DIRECT_DEBIT",
        Paypal = "PAYPAL",
        BankTransfer = "BANK_TRANSFER",
        PrepaidAccount = "PREPAID_ACCOUNT",
        Deferred = "DEFERRED",
    }
}

impl MethodKind {
    /// The customer announces it, and an operator records the transfers that bring it.
    pub fn comes_by_transfer(self) -> bool {
        matches!(self, Self::BankTransfer | Self::Deferred)
    }
}

named! {
    pub enum MeanStatus {
        Pending = "PENDING",
        Valid = "VALID",
        Expired = "EXPIRED",
        Rejected = "REJECTED",
        Removed = "REMOVED",
    }
}

named! {
    /// What we know of a payment. Not knowing is a state.
    pub enum PaymentState {
        /// Written down, and perhaps sent.
        Sent = "SENT",
        /// Sent, and no answer came.
        Unknown = "UNKNOWN",
        RequiresAction = "REQUIRES_ACTION",
        Pending = "PENDING",
        Succeeded = "SUCCEEDED",
        Failed = "FAILED",
        Cancelled = "CANCELLED",
    }
}

impl PaymentState {
    /// The money has come or may still come: the order can have one such payment only.
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Failed | Self::Cancelled)
    }

    /// Nothing more is to be learnt of it.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed | Self::Cancelled)
    }

    /// Payments move forward only.
    pub fn may_become(self, next: Self) -> bool {
        match self {
            Self::Sent | Self::Unknown => next != Self::Sent,
            Self::RequiresAction => {
                matches!(next, Self::Pending | Self::Succeeded | Self::Failed | Self::Cancelled)
            }
            Self::Pending => matches!(next, Self::Succeeded | Self::Failed | Self::Cancelled),
            // Money for a payment we took for dead is late money: booked, and sent back.
            Self::Failed | Self::Cancelled => next == Self::Succeeded,
            Self::Succeeded => false,
        }
    }
}

impl Payment {
    /// The money has come or may still come, for this order: the next payment has to wait.
    pub fn is_live(&self) -> bool {
        self.state.is_live() && !self.surplus
    }

    /// The order is paid with it.
    pub fn pays(&self) -> bool {
        self.state == PaymentState::Succeeded && !self.surplus
    }

    /// One that begins now, and of which nothing is known yet.
    pub fn begun(
        id: PaymentId,
        order: &Order,
        method: MethodKind,
        amount: Money,
        gateway_key: String,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            order_id: order.id,
            customer_id: order.customer_id,
            method,
            amount,
            token: None,
            state: PaymentState::Sent,
            // Until the customer's own key is there: nobody else's looks like it.
            client_key: format!("recorded:{id}"),
            request_hash: String::new(),
            gateway_key,
            gateway_reference: None,
            action_url: None,
            failure_code: None,
            settled_by: None,
            contradiction: None,
            surplus: false,
            unclear_since: None,
            refund_reserved: 0,
            attempts: 0,
            next_check_at: None,
            created_at: now,
            settled_at: None,
            version: 1,
        }
    }

    /// It ends unpaid.
    pub fn give_up(&mut self, now: DateTime<Utc>) {
        self.state = PaymentState::Cancelled;
        self.settled_at = Some(now);
        self.unclear_since = None;
        self.next_check_at = None;
    }

    /// What can still go back of it, in minor units.
    pub fn room(&self) -> i64 {
        self.amount.minor - self.refund_reserved
    }

    /// It waits for the customer only: another payment, or cancelling the order, may end it.
    pub fn gives_way(&self) -> bool {
        self.state == PaymentState::RequiresAction
            || (self.state == PaymentState::Pending && self.method == MethodKind::BankTransfer)
    }
}

named! {
    pub enum RefundState {
        Sent = "SENT",
        Unknown = "UNKNOWN",
        Succeeded = "SUCCEEDED",
        Failed = "FAILED",
    }
}

impl Refund {
    /// It was taken for failed, and the provider says that it went back: it waits for room to be booked.
    pub fn came_after_all(&self) -> bool {
        self.state == RefundState::Failed && self.contradiction.is_some()
    }
}

impl RefundState {
    /// Nothing more is to be learnt of it.
    pub fn is_settled(self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed)
    }
}

named! {
    /// By which way money goes back.
    pub enum RefundRoute {
        /// By the provider that took it.
        Provider = "PROVIDER",
        /// To the customer's balance, in the same commit.
        Balance = "BALANCE",
        /// Where the provider has no part in it: an operator pays it out.
        Transfer = "TRANSFER",
    }
}

impl RefundRoute {
    /// By the means that the money came by, unless the customer has agreed expressly to the balance
    /// (Directive 2011/83/EU, article 13(1)).
    pub fn of(payment: &Payment, agreed_to_balance: Option<DateTime<Utc>>) -> Self {
        match payment.method {
            MethodKind::PrepaidAccount => Self::Balance,
            _ if agreed_to_balance.is_some() => Self::Balance,
            MethodKind::BankTransfer | MethodKind::Deferred => Self::Transfer,
            MethodKind::Card | MethodKind::SepaDirectDebit | MethodKind::Paypal => Self::Provider,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaymentMean {
    pub id: PaymentMeanId,
    pub customer_id: CustomerId,
    pub kind: MethodKind,
    /// The provider's name for it. Never card data.
    pub token: String,
    /// "Visa •••• 4242".
    pub label: String,
    pub status: MeanStatus,
    pub is_default: bool,
    pub expires_on: Option<NaiveDate>,
}

impl PaymentMean {
    /// The mean as it stands on a day: past its last one it cannot be used, and is no default.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Self {
        match self.expires_on {
            Some(last) if last < day && self.status == MeanStatus::Valid => {
                Self { status: MeanStatus::Expired, is_default: false, ..self }
            }
            _ => self,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    pub id: PaymentId,
    pub order_id: OrderId,
    pub customer_id: CustomerId,
    pub method: MethodKind,
    pub amount: Money,
    /// The provider's token of the mean it is paid with, if any.
    pub token: Option<String>,
    pub state: PaymentState,
    pub client_key: String,
    /// Of the input that came with the key, to tell a repeat from a misuse.
    pub request_hash: String,
    /// The idempotency key towards the provider: never changed, never used twice.
    pub gateway_key: String,
    pub gateway_reference: Option<String>,
    pub action_url: Option<String>,
    pub failure_code: Option<String>,
    /// The operator who has settled it by hand.
    pub settled_by: Option<String>,
    /// What the provider has said of it that cannot be, after an operator settled it.
    pub contradiction: Option<String>,
    /// The money came when the order had no use for it any more: it goes back.
    pub surplus: bool,
    /// Since when the provider does not say how it stands.
    pub unclear_since: Option<DateTime<Utc>>,
    pub refund_reserved: i64,
    pub attempts: i32,
    pub next_check_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub settled_at: Option<DateTime<Utc>>,
    pub version: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refund {
    pub id: RefundId,
    pub order_id: OrderId,
    pub customer_id: CustomerId,
    pub payment_id: PaymentId,
    pub withdrawal_id: Option<WithdrawalId>,
    pub amount: Money,
    pub state: RefundState,
    pub gateway_key: String,
    /// The refund that failed, and that this one is another attempt at.
    pub retry_of: Option<RefundId>,
    pub due_by: NaiveDate,
    /// The operator who has settled it by hand.
    pub settled_by: Option<String>,
    /// What the provider has said of it that cannot be, after it was settled.
    pub contradiction: Option<String>,
    /// Since when nobody knows what became of it: not while the provider says that it is under way.
    pub unclear_since: Option<DateTime<Utc>>,
    pub route: RefundRoute,
    /// How an operator paid it out, once one has.
    pub payout: Option<Payout>,
    pub attempts: i32,
    pub next_check_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub settled_at: Option<DateTime<Utc>>,
    pub version: i64,
}

/// Why a method cannot be used for an order: something a person can act on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ineligible {
    Country(String),
    Account,
    Currency(Currency),
    BelowMinimum(Money),
    AboveMaximum(Money),
    /// The vendor does not take it at all.
    NotOffered,
    NoAgreement,
    /// The customer has less in advance than the order costs.
    BalanceTooLow {
        balance: Money,
        missing: Money,
    },
}

/// What decides whether a method may be used.
#[derive(Clone, Copy, Debug)]
pub struct Purchase<'a> {
    pub country: &'a str,
    pub account: AccountKind,
    pub amount: Money,
    /// What the customer has in advance, in the same currency.
    pub balance: Money,
    /// The agreement on paying later.
    pub deferred_days: Option<i32>,
}

impl<'a> Purchase<'a> {
    /// What decides how an order may be paid.
    pub fn of(order: &Order, customer: &'a Customer, balances: &[Balance]) -> Self {
        let same =
            |it: &&Balance| it.customer_id == customer.id && it.amount.currency == order.currency;
        Self {
            country: &customer.country,
            account: customer.kind,
            amount: order.money(order.total),
            balance: balances.iter().find(same).map_or(order.money(0), |it| it.amount),
            deferred_days: customer.deferred_days,
        }
    }
}

/// Countries of the single euro payments area that pay in euro.
const EURO_COUNTRIES: [&str; 21] = [
    "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PT", "SI", "SK",
];
const CARD_MINIMUM_MINOR: i64 = 50;
const CARD_MAXIMUM_MINOR: i64 = 1_000_000;
const DEBIT_MAXIMUM_MINOR: i64 = 300_000;

/// Whether an order may be paid this way, or why not.
pub fn eligibility(method: MethodKind, purchase: Purchase<'_>) -> Result<(), Ineligible> {
    let euro = purchase.amount.currency == Currency::EUR;
    match method {
        MethodKind::Card | MethodKind::Paypal => {
            within(purchase.amount, CARD_MINIMUM_MINOR, CARD_MAXIMUM_MINOR)
        }
        MethodKind::SepaDirectDebit => {
            if !euro {
                return Err(Ineligible::Currency(purchase.amount.currency));
            }
            if !EURO_COUNTRIES.contains(&purchase.country) {
                return Err(Ineligible::Country(purchase.country.to_owned()));
            }
            within(purchase.amount, 1, DEBIT_MAXIMUM_MINOR)
        }
        MethodKind::BankTransfer if !euro => Err(Ineligible::Currency(purchase.amount.currency)),
        MethodKind::PrepaidAccount => {
            let Purchase { amount, balance, .. } = purchase;
            if amount.minor <= balance.minor {
                return Ok(());
            }
            let missing = Money::new(amount.minor - balance.minor, amount.currency);
            Err(Ineligible::BalanceTooLow { balance, missing })
        }
        MethodKind::Deferred if !purchase.account.may_defer() => Err(Ineligible::Account),
        MethodKind::Deferred if purchase.deferred_days.is_none() => Err(Ineligible::NoAgreement),
        MethodKind::BankTransfer | MethodKind::Deferred => Ok(()),
    }
}

fn within(amount: Money, minimum: i64, maximum: i64) -> Result<(), Ineligible> {
    if amount.minor < minimum {
        return Err(Ineligible::BelowMinimum(Money::new(minimum, amount.currency)));
    }
    if maximum < amount.minor {
        return Err(Ineligible::AboveMaximum(Money::new(maximum, amount.currency)));
    }
    Ok(())
}

/// The last day to pay an invoice of this day, by agreement.
pub fn invoice_due_on(ordered_on: NaiveDate, within_days: i32) -> NaiveDate {
    let days = Days::new(u64::from(within_days.unsigned_abs()));
    ordered_on.checked_add_days(days).unwrap_or(NaiveDate::MAX)
}

/// The last day to refund (Directive 2011/83/EU, article 13(1)): so many days from being told.
pub fn refund_due_by(told_on: NaiveDate, within_days: u32) -> NaiveDate {
    told_on.checked_add_days(Days::new(u64::from(within_days))).unwrap_or(NaiveDate::MAX)
}
