//! What operators and services do with customers' money itself.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};

use super::context::{till, with_scope};
use super::customer::Customer;
use super::error::broken;
use super::ids::{NodeId, wrong_type};
use super::scalars::{Decimal, Money};
use super::user_error::{CustomerCreditError, NotFoundError, invalid, key_reused};
use crate::actions::Stop;
use crate::actions::credit::{CreditCustomer, CreditRefusal};
use crate::domain::actor::Scope;

#[derive(Default)]
pub struct MoneyMutation;

/// What operators and services do with customers' money itself.
#[Object]
impl MoneyMutation {
    /// Puts money on a customer's balance, for the customer to pay orders with `PREPAID_ACCOUNT`. The
    /// same key and input put it there once. Scope: `payments:write`.
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
    /// How much: above zero, and at most 1 000 000.00 at once where the currency has two decimals.
    amount: Decimal,
    /// The currency, as ISO 4217 has it: `EUR`.
    currency: String,
    /// Why: the customer reads it beside the amount. At most 200 characters.
    reason: String,
    /// A key of the client's own for this very credit, of 1 to 128 bytes.
    idempotency_key: String,
}

/// The customer with the new balance, or why nothing was put there.
#[derive(SimpleObject)]
pub struct CustomerCreditPayload {
    /// The customer; null with errors.
    customer: Option<Customer>,
    /// What was put on the balance; null with errors.
    credited: Option<Money>,
    /// What has to be put right: several at once.
    errors: Vec<CustomerCreditError>,
}
