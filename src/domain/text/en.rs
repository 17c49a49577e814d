//! English.

use super::super::actions::ActionRefusal;
use super::super::history::EventKind;
use super::super::payment::{Ineligible, MethodKind};
use super::super::status::OrderStatus;
use super::super::tracking::{Situation, StepName};
use super::super::withdrawal::BlockerCode;
use super::{Language, money};

pub fn status(status: OrderStatus) -> &'static str {
    match status {
        OrderStatus::NotPaid => "Payment not received",
        OrderStatus::Checking => "Validation",
        OrderStatus::DocumentsRequested => "Awaiting documents",
        OrderStatus::Delivering => "Delivery in progress",
        OrderStatus::Delivered => "Complete",
        OrderStatus::Cancelling => "Cancelling",
        OrderStatus::Cancelled => "Cancelled",
        OrderStatus::Expired => "Expired",
    }
}

pub fn step(name: StepName) -> &'static str {
    match name {
        StepName::Validating => "Order received",
        StepName::Validated => "Order confirmed",
        StepName::Delivering => "Being delivered",
        StepName::Available => "Available",
    }
}

pub fn hint(situation: Situation) -> &'static str {
    match situation {
        Situation::AwaitingPayment => {
            "We have your order. Please pay it before it expires, and we will start at once."
        }
        Situation::Checking => {
            "We are checking your order. You need not do anything; we will tell you when it is \
             confirmed."
        }
        Situation::AwaitingDocuments => {
            "We need documents from you to finish the check. Please upload them in this order."
        }
        Situation::Refused => {
            "We could not accept this order. The reason is in the history below, and anything you \
             have paid goes back to you."
        }
        Situation::NotYet => "This comes after the steps before it.",
        Situation::Accepted => "Your order is confirmed. You need not do anything.",
        Situation::Preparing => {
            "We are setting up your services. This takes minutes or hours, depending on the \
             service."
        }
        Situation::DeliveryTrouble => {
            "Something went wrong while we were setting up a service. We are working on it; the \
             history below says which one."
        }
        Situation::Delivered => {
            "Your services are ready. If they need access details, we have sent them to you by \
             e-mail."
        }
        Situation::Expired => {
            "The order was not paid in time. You can order again, at today's prices."
        }
        Situation::CancelledUnpaid => {
            "The order was cancelled before it was paid, so you owe nothing. You can order again \
             at any time."
        }
        Situation::Cancelled => {
            "The order was cancelled. Any money due to you goes back the way it came."
        }
    }
}

pub fn event(kind: EventKind) -> &'static str {
    match kind {
        EventKind::OrderCreated => "Order placed",
        EventKind::PaymentAwaited => "Waiting for your payment",
        EventKind::PaymentInitiated => "Payment started",
        EventKind::PaymentActionRequired => "Your payment needs a confirmation from you",
        EventKind::PaymentFailed => "The payment did not go through; you can try again",
        EventKind::PaymentCancelled => "The payment was given up",
        EventKind::PaymentPartReceived => "Part of the payment received; the rest is still due",
        EventKind::PaymentReceived => "Payment received",
        EventKind::ValidationStarted => "We have started to check your order",
        EventKind::ManualReview => "A colleague is checking your order by hand",
        EventKind::DocumentsRequested => "We have asked you for documents",
        EventKind::DocumentReceived => "You have sent a document",
        EventKind::DocumentAccepted => "A document was accepted",
        EventKind::DocumentsReceived => "We have received your documents",
        EventKind::OrderRefused => "We could not accept the order",
        EventKind::OrderAccepted => "Order confirmed",
        EventKind::DeliveryStarted => "Delivery started",
        EventKind::LineDelivered => "Service ready",
        EventKind::DeliveryDelayed => "A service is late; we will try again",
        EventKind::DeliveryFailed => "A service could not be delivered; we are looking into it",
        EventKind::OrderDelivered => "Everything is delivered",
        EventKind::WithdrawalReceived => "We have received your withdrawal",
        EventKind::RefundInitiated => "Refund started",
        EventKind::RefundFailed => "The refund did not go through; we are taking care of it",
        EventKind::RefundCompleted => "Refund sent",
        EventKind::OrderCancelled => "Order cancelled",
        EventKind::OrderExpired => "The order expired without being paid",
        EventKind::Note => "A message for you",
    }
}

