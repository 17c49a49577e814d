//! Means of payment: registering, choosing the default one of a kind, removing.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};

use super::context::{customer_only, till};
use super::enums::PaymentMethodKind;
use super::error::{Code, broken, coded};
use super::ids::{NodeId, wrong_type};
use super::payment::PaymentMean;
use super::user_error::{
    ConflictError, InvalidInputError, NotFoundError, PaymentMeanError, invalid,
};
use crate::actions::Stop;
use crate::actions::charge::Till;
use crate::actions::means::{
    self, MEANS_MAX, MeanRefusal, RegisterMean, RemoveMean, SetDefaultMean,
};
use crate::domain::ids::{CustomerId, PaymentMeanId};
use crate::domain::payment;
use crate::payments::{NoAnswer, Owner};
use crate::storage;

#[derive(Default)]
pub struct MeanMutation;

/// Means of payment: registering, choosing the default one of a kind, removing.
#[Object]
impl MeanMutation {
    /// Prepares the saving of a means of payment on a page of the payment provider's script, where
    /// card data is entered and a bank may ask for consent. Afterwards it is registered.
    async fn payment_mean_prepare(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "What is to be saved.")] input: PaymentMeanPrepareInput,
    ) -> Result<PaymentMeanPreparePayload> {
        let customer = customer_only(ctx)?;
        let kind: payment::MethodKind = input.kind.into();
        if !Till::takes_tokens(kind) {
            let errors = vec![PaymentMeanError::InvalidInput(not_registered())];
            return Ok(PaymentMeanPreparePayload { client_secret: None, errors });
        }
        let owner = owner(ctx, customer).await?;
        let asking = till(ctx).gateway.prepare(kind, &owner).await;
        let prepared = asking.map_err(|error| no_answer(&error))?;
        let client_secret = prepared.map(|it| it.client_secret);
        Ok(PaymentMeanPreparePayload { client_secret, errors: vec![] })
    }

    /// Registers a means of payment by the provider's token. The first of its kind is its default.
    async fn payment_mean_register(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The means.")] input: PaymentMeanRegisterInput,
    ) -> Result<PaymentMeanPayload> {
        let customer = customer_only(ctx)?;
        let kind: payment::MethodKind = input.kind.into();
        if !Till::takes_tokens(kind) {
            let error = PaymentMeanError::InvalidInput(not_registered());
            return Ok(PaymentMeanPayload::refused(error));
        }
        let token = match means::token(&input.token) {
            Ok(token) => token,
            Err(problem) => {
                let error = PaymentMeanError::InvalidInput(invalid(&problem));
                return Ok(PaymentMeanPayload::refused(error));
            }
        };
        let owner = owner(ctx, customer).await?;
        let asking = till(ctx).gateway.mean(kind, &token, &owner).await;
        let Some(details) = asking.map_err(|error| no_answer(&error))? else {
            let message = "The payment provider does not know this token. Get a new one from it.";
            let error = InvalidInputError::new(message, &["token"]);
            return Ok(PaymentMeanPayload::refused(PaymentMeanError::InvalidInput(error)));
        };
        let action = RegisterMean { customer, kind, details, set_default: input.set_default };
        mean_payload(till(ctx).changes.make(&action).await)
    }

    /// Makes a means of one's own the default of its kind.
    async fn payment_mean_set_default(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which means.")] input: PaymentMeanInput,
    ) -> Result<PaymentMeanPayload> {
        let customer = customer_only(ctx)?;
        let action = SetDefaultMean { customer, mean: mean_id(&input.id)? };
        mean_payload(till(ctx).changes.make(&action).await)
    }

    /// Takes a means of one's own away. Refunds of what was paid with it still go back to it.
    async fn payment_mean_remove(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which means.")] input: PaymentMeanInput,
    ) -> Result<PaymentMeanPayload> {
        let customer = customer_only(ctx)?;
        let action = RemoveMean { customer, mean: mean_id(&input.id)? };
        mean_payload(till(ctx).changes.make(&action).await)
    }
}

