//! Registering means of payment, choosing the default one of a kind, and removing them.

use super::texts::line;
use super::{Action, Policy, Problem, Stop, refuse};
use crate::domain::actor::Reach;
use crate::domain::audit::Deed;
use crate::domain::ids::{CustomerId, PaymentMeanId};
use crate::domain::payment::{MeanStatus, MethodKind, PaymentMean};
use crate::payments::MeanDetails;
use crate::storage::{Tx, means};

/// Means that one customer may have registered.
pub const MEANS_MAX: usize = 20;
/// The longest token of a provider, in characters.
pub const TOKEN_MAX: usize = 255;

/// The provider's token as it is kept, if it can be one: checked before the provider is asked.
pub fn token(text: &str) -> Result<String, Problem> {
    line(&["token"], "A token", text, TOKEN_MAX)
}

pub struct RegisterMean {
    pub customer: CustomerId,
    pub kind: MethodKind,
    /// As the provider tells it.
    pub details: MeanDetails,
    pub set_default: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeanRefusal {
    NotFound,
    TooMany,
    /// It cannot be paid with any more.
    Expired,
}

impl Action for RegisterMean {
    type Done = PaymentMean;
    type Refusal = MeanRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<PaymentMean, Stop<MeanRefusal>> {
        let known = means::of_customers(tx.db(), &[self.customer]).await?;
        if MEANS_MAX <= known.len() {
            return refuse(MeanRefusal::TooMany);
        }
        let today = tx.now.date_naive();
        let is_default = |it: PaymentMean| it.kind == self.kind && it.on(today).is_default;
        let is_default = self.set_default || !known.into_iter().any(is_default);
        let mean = PaymentMean {
            id: PaymentMeanId::new(tx.now),
            customer_id: self.customer,
            kind: self.kind,
            token: self.details.token.clone(),
            label: self.details.label.clone(),
            status: MeanStatus::Valid,
            is_default,
            expires_on: self.details.expires_on,
        };
        if is_default {
            means::clear_default(tx, self.customer, self.kind).await?;
        }
        means::insert(tx, &mean).await?;
        Ok(mean)
    }

    fn deed(&self, _: &Self::Done) -> Option<Deed> {
        None
    }
}

pub struct SetDefaultMean {
    pub customer: CustomerId,
    pub mean: PaymentMeanId,
}

impl Action for SetDefaultMean {
    type Done = PaymentMean;
    type Refusal = MeanRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<PaymentMean, Stop<MeanRefusal>> {
        let mut mean = own(tx, self.customer, self.mean).await?.on(tx.now.date_naive());
        if mean.status == MeanStatus::Expired {
            return refuse(MeanRefusal::Expired);
        }
        means::clear_default(tx, self.customer, mean.kind).await?;
        mean.is_default = true;
        means::save(tx, &mean).await?;
        Ok(mean)
    }

    fn deed(&self, _: &Self::Done) -> Option<Deed> {
        None
    }
}

/// Takes a mean away. Payments made with it keep what they need to be refunded.
pub struct RemoveMean {
    pub customer: CustomerId,
    pub mean: PaymentMeanId,
}

impl Action for RemoveMean {
    type Done = PaymentMean;
    type Refusal = MeanRefusal;

    async fn run(&self, tx: &Tx, _: &Policy) -> Result<PaymentMean, Stop<MeanRefusal>> {
        let mut mean = own(tx, self.customer, self.mean).await?;
        mean.status = MeanStatus::Removed;
        mean.is_default = false;
        means::save(tx, &mean).await?;
        Ok(mean)
    }

    fn deed(&self, _: &Self::Done) -> Option<Deed> {
        None
    }
}

async fn own(
    tx: &Tx,
    customer: CustomerId,
    id: PaymentMeanId,
) -> Result<PaymentMean, Stop<MeanRefusal>> {
    match means::find(tx.db(), Reach::Own(customer), id).await? {
        Some(mean) => Ok(mean),
        None => refuse(MeanRefusal::NotFound),
    }
}
