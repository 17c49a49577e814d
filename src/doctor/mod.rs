//! Whether everything is there that the server needs: a finding for each thing looked at. Nothing
//! is changed by looking.

mod database;
mod documents;
mod issuer;
mod machine;
mod socket;

use crate::app;
use crate::clock::Clock;
use crate::config::{ConfigError, Loaded, Settings};
use crate::telemetry;

/// How well a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Ok,
    /// It works, and will not for ever, or not everywhere.
    Warn,
    Fail,
}

impl Verdict {
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Fail => "fail",
        }
    }
}

/// What was looked at, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub what: &'static str,
    pub verdict: Verdict,
    /// What is the matter and, unless all is well, what to do.
    pub message: String,
}

impl Finding {
    fn ok(what: &'static str, message: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Ok, message: message.into() }
    }

    fn warn(what: &'static str, message: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Warn, message: message.into() }
    }

    fn fail(what: &'static str, message: impl Into<String>) -> Self {
        Self { what, verdict: Verdict::Fail, message: message.into() }
    }
}

/// Looks at everything that can be looked at with these settings.
pub async fn examine(loaded: Result<Loaded, ConfigError>) -> Vec<Finding> {
    let clock = Clock::System;
    let mut findings = Vec::new();
    match loaded {
        Ok(loaded) => {
            findings.extend(of_settings(&loaded));
            findings.extend(of_secret(&loaded.settings));
            if let Some(url) = &loaded.settings.jwks_url {
                findings.push(issuer::examine(url).await);
            }
            findings.extend(database::examine(&loaded.settings, &clock).await);
            findings.push(machine::port(loaded.settings.listen).await);
            findings.push(machine::disk(&loaded.settings));
            findings.extend(documents::examine(&loaded.settings));
        }
        Err(error) => {
            findings.extend(error.problems.into_iter().map(|it| Finding::fail("settings", it)));
            findings.push(machine::clock(clock.now()));
        }
    }
    findings.push(socket::examine(&clock).await);
    findings
}

fn of_settings(loaded: &Loaded) -> Vec<Finding> {
    let settings = &loaded.settings;
    let secret = settings.secret_weakness();
    let problems = settings.validate().err().into_iter().flat_map(|error| error.problems);
    // The secret has a finding of its own.
    let problems = problems.filter(|it| Some(it) != secret.as_ref());
    let log = telemetry::check(&settings.log).err().into_iter().flat_map(|error| error.problems);
    let missing = app::missing_features(settings);
    let mut findings: Vec<Finding> = problems
        .chain(log)
        .chain(missing)
        .map(|it| Finding::fail("settings", it))
        .chain(loaded.warnings.iter().map(|it| Finding::warn("settings", it.clone())))
        .collect();
    if settings.listen.ip().is_unspecified() && settings.public_url.is_none() {
        let message = "Links lead to this machine only. Set BUONO_PUBLIC_URL to the address that \
             people reach it at.";
        findings.push(Finding::warn("settings", message));
    }
    if findings.is_empty() {
        findings.push(Finding::ok("settings", "They can be used."));
    }
    findings
}

/// With an external issuer there need not be one.
fn of_secret(settings: &Settings) -> Option<Finding> {
    const WHAT: &str = "secret";
    if settings.jwks_url.is_some() {
        let weakness = settings.jwt_secret.as_ref().and_then(|_| settings.secret_weakness());
        return weakness.map(|it| Finding::warn(WHAT, it));
    }
    Some(match (settings.signing_secret(), settings.secret_weakness()) {
        (Err(error), _) => Finding::fail(WHAT, error.to_string()),
        (Ok(_), None) => Finding::ok(WHAT, "It is long enough, and not easy to guess."),
        (Ok(_), Some(weakness)) if settings.is_production() => Finding::fail(WHAT, weakness),
        (Ok(_), Some(weakness)) => {
            Finding::warn(WHAT, format!("{weakness} Production refuses it as it is."))
        }
    })
}
