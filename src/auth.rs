//! Who gets in. One check for HTTP headers and WebSocket payloads: a bearer token in, an [`Actor`] out.
//!
//! The algorithm is ours, never the token's, and the time is the caller's, never the library's.

pub mod links;

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, errors::ErrorKind};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    app::App,
    domain::{
        actor::{Actor, Scope},
        writing::is_line,
    },
    storage::{self, StorageError},
};

/// A longer token is refused before it is decoded.
pub const TOKEN_BYTES_MAX: usize = 8 * 1024;
/// How far the clocks of the issuer and of this server may be apart.
pub const LEEWAY: TimeDelta = TimeDelta::seconds(30);
/// Tokens that live longer are refused, unless the setting says otherwise.
pub const MAX_LIFE: TimeDelta = TimeDelta::hours(1);

const ALGORITHM: Algorithm = Algorithm::HS256;

/// The one who asks, as GraphQL finds it in the request's data; `None` is an anonymous visitor.
#[derive(Clone, Debug)]
pub struct Viewer(pub Option<Actor>);

/// An actor, and until when we believe it.
#[derive(Clone, Debug)]
pub struct Session {
    pub actor: Actor,
    pub expires_at: DateTime<Utc>,
}

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
}

/// Why a token is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefused {
    #[error("The token is larger than 8 KiB.")]
    TooLarge,
    #[error("The token is malformed.")]
    Malformed,
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

/// Why nobody could be identified.
#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    #[error("The authorization has to read `Bearer`, a space, and a token.")]
    NotBearer,
    #[error(transparent)]
    Token(#[from] TokenRefused),
    #[error("The token's customer is not known here.")]
    UnknownCustomer,
    #[error("storage failed while somebody was identified")]
    Storage(#[from] StorageError),
}

impl AuthError {
    /// Whether it is what the caller has shown, and not our side, that is wrong.
    pub fn is_of_caller(&self) -> bool {
        !matches!(self, Self::Storage(_))
    }
}

/// Why a token was not issued.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    #[error("a token may live for {} seconds at most, and for one at least", .max.num_seconds())]
    Life { max: TimeDelta },
    #[error("the token could not be signed")]
    Signing(#[from] jsonwebtoken::errors::Error),
}

/// Issues and reads bearer tokens signed with one shared secret.
pub struct Tokens {
    secret: SecretString,
    issuer: String,
    audience: String,
    max_life: TimeDelta,
}

/// The claims as they are written into a token.
#[derive(Serialize)]
struct Payload<'a> {
    iss: &'a str,
    aud: &'a str,
    sub: &'a str,
    iat: i64,
    exp: i64,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
}

/// Reads the token of a request. No authorization at all is fine, and nobody; a bad one is an error.
pub async fn identify(
    app: &App,
    authorization: Option<&str>,
) -> Result<Option<Session>, AuthError> {
    let Some(authorization) = authorization else { return Ok(None) };
    let (scheme, bearer) = authorization.split_once(' ').ok_or(AuthError::NotBearer)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(AuthError::NotBearer);
    }
    let Claims { subject, expires_at, .. } = app.tokens.read(bearer.trim(), app.clock.now())?;
    let actor = match subject {
        Subject::Customer { reference } => {
            let found = storage::customers::id_by_reference(app.store.read(), &reference).await?;
            Actor::Customer { id: found.ok_or(AuthError::UnknownCustomer)?, reference }
        }
        Subject::Operator { name, scopes } => Actor::Operator { name, scopes },
        Subject::Service { name, scopes } => Actor::Service { name, scopes },
    };
    Ok(Some(Session { actor, expires_at }))
}

impl Tokens {
    pub fn new(secret: SecretString, issuer: String, audience: String) -> Self {
        Self { secret, issuer, audience, max_life: MAX_LIFE }
    }

    /// Lets tokens live longer, or shorter, than [`MAX_LIFE`].
    #[must_use]
    pub fn with_max_life(self, max_life: TimeDelta) -> Self {
        Self { max_life, ..self }
    }

    pub fn max_life(&self) -> TimeDelta {
        self.max_life
    }

    /// A token for `subject` that is good from `now` on, for `ttl`.
    pub fn sign(
        &self,
        subject: &Subject,
        ttl: TimeDelta,
        now: DateTime<Utc>,
    ) -> Result<String, SignError> {
        if ttl < TimeDelta::seconds(1) || self.max_life < ttl {
            return Err(SignError::Life { max: self.max_life });
        }
        let (role, sub, scopes) = match subject {
            Subject::Customer { reference } => ("customer", reference, None),
            Subject::Operator { name, scopes } => ("operator", name, Some(scopes)),
            Subject::Service { name, scopes } => ("service", name, Some(scopes)),
        };
        let payload = Payload {
            iss: &self.issuer,
            aud: &self.audience,
            sub,
            iat: now.timestamp(),
            exp: now.timestamp() + ttl.num_seconds(),
            role,
            scope: scopes.map(|all| all.iter().map(|it| it.name()).collect::<Vec<_>>().join(" ")),
        };
        let key = EncodingKey::from_secret(self.secret.expose_secret().as_bytes());
        Ok(jsonwebtoken::encode(&Header::new(ALGORITHM), &payload, &key)?)
    }

