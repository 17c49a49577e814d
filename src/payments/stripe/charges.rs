//! Charges: what Stripe calls payment intents, made and confirmed in one request.

use std::collections::HashMap;

use chrono::TimeDelta;
use serde::Deserialize;

use super::amounts::{currency_code, from_stripe, to_stripe};
use super::client::{Failed, Fields, Listed, is_id, unknown};
use super::{KEY, KEY_FIELD, Stripe, means};
use crate::payments::{Charge, NoAnswer, Outcome};

const INTENTS: &str = "/v1/payment_intents";
/// A charge that may have been sent before this time is looked for before it is sent again.
const SURELY_FIRST_FOR: TimeDelta = TimeDelta::seconds(30);
/// By how much Stripe's clock may differ from ours.
const CLOCKS_DIFFER_BY: TimeDelta = TimeDelta::minutes(5);
/// What is under way is asked about after as long as it has taken, between these.
const ASK_AGAIN_SECONDS: (i64, i64) = (5, 3_600);

/// A payment intent, as far as we read it.
#[derive(Debug, Deserialize)]
pub struct Intent {
    pub id: String,
    status: String,
    currency: String,
    amount_received: Option<i64>,
    #[serde(default)]
    metadata: HashMap<String, String>,
    next_action: Option<NextAction>,
    last_payment_error: Option<PaymentError>,
}

#[derive(Debug, Deserialize)]
struct NextAction {
    redirect_to_url: Option<Redirect>,
}

#[derive(Debug, Deserialize)]
struct Redirect {
    url: Option<String>,
}

#[derive(Debug, Deserialize)]
struct PaymentError {
    code: Option<String>,
    decline_code: Option<String>,
}

impl Listed for Intent {
    fn id(&self) -> &str {
        &self.id
    }

    fn key(&self) -> Option<&str> {
        self.metadata.get(KEY).map(String::as_str)
    }
}

/// How an intent stands.
enum Standing {
    Is(Outcome),
    /// It goes on only by something that we do not do: it has to be ended.
    Stuck(&'static str),
}

impl Stripe {
    pub(super) async fn take(&self, charge: &Charge) -> Result<Outcome, NoAnswer> {
        // Errors of Stripe's own are repeated with the key, even if the charge was made.
        let may_be_sent =
            0 < charge.attempt || charge.asked_at + SURELY_FIRST_FOR <= self.clock.now();
        if may_be_sent && let Some(intent) = self.by_key(charge).await? {
            return self.judge(intent, charge).await;
        }
        let form = self.form(charge)?;
        match self.client.post::<Intent>(INTENTS, &form, Some(&charge.key)).await {
            Ok(intent) => self.judge(intent, charge).await,
            Err(Failed::Unknown(why)) => Err(why),
            Err(Failed::Refused(refusal)) => {
                let code = refusal.why().to_owned();
                if refusal.status != 402 {
                    let (status, param) = (refusal.status, &refusal.param);
                    tracing::error!(status, code, param, "Stripe does not take a charge");
                }
                match refusal.payment_intent {
                    Some(intent) if intent.status != "requires_payment_method" => {
                        self.judge(intent, charge).await
                    }
                    _ => Ok(Outcome::Declined { code }),
                }
            }
        }
    }

    pub(super) async fn look_up(&self, charge: &Charge) -> Result<Option<Outcome>, NoAnswer> {
        let found = match &charge.reference {
            Some(reference) => self.by_reference(reference).await?,
            None => self.by_key(charge).await?,
        };
        match found {
            Some(intent) => self.judge(intent, charge).await.map(Some),
            None => Ok(None),
        }
    }

    pub(super) async fn end(&self, charge: &Charge) -> Result<Outcome, NoAnswer> {
        let id = match &charge.reference {
            Some(reference) => reference.clone(),
            None => match self.by_key(charge).await? {
                Some(intent) => intent.id,
                None => return Ok(Outcome::Cancelled),
            },
        };
        // What is not there cannot be taken.
        let Some(intent) = self.cancelled(&id).await? else { return Ok(Outcome::Cancelled) };
        match self.standing(&intent, charge)? {
            Standing::Is(outcome) => Ok(outcome),
            Standing::Stuck(why) => Err(unknown(format!("it does not end a charge: {why}"))),
        }
    }

    /// The intent after we wanted it to be cancelled: it may have succeeded just before. `None` when
    /// there is no such intent any more.
    async fn cancelled(&self, id: &str) -> Result<Option<Intent>, NoAnswer> {
        let path = intent_path(id)?;
        match self.client.post(&format!("{path}/cancel"), &Fields::new(), None).await {
            Err(Failed::Refused(refusal)) if refusal.status == 400 => {
                Ok(Some(self.client.get(&path, &Fields::new()).await?))
            }
            Err(Failed::Refused(refusal)) if refusal.is_missing() => Ok(None),
            other => Ok(Some(other?)),
        }
    }

