//! What operators and services change, by scope.

use async_graphql::{Context, ID, InputObject, MaybeUndefined, Object, Result, SimpleObject};

use super::claim::{OrderClaimInput, operator};
use super::context::{clock, till, with_scope};
use super::customer::Customer;
use super::enums::AccountKind;
use super::error::broken;
use super::mutation::line_id;
use super::order::Order;
use super::pay_payload::{OrderPayPayload, record_error};
use super::scalars::{DateTime, Decimal};
use super::user_error::{CustomerUpsertError, OrderStepError, invalid, step_error};
use crate::actions::approve::{Approve, Refuse};
use crate::actions::claim::ClaimOrder;
use crate::actions::deliver::{DeliverLine, FailLine, WriteNote};
use crate::actions::record_transfer::RecordTransfer;
use crate::actions::upsert::{UpsertCustomer, problems};
use crate::actions::{Action, Problem, StepRefusal, Stop};
use crate::domain::actor::{Reach, Scope};
use crate::domain::country::Home;
use crate::domain::customer::{AccountKind as AccountOf, Billing, Customer as Account};
use crate::domain::ids::CustomerId;
use crate::domain::order;
use crate::storage::customers;

#[derive(Default)]
pub struct OperatorMutation;

/// What operators and services change, by scope.
#[Object]
impl OperatorMutation {
    /// Writes a customer by reference: a new one, or everything but the reference of one there is.
    /// Scope: `customers:write`.
    async fn customer_upsert(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The customer as it is to be.")] input: CustomerUpsertInput,
    ) -> Result<CustomerUpsertPayload> {
        let actor = with_scope(ctx, Scope::CustomersWrite)?.clone();
        let refused = |problems: Vec<Problem>| CustomerUpsertPayload {
            customer: None,
            errors: problems
                .iter()
                .map(|problem| CustomerUpsertError::InvalidInput(invalid(problem)))
                .collect(),
        };
        let store = &till(ctx).changes.store;
        let known = customers::by_reference(store.read(), Reach::All, &input.reference).await;
        let known = known.map_err(|error| broken(&error))?;
        let customer = match input.account(CustomerId::new(clock(ctx).now()), known.as_ref()) {
            Ok(customer) => customer,
            Err(problems) => return Ok(refused(problems)),
        };
        match till(ctx).changes.make(&UpsertCustomer { actor, customer }).await {
            Ok(customer) => Ok(CustomerUpsertPayload {
                customer: Some(Customer::alone(customer)),
                errors: Vec::new(),
            }),
            Err(Stop::Refused(problems)) => Ok(refused(problems)),
            Err(Stop::Broken(error)) => Err(broken(&error)),
        }
    }

    /// Approves a paid order: delivery begins. Scope: `orders:validate`.
    async fn order_approve(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which order.")] input: OrderNumberInput,
    ) -> Result<OrderStepPayload> {
        let actor = with_scope(ctx, Scope::OrdersValidate)?.clone();
        step(ctx, &Approve { actor, number: input.number }).await
    }

    /// Refuses a paid order: everything goes back. Scope: `orders:validate`.
    async fn order_refuse(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which order, and why.")] input: OrderRefuseInput,
    ) -> Result<OrderStepPayload> {
        let actor = with_scope(ctx, Scope::OrdersValidate)?.clone();
        step(ctx, &Refuse { actor, number: input.number, reason: input.reason }).await
    }

    /// Delivers a line; with the last one the order is delivered. Scope: `orders:deliver`.
    async fn order_line_deliver(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which line of which order.")] input: OrderLineDeliverInput,
    ) -> Result<OrderStepPayload> {
        let actor = with_scope(ctx, Scope::OrdersDeliver)?.clone();
        let line = line_id(&input.line)?;
        let service_name = input.service_name;
        step(ctx, &DeliverLine { actor, number: input.number, line, service_name }).await
    }

    /// Says that a line could not be delivered, and when it is tried again, if it is.
    /// Scope: `orders:deliver`.
    async fn order_line_fail(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which line of which order, and why.")] input: OrderLineFailInput,
    ) -> Result<OrderStepPayload> {
        let actor = with_scope(ctx, Scope::OrdersDeliver)?.clone();
        let line = line_id(&input.line)?;
        let retry_at = input.retry_at.map(|it| it.0);
        let (number, message) = (input.number, input.message);
        step(ctx, &FailLine { actor, number, line, message, retry_at }).await
    }