    /// What `bearer` says, if all of it holds at `now`.
    pub fn read(&self, bearer: &str, now: DateTime<Utc>) -> Result<Claims, TokenRefused> {
        if TOKEN_BYTES_MAX < bearer.len() {
            return Err(TokenRefused::TooLarge);
        }
        let claims = self.verified(bearer)?;
        if text(&claims, "iss")? != self.issuer {
            return Err(TokenRefused::WrongIssuer);
        }
        if !is_for(claims.get("aud"), &self.audience)? {
            return Err(TokenRefused::WrongAudience);
        }
        let issued_at = time(&claims, "iat")?;
        let expires_at = time(&claims, "exp")?;
        let starts_at = if claims.contains_key("nbf") { time(&claims, "nbf")? } else { issued_at };
        if expires_at + LEEWAY <= now {
            return Err(TokenRefused::Expired);
        }
        if now < issued_at.max(starts_at) - LEEWAY {
            return Err(TokenRefused::NotYetValid);
        }
        if self.max_life < expires_at - issued_at {
            return Err(TokenRefused::TooLongLived);
        }
        Ok(Claims { subject: subject(&claims)?, issued_at, expires_at })
    }

    /// The claims of a token that we signed. The library looks at nothing but the signature: its
    /// checks of time ask the system's clock, and its other checks are easy to switch off unawares.
    fn verified(&self, bearer: &str) -> Result<Map<String, Value>, TokenRefused> {
        let mut validation = Validation::new(ALGORITHM);
        validation.required_spec_claims.clear();
        validation.validate_exp = false;
        validation.validate_nbf = false;
        validation.validate_aud = false;
        let key = DecodingKey::from_secret(self.secret.expose_secret().as_bytes());
        let token = jsonwebtoken::decode::<Map<String, Value>>(bearer, &key, &validation).map_err(
            |err| match err.kind() {
                ErrorKind::InvalidSignature | ErrorKind::InvalidAlgorithm => {
                    TokenRefused::BadSignature
                }
                _ => TokenRefused::Malformed,
            },
        )?;
        if token.header.crit.is_some() {
            // The issuer insists on a rule that we do not know.
            return Err(TokenRefused::Malformed);
        }
        Ok(token.claims)
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

fn subject(claims: &Map<String, Value>) -> Result<Subject, TokenRefused> {
    let name = text(claims, "sub")?.to_owned();
    match text(claims, "role")? {
        "customer" => Ok(Subject::Customer { reference: name }),
        "operator" => Ok(Subject::Operator { name, scopes: scopes(claims)? }),
        "service" => Ok(Subject::Service { name, scopes: scopes(claims)? }),
        _ => Err(TokenRefused::UnknownRole),
    }
}

/// Scopes that we do not know give nothing; they may be another service's.
fn scopes(claims: &Map<String, Value>) -> Result<Vec<Scope>, TokenRefused> {
    match claims.get("scope") {
        None => Ok(Vec::new()),
        Some(Value::String(names)) => Ok(names.split(' ').filter_map(Scope::parse).collect()),
        Some(_) => Err(TokenRefused::MissingClaim("scope")),
    }
}

/// The audience is one name or a list of names.
fn is_for(claim: Option<&Value>, audience: &str) -> Result<bool, TokenRefused> {
    match claim {
        Some(Value::String(one)) => Ok(one == audience),
        Some(Value::Array(all)) => Ok(all.iter().any(|one| one == audience)),
        _ => Err(TokenRefused::MissingClaim("aud")),
    }
}

fn text<'a>(claims: &'a Map<String, Value>, name: &'static str) -> Result<&'a str, TokenRefused> {
    match claims.get(name).and_then(Value::as_str) {
        Some(text) if !text.is_empty() && is_line(text) => Ok(text),
        _ => Err(TokenRefused::MissingClaim(name)),
    }
}

/// Whole seconds since 1970, in a range where adding an hour or a leeway cannot overflow.
fn time(claims: &Map<String, Value>, name: &'static str) -> Result<DateTime<Utc>, TokenRefused> {
    const YEAR_9999_SECONDS: i64 = 253_402_300_799;
    let seconds = claims.get(name).and_then(Value::as_i64);
    let seconds = seconds.filter(|it| (0..=YEAR_9999_SECONDS).contains(it));
    seconds
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .ok_or(TokenRefused::MissingClaim(name))
}

#[cfg(test)]
mod tests;