pub fn blocker(code: BlockerCode) -> &'static str {
    match code {
        BlockerCode::NotAConsumer => {
            "The right of withdrawal is for private persons, and this account is not one. Please \
             contact us if something is wrong with the order."
        }
        BlockerCode::NotANewContract => {
            "This order renews or extends a contract you already had, which does not bring a new \
             right of withdrawal. You can stop the contract at the end of its period."
        }
        BlockerCode::NotPaid => {
            "The order is not paid, so there is nothing to withdraw from. If it is still open, \
             you can simply cancel it."
        }
        BlockerCode::PeriodEnded => {
            "The withdrawal period is over. You can still stop the contract at the end of its \
             period."
        }
        BlockerCode::AlreadyExercised => {
            "You have already withdrawn. You need not do anything more; the history says where \
             the refund is."
        }
        BlockerCode::OrderCancelled => {
            "This order is already cancelled or expired. You need not do anything more."
        }
        BlockerCode::EveryLineExcluded => {
            "Nothing in this order can be withdrawn from, because the law excludes such products. \
             The order says so for each line."
        }
    }
}

pub fn method(kind: MethodKind) -> &'static str {
    match kind {
        MethodKind::Card => "Card",
        MethodKind::SepaDirectDebit => "SEPA direct debit",
        MethodKind::Paypal => "PayPal",
        MethodKind::BankTransfer => "Bank transfer",
        MethodKind::PrepaidAccount => "Prepaid account",
        MethodKind::Deferred => "Deferred payment",
    }
}

pub fn ineligible(reason: &Ineligible) -> String {
    let amount = |limit| money(limit, Language::En);
    match reason {
        Ineligible::Country(country) => format!(
            "This method is not available in your country ({country}). Please choose another one."
        ),
        Ineligible::Account => {
            "This method is not for your kind of account. Please choose another one.".to_owned()
        }
        Ineligible::Currency(currency) => format!(
            "This method does not take {currency}. Please choose another one for this order."
        ),
        Ineligible::BelowMinimum(limit) => format!(
            "This method takes orders from {}. Please choose another one for this order.",
            amount(*limit)
        ),
        Ineligible::AboveMaximum(limit) => format!(
            "This method takes orders up to {}. Please choose another one for this order.",
            amount(*limit)
        ),
        Ineligible::NotOffered => {
            "We do not offer this method. Please choose another one.".to_owned()
        }
        Ineligible::NoAgreement => {
            "Paying later needs an agreement with us. Please contact us to make one, or choose \
             another method."
                .to_owned()
        }
        Ineligible::BalanceTooLow { balance, missing } => format!(
            "Your prepaid account holds {}, and {} are missing for this order. Please top it up or \
             choose another method.",
            amount(*balance),
            amount(*missing)
        ),
    }
}

pub fn refusal(reason: ActionRefusal) -> &'static str {
    match reason {
        ActionRefusal::AlreadyPaid => "This order is paid. You need not pay anything more.",
        ActionRefusal::Expired => "This order has expired. You can order again, at today's prices.",
        ActionRefusal::Cancelled => {
            "This order is cancelled or being cancelled. You can order again at any time."
        }
        ActionRefusal::NothingToPay => "This order is free. You need not pay anything.",
        ActionRefusal::PaymentInProgress => {
            "A payment for this order is on its way. Please wait until we know how it went."
        }
        ActionRefusal::PaidSoWithdraw => {
            "A paid order cannot simply be cancelled. See whether you can withdraw from it."
        }
        ActionRefusal::NothingRequested => {
            "We are not asking you for any documents. We will tell you if we need some."
        }
        ActionRefusal::Withdrawal(code) => blocker(code),
    }
}