    async fn by_reference(&self, reference: &str) -> Result<Option<Intent>, NoAnswer> {
        match self.client.get(&intent_path(reference)?, &Fields::new()).await {
            Ok(intent) => Ok(Some(intent)),
            Err(Failed::Refused(refusal)) if refusal.is_missing() => Ok(None),
            Err(failed) => Err(failed.into()),
        }
    }

    /// By our key, in Stripe's list: its search would not show the newest yet.
    async fn by_key(&self, charge: &Charge) -> Result<Option<Intent>, NoAnswer> {
        let since = (charge.asked_at - CLOCKS_DIFFER_BY).timestamp();
        let mut query: Fields = vec![("created[gte]", since.to_string())];
        let (customer, _) = means::parts(&charge.token);
        query.extend(customer.map(|it| ("customer", it.to_owned())));
        self.client.find(INTENTS, &query, &charge.key).await
    }

    fn form(&self, charge: &Charge) -> Result<Fields, NoAnswer> {
        let Some(amount) = to_stripe(charge.amount) else {
            return Err(unknown("this amount cannot be charged"));
        };
        let kind = means::type_of(charge.method)
            .ok_or_else(|| unknown("it does not take payments of this kind"))?;
        let (customer, method) = means::parts(&charge.token);
        let mut form: Fields = vec![
            ("amount", amount.to_string()),
            ("currency", currency_code(charge.amount)),
            ("payment_method_types[]", kind.to_owned()),
            ("payment_method", method.to_owned()),
            // The customer is there: an action can be asked for.
            ("confirm", "true".to_owned()),
            ("return_url", self.return_url.clone()),
            (KEY_FIELD, charge.key.clone()),
        ];
        form.extend(customer.map(|it| ("customer", it.to_owned())));
        Ok(form)
    }

    async fn judge(&self, intent: Intent, charge: &Charge) -> Result<Outcome, NoAnswer> {
        let code = match self.standing(&intent, charge)? {
            Standing::Is(outcome) => return Ok(outcome),
            Standing::Stuck(code) => code,
        };
        tracing::error!(reference = intent.id, code, "a charge cannot go on at Stripe");
        let Some(intent) = self.cancelled(&intent.id).await? else {
            return Ok(Outcome::Declined { code: code.to_owned() });
        };
        match self.standing(&intent, charge)? {
            Standing::Is(Outcome::Cancelled) => Ok(Outcome::Declined { code: code.to_owned() }),
            Standing::Is(outcome) => Ok(outcome),
            Standing::Stuck(_) => Err(unknown("it does not end a charge")),
        }
    }

    fn standing(&self, intent: &Intent, charge: &Charge) -> Result<Standing, NoAnswer> {
        if intent.key() != Some(&charge.key) {
            tracing::error!(reference = intent.id, "Stripe tells of another charge than ours");
            return Err(unknown("it tells of another charge"));
        }
        let reference = intent.id.clone();
        Ok(Standing::Is(match intent.status.as_str() {
            "succeeded" => Outcome::Succeeded { amount: received(intent)?, reference },
            "processing" => Outcome::Pending { reference, ask_again_at: self.ask_again_at(charge) },
            "canceled" => Outcome::Cancelled,
            "requires_action" => match action_url(intent) {
                Some(url) => Outcome::RequiresAction { reference, url },
                None => return Ok(Standing::Stuck("action_not_supported")),
            },
            "requires_payment_method" => match &intent.last_payment_error {
                Some(error) => Outcome::Declined { code: why(error) },
                None => return Ok(Standing::Stuck("not_confirmed")),
            },
            "requires_confirmation" => return Ok(Standing::Stuck("not_confirmed")),
            other => {
                tracing::error!(reference, status = other, "Stripe tells a status of its own");
                return Err(unknown("its status is none that we know"));
            }
        }))
    }

    fn ask_again_at(&self, charge: &Charge) -> chrono::DateTime<chrono::Utc> {
        let now = self.clock.now();
        let (least, most) = ASK_AGAIN_SECONDS;
        now + TimeDelta::seconds((now - charge.asked_at).num_seconds().clamp(least, most))
    }
}

fn received(intent: &Intent) -> Result<crate::domain::money::Money, NoAnswer> {
    let amount = intent.amount_received.and_then(|it| from_stripe(it, &intent.currency));
    amount.ok_or_else(|| {
        tracing::error!(reference = intent.id, "Stripe does not say what it has received");
        unknown("it does not say what it has received")
    })
}

fn action_url(intent: &Intent) -> Option<String> {
    intent.next_action.as_ref()?.redirect_to_url.as_ref()?.url.clone()
}

fn why(error: &PaymentError) -> String {
    let code = error.decline_code.as_ref().or(error.code.as_ref());
    code.cloned().unwrap_or_else(|| "declined".to_owned())
}

fn intent_path(id: &str) -> Result<String, NoAnswer> {
    if !is_id(id, "pi_") {
        return Err(unknown("this is no reference of a charge"));
    }
    Ok(format!("{INTENTS}/{id}"))
}
