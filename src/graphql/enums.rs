//! The closed sets of the domain, as clients see them. A member that is missing here does not compile.

use async_graphql::Enum;

/// The kind of an account. Only `INDIVIDUAL` is a consumer (Directive 2011/83/EU, article 2(1)).
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::customer::AccountKind")]
pub enum AccountKind {
    /// A private person.
    Individual,
    /// A company.
    Corporation,
    /// A person who trades in their own name.
    SoleTrader,
    /// An association.
    Association,
    /// A public administration.
    Administration,
    /// Anything else.
    Other,
}

/// Where an order stands.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::status::OrderStatus")]
pub enum OrderStatus {
    /// No payment yet. The order expires at `expiresAt`, and has to be placed again then.
    NotPaid,
    /// Paid, and being checked: by an operator, unless the vendor approves by policy.
    Checking,
    /// The check cannot be completed; documents were asked for.
    DocumentsRequested,
    /// Approved, and being delivered.
    Delivering,
    /// Every line was delivered.
    Delivered,
    /// Withdrawn from or refused; the refund is running.
    Cancelling,
    /// Over. Money, if there was any, has gone back.
    Cancelled,
    /// Never paid in time.
    Expired,
}

/// What a line of an order is for. Only new contracts can be withdrawn from.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::order::LineKind")]
pub enum OrderLineKind {
    /// A new service.
    Creation,
    /// One more period of a running service. Placed by services only.
    Renewal,
    /// A change of a running service. Placed by services only.
    Upgrade,
    /// A one-off set-up fee. Comes by itself with a plan that has one.
    Installation,
    /// A licence.
    Licence,
    /// A service that moves here from elsewhere. Placed by services only.
    Transfer,
    /// A voucher that is bought.
    Voucher,
    /// Something given.
    Gift,
}

/// The four steps of tracking, always in this order.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::tracking::StepName")]
pub enum TrackingStepName {
    /// The order was received, and is checked once it is paid.
    Validating,
    /// The order was confirmed.
    Validated,
    /// The order is being delivered.
    Delivering,
    /// The product is available.
    Available,
}

/// How far a step has come.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::tracking::StepState")]
pub enum TrackingStepState {
    /// Not begun.
    Todo,
    /// Under way.
    Doing,
    /// Finished.
    Done,
    /// Stuck or given up: `hint` says what that means and what to do.
    Error,
}

/// What an entry of the history says happened.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::history::EventKind")]
pub enum OrderEventKind {
    /// The order was placed.
    OrderCreated,
    /// The order waits to be paid.
    PaymentAwaited,
    /// A payment was begun. The detail names its method and amount.
    PaymentInitiated,
    /// The customer has to confirm the payment at the provider.
    PaymentActionRequired,
    /// A payment was declined. The detail is the decline code, or an operator's reason.
    PaymentFailed,
    /// A payment was given up. The detail names method and amount.
    PaymentCancelled,
    /// A transfer came that is only a part of what is due. The detail names what came, and what is still
    /// to come.
    PaymentPartReceived,
    /// The money is there. The detail names method and amount, and an operator's reason if there is
    /// one.
    PaymentReceived,
    /// The check of the order has begun.
    ValidationStarted,
    /// An operator is looking at the order.
    ManualReview,
    /// Documents were asked for. The detail lists their kinds; of one that was rejected, and is asked for
    /// again, it also says why.
    DocumentsRequested,
    /// The customer has sent a file. The detail is the kind of document.
    DocumentReceived,
    /// An operator has accepted what came for one of them. The detail is the kind of document.
    DocumentAccepted,
    /// All documents that were asked for are there.
    DocumentsReceived,
    /// The order was refused. The detail is the reason.
    OrderRefused,
    /// The order was approved.
    OrderAccepted,
    /// Delivery has begun.
    DeliveryStarted,
    /// A line was delivered. The detail is its service or description.
    LineDelivered,
    /// A line could not be delivered yet, and is tried again. The detail says why.
    DeliveryDelayed,
    /// A line could not be delivered. The detail says why.
    DeliveryFailed,
    /// The last line was delivered.
    OrderDelivered,
    /// The customer has withdrawn from the order, or from some lines.
    WithdrawalReceived,
    /// A refund was begun. The detail is its amount.
    RefundInitiated,
    /// A refund could not be made. The detail is its amount, and an operator's reason if there is one.
    RefundFailed,
    /// A refund was made. The detail is its amount, and an operator's reason if there is one.
    RefundCompleted,
    /// The order is over.
    OrderCancelled,
    /// The order was not paid in time.
    OrderExpired,
    /// A message of an operator to the customer.
    Note,
}

/// Who did something.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::actor::ActorKind")]
pub enum ActorKind {
    /// The customer.
    Customer,
    /// A member of the vendor’s staff.
    Operator,
    /// A system of the vendor: its shop, or its provisioning.
    Service,
    /// Buono itself.
    System,
}

