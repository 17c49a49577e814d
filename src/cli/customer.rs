//! `buono customer add`: creates or updates a customer.

use std::sync::Arc;

use chrono_tz::Tz;
use clap::{Args, Subcommand};

use super::{CliError, Exit, open_ready};
use crate::actions::upsert::UpsertCustomer;
use crate::actions::{Changes, Policy, Stop};
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::actor::Reach;
use crate::domain::customer::{AccountKind, Billing, Customer};
use crate::domain::ids::CustomerId;
use crate::live::Hub;
use crate::storage::{Store, customers};

/// Manages customers.
#[derive(Debug, Args)]
pub(super) struct CustomerCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(Add),
}

/// Creates a customer, or updates the one with this reference.
#[derive(Debug, Args)]
#[command(after_help = "\
Example:
  buono customer add --reference anna --kind INDIVIDUAL --name 'Anna Rossi' \\
      --email anna@example.com --country IT")]
struct Add {
    /// The vendor's own name for the account: the `sub` of its tokens.
    #[arg(long, value_name = "REFERENCE")]
    reference: String,
    /// `INDIVIDUAL`, `CORPORATION`, `SOLE_TRADER`, `ASSOCIATION`, `ADMINISTRATION` or `OTHER`.
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: AccountKind,
    #[arg(long)]
    name: String,
    #[arg(long)]
    email: String,
    /// Two capital letters, as ISO 3166-1 has them.
    #[arg(long)]
    country: String,
    /// The language of texts; without it, that of the country, or else English.
    #[arg(long)]
    language: Option<String>,
    /// The time zone that days end in; without it, that of the country's capital.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    time_zone: Option<Tz>,
}

impl CustomerCommand {
    pub async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        match self.what {
            What::Add(add) => add.run(settings).await,
        }
    }
}

impl Add {
    async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        let store = open_ready(settings).await?;
        let known = customers::by_reference(store.read(), Reach::All, &self.reference)
            .await
            .map_err(|error| CliError::storage(&error))?;
        let verb = if known.is_some() { "updated" } else { "created" };
        let changes = changes(store, settings);
        let customer = self.customer(known, &changes.clock)?;
        match changes.make(&UpsertCustomer { customer }).await {
            Ok(customer) => {
                eprintln!("The customer «{}» was {verb}.", customer.reference);
                Ok(Exit::Done)
            }
            Err(Stop::Refused(problems)) => {
                let said: Vec<_> = problems.iter().map(|it| it.message.as_str()).collect();
                Err(CliError::usage(said.join(" "), "Correct the flags, then run it again."))
            }
            Err(Stop::Broken(error)) => Err(CliError::storage(&error)),
        }
    }

    /// The customer as the flags say. What they do not say of a known one stays as it is.
    fn customer(self, known: Option<Customer>, clock: &Clock) -> Result<Customer, CliError> {
        let moved = known.as_ref().is_some_and(|it| it.country != self.country);
        let stay = known.as_ref().filter(|_| !moved);
        let zone = self.time_zone.or(stay.map(|it| it.time_zone));
        let Some(time_zone) = zone.or_else(|| zone_of(&self.country)) else {
            return Err(CliError::usage(
                format!("We do not know which time zone customers in «{}» live in.", self.country),
                "Say it with --time-zone, like --time-zone Europe/Rome.",
            ));
        };
        let language = self.language.or(stay.map(|it| it.language.clone()));
        let (address, vat_number) = known
            .as_ref()
            .map(|it| (it.billing.address.clone(), it.billing.vat_number.clone()))
            .unwrap_or_default();
        Ok(Customer {
            id: known.map_or_else(|| CustomerId::new(clock.now()), |it| it.id),
            reference: self.reference,
            kind: self.kind,
            language: language.unwrap_or_else(|| language_of(&self.country).to_owned()),
            time_zone,
            billing: Billing {
                name: self.name.clone(),
                address,
                country: self.country.clone(),
                vat_number,
                email: self.email.clone(),
            },
            name: self.name,
            email: self.email,
            country: self.country,
        })
    }
}

/// Changes made by a command: nobody listens in this process, so nobody is woken.
pub(super) fn changes(store: Store, settings: &Settings) -> Changes {
    let policy = Policy {
        expire_after_days: settings.order_expiry_days,
        approve_below: settings.auto_approve_below,
        refund_within_days: settings.withdrawal_refund_within_days,
    };
    Changes { store, clock: Clock::System, hub: Hub::default(), policy: Arc::new(policy) }
}

fn kind(name: &str) -> Result<AccountKind, String> {
    AccountKind::parse(name).ok_or_else(|| {
        let known: Vec<_> = AccountKind::ALL.iter().map(|it| it.name()).collect();
        format!("it is one of {}", known.join(", "))
    })
}

fn zone(name: &str) -> Result<Tz, String> {
    name.parse().map_err(|_| "there is no such time zone; write it like Europe/Rome".into())
}

/// The time zone of a country that has one, by its capital.
fn zone_of(country: &str) -> Option<Tz> {
    Some(match country {
        "AT" => Tz::Europe__Vienna,
        "BE" => Tz::Europe__Brussels,
        "BG" => Tz::Europe__Sofia,
        "CH" => Tz::Europe__Zurich,
        "CY" => Tz::Asia__Nicosia,
        "CZ" => Tz::Europe__Prague,
        "DE" => Tz::Europe__Berlin,
        "DK" => Tz::Europe__Copenhagen,
        "EE" => Tz::Europe__Tallinn,
        "ES" => Tz::Europe__Madrid,
        "FI" => Tz::Europe__Helsinki,
        "FR" => Tz::Europe__Paris,
        "GB" => Tz::Europe__London,
        "GR" => Tz::Europe__Athens,
        "HR" => Tz::Europe__Zagreb,
        "HU" => Tz::Europe__Budapest,
        "IE" => Tz::Europe__Dublin,
        "IT" => Tz::Europe__Rome,
        "LT" => Tz::Europe__Vilnius,
        "LU" => Tz::Europe__Luxembourg,
        "LV" => Tz::Europe__Riga,
        "MT" => Tz::Europe__Malta,
        "NL" => Tz::Europe__Amsterdam,
        "NO" => Tz::Europe__Oslo,
        "PL" => Tz::Europe__Warsaw,
        "PT" => Tz::Europe__Lisbon,
        "RO" => Tz::Europe__Bucharest,
        "SE" => Tz::Europe__Stockholm,
        "SI" => Tz::Europe__Ljubljana,
        "SK" => Tz::Europe__Bratislava,
        _ => return None,
    })
}

/// The language of a country, where we have texts in it.
fn language_of(country: &str) -> &'static str {
    match country {
        "IT" => "it",
        "FR" => "fr",
        "DE" | "AT" => "de",
        "ES" => "es",
        _ => "en",
    }
}
