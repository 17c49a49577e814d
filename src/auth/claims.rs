//! What a token says, and whether all of it holds: after its signature was found to be good.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::{Map, Value};

use super::LEEWAY;
use super::keys::KeyId;
use crate::domain::{actor::Scope, writing::is_line};

/// Whom a token speaks for, before the database has confirmed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    Customer { reference: String },
    Operator { name: String, scopes: Vec<Scope> },
    Service { name: String, scopes: Vec<Scope> },
}

/// What a valid token says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    pub subject: Subject,
    pub issued_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    /// The issuer's key that signed it; `None` is our own secret.
    pub key: Option<KeyId>,
}

/// Why a token is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefused {
    #[error("The token is larger than 8 KiB.")]
    TooLarge,
    #[error("The token is malformed.")]
    Malformed,
    #[error("The token was signed with a key that is not known here.")]
    UnknownKey,
    #[error("The token's signature is not valid.")]
    BadSignature,
    #[error("The token has expired. Sign in again.")]
    Expired,
    #[error("The token is not valid yet.")]
    NotYetValid,
    #[error("The token was issued by somebody else.")]
    WrongIssuer,
    #[error("The token was issued for somebody else.")]
    WrongAudience,
    #[error("The token has no valid `{0}` claim.")]
    MissingClaim(&'static str),
    #[error("The token's role is not one we know.")]
    UnknownRole,
    #[error("The token lives longer than this server allows.")]
    TooLongLived,
}

/// What the claims of a token are held against.
pub(super) struct Expected<'a> {
    pub issuer: &'a str,
    pub audience: &'a str,
    pub max_life: TimeDelta,
    pub now: DateTime<Utc>,
}

/// Claims as they came. One that comes twice could be read as either: such a token is refused.
pub(super) struct RawClaims(Map<String, Value>);

impl RawClaims {
    pub fn hold(&self, expected: &Expected) -> Result<Claims, TokenRefused> {
        if self.text("iss")? != expected.issuer {
            return Err(TokenRefused::WrongIssuer);
        }
        if !self.is_for(expected.audience)? {
            return Err(TokenRefused::WrongAudience);
        }
        let (issued_at, expires_at) = (self.time("iat")?, self.time("exp")?);
        let starts_at = if self.0.contains_key("nbf") { self.time("nbf")? } else { issued_at };
        if expires_at + LEEWAY <= expected.now {
            return Err(TokenRefused::Expired);
        }
        if expected.now < issued_at.max(starts_at) - LEEWAY {
            return Err(TokenRefused::NotYetValid);
        }
        if expected.max_life < expires_at - issued_at {
            return Err(TokenRefused::TooLongLived);
        }
        Ok(Claims { subject: self.subject()?, issued_at, expires_at, key: None })
    }

    fn subject(&self) -> Result<Subject, TokenRefused> {
        let name = self.text("sub")?.to_owned();
        match self.text("role")? {
            "customer" => Ok(Subject::Customer { reference: name }),
            "operator" => Ok(Subject::Operator { name, scopes: self.scopes()? }),
            "service" => Ok(Subject::Service { name, scopes: self.scopes()? }),
            _ => Err(TokenRefused::UnknownRole),
        }
    }

    /// Scopes that we do not know give nothing; they may be another service's.
    fn scopes(&self) -> Result<Vec<Scope>, TokenRefused> {
        match self.0.get("scope") {
            None => Ok(Vec::new()),
            Some(Value::String(names)) => Ok(names.split(' ').filter_map(Scope::parse).collect()),
            Some(_) => Err(TokenRefused::MissingClaim("scope")),
        }
    }

    /// The audience is one name or a list of names.
    fn is_for(&self, audience: &str) -> Result<bool, TokenRefused> {
        match self.0.get("aud") {
            Some(Value::String(one)) => Ok(one == audience),
            Some(Value::Array(all)) => Ok(all.iter().any(|one| one == audience)),
            _ => Err(TokenRefused::MissingClaim("aud")),
        }
    }

    fn text(&self, name: &'static str) -> Result<&str, TokenRefused> {
        match self.0.get(name).and_then(Value::as_str) {
            Some(text) if !text.is_empty() && is_line(text) => Ok(text),
            _ => Err(TokenRefused::MissingClaim(name)),
        }
    }

    /// Whole seconds since 1970, in a range where adding an hour or a leeway cannot overflow.
    fn time(&self, name: &'static str) -> Result<DateTime<Utc>, TokenRefused> {
        const YEAR_9999_SECONDS: i64 = 253_402_300_799;
        let seconds = self.0.get(name).and_then(Value::as_i64);
        let seconds = seconds.filter(|it| (0..=YEAR_9999_SECONDS).contains(it));
        seconds
            .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
            .ok_or(TokenRefused::MissingClaim(name))
    }
}

impl<'de> Deserialize<'de> for RawClaims {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Once)
    }
}

struct Once;

impl<'de> Visitor<'de> for Once {
    type Value = RawClaims;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object, with each claim once")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<RawClaims, A::Error> {
        let mut claims = Map::new();
        while let Some((name, value)) = access.next_entry::<String, Value>()? {
            if claims.insert(name, value).is_some() {
                return Err(A::Error::custom("a claim comes twice"));
            }
        }
        Ok(RawClaims(claims))
    }
}
