//! Who gets in. One check for HTTP headers and WebSocket payloads: a bearer token in, an [`Actor`] out.
//!
//! The algorithm is ours, never the token's, and the time is the caller's, never the library's.

mod claims;
pub mod issuer;
mod keys;
pub mod links;
mod tokens;

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

pub use self::claims::{Claims, Subject, TokenRefused};
pub use self::tokens::{SignError, Tokens};
use self::{issuer::Unavailable, keys::KeyId};
use crate::{
    app::App,
    domain::actor::Actor,
    storage::{StorageError, customers},
};

/// A longer token is refused before it is decoded.
pub const TOKEN_BYTES_MAX: usize = 8 * 1024;
/// How far the clocks of the issuer and of this server may be apart.
pub const LEEWAY: TimeDelta = TimeDelta::seconds(30);
/// Tokens that live longer are refused, unless the setting says otherwise.
pub const MAX_LIFE: TimeDelta = TimeDelta::hours(1);

/// The one who asks, as GraphQL finds it in the request's data; `None` is an anonymous visitor.
#[derive(Clone, Debug)]
pub struct Viewer(pub Option<Actor>);

/// An actor, and until when we believe it.
#[derive(Clone, Debug)]
pub struct Session {
    pub actor: Actor,
    pub issued_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    key: Option<KeyId>,
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
    #[error("The token was revoked. Sign in again.")]
    Revoked,
    #[error(transparent)]
    Unavailable(#[from] Unavailable),
    #[error("storage failed while somebody was identified")]
    Storage(#[from] StorageError),
}

impl AuthError {
    /// Whether it is what the caller has shown, and not our side, that is wrong.
    pub fn is_of_caller(&self) -> bool {
        !matches!(self, Self::Storage(_) | Self::Unavailable(_))
    }
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
    let (bearer, now) = (bearer.trim_matches(' '), app.clock.now());
    app.tokens.prepare(bearer, now).await?;
    let Claims { subject, issued_at, expires_at, key } = app.tokens.read(bearer, now)?;
    let actor = match subject {
        Subject::Customer { reference } => customer(app, reference, issued_at).await?,
        Subject::Operator { name, scopes } => Actor::Operator { name, scopes },
        Subject::Service { name, scopes } => Actor::Service { name, scopes },
    };
    Ok(Some(Session { actor, issued_at, expires_at, key }))
}

/// Why a session that has begun may not go on, if so. For those who hold a connection open: the look
/// runs to its end though they may not wait for it.
pub async fn has_ended(app: &Arc<App>, session: &Session) -> Option<AuthError> {
    let (of_task, session) = (Arc::clone(app), session.clone());
    let look = app.tracker.spawn(async move { still_holds(&of_task, &session).await });
    match look.await {
        Ok(Ok(())) => None,
        // Nothing was found out: the next look may.
        Ok(Err(AuthError::Storage(err))) => {
            tracing::warn!(error = %err, "Nobody knows whether a token was revoked: storage failed");
            None
        }
        Ok(Err(refused)) => Some(refused),
        Err(panicked) => {
            tracing::error!(error = %panicked, "Looking whether a token was revoked panicked");
            None
        }
    }
}

/// Whether its customer is there, nobody has revoked its token, and the issuer still stands by the
/// key that signed it.
async fn still_holds(app: &App, session: &Session) -> Result<(), AuthError> {
    if !app.tokens.still_trusts(session.key, app.clock.now()).await {
        return Err(TokenRefused::UnknownKey.into());
    }
    if let Actor::Customer { reference, .. } = &session.actor {
        customer(app, reference.clone(), session.issued_at).await?;
    }
    Ok(())
}

/// The customer that a token names, unless tokens from before are not good any more. A token says
/// when it was issued in whole seconds, so that one of the second of the revocation may be older than
/// it: those are refused as well.
async fn customer(
    app: &App,
    reference: String,
    issued_at: DateTime<Utc>,
) -> Result<Actor, AuthError> {
    let holder = customers::token_holder(app.store.read(), &reference).await?;
    let holder = holder.ok_or(AuthError::UnknownCustomer)?;
    if holder.tokens_valid_after.is_some_and(|revoked_at| issued_at <= revoked_at) {
        return Err(AuthError::Revoked);
    }
    Ok(Actor::Customer { id: holder.id, reference })
}
