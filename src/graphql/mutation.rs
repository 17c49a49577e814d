//! What customers can change, and services on their behalf.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};

use super::context::{customer_only, customer_or, forbidden, till};
use super::enums::{OrderLineKind, PaymentMethodKind, RefundTo, WithdrawalReason};
use super::error::{Code, broken, coded};
use super::ids::{NodeId, wrong_type};
use super::mean_mutation::mean_id;
use super::order::Order;
use super::pay_payload::{OrderPayPayload, pay_error};
use super::query::OrderLineInput;
use super::user_error::{
    ConfirmationMissingError, OrderCancelError, OrderPlaceError, OrderWithdrawError,
    PaymentInProgressError, WithdrawalNotAvailableError, WrongStatusError, invalid, key_reused,
    no_such_order, not_found, place_problem,
};
use super::withdrawal::{Withdrawal, WithdrawalBlocker};
use crate::actions::cancel::{Cancel, CancelRefusal};
use crate::actions::pay::StartPayment;
use crate::actions::place::{Place, PlaceRefusal, Reorder};
use crate::actions::withdraw::{Withdraw, WithdrawRefusal};
use crate::actions::{ProblemKind, Stop};
use crate::domain::actor::{Actor, Scope};
use crate::domain::ids::{CustomerId, LineId};
use crate::domain::order;
use crate::domain::status::OrderStatus;

#[derive(Default)]
pub struct CustomerMutation;

/// What customers can change, and services on their behalf.
#[Object]
impl CustomerMutation {
    /// Places an order. A customer for themselves; a service with `orders:place` for `customer`.
    /// The same key and input give the same order for ever.
    async fn order_place(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What to order.")] input: OrderPlaceInput,
    ) -> Result<OrderPlacePayload> {
        let actor = customer_or(ctx, Scope::OrdersPlace)?;
        let customer = placed_for(actor, input.customer)?;
        let services_only =
            [OrderLineKind::Renewal, OrderLineKind::Upgrade, OrderLineKind::Transfer];
        let mut lines = Vec::new();
        for line in input.lines {
            if services_only.contains(&line.kind) && !matches!(actor, Actor::Service { .. }) {
                let message = "Renewals, upgrades and transfers are placed by services only.";
                return Err(coded(Code::Forbidden, message));
            }
            lines.push(line.into());
        }
        let action = Place {
            actor: actor.clone(),
            customer,
            lines,
            vouchers: input.vouchers.unwrap_or_default(),
            start_at_once: input.start_at_once,
            key: input.idempotency_key,
        };
        placed(till(ctx).changes.make(&action).await)
    }

    /// Places the lines of an old order of one's own again, at today's prices. Plans that are no
    /// longer on sale are named, and nothing is placed.
    async fn order_reorder(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which order.")] input: OrderReorderInput,
    ) -> Result<OrderPlacePayload> {
        let customer = customer_only(ctx)?;
        let actor = super::context::actor(ctx)?.clone();
        let (number, key) = (input.number, input.idempotency_key);
        placed(till(ctx).changes.make(&Reorder { actor, customer, number, key }).await)
    }

    /// Pays an order. Answers within 5 seconds: with a payment that is `PENDING` when the provider
    /// has not decided by then. The same key and input never charge twice.
    async fn order_pay(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which order, and how.")] input: OrderPayInput,
    ) -> Result<OrderPayPayload> {
        let actor = customer_or(ctx, Scope::OrdersPlace)?.clone();
        let mean = match input.mean {
            Some(id) => Some(mean_id(&id)?),
            None => None,
        };
        let start = StartPayment {
            actor,
            number: input.number,
            method: input.method.into(),
            mean,
            key: input.idempotency_key,
        };
        match till(ctx).pay(&start).await {
            Ok((order, payment)) => Ok(OrderPayPayload::paid(order, payment)),
            Err(Stop::Refused(refusal)) => Ok(OrderPayPayload::refused(pay_error(refusal))),
            Err(Stop::Broken(error)) => Err(broken(&error)),
        }
    }

