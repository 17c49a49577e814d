//! The database: can it be reached, read and written, does it have our tables, and does it agree
//! with us about the time?

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::ExposeSecret;

use super::{Finding, machine};
use crate::app;
use crate::auth::LEEWAY;
use crate::clock::Clock;
use crate::config::{Database, Settings};
use crate::domain::actor::Reach;
use crate::storage::pages::{self, Filter, SortBy, Window};
use crate::storage::{StorageError, Store};

const DATABASE: &str = "database";
const MIGRATIONS: &str = "migrations";
/// Clocks of two machines that are kept on time differ by less.
const DIFFERENCE_USUAL: TimeDelta = TimeDelta::seconds(2);

/// Looks at the database, and at the clock, which nobody can judge as well.
pub(super) async fn examine(settings: &Settings, clock: &Clock) -> Vec<Finding> {
    let url = settings.database_url.expose_secret();
    let (store, place) = match opened(url).await {
        Ok(opened) => opened,
        Err(finding) => return vec![finding, machine::clock(clock.now())],
    };
    let migrations = store.migrations().await;
    let ready = migrations.as_ref().is_ok_and(|all| all.iter().all(|(_, applied)| *applied));
    vec![
        of_writing(&store, &place, clock.now(), ready).await,
        of_migrations(migrations),
        of_time(&store, clock, ready).await,
    ]
}

/// The database, and where it is.
async fn opened(url: &str) -> Result<(Store, String), Finding> {
    let fail = |why: String| Finding::fail(DATABASE, why);
    let database = Database::parse(url).map_err(fail)?;
    if let Database::Sqlite(options) = &database
        && let Some(finding) = not_made_yet(options.get_filename())
    {
        return Err(finding);
    }
    let store = app::connect(url).await.map_err(|error| fail(error.to_string()))?;
    let place = format!("{} at {}", store.kind(), database.place());
    Ok((store, place))
}

/// SQLite makes its file when it is first opened; here we only look whether it could.
fn not_made_yet(path: &Path) -> Option<Finding> {
    let folder = machine::folder_of(path);
    if path.exists() || !folder.is_dir() {
        return None;
    }
    let shown = path.display();
    Some(match tempfile::tempfile_in(folder) {
        Ok(_) => Finding::warn(
            DATABASE,
            format!(
                "There is no {shown} yet. Run `buono migrate up`, or `buono serve`: they make it."
            ),
        ),
        Err(error) => Finding::fail(
            DATABASE,
            format!(
                "There is no {shown}, and its folder cannot be written to: {error}. Give this user \
                 the right to, or correct BUONO_DATABASE_URL."
            ),
        ),
    })
}

async fn of_writing(store: &Store, place: &str, now: DateTime<Utc>, ready: bool) -> Finding {
    match store.try_writing(now, ready).await {
        Ok(()) => Finding::ok(DATABASE, format!("{place} can be read and written to.")),
        Err(error) if error.is_race() => {
            let message = format!("{place} is busy: another process is writing. Try again.");
            Finding::warn(DATABASE, message)
        }
        Err(error) => Finding::fail(
            DATABASE,
            format!("{place} cannot be written to: {error}. Give its user the right to."),
        ),
    }
}

fn of_migrations(migrations: Result<Vec<(String, bool)>, StorageError>) -> Finding {
    match migrations {
        Ok(all) => {
            let missing = all.iter().filter(|(_, applied)| !applied).count();
            let count = all.len();
            if missing == 0 {
                return Finding::ok(MIGRATIONS, format!("All {count} are applied."));
            }
            let message = format!(
                "{missing} of {count} are missing. Run `buono migrate up`, or `buono serve`, which \
                 does the same."
            );
            Finding::warn(MIGRATIONS, message)
        }
        Err(error) => Finding::fail(
            MIGRATIONS,
            format!(
                "They cannot be read: {error}. A newer version may have changed the database: run \
                 that one, or restore a copy."
            ),
        ),
    }
}

async fn of_time(store: &Store, clock: &Clock, ready: bool) -> Finding {
    const WHAT: &str = "clock";
    let before = clock.now();
    let theirs = match store.server_time().await {
        Ok(theirs) => theirs,
        Err(error) => {
            return Finding::fail(WHAT, format!("The database does not tell the time: {error}."));
        }
    };
    let now = clock.now();
    if let Some(theirs) = theirs {
        // The answer took its time, too.
        let apart = (theirs - now).max(before - theirs).max(TimeDelta::zero());
        let seconds = apart.num_seconds();
        let message = format!(
            "It and the database's are {seconds} seconds apart. Set both by a time service (NTP)."
        );
        if LEEWAY <= apart {
            return Finding::fail(WHAT, message);
        }
        if DIFFERENCE_USUAL <= apart {
            return Finding::warn(WHAT, message);
        }
    }
    match newest_order(store, ready).await {
        Ok(Some(newest)) if now + LEEWAY < newest => Finding::fail(
            WHAT,
            format!(
                "It says {now}, and the newest order is of {newest}, which is still to come. Set it \
                 by a time service (NTP)."
            ),
        ),
        // What is wrong with the tables has been said already.
        _ => machine::clock(now),
    }
}

async fn newest_order(store: &Store, ready: bool) -> Result<Option<DateTime<Utc>>, StorageError> {
    if !ready {
        return Ok(None);
    }
    let window = Window {
        sort: SortBy::CreatedAt,
        descending: true,
        after: None,
        before: None,
        from_end: false,
        limit: 1,
    };
    let page = pages::page(store.read(), Reach::All, &Filter::default(), window).await?;
    Ok(page.first().map(|order| order.created_at))
}
