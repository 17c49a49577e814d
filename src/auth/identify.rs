//! From the `Authorization` header to the actor.

use chrono::{DateTime, Utc};

use super::token::{Role, TokenRefused, Tokens};
use crate::clock::Clock;
use crate::domain::actor::Actor;
use crate::storage::{StorageError, Store, customers};

/// Somebody who has shown who they are, and until when that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub actor: Actor,
    pub expires_at: DateTime<Utc>,
}

/// The one who asks, as every GraphQL request carries it; nobody if no token came along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Viewer(pub Option<Actor>);

#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    #[error("The authorization is not a bearer token.")]
    NotBearer,
    #[error(transparent)]
    Token(#[from] TokenRefused),
    /// Whoever holds a valid token may know that it names nobody.
    #[error("The token names a customer that does not exist.")]
    UnknownCustomer,
    /// Not the caller's fault, and nothing that they should read.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// Who asks: nobody without a header, and an error rather than nobody for one that is not right.
pub async fn identify(
    tokens: &Tokens,
    store: &Store,
    clock: &Clock,
    authorization: Option<&str>,
) -> Result<Option<Session>, AuthError> {
    let Some(authorization) = authorization else { return Ok(None) };
    let token = bearer(authorization).ok_or(AuthError::NotBearer)?;
    let claims = tokens.read(token, clock.now())?;
    let (name, scopes) = (claims.subject.name, claims.subject.scopes);
    let actor = match claims.subject.role {
        Role::Operator => Actor::Operator { name, scopes },
        Role::Service => Actor::Service { name, scopes },
        Role::Customer => {
            let id = customers::id_by_reference(store.read(), &name).await?;
            Actor::Customer { id: id.ok_or(AuthError::UnknownCustomer)?, reference: name }
        }
    };
    Ok(Some(Session { actor, expires_at: claims.expires_at }))
}

/// The scheme's name is in any case (RFC 9110); the token follows after spaces.
fn bearer(authorization: &str) -> Option<&str> {
    let (scheme, token) = authorization.split_once(' ')?;
    let token = token.trim_matches(' ');
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