pub fn mean_id(id: &ID) -> Result<PaymentMeanId> {
    match NodeId::decode(id)? {
        NodeId::PaymentMean(id) => Ok(id),
        _ => Err(wrong_type("a means of payment")),
    }
}

fn not_registered() -> InvalidInputError {
    let message = "Means of this kind are not registered: pay with it as it is.";
    InvalidInputError::new(message, &["kind"])
}

fn no_answer(error: &NoAnswer) -> async_graphql::Error {
    tracing::warn!(%error, "a means of payment could not be looked up");
    coded(Code::Conflict, "The payment provider does not answer. Please try again.")
}

/// What the provider has to know of whoever registers a mean.
async fn owner(ctx: &Context<'_>, customer: CustomerId) -> Result<Owner> {
    let db = till(ctx).changes.store.read();
    let known = storage::means::of_customers(db, &[customer]).await;
    let known = known.map_err(|error| broken(&error))?;
    Ok(Owner { customer, tokens: known.into_iter().map(|mean| mean.token).collect() })
}

fn mean_payload(
    result: Result<payment::PaymentMean, Stop<MeanRefusal>>,
) -> Result<PaymentMeanPayload> {
    match result {
        Ok(mean) => {
            Ok(PaymentMeanPayload { payment_mean: Some(PaymentMean(mean)), errors: vec![] })
        }
        Err(Stop::Broken(error)) => Err(broken(&error)),
        Err(Stop::Refused(MeanRefusal::NotFound)) => {
            let message = "There is no such means of payment among yours.";
            let error = NotFoundError::new(message, &["id"]);
            Ok(PaymentMeanPayload::refused(PaymentMeanError::NotFound(error)))
        }
        Err(Stop::Refused(MeanRefusal::Expired)) => {
            let message = "This means of payment has expired. Register a new one.";
            let error = InvalidInputError::new(message, &["id"]);
            Ok(PaymentMeanPayload::refused(PaymentMeanError::InvalidInput(error)))
        }
        Err(Stop::Refused(MeanRefusal::TooMany)) => {
            let message = format!("At most {MEANS_MAX} means can be registered. Remove one first.");
            let error = ConflictError::new(message, &["token"]);
            Ok(PaymentMeanPayload::refused(PaymentMeanError::Conflict(error)))
        }
    }
}

/// What is to be saved at the payment provider.
#[derive(InputObject)]
pub struct PaymentMeanPrepareInput {
    /// The kind of paying that it is for.
    kind: PaymentMethodKind,
}

/// What the payment provider's script needs, or why there is nothing to save.
#[derive(SimpleObject)]
pub struct PaymentMeanPreparePayload {
    /// For the provider's script; null where a token is registered without any preparation.
    client_secret: Option<String>,
    /// What has to be put right.
    errors: Vec<PaymentMeanError>,
}

/// A means of payment to register. `token` is the provider's; card data never reaches Buono.
#[derive(InputObject)]
pub struct PaymentMeanRegisterInput {
    /// The kind of paying that it is for.
    kind: PaymentMethodKind,
    /// The provider's token for it: at most 255 characters.
    token: String,
    /// Whether it becomes the default of its kind.
    #[graphql(default = false)]
    set_default: bool,
}

/// Which means of payment.
#[derive(InputObject)]
pub struct PaymentMeanInput {
    /// Its global id.
    id: ID,
}

/// The means of payment as it is now, or why it was not changed.
#[derive(SimpleObject)]
pub struct PaymentMeanPayload {
    /// The means; null with errors.
    payment_mean: Option<PaymentMean>,
    /// What has to be put right.
    errors: Vec<PaymentMeanError>,
}

impl PaymentMeanPayload {
    fn refused(error: PaymentMeanError) -> Self {
        Self { payment_mean: None, errors: vec![error] }
    }
}
