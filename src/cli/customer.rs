//! `buono customer`: creates or updates a customer, and makes its tokens useless.

use chrono_tz::Tz;
use clap::{Args, Subcommand};

use super::{CliError, Exit, changes, open_ready};
use crate::actions::Stop;
use crate::actions::revoke::{RevokeTokens, Unknown};
use crate::actions::upsert::UpsertCustomer;
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::actor::{Actor, Reach};
use crate::domain::country::Home;
use crate::domain::customer::{AccountKind, Billing, Customer};
use crate::domain::ids::CustomerId;
use crate::storage::customers;

/// Manages customers.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  buono customer add --help")]
pub(super) struct CustomerCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    Add(Add),
    Revoke(Revoke),
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
    /// The name of the person or organisation.
    #[arg(long)]
    name: String,
    /// Where mails go.
    #[arg(long)]
    email: String,
    /// Two capital letters, as ISO 3166-1 has them.
    #[arg(long)]
    country: String,
    /// The language of texts; without it, the one they have, or the country's, or English.
    #[arg(long)]
    language: Option<String>,
    /// The time zone that days end in; without it, the one they have, or the capital's, or UTC.
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    time_zone: Option<Tz>,
    /// The days of an agreement on paying later: 30, 45 or 60; 0 ends it. Without it, what they have.
    #[arg(long, value_name = "DAYS")]
    deferred_days: Option<i32>,
}

/// Makes all tokens of a customer useless that were issued until now.
///
/// From now on a server refuses them, and within a minute it ends the connections that were opened
/// with them. A token that is issued later, from the next second on, is good.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  buono customer revoke anna")]
struct Revoke {
    /// The vendor's own name for the account: the `sub` of its tokens.
    #[arg(value_name = "REF")]
    reference: String,
}

impl CustomerCommand {
    pub async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        match self.what {
            What::Add(add) => add.run(settings).await,
            What::Revoke(revoke) => revoke.run(settings).await,
        }
    }
}

impl Revoke {
    async fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        let changes = changes(open_ready(settings).await?, settings);
        let reference = self.reference;
        match changes.make(&RevokeTokens { reference: reference.clone() }).await {
            Ok(()) => {
                eprintln!(
                    "The tokens of «{reference}» are useless: connections that were opened with one \
                     end within a minute."
                );
                Ok(Exit::Done)
            }
            Err(Stop::Refused(Unknown)) => Err(CliError::new(
                Exit::Failure,
                format!("There is no customer «{reference}»."),
                "Look at the reference: it is the `sub` of the tokens.",
            )),
            Err(Stop::Broken(error)) => Err(CliError::storage(&error)),
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
        let customer = self.customer(known, &changes.clock);
        match changes.make(&UpsertCustomer { actor: Actor::System, customer }).await {
            Ok(customer) => {
                eprintln!(
                    "The customer «{}» was {verb}: language {}, time zone {}.",
                    customer.reference, customer.language, customer.time_zone
                );
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
    fn customer(self, known: Option<Customer>, clock: &Clock) -> Customer {
        let home = Home::of(&self.country, known.as_ref());
        let (address, vat_number) = known
            .as_ref()
            .map(|it| (it.billing.address.clone(), it.billing.vat_number.clone()))
            .unwrap_or_default();
        let agreed =
            known.as_ref().filter(|_| self.kind.may_defer()).and_then(|it| it.deferred_days);
        Customer {
            deferred_days: self.deferred_days.or(agreed).filter(|days| *days != 0),
            id: known.map_or_else(|| CustomerId::new(clock.now()), |it| it.id),
            reference: self.reference,
            kind: self.kind,
            language: self.language.unwrap_or(home.language),
            time_zone: self.time_zone.unwrap_or(home.time_zone),
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
        }
    }
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