    /// Writes a note: to the customer, in the history, or to the other operators only.
    /// Scope: `orders:validate`.
    async fn order_note(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "To which order, and what.")] input: OrderNoteInput,
    ) -> Result<OrderStepPayload> {
        let actor = with_scope(ctx, Scope::OrdersValidate)?.clone();
        let visible_to_customer = input.visible_to_customer;
        let (number, text) = (input.number, input.text);
        step(ctx, &WriteNote { actor, number, text, visible_to_customer }).await
    }

    /// Takes an order to work on it: the other operators see it in `Order.claim`, and are told live. It
    /// ends after some minutes (15 by default), when the order goes on to another status, or with
    /// `release`. Nothing is locked by it. An order that another operator has is a `ConflictError`
    /// that names them, unless `force`. For operators with `orders:validate`, `orders:deliver`,
    /// `payments:write` or `refunds:write`.
    async fn order_claim(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which order, and whether to let it go.")] input: OrderClaimInput,
    ) -> Result<OrderStepPayload> {
        let actor = operator(ctx)?.clone();
        let OrderClaimInput { number, release, force } = input;
        step(ctx, &ClaimOrder { actor, number, release, force }).await
    }

    /// Records a bank transfer that has arrived. All that is due pays the order; a part of it is held
    /// (`Order.amountReceived`) until the rest comes, and goes back if the order ends before; what is
    /// too much, comes for an order that has ended unpaid, or is recorded as `surplus`, goes back as a
    /// refund with the route `TRANSFER`. The same key and input record it once. Scope: `payments:write`.
    async fn payment_record(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The transfer.")] input: PaymentRecordInput,
    ) -> Result<OrderPayPayload> {
        let actor = with_scope(ctx, Scope::PaymentsWrite)?.clone();
        let action = RecordTransfer {
            actor,
            number: input.number,
            reference: input.reference,
            amount: input.amount.0,
            received_at: input.received_at.0,
            surplus: input.surplus,
            key: input.idempotency_key,
        };
        match till(ctx).changes.make(&action).await {
            Ok((order, payment)) => Ok(OrderPayPayload::paid(order, payment)),
            Err(Stop::Refused(refusal)) => Ok(OrderPayPayload::refused(record_error(refusal))),
            Err(Stop::Broken(error)) => Err(broken(&error)),
        }
    }
}

