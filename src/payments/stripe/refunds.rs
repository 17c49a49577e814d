//! Refunds of charges, whole or in part.

use std::collections::HashMap;

use serde::Deserialize;

use super::amounts::{from_stripe, to_stripe};
use super::client::{Failed, Fields, Listed, is_id, unknown};
use super::{KEY, KEY_FIELD, Stripe};
use crate::payments::{GiveBack, NoAnswer, RefundOutcome};

const REFUNDS: &str = "/v1/refunds";

/// A refund, as far as we read it.
#[derive(Debug, Deserialize)]
struct Refunded {
    id: String,
    status: String,
    amount: i64,
    currency: String,
    #[serde(default)]
    metadata: HashMap<String, String>,
}

impl Listed for Refunded {
    fn id(&self) -> &str {
        &self.id
    }

    fn key(&self) -> Option<&str> {
        self.metadata.get(KEY).map(String::as_str)
    }
}

impl Stripe {
    pub(super) async fn give_back(&self, it: &GiveBack) -> Result<RefundOutcome, NoAnswer> {
        // Errors of Stripe's own are repeated with the key, even if the refund was made.
        if let Some(outcome) = self.look_up_refund(it).await? {
            return Ok(outcome);
        }
        let Some(amount) = to_stripe(it.amount) else {
            return Err(unknown("this amount cannot be given back"));
        };
        let form: Fields = vec![
            ("payment_intent", intent(it)?.to_owned()),
            ("amount", amount.to_string()),
            (KEY_FIELD, it.key.clone()),
        ];
        match self.client.post::<Refunded>(REFUNDS, &form, Some(&it.key)).await {
            Ok(refund) => read(&refund, it),
            Err(Failed::Unknown(why)) => Err(why),
            Err(Failed::Refused(refusal)) => {
                let (status, code) = (refusal.status, refusal.why());
                tracing::error!(status, code, param = refusal.param, "Stripe gives nothing back");
                Ok(RefundOutcome::Failed)
            }
        }
    }

    pub(super) async fn look_up_refund(
        &self,
        it: &GiveBack,
    ) -> Result<Option<RefundOutcome>, NoAnswer> {
        let query: Fields = vec![("payment_intent", intent(it)?.to_owned())];
        let found = self.client.find::<Refunded>(REFUNDS, &query, &it.key).await?;
        found.map(|refund| read(&refund, it)).transpose()
    }
}

fn read(refund: &Refunded, it: &GiveBack) -> Result<RefundOutcome, NoAnswer> {
    if refund.key() != Some(&it.key) {
        tracing::error!(reference = refund.id, "Stripe tells of another refund than ours");
        return Err(unknown("it tells of another refund"));
    }
    match refund.status.as_str() {
        "succeeded" => match from_stripe(refund.amount, &refund.currency) {
            Some(amount) => Ok(RefundOutcome::Succeeded { amount }),
            None => Err(unknown("it does not say what it has given back")),
        },
        "pending" | "requires_action" => Ok(RefundOutcome::Pending),
        "failed" | "canceled" => Ok(RefundOutcome::Failed),
        other => {
            tracing::error!(
                reference = refund.id,
                status = other,
                "Stripe tells a status of its own"
            );
            Err(unknown("its status is none that we know"))
        }
    }
}

fn intent(it: &GiveBack) -> Result<&str, NoAnswer> {
    let reference = it.charge_reference.as_deref().filter(|it| is_id(it, "pi_"));
    reference.ok_or_else(|| unknown("the charge to give back has no reference"))
}
