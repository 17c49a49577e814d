//! What has to be there before the shop opens, and a sentence with what to do where it is not.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::{ConnectOptions, Error as SqlError};
use sea_orm::{DbErr, RuntimeErr};
use tokio::net::TcpListener;
use tokio::time::timeout;

use super::Shop;
use crate::config::Database;
use crate::storage::{Patience, StorageError, Store};

/// How long one more look at a PostgreSQL that did not answer may take.
const LOOK_TIME: Duration = Duration::from_secs(2);

/// Why the server did not start, or did not end well: a sentence with what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error("{0}")]
    Configuration(String),
    #[error("{0}")]
    CannotReach(String),
    #[error("{0}")]
    Failure(String),
}

/// Opens a database, or says in a sentence why that cannot be. The sentence never holds the URL,
/// which may hold a password.
pub async fn connect(url: &str) -> Result<Store, StartError> {
    connect_with(url, Patience::default()).await
}

/// The same, where statements wait for no longer than this.
pub async fn connect_with(url: &str, patience: Patience) -> Result<Store, StartError> {
    let database = Database::parse(url).map_err(StartError::Configuration)?;
    if let Database::Sqlite(options) = &database
        && let Some(problem) = file_problem(options.get_filename())
    {
        return Err(StartError::CannotReach(problem));
    }
    match Store::connect_with(url, patience).await {
        Ok(store) => Ok(store),
        Err(error) => Err(StartError::CannotReach(match &database {
            Database::Sqlite(_) => sqlite_failed(&database.place(), &error),
            Database::Postgres(options) => {
                postgres_failed(&database.place(), options, &error).await
            }
        })),
    }
}

pub fn migration_failed(error: &StorageError) -> String {
    format!("The database could not be migrated: {error}. Look at `buono migrate status`.")
}

/// What stands in the way before SQLite even looks: its own words name no file.
fn file_problem(path: &Path) -> Option<String> {
    let shown = path.display();
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty());
    if let Some(folder) = folder.filter(|it| !it.is_dir()) {
        let folder = folder.display();
        return Some(format!(
            "There is no folder {folder} for the database. Make it, or correct BUONO_DATABASE_URL."
        ));
    }
    if path.is_dir() {
        return Some(format!(
            "The database {shown} is a folder. Name a file in it with BUONO_DATABASE_URL."
        ));
    }
    // SQLite opens what it may not write for reading, and would fail at the first change only.
    let opened = path.exists().then(|| std::fs::OpenOptions::new().append(true).open(path));
    let error = opened?.err()?;
    Some(format!(
        "The database {shown} cannot be written to: {error}. Give this user the right to, or \
         correct BUONO_DATABASE_URL."
    ))
}

fn sqlite_failed(place: &str, error: &StorageError) -> String {
    let code = sql_error(error).and_then(|it| it.as_database_error()?.code().map(String::from));
    match code.as_deref() {
        // SQLITE_CANTOPEN and SQLITE_READONLY, with their extended codes.
        Some("14" | "8" | "1544" | "1032") => format!(
            "The database {place} cannot be opened: its folder cannot be written to. Give this \
             user the right to, or correct BUONO_DATABASE_URL."
        ),
        Some("26") => format!(
            "The file {place} is not a SQLite database. Move it away, or correct \
             BUONO_DATABASE_URL."
        ),
        _ => format!(
            "The database {place} cannot be opened: {}. Look at the file, or correct \
             BUONO_DATABASE_URL.",
            words(error)
        ),
    }
}

async fn postgres_failed(place: &str, options: &PgConnectOptions, error: &StorageError) -> String {
    // The pool waits for a server that starts, and then only says that it has waited.
    let why = match timeout(LOOK_TIME, options.connect()).await {
        Err(_) => "it does not answer".to_owned(),
        Ok(Err(again)) => sql_words(&again),
        Ok(Ok(_)) => words(error),
    };
    format!("PostgreSQL at {place} cannot be used: {why}. Start it, or correct BUONO_DATABASE_URL.")
}

fn sql_error(error: &StorageError) -> Option<&SqlError> {
    match error {
        StorageError::Db(
            DbErr::Conn(RuntimeErr::SqlxError(it))
            | DbErr::Exec(RuntimeErr::SqlxError(it))
            | DbErr::Query(RuntimeErr::SqlxError(it)),
        ) => Some(it.as_ref()),
        _ => None,
    }
}

fn words(error: &StorageError) -> String {
    sql_error(error).map_or_else(|| error.to_string(), sql_words)
}

/// The cause, without the library's words around it.
fn sql_words(error: &SqlError) -> String {
    match error {
        SqlError::Database(it) => it.message().to_owned(),
        SqlError::Io(it) => it.to_string(),
        other => other.to_string(),
    }
}

/// Takes the address, or says in a sentence why that cannot be.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, StartError> {
    TcpListener::bind(address).await.map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AddrInUse => "another program listens there".to_owned(),
            io::ErrorKind::PermissionDenied => "that needs more rights".to_owned(),
            io::ErrorKind::AddrNotAvailable => "this machine has no such address".to_owned(),
            _ => error.to_string(),
        };
        StartError::CannotReach(format!(
            "Cannot listen on {address}: {why}. Choose another address with --listen or BUONO_LISTEN."
        ))
    })
}

/// Tells the shop to stop at the first SIGINT or SIGTERM.
pub fn stop_on_signal(shop: &Shop) {
    let shutdown = shop.app.shutdown.clone();
    shop.app.tracker.spawn(async move {
        tokio::select! {
            () = signalled() => tracing::info!("Stopping"),
            () = shutdown.cancelled() => {}
        }
        shutdown.cancel();
    });
}

async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).expect("signals can be listened for");
    let mut interrupt = signal(SignalKind::interrupt()).expect("signals can be listened for");
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}