    /// Cancels an order that was not paid. A paid one is withdrawn from.
    async fn order_cancel(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which order.")] input: OrderCancelInput,
    ) -> Result<OrderCancelPayload> {
        let actor = customer_or(ctx, Scope::OrdersPlace)?.clone();
        let error = match till(ctx).changes.make(&Cancel { actor, number: input.number }).await {
            Ok(order) => {
                return Ok(OrderCancelPayload { order: Some(Order::alone(order)), errors: vec![] });
            }
            Err(Stop::Broken(error)) => return Err(broken(&error)),
            Err(Stop::Refused(CancelRefusal::NotFound)) => {
                OrderCancelError::NotFound(no_such_order())
            }
            Err(Stop::Refused(CancelRefusal::WrongStatus(status))) => {
                let message = match status {
                    OrderStatus::Cancelling | OrderStatus::Cancelled | OrderStatus::Expired => {
                        "This order is over already. Nothing is left to cancel."
                    }
                    _ => "This order is paid. Withdraw from it with `orderWithdraw` instead.",
                };
                let error = WrongStatusError::new(message, &["number"], status.into());
                OrderCancelError::WrongStatus(error)
            }
            Err(Stop::Refused(CancelRefusal::PaymentInProgress(payment))) => {
                let message = "A payment is under way. Wait for its outcome, and then withdraw.";
                let payment = super::payment::Payment::new(*payment);
                let error = PaymentInProgressError::new(message, &["number"], payment);
                OrderCancelError::PaymentInProgress(error)
            }
        };
        Ok(OrderCancelPayload { order: None, errors: vec![error] })
    }

    /// Withdraws from an order or from some of its lines (Directive 2011/83/EU, articles 9 to 14).
    /// The refund starts at once, by the means the money came by unless `refundTo` says otherwise.
    async fn order_withdraw(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The statement of withdrawal.")] input: OrderWithdrawInput,
    ) -> Result<OrderWithdrawPayload> {
        customer_only(ctx)?;
        let action = Withdraw {
            actor: super::context::actor(ctx)?.clone(),
            number: input.number,
            lines: input.lines.map(|ids| ids.iter().map(line_id).collect()).transpose()?,
            name: input.name,
            email: input.email,
            confirmed: input.confirm,
            reason: input.reason.map(Into::into),
            comment: input.comment,
            refund_to: input.refund_to.into(),
            key: input.idempotency_key,
        };
        match till(ctx).changes.make(&action).await {
            Ok((order, withdrawal)) => {
                let order = Order::alone(order);
                let withdrawal = Withdrawal { order: order.clone(), withdrawal };
                Ok(OrderWithdrawPayload {
                    order: Some(order),
                    withdrawal: Some(withdrawal),
                    errors: vec![],
                })
            }
            Err(Stop::Broken(error)) => Err(broken(&error)),
            Err(Stop::Refused(refusal)) => Ok(OrderWithdrawPayload {
                order: None,
                withdrawal: None,
                errors: withdraw_errors(refusal),
            }),
        }
    }
}

fn placed_for(actor: &Actor, customer: Option<ID>) -> Result<CustomerId> {
    match (actor.customer_id(), customer) {
        (Some(own), None) => Ok(own),
        (own, Some(id)) => match NodeId::decode(&id)? {
            NodeId::Customer(id) if own.is_none_or(|own| own == id) => Ok(id),
            NodeId::Customer(_) => Err(forbidden(Scope::OrdersPlace)),
            _ => Err(wrong_type("a customer")),
        },
        (None, None) => {
            let message = "Name the `customer` that the order is for: a service has none itself.";
            Err(coded(Code::BadUserInput, message))
        }
    }
}

pub fn line_id(id: &ID) -> Result<LineId> {
    match NodeId::decode(id)? {
        NodeId::OrderLine(_, id) => Ok(id),
        _ => Err(wrong_type("a line of an order")),
    }
}

fn placed(result: Result<order::Order, Stop<PlaceRefusal>>) -> Result<OrderPlacePayload> {
    match result {
        Ok(order) => Ok(OrderPlacePayload { order: Some(Order::alone(order)), errors: vec![] }),
        Err(Stop::Broken(error)) => Err(broken(&error)),
        Err(Stop::Refused(PlaceRefusal::KeyReused)) => Ok(OrderPlacePayload {
            order: None,
            errors: vec![OrderPlaceError::IdempotencyConflict(key_reused())],
        }),
        Err(Stop::Refused(PlaceRefusal::Problems(all))) => {
            Ok(OrderPlacePayload { order: None, errors: all.iter().map(place_problem).collect() })
        }
    }
}

