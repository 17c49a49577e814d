//! Means of payment: Stripe's payment methods, each of one of Stripe's customers.
//!
//! What can be paid with again has to belong to a customer there. We keep both as `cus_…/pm_…`, so
//! that a payment needs no look-up. A page of the vendor saves a mean with Stripe's own script and
//! the secret of a setup intent: that is where a bank is asked, or a mandate given. A card may also
//! come without; it is attached, and the bank is asked when it pays.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};
use serde::Deserialize;

use super::client::{Failed, Fields, is_id};
use super::{CUSTOMER, CUSTOMER_FIELD, Stripe};
use crate::domain::payment::MethodKind;
use crate::payments::{MeanDetails, NoAnswer, Owner, Preparation};

#[derive(Debug, Deserialize)]
struct PaymentMethod {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    customer: Option<String>,
    card: Option<Card>,
    sepa_debit: Option<Debit>,
}

#[derive(Debug, Deserialize)]
struct Card {
    brand: String,
    last4: String,
    exp_month: u32,
    exp_year: i32,
}

#[derive(Debug, Deserialize)]
struct Debit {
    last4: Option<String>,
}

/// No `Debug`: its secret lets whoever has it save a mean.
#[derive(Deserialize)]
struct SetupIntent {
    status: String,
    client_secret: Option<String>,
    customer: Option<String>,
    payment_method: Option<String>,
    #[serde(default)]
    metadata: HashMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct Customer {
    id: String,
    #[serde(default)]
    metadata: HashMap<String, String>,
}

impl Stripe {
    /// What a page needs in order to save a mean.
    pub(super) async fn set_up(
        &self,
        kind: MethodKind,
        owner: &Owner,
    ) -> Result<Option<Preparation>, NoAnswer> {
        let Some(kind) = type_of(kind) else { return Ok(None) };
        let form: Fields = vec![
            ("customer", self.customer_of(owner).await?),
            ("usage", "on_session".to_owned()),
            ("payment_method_types[]", kind.to_owned()),
            (CUSTOMER_FIELD, owner.customer.to_string()),
        ];
        let intent: SetupIntent = self.client.post("/v1/setup_intents", &form, None).await?;
        Ok(intent.client_secret.map(|client_secret| Preparation { client_secret }))
    }

    pub(super) async fn register(
        &self,
        kind: MethodKind,
        token: &str,
        owner: &Owner,
    ) -> Result<Option<MeanDetails>, NoAnswer> {
        let Some(set_up) = self.saved(token, owner).await? else { return Ok(None) };
        let (customer, method) = set_up;
        let path = format!("/v1/payment_methods/{method}");
        let Some(method) = known::<PaymentMethod>(self.client.get(&path, &Vec::new()).await)?
        else {
            return Ok(None);
        };
        if Some(method.kind.as_str()) != type_of(kind) || !is_id(&method.id, "pm_") {
            return Ok(None);
        }
        let customer = match customer.or_else(|| method.customer.clone()) {
            Some(customer) if self.belongs(&customer, owner).await? => Some(customer),
            None if kind == MethodKind::Card => self.attach(&method.id, owner).await?,
            // It is somebody else's, or a mandate has to be given first.
            _ => None,
        };
        Ok(customer.map(|customer| MeanDetails {
            token: format!("{customer}/{}", method.id),
            label: method.label(),
            expires_on: method.card.as_ref().and_then(Card::expires_on),
        }))
    }

    /// The payment method that a token stands for, and its customer if it was saved with a setup
    /// intent of ours.
    async fn saved(
        &self,
        token: &str,
        owner: &Owner,
    ) -> Result<Option<(Option<String>, String)>, NoAnswer> {
        if is_id(token, "pm_") {
            return Ok(Some((None, token.to_owned())));
        }
        if !is_id(token, "seti_") {
            return Ok(None);
        }
        let path = format!("/v1/setup_intents/{token}");
        let intent = known::<SetupIntent>(self.client.get(&path, &Vec::new()).await)?;
        let own = intent.filter(|it| it.status == "succeeded" && is_own(&it.metadata, owner));
        let method = own.and_then(|it| Some((it.customer, it.payment_method?)));
        Ok(method.filter(|(_, method)| is_id(method, "pm_")))
    }

