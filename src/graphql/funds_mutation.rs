//! What operators and services do with customers' money itself.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};

use super::context::{till, with_scope};
use super::customer::Customer;
use super::error::broken;
use super::ids::{NodeId, wrong_type};
use super::order::Order;
use super::payment::Refund;
use super::scalars::{Date, Decimal, Money};
use super::user_error::{
    CustomerCreditError, NotFoundError, RefundRecordError, invalid, key_reused,
};
use crate::actions::Stop;
use crate::actions::credit::{CreditCustomer, CreditRefusal};
use crate::actions::record_refund::{RecordRefund, RecordRefundRefusal};
use crate::domain::actor::Scope;

#[derive(Default)]
pub struct FundsMutation;

/// What operators and services do with customers' money itself.
#[Object]
impl FundsMutation {
    /// Puts money on a customer's balance, for the customer to pay orders with `PREPAID_ACCOUNT`; with an
    /// amount below zero, takes it off again: it was a mistake, or is paid out. No balance falls below
    /// zero. The same key and input do it once. Scope: `payments:write`.
    async fn customer_credit(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Whose balance, how much, and why.")] input: CustomerCreditInput,
    ) -> Result<CustomerCreditPayload> {
        let actor = with_scope(ctx, Scope::PaymentsWrite)?.clone();
        let NodeId::Customer(customer) = NodeId::decode(&input.customer)? else {
            return Err(wrong_type("a customer"));
        };
        let action = CreditCustomer {
            actor,
            customer,
            amount: input.amount.0,
            currency: input.currency,
            reason: input.reason,
            key: input.idempotency_key,
        };
        match till(ctx).changes.make(&action).await {
            Ok((customer, credit)) => Ok(CustomerCreditPayload {
                credited: Some(Money(credit.amount)),
                customer: Some(Customer::alone(customer)),
                errors: Vec::new(),
            }),
            Err(Stop::Broken(error)) => Err(broken(&error)),
            Err(Stop::Refused(refusal)) => Ok(CustomerCreditPayload {
                credited: None,
                customer: None,
                errors: credit_errors(refusal),
            }),
        }
    }

    /// Records that a refund was paid out, which no provider could send back: its `route` is
    /// `TRANSFER`. The order then ends, if it waited for that. Refused while an earlier attempt has gone
    /// back and is not booked (`contradiction` in `refunds`). The same key and input record it once.
    /// Scope: `refunds:write`.
    async fn refund_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which refund, and how it was paid out.")] input: RefundRecordInput,
    ) -> Result<RefundRecordPayload> {
        let actor = with_scope(ctx, Scope::RefundsWrite)?.clone();
        let NodeId::Refund(refund) = NodeId::decode(&input.refund)? else {
            return Err(wrong_type("a refund"));
        };
        let action = RecordRefund {
            actor,
            refund,
            reference: input.reference,
            paid_on: input.paid_on.0,
            key: input.idempotency_key,
        };
        match till(ctx).changes.make(&action).await {
            Ok((order, refund)) => Ok(RefundRecordPayload {
                refund: Some(Refund(refund)),
                order: Some(Order::alone(order)),
                errors: Vec::new(),
            }),
            Err(Stop::Broken(error)) => Err(broken(&error)),
            Err(Stop::Refused(refusal)) => Ok(RefundRecordPayload {
                refund: None,
                order: None,
                errors: vec![refund_error(refusal)],
            }),
        }
    }
}

fn refund_error(refusal: RecordRefundRefusal) -> RefundRecordError {
    match refusal {
        RecordRefundRefusal::Invalid(problem) => RefundRecordError::InvalidInput(invalid(&problem)),
        RecordRefundRefusal::NotFound => {
            let message = "There is no such refund. Check the id.";
            RefundRecordError::NotFound(NotFoundError::new(message, &["refund"]))
        }
        RecordRefundRefusal::KeyReused => RefundRecordError::IdempotencyConflict(key_reused()),
    }
}

/// A refund that was paid out.
#[derive(InputObject)]
pub struct RefundRecordInput {
    /// The refund's global id.
    refund: ID,
    /// The bank's reference of the payout: at most 140 characters.
    reference: String,
    /// The day on which the money was sent: not in the future.
    paid_on: Date,
    /// A key of the client's own for this very payout, of 1 to 128 bytes.
    idempotency_key: String,
}

/// The refund as it is now, or why its payout was not recorded.
#[derive(SimpleObject)]
pub struct RefundRecordPayload {
    /// The refund; null with errors.
    refund: Option<Refund>,
    /// Its order; null with errors.
    order: Option<Order>,
    /// What stands in the way.
    errors: Vec<RefundRecordError>,
}

fn credit_errors(refusal: CreditRefusal) -> Vec<CustomerCreditError> {
    match refusal {
        CreditRefusal::Problems(problems) => {
            problems.iter().map(|it| CustomerCreditError::InvalidInput(invalid(it))).collect()
        }
        CreditRefusal::NotFound => {
            let message = "There is no such customer. Check the id.";
            vec![CustomerCreditError::NotFound(NotFoundError::new(message, &["customer"]))]
        }
        CreditRefusal::KeyReused => vec![CustomerCreditError::IdempotencyConflict(key_reused())],
    }
}

/// Money for a customer's balance.
#[derive(InputObject)]
pub struct CustomerCreditInput {
    /// The customer's global id.
    customer: ID,
    /// How much, and not zero: at most 1 000 000.00 at once where the currency has two decimals. Below
    /// zero: how much is taken off, at most what is there.
    amount: Decimal,
    /// The currency, as ISO 4217 has it: `EUR`.
    currency: String,
    /// Why: the customer reads it beside the amount. At most 200 characters.
    reason: String,
    /// A key of the client's own for this very credit, of 1 to 128 bytes.
    idempotency_key: String,
}

/// The customer with the new balance, or why it was left as it is.
#[derive(SimpleObject)]
pub struct CustomerCreditPayload {
    /// The customer; null with errors.
    customer: Option<Customer>,
    /// What was put on the balance, or taken off it if below zero; null with errors.
    credited: Option<Money>,
    /// What has to be put right: several at once.
    errors: Vec<CustomerCreditError>,
}