pub(super) async fn step<A>(ctx: &Context<'_>, action: &A) -> Result<OrderStepPayload>
where
    A: Action<Done = order::Order, Refusal = StepRefusal>,
{
    match till(ctx).changes.make(action).await {
        Ok(order) => Ok(OrderStepPayload { order: Some(Order::alone(order)), errors: vec![] }),
        Err(Stop::Refused(refusal)) => {
            Ok(OrderStepPayload { order: None, errors: vec![step_error(refusal)] })
        }
        Err(Stop::Broken(error)) => Err(broken(&error)),
    }
}

/// A customer as it is to be.
#[derive(InputObject)]
pub struct CustomerUpsertInput {
    /// The vendor's own name for the account, and the `sub` of its tokens: at most 64 characters.
    reference: String,
    /// The kind of the account.
    kind: AccountKind,
    /// The name of the person or organisation: at most 200 characters.
    name: String,
    /// Where mails go.
    email: String,
    /// The country, as ISO 3166-1 alpha-2 has it: `IT`.
    country: String,
    /// The language, as BCP 47 has it: at most 35 characters. Default: what a known customer has already, unless the
    /// country changes; else the country's, where we write in it; else `en`.
    language: Option<String>,
    /// The time zone that days are counted in, as IANA names it. Default: what a known customer has
    /// already, unless the country changes; else the capital's, where we know it; else `UTC`.
    time_zone: Option<String>,
    /// Who is billed. Default: the customer by name, country and e-mail address.
    billing: Option<BillingDetailsInput>,
    /// The agreement on paying later (`DEFERRED`): 30, 45 or 60 days from ordering, for public
    /// administrations and companies. Null ends it. Default: what a known customer has already.
    deferred_days: MaybeUndefined<i32>,
}

impl CustomerUpsertInput {
    fn account(self, id: CustomerId, known: Option<&Account>) -> Result<Account, Vec<Problem>> {
        let home = Home::of(&self.country, known);
        let kind = AccountOf::from(self.kind);
        let agreed = known.filter(|_| kind.may_defer()).and_then(|it| it.deferred_days);
        let deferred_days = match self.deferred_days {
            MaybeUndefined::Undefined => agreed,
            MaybeUndefined::Null => None,
            MaybeUndefined::Value(days) => Some(days),
        };
        let zone = self.time_zone.map_or(Ok(home.time_zone), |zone| zone.parse());
        let billing = match self.billing {
            Some(it) => Billing {
                name: it.name,
                address: it.address,
                country: it.country,
                vat_number: it.vat_number,
                email: it.email,
            },
            None => Billing {
                name: self.name.clone(),
                address: Vec::new(),
                country: self.country.clone(),
                vat_number: None,
                email: self.email.clone(),
            },
        };
        let account = Account {
            id,
            reference: self.reference,
            kind,
            name: self.name,
            email: self.email,
            country: self.country,
            language: self.language.unwrap_or(home.language),
            time_zone: *zone.as_ref().unwrap_or(&home.time_zone),
            billing,
            deferred_days,
        };
        if zone.is_ok() {
            return Ok(account);
        }
        let mut all = problems(&account);
        let message = "This is not a time zone as IANA names them: Europe/Rome.";
        all.push(Problem::invalid(&["timeZone"], message));
        Err(all)
    }
}

/// Who is billed.
#[derive(InputObject)]
pub struct BillingDetailsInput {
    /// The name of the person or organisation: at most 200 characters.
    name: String,
    /// The address, a line each: at most six lines of 200 characters.
    address: Vec<String>,
    /// The country, as ISO 3166-1 alpha-2 has it: `IT`.
    country: String,
    /// The VAT number, if there is one: at most 32 characters.
    vat_number: Option<String>,
    /// Where bills go.
    email: String,
}

/// The customer as it was written, or why it was not.
#[derive(SimpleObject)]
pub struct CustomerUpsertPayload {
    /// The customer; null with errors.
    customer: Option<Customer>,
    /// What has to be put right: several at once.
    errors: Vec<CustomerUpsertError>,
}

/// Which order.
#[derive(InputObject)]
pub struct OrderNumberInput {
    /// The order's number.
    number: String,
}

/// Which order to refuse, and why.
#[derive(InputObject)]
pub struct OrderRefuseInput {
    /// The order's number.
    number: String,
    /// Why: the customer reads it. At most 2 000 characters.
    reason: String,
}

/// A line that was delivered.
#[derive(InputObject)]
pub struct OrderLineDeliverInput {
    /// The order's number.
    number: String,
    /// The line's global id.
    line: ID,
    /// The service as it is known from now on: a domain name, a server's name. At most 255
    /// characters.
    service_name: Option<String>,
}

/// A line that could not be delivered.
#[derive(InputObject)]
pub struct OrderLineFailInput {
    /// The order's number.
    number: String,
    /// The line's global id.
    line: ID,
    /// Why: the customer reads it. At most 2 000 characters.
    message: String,
    /// When it is tried again, if it is: a moment to come.
    retry_at: Option<DateTime>,
}

/// A note about an order.
#[derive(InputObject)]
pub struct OrderNoteInput {
    /// The order's number.
    number: String,
    /// The note: at most 2 000 characters.
    text: String,
    /// Whether the customer reads it, in the history; otherwise only operators do.
    visible_to_customer: bool,
}

/// A bank transfer that has arrived.
#[derive(InputObject)]
pub struct PaymentRecordInput {
    /// The number of the order that it is for.
    number: String,
    /// The bank's reference of the transfer: no two have the same. At most 140 characters.
    reference: String,
    /// How much arrived, in the order's currency: at most 100 000 000 000 of its smallest units.
    amount: Decimal,
    /// When it arrived: not in the future.
    received_at: DateTime,
    /// Whether to record it although the order is paid, or costs nothing: it goes back. Without it such a
    /// transfer is refused, lest one be recorded twice under two references. An order that still awaits
    /// money is paid with it all the same.
    #[graphql(default)]
    surplus: bool,
    /// A key of the client's own for this very transfer, of 1 to 128 bytes.
    idempotency_key: String,
}

/// The order after the step, or why it was not taken.
#[derive(SimpleObject)]
pub struct OrderStepPayload {
    /// The order; null with errors.
    order: Option<Order>,
    /// What stands in the way.
    errors: Vec<OrderStepError>,
}
