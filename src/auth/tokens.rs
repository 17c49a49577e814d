//! Issues and reads bearer tokens: our own, signed with one shared secret, or an external issuer's.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header,
    errors::ErrorKind,
};
use secrecy::{ExposeSecret, SecretString};
use serde::Serialize;

use super::claims::{Claims, Expected, RawClaims, Subject, TokenRefused};
use super::issuer::{Issuer, Unavailable};
use super::keys::KeyId;
use super::{MAX_LIFE, TOKEN_BYTES_MAX};

/// What our own tokens are signed with.
const OWN_ALGORITHM: Algorithm = Algorithm::HS256;
/// What a token may say that it is. Others, such as one that ends a session, are no proof of who asks.
const TYPES: [&str; 4] = ["JWT", "at+jwt", "application/jwt", "application/at+jwt"];

/// Why a token was not issued.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    #[error("a token may live for {} seconds at most, and for one at least", .max.num_seconds())]
    Life { max: TimeDelta },
    #[error("tokens come from the external issuer")]
    External,
    #[error("the token could not be signed")]
    Signing(#[from] jsonwebtoken::errors::Error),
}

/// Whose signature counts: a closed set, so an enum.
enum Signer {
    Own(SecretString),
    Issuer(Issuer),
}

/// Reads tokens, and signs them where they are our own.
pub struct Tokens {
    signer: Signer,
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

impl Tokens {
    /// Our own tokens.
    pub fn new(secret: SecretString, issuer: String, audience: String) -> Self {
        Self { signer: Signer::Own(secret), issuer, audience, max_life: MAX_LIFE }
    }

    /// An external issuer's. No secret of ours signs any.
    pub fn of_issuer(keys: Issuer, issuer: String, audience: String) -> Self {
        Self { signer: Signer::Issuer(keys), issuer, audience, max_life: MAX_LIFE }
    }

    /// Lets tokens live longer, or shorter, than [`MAX_LIFE`].
    #[must_use]
    pub fn with_max_life(self, max_life: TimeDelta) -> Self {
        Self { max_life, ..self }
    }

    pub fn max_life(&self) -> TimeDelta {
        self.max_life
    }

    /// Whether there is something to read tokens with.
    pub fn is_ready(&self, now: DateTime<Utc>) -> bool {
        match &self.signer {
            Signer::Own(_) => true,
            Signer::Issuer(issuer) => issuer.is_ready(now),
        }
    }

    /// A token for `subject` that is good from `now` on, for `ttl`.
    pub fn sign(
        &self,
        subject: &Subject,
        ttl: TimeDelta,
        now: DateTime<Utc>,
    ) -> Result<String, SignError> {
        let Signer::Own(secret) = &self.signer else { return Err(SignError::External) };
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
        let key = EncodingKey::from_secret(secret.expose_secret().as_bytes());
        Ok(jsonwebtoken::encode(&Header::new(OWN_ALGORITHM), &payload, &key)?)
    }

    /// Fetches the issuer's keys where they are needed to read this token and not here. Its
    /// signature is not looked at: whoever sends nonsense can cause a fetch in half a minute, no more.
    pub async fn prepare(&self, bearer: &str, now: DateTime<Utc>) -> Result<(), Unavailable> {
        let Signer::Issuer(issuer) = &self.signer else { return Ok(()) };
        let Ok(header) = header(bearer) else { return Ok(()) };
        issuer.refresh(header.kid.as_deref(), header.alg, now).await
    }

    /// Whether the key that signed a token is still one that counts, as far as we know.
    pub async fn still_trusts(&self, key: Option<KeyId>, now: DateTime<Utc>) -> bool {
        match (&self.signer, key) {
            // A set that is away for too long ends no session: its token does, soon enough.
            (Signer::Issuer(issuer), Some(key)) => issuer.holds(key, now).await.unwrap_or(true),
            _ => true,
        }
    }

    /// What `bearer` says, if all of it holds at `now`: with the keys that are here.
    pub fn read(&self, bearer: &str, now: DateTime<Utc>) -> Result<Claims, TokenRefused> {
        let header = header(bearer)?;
        let (claims, key) = match &self.signer {
            Signer::Own(secret) => {
                let key = DecodingKey::from_secret(secret.expose_secret().as_bytes());
                (verified(bearer, &key, OWN_ALGORITHM)?, None)
            }
            Signer::Issuer(issuer) => {
                let keys = issuer.keys();
                let key = keys.find(header.kid.as_deref(), header.alg);
                let key = key.ok_or(TokenRefused::UnknownKey)?;
                (verified(bearer, &key.public, key.algorithm)?, Some(key.id))
            }
        };
        let expected = Expected {
            issuer: &self.issuer,
            audience: &self.audience,
            max_life: self.max_life,
            now,
        };
        Ok(Claims { key, ..claims.hold(&expected)? })
    }
}

impl fmt::Debug for Tokens {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tokens").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// The header of a token that could be one. Keys that it holds or points to are never looked at.
fn header(bearer: &str) -> Result<Header, TokenRefused> {
    if TOKEN_BYTES_MAX < bearer.len() {
        return Err(TokenRefused::TooLarge);
    }
    if bearer.bytes().filter(|byte| *byte == b'.').count() != 2 {
        return Err(TokenRefused::Malformed);
    }
    let header = decode_header(bearer).map_err(|_| TokenRefused::Malformed)?;
    let is_unknown = |typ: &str| !TYPES.iter().any(|it| it.eq_ignore_ascii_case(typ));
    let is_odd = header.crit.is_some()
        // The issuer insists on a rule that we do not know, or the text is no claims as they are.
        || header.extras.inner().contains_key("b64")
        || header.enc.is_some()
        || header.zip.is_some()
        || header.cty.is_some()
        || header.typ.as_deref().is_some_and(is_unknown);
    if is_odd { Err(TokenRefused::Malformed) } else { Ok(header) }
}

/// The claims of a token with a good signature. The library looks at nothing else: its checks of
/// time ask the system's clock, and its other checks are easy to switch off unawares.
fn verified(
    bearer: &str,
    key: &DecodingKey,
    algorithm: Algorithm,
) -> Result<RawClaims, TokenRefused> {
    let mut validation = Validation::new(algorithm);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.validate_aud = false;
    let token = decode(bearer, key, &validation).map_err(|err| match err.kind() {
        ErrorKind::InvalidSignature | ErrorKind::InvalidAlgorithm => TokenRefused::BadSignature,
        _ => TokenRefused::Malformed,
    })?;
    Ok(token.claims)
}

#[cfg(test)]
mod tests;
