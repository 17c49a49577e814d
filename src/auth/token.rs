//! Tokens: JSON, signed with HS256. What we sign and what we read are the same nine claims.

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::domain::actor::Scope;

/// The longest token that is looked at, in bytes: verifying costs time for each of them.
pub const TOKEN_BYTES_MAX: usize = 8 * 1024;
/// How far the issuer's clock may be from ours.
pub const LEEWAY: TimeDelta = TimeDelta::seconds(30);
/// How long a token may live unless the configuration says otherwise.
pub const LIFE_MAX: TimeDelta = TimeDelta::hours(1);

/// What kind of actor a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Customer,
    Operator,
    Service,
}

/// Whom a token is for, and what it lets them do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub name: String,
    pub role: Role,
    pub scopes: Vec<Scope>,
}

/// What a token that has been verified says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    pub subject: Subject,
    pub issued_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

/// Why a token is not accepted. None of the sentences repeats any of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenRefused {
    #[error("The token is longer than {TOKEN_BYTES_MAX} bytes.")]
    TooLong,
    #[error("The token is not a signed JSON web token.")]
    Malformed,
    #[error("The token is not signed with HS256.")]
    Algorithm,
    #[error("The token asks for extensions that are not supported.")]
    Critical,
    #[error("The token's signature is wrong.")]
    Signature,
    #[error("The token's claims are not of the expected form.")]
    Claims,
    #[error("The token lacks the claim \"{0}\".")]
    Missing(&'static str),
    #[error("The token is from another issuer.")]
    Issuer,
    #[error("The token is for another audience.")]
    Audience,
    #[error("The token has expired.")]
    Expired,
    #[error("The token is not valid yet.")]
    NotYet,
    #[error("The token was issued in the future.")]
    IssuedLater,
    #[error("The token expires before it was issued.")]
    Backwards,
    #[error("The token lives longer than tokens may.")]
    LivesTooLong,
    #[error("The token could not be signed.")]
    NotSigned,
}

/// The claims as they are written. All are optional here, so that what lacks can be named.
#[derive(Serialize, Deserialize)]
struct Written {
    iss: Option<String>,
    aud: Option<Audience>,
    sub: Option<String>,
    exp: Option<i64>,
    iat: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
    role: Option<Role>,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<String>,
}

/// RFC 7519 lets an audience be one or several.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// Signs and reads tokens with one secret.
pub struct Tokens {
    signing: EncodingKey,
    reading: DecodingKey,
    issuer: String,
    audience: String,
    life_max: TimeDelta,
}

impl Tokens {
    #[expect(clippy::needless_pass_by_value, reason = "the caller is not to keep the secret")]
    pub fn new(secret: SecretString, issuer: String, audience: String) -> Self {
        let secret = secret.expose_secret().as_bytes();
        Self {
            signing: EncodingKey::from_secret(secret),
            reading: DecodingKey::from_secret(secret),
            issuer,
            audience,
            life_max: LIFE_MAX,
        }
    }

    #[must_use]
    pub fn with_max_life(mut self, life_max: TimeDelta) -> Self {
        self.life_max = life_max;
        self
    }

    /// A token for `subject` that expires `ttl` after `now`.
    pub fn sign(
        &self,
        subject: &Subject,
        ttl: TimeDelta,
        now: DateTime<Utc>,
    ) -> Result<String, TokenRefused> {
        if ttl > self.life_max {
            return Err(TokenRefused::LivesTooLong);
        }
        if ttl <= TimeDelta::zero() {
            return Err(TokenRefused::Backwards);
        }
        let scopes: Vec<&str> = subject.scopes.iter().map(|scope| scope.name()).collect();
        let written = Written {
            iss: Some(self.issuer.clone()),
            aud: Some(Audience::One(self.audience.clone())),
            sub: Some(subject.name.clone()),
            exp: Some((now + ttl).timestamp()),
            iat: Some(now.timestamp()),
            nbf: None,
            role: Some(subject.role),
            scope: (!scopes.is_empty()).then(|| scopes.join(" ")),
        };
        encode(&Header::new(Algorithm::HS256), &written, &self.signing)
            .map_err(|_| TokenRefused::NotSigned)
    }

    /// What `token` says, if it is ours and valid at `now`.
    pub fn read(&self, token: &str, now: DateTime<Utc>) -> Result<Claims, TokenRefused> {
        if token.len() > TOKEN_BYTES_MAX {
            return Err(TokenRefused::TooLong);
        }
        // The library would read the system's clock, and says less about what is wrong.
        let mut rules = Validation::new(Algorithm::HS256);
        rules.required_spec_claims.clear();
        rules.validate_exp = false;
        rules.validate_nbf = false;
        rules.validate_aud = false;
        let read =
            decode::<Written>(token, &self.reading, &rules).map_err(|e| refused(e.kind()))?;
        if read.header.crit.is_some() {
            return Err(TokenRefused::Critical);
        }
        self.check(read.claims, now)
    }

    fn check(&self, it: Written, now: DateTime<Utc>) -> Result<Claims, TokenRefused> {
        use TokenRefused::Missing;
        if it.iss.ok_or(Missing("iss"))? != self.issuer {
            return Err(TokenRefused::Issuer);
        }
        let ours = match it.aud.ok_or(Missing("aud"))? {
            Audience::One(one) => one == self.audience,
            Audience::Several(several) => several.contains(&self.audience),
        };
        if !ours {
            return Err(TokenRefused::Audience);
        }
        let name = it.sub.filter(|name| !name.is_empty()).ok_or(Missing("sub"))?;
        let expires_at = time(it.exp.ok_or(Missing("exp"))?)?;
        let issued_at = time(it.iat.ok_or(Missing("iat"))?)?;
        let role = it.role.ok_or(Missing("role"))?;
        if issued_at > now + LEEWAY {
            return Err(TokenRefused::IssuedLater);
        }
        if let Some(from) = it.nbf
            && time(from)? > now + LEEWAY
        {
            return Err(TokenRefused::NotYet);
        }
        if expires_at <= issued_at {
            return Err(TokenRefused::Backwards);
        }
        if expires_at - issued_at > self.life_max {
            return Err(TokenRefused::LivesTooLong);
        }
        if expires_at + LEEWAY <= now {
            return Err(TokenRefused::Expired);
        }
        // A scope of a later version gives nothing; it is no reason to keep its holder out.
        let scopes = it.scope.as_deref().unwrap_or_default();
        let scopes = scopes.split_ascii_whitespace().filter_map(Scope::parse).collect();
        Ok(Claims { subject: Subject { name, role, scopes }, issued_at, expires_at })
    }
}

/// Times of any year that a calendar does not reach are refused before anything is added to them.
fn time(seconds: i64) -> Result<DateTime<Utc>, TokenRefused> {
    const YEAR_10000: i64 = 253_402_300_800;
    if !(0..YEAR_10000).contains(&seconds) {
        return Err(TokenRefused::Claims);
    }
    DateTime::from_timestamp(seconds, 0).ok_or(TokenRefused::Claims)
}

fn refused(kind: &ErrorKind) -> TokenRefused {
    match kind {
        ErrorKind::InvalidSignature => TokenRefused::Signature,
        ErrorKind::InvalidAlgorithm | ErrorKind::InvalidAlgorithmName => TokenRefused::Algorithm,
        // The shape comes first, so JSON that does not fit is in the header or the claims.
        ErrorKind::Json(_) => TokenRefused::Claims,
        _ => TokenRefused::Malformed,
    }
}