fn withdraw_errors(refusal: WithdrawRefusal) -> Vec<OrderWithdrawError> {
    vec![match refusal {
        WithdrawRefusal::NotFound => OrderWithdrawError::NotFound(no_such_order()),
        WithdrawRefusal::KeyReused => OrderWithdrawError::IdempotencyConflict(key_reused()),
        WithdrawRefusal::NotConfirmed => {
            let message = "Confirm that you want to withdraw: set `confirm` to true.";
            let error = ConfirmationMissingError::new(message, &["confirm"]);
            OrderWithdrawError::ConfirmationMissing(error)
        }
        WithdrawRefusal::NotAvailable(codes) => {
            let message = "This order cannot be withdrawn from. `blockers` say why.";
            let blockers = codes.into_iter().map(WithdrawalBlocker).collect();
            let error = WithdrawalNotAvailableError::new(message, &["number"], blockers);
            OrderWithdrawError::WithdrawalNotAvailable(error)
        }
        WithdrawRefusal::Problems(all) => {
            return all
                .iter()
                .map(|problem| match problem.kind {
                    ProblemKind::Invalid => OrderWithdrawError::InvalidInput(invalid(problem)),
                    ProblemKind::NotFound => OrderWithdrawError::NotFound(not_found(problem)),
                })
                .collect();
        }
    }]
}

/// What to order.
#[derive(InputObject)]
pub struct OrderPlaceInput {
    /// The lines: 1 to 100.
    lines: Vec<OrderLineInput>,
    /// Codes of vouchers: at most 10.
    #[graphql(default_with = "Some(Vec::new())")]
    vouchers: Option<Vec<String>>,
    /// The customer's express request that the service start at once: without it nothing is
    /// deducted on withdrawal (Directive 2011/83/EU, article 14(4)(a)).
    #[graphql(default = false)]
    start_at_once: bool,
    /// Who it is for. Services with `orders:place` only.
    customer: Option<ID>,
    /// A key of the client's own for this very order, of 1 to 128 bytes: a UUID will do.
    idempotency_key: String,
}

/// An order to place again.
#[derive(InputObject)]
pub struct OrderReorderInput {
    /// The number of the old order.
    number: String,
    /// A key of the client's own for this very order, of 1 to 128 bytes: a UUID will do.
    idempotency_key: String,
}

/// The order that was placed, or why none was.
#[derive(SimpleObject)]
pub struct OrderPlacePayload {
    /// The order; null with errors.
    order: Option<Order>,
    /// What has to be put right: several at once.
    errors: Vec<OrderPlaceError>,
}

/// Which order to pay, and how.
#[derive(InputObject)]
pub struct OrderPayInput {
    /// The order's number.
    number: String,
    /// How to pay.
    method: PaymentMethodKind,
    /// A registered means; without it the default one of that kind.
    mean: Option<ID>,
    /// A key of the client's own for this very payment, of 1 to 128 bytes: a UUID will do.
    idempotency_key: String,
}

/// Which order to cancel.
#[derive(InputObject)]
pub struct OrderCancelInput {
    /// The order's number.
    number: String,
}

/// The order that was cancelled, or why it was not.
#[derive(SimpleObject)]
pub struct OrderCancelPayload {
    /// The order; null with errors.
    order: Option<Order>,
    /// Why it was not cancelled.
    errors: Vec<OrderCancelError>,
}

/// A statement of withdrawal (Directive 2011/83/EU, article 11a): nothing else is mandatory.
#[derive(InputObject)]
pub struct OrderWithdrawInput {
    /// The order's number.
    number: String,
    /// Lines to withdraw from; null is the whole order. A set-up fee goes with its plan.
    lines: Option<Vec<ID>>,
    /// The customer's name, at most 200 characters.
    name: String,
    /// Where the acknowledgement goes.
    email: String,
    /// "Yes, I want to cancel the order": nothing happens unless true.
    confirm: bool,
    /// May be told, never has to be.
    reason: Option<WithdrawalReason>,
    /// Anything else, at most 2 000 characters.
    comment: Option<String>,
    /// Where the refund goes. `PREPAID_ACCOUNT` is the customer's express consent to the balance in
    /// place of the means that the money came by (article 13(1)): it is kept with its time.
    #[graphql(default_with = "RefundTo::Original")]
    refund_to: RefundTo,
    /// A key of the client's own for this very statement, of 1 to 128 bytes: a UUID will do.
    idempotency_key: String,
}

/// The withdrawal that was received, or why none was.
#[derive(SimpleObject)]
pub struct OrderWithdrawPayload {
    /// The order; null with errors.
    order: Option<Order>,
    /// The statement as it was received; null with errors.
    withdrawal: Option<Withdrawal>,
    /// What has to be put right, or stands in the way.
    errors: Vec<OrderWithdrawError>,
}
