//! `buono token`: a signed token, and nothing else, on stdout.

use chrono::TimeDelta;
use clap::{ArgGroup, Args};

use super::{CliError, Exit, print};
use crate::app;
use crate::auth::Subject;
use crate::clock::Clock;
use crate::config::{Settings, suggestion};
use crate::domain::actor::Scope;

/// Prints a signed token for a customer, an operator or a service.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("who").required(true).args(["customer", "operator", "service"]))]
#[command(after_help = "\
Examples:
  buono token --customer anna
  buono token --operator marco --scopes orders:read,orders:validate --ttl 30m
  curl -H \"Authorization: Bearer $(buono token --customer anna)\" …

Scopes: orders:read, orders:place, orders:validate, orders:deliver, payments:write, refunds:write,
documents:read, customers:write.")]
pub(super) struct Token {
    /// A customer, by the vendor's reference.
    #[arg(long, value_name = "REF", conflicts_with = "scopes")]
    customer: Option<String>,
    /// A person who works on orders.
    #[arg(long, value_name = "NAME", requires = "scopes")]
    operator: Option<String>,
    /// A program, such as the shop.
    #[arg(long, value_name = "NAME", requires = "scopes")]
    service: Option<String>,
    /// What an operator or a service may do.
    #[arg(long, value_name = "A,B", value_delimiter = ',', value_parser = scope)]
    scopes: Vec<Scope>,
    /// How long the token lives: 90s, 30m, 1h; one hour at most, unless in development.
    #[arg(long, default_value = "1h", value_parser = life)]
    ttl: TimeDelta,
}

impl Token {
    pub fn run(self, settings: &Settings) -> Result<Exit, CliError> {
        settings.validate()?;
        let tokens = app::tokens(settings, settings.signing_secret()?.clone());
        let most = tokens.max_life();
        if most < self.ttl {
            let hours = most.num_hours();
            return Err(CliError::usage(
                "The token would live too long.",
                format!("Give a --ttl of at most {hours}h."),
            ));
        }
        let ttl = self.ttl;
        let subject = self.subject()?;
        let token = tokens.sign(&subject, ttl, Clock::System.now()).map_err(|error| {
            CliError::new(Exit::Failure, format!("No token was made: {error}."), "Check the flags.")
        })?;
        print(&format!("{token}\n")).map(|()| Exit::Done)
    }

    fn subject(self) -> Result<Subject, CliError> {
        let scopes = self.scopes;
        let (name, subject) = match (self.customer, self.operator, self.service) {
            (Some(reference), _, _) => (reference.clone(), Subject::Customer { reference }),
            (_, Some(name), _) => (name.clone(), Subject::Operator { name, scopes }),
            (_, _, name) => {
                let name = name.unwrap_or_default();
                (name.clone(), Subject::Service { name, scopes })
            }
        };
        if name.trim().is_empty() {
            return Err(CliError::usage("A token needs a name.", "Say who it is for."));
        }
        Ok(subject)
    }
}

fn scope(name: &str) -> Result<Scope, String> {
    Scope::parse(name).ok_or_else(|| {
        let known = Scope::ALL.into_iter().map(|it| it.name().to_owned());
        format!("there is no such scope.{}", suggestion(name, known))
    })
}

/// Reads `90s`, `30m`, `1h`.
pub(super) fn life(text: &str) -> Result<TimeDelta, String> {
    let read = || {
        let (count, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
        if !count.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let count = count.parse().ok()?;
        match unit {
            "s" => TimeDelta::try_seconds(count),
            "m" => TimeDelta::try_minutes(count),
            "h" => TimeDelta::try_hours(count),
            _ => None,
        }
        .filter(|life| TimeDelta::zero() < *life)
    };
    read().ok_or_else(|| "write a number above 0 and its unit, like 90s, 30m or 1h".into())
}