/// A kind of paying.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::payment::MethodKind")]
pub enum PaymentMethodKind {
    /// Card: immediate, or after an action of the customer.
    Card,
    /// SEPA direct debit: pending for days. Euro only.
    SepaDirectDebit,
    /// `PayPal`: the customer confirms there.
    Paypal,
    /// Bank transfer: pending until an operator records that it has arrived. Euro only.
    BankTransfer,
    /// The customer’s balance with the vendor.
    PrepaidAccount,
    /// Paid later, by agreement.
    Deferred,
}

/// What is known of a payment, to the letter.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::payment::PaymentState")]
pub enum PaymentState {
    /// Written down, and perhaps sent.
    Sent,
    /// Sent, and no answer came.
    Unknown,
    /// It waits for the customer.
    RequiresAction,
    /// Under way, as the provider or the customer says.
    Pending,
    /// The money is there.
    Succeeded,
    /// It was declined, or surely never sent.
    Failed,
    /// It was given up.
    Cancelled,
}

/// What is known of a refund, to the letter.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::payment::RefundState")]
pub enum RefundState {
    /// Written down and perhaps sent, or under way as the provider says.
    Sent,
    /// Sent, and no answer came.
    Unknown,
    /// The money has gone back.
    Succeeded,
    /// It could not be made.
    Failed,
}

/// Whether a registered means can be paid with.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::payment::MeanStatus")]
pub enum PaymentMeanStatus {
    /// The provider still checks it.
    Pending,
    /// It can be used.
    Valid,
    /// It is past its date.
    Expired,
    /// The provider refused it.
    Rejected,
    /// The customer took it away.
    Removed,
}

/// What a customer can do with an order.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::actions::ActionKind")]
pub enum OrderActionKind {
    /// Look at the purchase order.
    ViewHtml,
    /// Follow the four steps.
    Track,
    /// Pay.
    Pay,
    /// Cancel what was not paid.
    Cancel,
    /// Withdraw (Directive 2011/83/EU, article 9).
    Withdraw,
    /// Place the same lines again, at today’s prices.
    Reorder,
    /// Send a document that was asked for.
    UploadDocument,
}

/// Whether there is a right of withdrawal.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::withdrawal::WithdrawalStatus")]
pub enum WithdrawalStatus {
    /// It can be exercised now.
    Available,
    /// It cannot: `blockers` say why.
    NotAvailable,
    /// It was exercised for all that it is for.
    Exercised,
}

/// What stands in the way of a withdrawal.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::withdrawal::BlockerCode")]
pub enum WithdrawalBlockerCode {
    /// The account is not a private person’s (Directive 2011/83/EU, article 2(1)).
    NotAConsumer,
    /// Renewals and upgrades carry on a running contract (CJEU C-565/22).
    NotANewContract,
    /// Nothing was paid: the order can be cancelled, or expires.
    NotPaid,
    /// The period is over (article 9).
    PeriodEnded,
    /// It was exercised already.
    AlreadyExercised,
    /// The order is cancelled, cancelling or expired.
    OrderCancelled,
    /// Every line is excluded from the right (article 16).
    EveryLineExcluded,
}

/// Why a customer withdraws: may be told, never has to be.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::withdrawal::WithdrawalReason")]
pub enum WithdrawalReason {
    /// Found something else.
    Competitor,
    /// Too difficult to use.
    Difficulty,
    /// Too expensive.
    Expensive,
    /// Not fast enough.
    Performance,
    /// Not reliable enough.
    Reliability,
    /// Not needed.
    Unused,
    /// Another reason.
    Other,
}

/// Where a refund goes.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::actions::withdraw::RefundTo")]
pub enum RefundTo {
    /// By the means that the money came by.
    Original,
    /// To the customer's balance with the vendor, by the customer's express consent (article 13(1)).
    PrepaidAccount,
}

/// By which way money goes back.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::payment::RefundRoute")]
pub enum RefundRoute {
    /// By the payment provider that took it.
    Provider,
    /// To the customer's balance with the vendor, at once.
    Balance,
    /// By a bank transfer that an operator makes, until `dueBy`.
    Transfer,
}

/// What moved a customer's balance.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::balance::MovementKind")]
pub enum BalanceMovementKind {
    /// Money was put there; or taken off again, if the amount is below zero.
    Credit,
    /// An order was paid with it.
    Payment,
    /// Money for an order came back.
    Refund,
}

/// A kind of document.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::document::DocumentKind")]
pub enum DocumentKind {
    /// An identity document.
    Identity,
    /// A proof of address.
    ProofOfAddress,
    /// A proof of payment.
    PaymentProof,
    /// An extract of the register of companies.
    CompanyRegistration,
    /// Another document: the message says which.
    Other,
}

/// How far a request for a document has come.
#[derive(Enum, Clone, Copy, Debug, PartialEq, Eq)]
#[graphql(remote = "crate::domain::document::DocumentRequestStatus")]
pub enum DocumentRequestStatus {
    /// It waits for the customer.
    Open,
    /// A document was sent in.
    Received,
    /// The document was accepted.
    Accepted,
    /// The document was rejected, or the order ended before.
    Rejected,
}