    /// Means of somebody else's are not known, whoever has heard of their tokens.
    async fn belongs(&self, customer: &str, owner: &Owner) -> Result<bool, NoAnswer> {
        if owner.tokens.iter().any(|it| parts(it).0 == Some(customer)) {
            return Ok(true);
        }
        if !is_id(customer, "cus_") {
            return Ok(false);
        }
        let path = format!("/v1/customers/{customer}");
        let found = known::<Customer>(self.client.get(&path, &Vec::new()).await)?;
        Ok(found.is_some_and(|it| is_own(&it.metadata, owner)))
    }

    /// Gives a card to our customer's at Stripe. `None` when the bank does not want it.
    async fn attach(&self, method: &str, owner: &Owner) -> Result<Option<String>, NoAnswer> {
        let customer = self.customer_of(owner).await?;
        let path = format!("/v1/payment_methods/{method}/attach");
        let form: Fields = vec![("customer", customer.clone())];
        let attached = known::<PaymentMethod>(self.client.post(&path, &form, None).await)?;
        Ok(attached.map(|_| customer))
    }

    /// Our customer's at Stripe: that of their other means, or a new one.
    async fn customer_of(&self, owner: &Owner) -> Result<String, NoAnswer> {
        let known = owner.tokens.iter().find_map(|it| parts(it).0);
        if let Some(customer) = known {
            return Ok(customer.to_owned());
        }
        let ours = owner.customer.to_string();
        let form: Fields = vec![(CUSTOMER_FIELD, ours.clone())];
        // Two requests at once have the same one.
        let key = format!("customer-{ours}");
        let customer: Customer = self.client.post("/v1/customers", &form, Some(&key)).await?;
        Ok(customer.id)
    }
}

impl PaymentMethod {
    fn label(&self) -> String {
        let debit = self.sepa_debit.as_ref().and_then(|it| it.last4.as_ref());
        match (&self.card, debit) {
            (Some(card), _) => format!("{} •••• {}", card.name(), card.last4),
            (None, Some(last4)) => format!("IBAN •••• {last4}"),
            (None, None) if self.kind == "paypal" => "PayPal".to_owned(),
            (None, None) => "IBAN".to_owned(),
        }
    }
}

impl Card {
    fn name(&self) -> String {
        if self.brand == "amex" {
            return "American Express".to_owned();
        }
        let mut letters = self.brand.chars();
        letters.next().map_or_else(
            || "Card".to_owned(),
            |first| first.to_uppercase().chain(letters).collect(),
        )
    }

    /// The last day of its last month.
    fn expires_on(&self) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(self.exp_year, self.exp_month, 1)?;
        first.checked_add_months(Months::new(1))?.pred_opt()
    }
}

/// What Stripe calls a kind of paying; `None` for what it does not take.
pub fn type_of(kind: MethodKind) -> Option<&'static str> {
    match kind {
        MethodKind::Card => Some("card"),
        MethodKind::SepaDirectDebit => Some("sepa_debit"),
        MethodKind::Paypal => Some("paypal"),
        MethodKind::BankTransfer | MethodKind::PrepaidAccount | MethodKind::Deferred => None,
    }
}

/// The customer and the payment method of a token that we keep.
pub fn parts(token: &str) -> (Option<&str>, &str) {
    match token.split_once('/') {
        Some((customer, method)) => (Some(customer), method),
        None => (None, token),
    }
}

fn is_own(metadata: &HashMap<String, String>, owner: &Owner) -> bool {
    metadata.get(CUSTOMER) == Some(&owner.customer.to_string())
}

/// What Stripe refuses to show or to do is not there, as far as a customer is told.
fn known<T>(answer: Result<T, Failed>) -> Result<Option<T>, NoAnswer> {
    match answer {
        Ok(it) => Ok(Some(it)),
        Err(Failed::Refused(refusal)) => {
            let (status, code) = (refusal.status, refusal.why());
            tracing::info!(status, code, "Stripe does not take a means of payment");
            Ok(None)
        }
        Err(Failed::Unknown(why)) => Err(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_say_which_mean_it_is() {
        let card = |brand: &str| PaymentMethod {
            id: "pm_1".into(),
            kind: "card".into(),
            customer: None,
            card: Some(Card {
                brand: brand.into(),
                last4: "4242".into(),
                exp_month: 2,
                exp_year: 2028,
            }),
            sepa_debit: None,
        };
        assert_eq!(card("visa").label(), "Visa •••• 4242");
        assert_eq!(card("amex").label(), "American Express •••• 4242");
        assert_eq!(card("").label(), "Card •••• 4242");
        let last_day = card("visa").card.and_then(|it| it.expires_on());
        assert_eq!(last_day, NaiveDate::from_ymd_opt(2028, 2, 29));
    }
}
