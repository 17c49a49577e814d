//! An operator who asks: what they are shown is written into the audit log before it leaves.
//!
//! No record, no answer: an answer whose record cannot be written is an error of ours instead.

use std::sync::Arc;

use async_graphql::Response;

use super::request::broken;
use crate::actions::Changes;
use crate::actions::charge::{Till, broken as unrefused};
use crate::actions::read::{Read, Shown};
use crate::auth::Viewer;
use crate::domain::actor::Actor;
use crate::graphql::screen::Screen;
use crate::storage::StorageError;

#[derive(Clone)]
pub struct Audience {
    actor: Actor,
    screen: Arc<Screen>,
}

impl Audience {
    /// `None` for everybody who is no operator.
    pub fn of(viewer: &Viewer) -> Option<Self> {
        let screen = Arc::new(Screen::of(viewer)?);
        Some(Self { actor: viewer.0.clone()?, screen })
    }

    /// Where resolvers say what they show.
    pub fn screen(&self) -> Arc<Screen> {
        Arc::clone(&self.screen)
    }

    /// The answer, once what it shows is written down. In a task of its own: a reader who hangs up
    /// must not cut a transaction short.
    pub async fn written(self, till: &Till, answer: Response) -> Response {
        let shown = self.screen.take();
        if shown.is_empty() {
            return answer;
        }
        let changes = till.changes.clone();
        let writing = till.tracker.spawn(async move { write(&changes, self.actor, shown).await });
        let written = writing.await.map_err(|error| error.to_string());
        match written.and_then(|written| written.map_err(|error| error.to_string())) {
            Ok(()) => answer,
            Err(error) => {
                tracing::error!(error, "what an operator was to read could not be written down");
                broken()
            }
        }
    }
}

/// Writes down what `actor` is shown, if that is an operator.
pub async fn write(changes: &Changes, actor: Actor, shown: Vec<Shown>) -> Result<(), StorageError> {
    unrefused(changes.make(&Read { actor, shown }).await)
}
