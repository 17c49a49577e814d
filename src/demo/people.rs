//! Who is there: customers, an operator, a shop; and what is sold.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::deeds::DemoError;
use crate::actions::charge::{Till, broken};
use crate::actions::means::RegisterMean;
use crate::actions::upsert::{UpsertCustomer, UpsertPlan, UpsertVoucher};
use crate::domain::actor::{Actor, Reach, Scope};
use crate::domain::customer::{AccountKind, Billing, Customer};
use crate::domain::ids::CustomerId;
use crate::domain::payment::MethodKind;
use crate::import;
use crate::payments::Owner;
use crate::storage::customers;

pub struct Person {
    pub reference: &'static str,
    pub kind: AccountKind,
    pub name: &'static str,
    pub country: &'static str,
    language: &'static str,
    time_zone: chrono_tz::Tz,
    address: [&'static str; 2],
    vat_number: Option<&'static str>,
}

/// A private person.
const fn private(
    reference: &'static str,
    name: &'static str,
    country: &'static str,
    language: &'static str,
    time_zone: chrono_tz::Tz,
    address: [&'static str; 2],
) -> Person {
    let kind = AccountKind::Individual;
    Person { reference, kind, name, country, language, time_zone, address, vat_number: None }
}

use chrono_tz::Tz::{Europe__Berlin as BERLIN, Europe__Paris as PARIS, Europe__Rome as ROME};

/// The first four are the ones that visitors are.
pub const CUSTOMERS: [Person; 8] = [
    private("anna", "Anna Rossi", "IT", "it", ROME, ["Via Garibaldi 12", "10122 Torino"]),
    private("bruno", "Bruno Lefèvre", "FR", "fr", PARIS, ["8 rue des Lices", "49100 Angers"]),
    Person {
        kind: AccountKind::Corporation,
        vat_number: Some("IT01234567890"),
        ..private("acme", "Acme Srl", "IT", "it", ROME, ["Corso Buenos Aires 3", "20124 Milano"])
    },
    private("chiara", "Chiara Vogel", "DE", "de", BERLIN, ["Lindenallee 41", "50968 Köln"]),
    private("elena", "Elena Ferri", "IT", "it", ROME, ["Via San Vitale 30", "40125 Bologna"]),
    private("luc", "Luc Moreau", "FR", "fr", PARIS, ["14 quai Perrache", "69002 Lyon"]),
    private("jonas", "Jonas Brandt", "DE", "de", BERLIN, ["Hafenstraße 7", "24103 Kiel"]),
    Person {
        kind: AccountKind::Association,
        ..private("coro", "Coro Alpino", "IT", "it", ROME, ["Piazza Duomo 1", "38122 Trento"])
    },
];

/// What is sold is sold in each of these, with its tax in percent.
const COUNTRIES: [(&str, &str); 3] = [("IT", "22"), ("FR", "20"), ("DE", "19")];

/// Means that every customer has; the first of a kind is its default.
const MEANS: [(MethodKind, &str); 5] = [
    (MethodKind::Card, "tok_ok"),
    (MethodKind::Card, "tok_action"),
    (MethodKind::Card, "tok_declined"),
    (MethodKind::Card, "tok_slow"),
    (MethodKind::SepaDirectDebit, "tok_ok"),
];

/// Everybody who acts.
#[derive(Clone)]
pub struct Cast {
    /// In the sequence of [`CUSTOMERS`].
    pub customers: Vec<Actor>,
    pub operator: Actor,
    pub shop: Actor,
}

/// Finds everybody.
pub async fn cast(till: &Till) -> Result<Cast, DemoError> {
    let db = till.changes.store.read();
    let mut all = Vec::new();
    for person in &CUSTOMERS {
        let found = customers::by_reference(db, Reach::All, person.reference).await?;
        let id = found.ok_or_else(|| DemoError(format!("{} is missing", person.name)))?.id;
        all.push(Actor::Customer { id, reference: person.reference.to_owned() });
    }
    let scopes = vec![Scope::OrdersPlace, Scope::OrdersDeliver, Scope::CustomersWrite];
    Ok(Cast {
        customers: all,
        operator: Actor::Operator { name: "marco".to_owned(), scopes: Scope::ALL.to_vec() },
        shop: Actor::Service { name: "shop".to_owned(), scopes },
    })
}

/// Writes the catalogs and the customers with their means.
pub async fn move_in(till: &Till) -> Result<(), DemoError> {
    for (country, tax_rate) in COUNTRIES {
        open_catalog(till, country, tax_rate).await?;
    }
    for person in &CUSTOMERS {
        let customer = person.customer(till);
        let written = till.changes.make(&UpsertCustomer { actor: Actor::System, customer }).await;
        let customer = written.map_err(DemoError::refused)?.id;
        for (kind, token) in MEANS {
            let owner = Owner { customer, tokens: Vec::new() };
            let details = till.gateway.mean(kind, token, &owner).await.map_err(DemoError::said)?;
            let details = details.ok_or_else(|| DemoError(format!("{token} is not known")))?;
            let mean = RegisterMean { customer, kind, details, set_default: false };
            till.changes.make(&mean).await.map_err(DemoError::refused)?;
            // One after the other, so that they are listed so.
            till.changes.clock.advance(TimeDelta::seconds(1));
        }
    }
    Ok(())
}

async fn open_catalog(till: &Till, country: &str, tax_rate: &str) -> Result<(), DemoError> {
    let mut file: Value =
        serde_json::from_str(include_str!("plans.json")).map_err(DemoError::said)?;
    file["country"] = json!(country);
    file["currency"] = json!("EUR");
    file["taxRate"] = json!(tax_rate);
    let now = till.changes.clock.now();
    let catalog = import::parse(file.to_string().as_bytes(), now).map_err(DemoError::said)?;
    for plan in catalog.plans {
        let plan = plan.map_err(DemoError::said)?;
        broken(till.changes.make(&UpsertPlan { plan }).await)?;
    }
    for voucher in catalog.vouchers {
        let voucher = voucher.map_err(DemoError::said)?;
        broken(till.changes.make(&UpsertVoucher { voucher }).await)?;
    }
    Ok(())
}

impl Person {
    pub fn email(&self) -> String {
        format!("{}@example.com", self.reference)
    }

    fn customer(&self, till: &Till) -> Customer {
        let billing = Billing {
            name: self.name.to_owned(),
            address: self.address.map(str::to_owned).to_vec(),
            country: self.country.to_owned(),
            vat_number: self.vat_number.map(str::to_owned),
            email: self.email(),
        };
        Customer {
            id: CustomerId::new(till.changes.clock.now()),
            reference: self.reference.to_owned(),
            kind: self.kind,
            name: self.name.to_owned(),
            email: self.email(),
            country: self.country.to_owned(),
            language: self.language.to_owned(),
            time_zone: self.time_zone,
            billing,
            deferred_days: None,
        }
    }
}
