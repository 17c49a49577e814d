//! What an operator's answers have shown so far, to be written into the audit log before they leave.

use std::collections::HashSet;
use std::sync::Mutex;

use async_graphql::Context;

use super::context::Memory;
use crate::actions::read::Shown;
use crate::auth::Viewer;
use crate::domain::actor::Actor;

/// What a stream remembers having shown. Beyond it forgets, and is written down again.
const REMEMBERED_MAX: usize = 1_000;

/// One for each operation: each subject is told once, however many fields show it.
#[derive(Debug, Default)]
pub struct Screen(Mutex<Seen>);

#[derive(Debug, Default)]
struct Seen {
    known: HashSet<Shown>,
    new: Vec<Shown>,
}

impl Screen {
    /// Only what operators read is written down: services read for everybody, all day long.
    pub fn of(viewer: &Viewer) -> Option<Self> {
        matches!(viewer.0, Some(Actor::Operator { .. })).then(Self::default)
    }

    fn note(&self, shown: Shown) {
        let mut seen = self.0.lock().expect("no holder of this lock can panic");
        // Whoever follows everything is known to see each customer whose order changes.
        let covered =
            matches!(shown, Shown::Customer(_)) && seen.known.contains(&Shown::FollowingAll);
        if !covered && seen.known.insert(shown) {
            seen.new.push(shown);
        }
    }

    /// What was shown since the last call.
    pub fn take(&self) -> Vec<Shown> {
        let mut seen = self.0.lock().expect("no holder of this lock can panic");
        if REMEMBERED_MAX < seen.known.len() {
            seen.known.retain(|it| *it == Shown::FollowingAll);
        }
        std::mem::take(&mut seen.new)
    }
}

/// Says that something is shown to whoever asks. Every resolver that reads customers' data says so.
pub fn show(ctx: &Context<'_>, shown: impl IntoIterator<Item = Shown>) {
    let Some(screen) = ctx.data_opt::<Memory>().and_then(|memory| memory.screen.as_ref()) else {
        return;
    };
    shown.into_iter().for_each(|it| screen.note(it));
}
