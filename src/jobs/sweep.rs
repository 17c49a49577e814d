//! Files of documents that no row names: somebody's upload was cut off between the two, or their
//! server crashed. They are set aside after [`UNNAMED_FILE_LIFE`], and removed [`SET_ASIDE_DAYS`] later;
//! should a row name one by then, because the database was restored, it is put back.
//!
//! How old a file is says its name, and not the disk: names of ours begin with the time. What has
//! another name is not ours, and is left alone.

use std::io;
use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate, Utc};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{BATCH, look};
use crate::clock::Clock;
use crate::domain::document::{SET_ASIDE_DAYS, UNNAMED_FILE_LIFE};
use crate::domain::ids::made_at;
use crate::files::Files;
use crate::storage::{StorageError, Store, documents};

/// How often it looks.
pub const SWEEP_EVERY: Duration = Duration::from_mins(10);
/// After so many looks, once a day, it looks at everything: the clock may have been set back.
const LOOKS_AT_NEW_FILES: u32 = 143;

/// Why a sweep is not whole. The next one tries again.
#[derive(Debug, thiserror::Error)]
pub enum SweepError {
    #[error(transparent)]
    Storage(#[from] StorageError),
    #[error(transparent)]
    Files(#[from] io::Error),
}

/// Sweeps until told to stop. What was old enough before has been decided on: it is not asked about
/// again the same day, however many documents there are.
pub async fn run(store: Store, clock: Clock, files: Files, shutdown: CancellationToken) {
    let (mut decided, mut looks) = (None, 0);
    loop {
        let now = clock.now();
        match look("documents", sweep(&store, &files, decided, now)).await {
            Ok(aside) => {
                if 0 < aside {
                    tracing::info!(aside, "Files that no document names were set aside");
                }
                decided = (looks < LOOKS_AT_NEW_FILES).then_some(now);
                looks = if decided.is_some() { looks + 1 } else { 0 };
            }
            Err(error) => tracing::error!(%error, "files could not be swept; it is tried again"),
        }
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(SWEEP_EVERY) => {}
        }
    }
}

/// Sets aside what is old enough and has no row, and says how much that was. `decided` is when the last
/// sweep was: what was old enough then is not looked at.
pub async fn sweep(
    store: &Store,
    files: &Files,
    decided: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<usize, SweepError> {
    let is_due = |name: &String| {
        made(name).is_some_and(|at| {
            at + UNNAMED_FILE_LIFE <= now
                && decided.is_none_or(|before| before < at + UNNAMED_FILE_LIFE)
        })
    };
    let due: Vec<String> = files.names().await?.into_iter().filter(is_due).collect();
    let mut moved = 0;
    for batch in batches(&due) {
        let named = documents::named(store.read(), batch).await?;
        for name in batch.iter().filter(|name| !named.contains(*name)) {
            if done(name, &files.set_aside(name, now.date_naive()).await) {
                moved += 1;
            }
        }
    }
    look_through(store, files, now.date_naive()).await?;
    Ok(moved)
}

/// Puts back what a row names after all, and removes what was set aside long ago.
async fn look_through(store: &Store, files: &Files, today: NaiveDate) -> Result<(), SweepError> {
    for (day, names) in files.aside().await? {
        for batch in batches(&names) {
            let named = documents::named(store.read(), batch).await?;
            for name in batch.iter().filter(|name| named.contains(*name)) {
                tracing::warn!(name, "A file that was set aside is a document's, and is put back");
                done(name, &files.put_back(name, day).await);
            }
        }
        if day + Days::new(SET_ASIDE_DAYS) <= today {
            done(&day.to_string(), &files.forget(day).await);
        }
    }
    Ok(())
}

fn batches(names: &[String]) -> impl Iterator<Item = &[String]> {
    names.chunks(usize::try_from(BATCH).unwrap_or(usize::MAX))
}

/// One file that cannot be moved must not keep the others.
fn done(name: &str, moved: &io::Result<()>) -> bool {
    if let Err(error) = moved {
        tracing::error!(name, %error, "a file could not be swept");
    }
    moved.is_ok()
}

/// When a file of this name was begun, if the name is ours: a half-written one has more after a `#`.
fn made(name: &str) -> Option<DateTime<Utc>> {
    let id = name.split_once('#').map_or(name, |(id, _)| id);
    made_at(Uuid::try_parse(id).ok()?)
}
