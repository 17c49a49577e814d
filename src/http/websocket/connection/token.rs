//! The token of a connection, after the first one: it is renewed in band, or found to be revoked.

use async_graphql::parser::types::OperationType;
use chrono::{DateTime, Utc};

use super::{
    Close, Connection, End,
    message::{self},
    text,
};
use crate::{
    auth::{AuthError, has_ended, identify},
    http::failure::error,
};

impl Connection {
    /// Takes a new token in the place of the one that ends. It has to name the same one; what it
    /// allows counts for operations that begin later, and what it does not allow any more ends
    /// the subscriptions that run: each may have begun because of it.
    pub(super) async fn renew(&mut self, authorization: &str) -> Result<(), End> {
        if self.admitted.is_none() {
            return Err(Close::new(Close::UNAUTHORIZED, "`connection_init` comes first.").into());
        }
        let app = &self.http.app;
        let session = match identify(app, Some(authorization)).await {
            Ok(Some(session)) => session,
            Ok(None) => return Err(self.refused(&AuthError::NotBearer)),
            Err(refused) => return Err(self.refused(&refused)),
        };
        let Some(admitted) = &mut self.admitted else { return Ok(()) };
        let before = &admitted.session.actor;
        if !before.is(&session.actor) {
            let reason = "The new token is somebody else's. Connect again with it.";
            return Err(Close::new(Close::FORBIDDEN, reason).into());
        }
        let has_less = before.scopes().iter().any(|it| !session.actor.scopes().contains(it));
        admitted.look_at = app.clock.now() + app.limits.socket.token_look_every;
        admitted.is_warned = false;
        admitted.session = session;
        if has_less {
            self.end_subscriptions().await?;
        }
        self.write(text(message::renewed())).await
    }

    /// How the connection ends whose token was not good. That counts against the address it comes from.
    pub(super) fn refused(&self, error: &AuthError) -> End {
        let now = self.http.app.clock.now();
        if error.is_of_caller()
            && let Err(limited) = self.http.rates.refuse_token(self.from, now)
        {
            return limited.into();
        }
        close_of(error).into()
    }

    async fn end_subscriptions(&mut self) -> Result<(), End> {
        let live = self.operations.iter().filter(|(_, it)| it.kind == OperationType::Subscription);
        let live: Vec<String> = live.map(|(id, _)| id.clone()).collect();
        let why = "The new token lacks a scope that the one before had. Subscribe again.";
        for id in live {
            self.operations.remove(&id);
            self.write(text(message::error(&id, &[error("FORBIDDEN", why)]))).await?;
        }
        Ok(())
    }

    pub(super) async fn look_for_a_revocation(&mut self, now: DateTime<Utc>) -> Result<(), End> {
        let Some(admitted) = &mut self.admitted else { return Ok(()) };
        admitted.look_at = now + self.http.app.limits.socket.token_look_every;
        match has_ended(&self.http.app, &admitted.session).await {
            Some(why) => Err(close_of(&why).into()),
            None => Ok(()),
        }
    }
}

/// The close that tells a client why its token does not let it in.
fn close_of(refused: &AuthError) -> Close {
    match refused {
        AuthError::Storage(err) => {
            tracing::error!(error = %err, "Nobody can be identified: storage failed");
            Close::new(Close::BROKEN, "Something went wrong on our side.")
        }
        AuthError::Unavailable(_) => Close::new(Close::TRY_LATER, refused.to_string()),
        _ => Close::new(Close::FORBIDDEN, refused.to_string()),
    }
}
