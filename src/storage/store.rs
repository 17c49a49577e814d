//! The database, and the one place where a change opens its transaction.

use std::time::Duration;

use chrono::{DateTime, Utc};
use migration::{Migrator, MigratorTrait};
use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction,
    DbBackend, IsolationLevel, SqliteTransactionMode, Statement, TransactionOptions,
    TransactionTrait,
};
use std::sync::{Arc, Mutex};

use super::StorageError;
use crate::domain::ids::{CustomerId, OrderId};

/// Connections that read at the same time.
pub const READERS_MAX: u32 = 8;

/// How long a connection waits for the database.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// For one statement on PostgreSQL. SQLite has no such limit.
    pub statement: Option<Duration>,
    /// For what another transaction holds: a row on PostgreSQL, on SQLite the file.
    pub lock: Duration,
    /// For a connection that is free.
    pub pool: Duration,
}

impl Default for Patience {
    /// That of commands: what they do may take its time.
    fn default() -> Self {
        let few = Duration::from_secs(5);
        Self { statement: None, lock: few, pool: few }
    }
}

/// The database. SQLite has one writer, so writing has a connection of its own there.
#[derive(Clone, Debug)]
pub struct Store {
    read: DatabaseConnection,
    write: DatabaseConnection,
}

/// Something happened to an order: whoever follows it, or its customer, is to be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Announcement {
    pub order_id: OrderId,
    pub customer_id: CustomerId,
    pub sequence: i64,
}

/// A transaction that changes things, with its one time, and what to announce once it is committed.
pub struct Tx {
    db: DatabaseTransaction,
    pub now: DateTime<Utc>,
    announcements: Mutex<Vec<Announcement>>,
}

impl Store {
    /// Opens the database of a `sqlite://` or `postgres://` URL. A SQLite file is made if missing.
    pub async fn connect(url: &str) -> Result<Self, StorageError> {
        Self::connect_with(url, Patience::default()).await
    }

    /// The same, with that patience.
    pub async fn connect_with(url: &str, patience: Patience) -> Result<Self, StorageError> {
        if url.starts_with("sqlite:") {
            let read = Database::connect(sqlite(url, READERS_MAX, patience)).await?;
            let write = Database::connect(sqlite(url, 1, patience)).await?;
            return Ok(Self { read, write });
        }
        let both = Database::connect(postgres(url, patience)).await?;
        Ok(Self { read: both.clone(), write: both })
    }

    /// The kind of the database, for people.
    pub fn kind(&self) -> &'static str {
        match self.read.get_database_backend() {
            DbBackend::Postgres => "PostgreSQL",
            _ => "SQLite",
        }
    }

    /// For statements that only read.
    pub fn read(&self) -> &DatabaseConnection {
        &self.read
    }

    /// Tells of each statement that is run through this value of the store, once it has run.
    #[must_use]
    pub fn watched_by(mut self, watcher: impl Fn(&str) + Send + Sync + 'static) -> Self {
        let watcher = Arc::new(watcher);
        for db in [&mut self.read, &mut self.write] {
            let watcher = Arc::clone(&watcher);
            db.set_metric_callback(move |info| watcher(&info.statement.sql));
        }
        self
    }

    /// Opens the transaction of a change, at its one time.
    pub async fn begin(&self, now: DateTime<Utc>) -> Result<Tx, StorageError> {
        // SQLite: a transaction that reads first and then writes fails at once when another has
        // written meanwhile, unless it took the lock for writing when it began.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let db = self.write.begin_with_options(options).await?;
        Ok(Tx { db, now, announcements: Mutex::default() })
    }

    /// One view of everything, that nothing written later is part of. For reading only.
    pub async fn snapshot(&self) -> Result<DatabaseTransaction, StorageError> {
        let options = match self.read.get_database_backend() {
            DbBackend::Postgres => TransactionOptions {
                isolation_level: Some(IsolationLevel::RepeatableRead),
                access_mode: Some(AccessMode::ReadOnly),
                ..TransactionOptions::default()
            },
            _ => TransactionOptions::default(),
        };
        let db = self.read.begin_with_options(options).await?;
        // The view is that of the first statement, which is this one.
        db.query_one_raw(Statement::from_string(
            db.get_database_backend(),
            "SELECT count(*) FROM (SELECT 1 FROM customer LIMIT 1) it",
        ))
        .await?;
        Ok(db)
    }

    pub async fn migrate_up(&self) -> Result<(), StorageError> {
        Ok(Migrator::up(&self.write, None).await?)
    }

    /// Takes back the newest migration, or all of them.
    pub async fn migrate_down(&self, steps: Option<u32>) -> Result<(), StorageError> {
        Ok(Migrator::down(&self.write, steps).await?)
    }

    /// Each migration's name, and whether it has been applied.
    pub async fn migrations(&self) -> Result<Vec<(String, bool)>, StorageError> {
        let all = Migrator::get_migration_with_status(&self.write).await?;
        Ok(all
            .iter()
            .map(|it| (it.name().to_owned(), it.status() == migration::MigrationStatus::Applied))
            .collect())
    }

    /// The database answers, and every migration has been applied.
    pub async fn ready(&self) -> Result<bool, StorageError> {
        self.read.execute_unprepared("SELECT 1").await?;
        Ok(self.migrations().await?.iter().all(|(_, applied)| *applied))
    }

    /// Makes sure that changes can be written, without any: in a transaction that is taken back.
    pub async fn try_writing(&self, now: DateTime<Utc>, ready: bool) -> Result<(), StorageError> {
        let statement = if ready {
            "UPDATE orders SET version = version WHERE 1 = 0"
        } else {
            "CREATE TABLE buono_doctor (it INTEGER)"
        };
        let tx = self.begin(now).await?;
        let tried = tx.db().execute_unprepared(statement).await;
        tx.rollback().await?;
        Ok(tried.map(drop)?)
    }

    /// What time it is for the database, where that is another machine's than ours.
    pub async fn server_time(&self) -> Result<Option<DateTime<Utc>>, StorageError> {
        if self.read.get_database_backend() != DbBackend::Postgres {
            return Ok(None);
        }
        let query = Statement::from_string(DbBackend::Postgres, "SELECT clock_timestamp() AS now");
        let row = self.read.query_one_raw(query).await?;
        Ok(row.map(|row| row.try_get("", "now")).transpose()?)
    }

    pub async fn close(self) -> Result<(), StorageError> {
        self.read.close().await?;
        Ok(self.write.close().await?)
    }
}

impl Tx {
    pub fn db(&self) -> &DatabaseTransaction {
        &self.db
    }

    pub fn is_postgres(&self) -> bool {
        self.db.get_database_backend() == DbBackend::Postgres
    }

    pub fn announce(&self, it: Announcement) {
        self.announcements.lock().expect("no holder of this lock can panic").push(it);
    }

    /// Commits, and hands over what is to be announced.
    pub async fn commit(self) -> Result<Vec<Announcement>, StorageError> {
        self.db.commit().await?;
        Ok(self.announcements.into_inner().expect("no holder of this lock can panic"))
    }

    pub async fn rollback(self) -> Result<(), StorageError> {
        Ok(self.db.rollback().await?)
    }
}

fn postgres(url: &str, patience: Patience) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options.max_connections(READERS_MAX * 2).acquire_timeout(patience.pool).sqlx_logging(false);
    options.map_sqlx_postgres_opts(move |postgres| {
        let milliseconds = |time: Duration| time.as_millis().to_string();
        let Some(statement) = patience.statement else { return postgres };
        postgres.options([
            ("statement_timeout", milliseconds(statement)),
            ("lock_timeout", milliseconds(patience.lock)),
        ])
    });
    options
}

fn sqlite(url: &str, connections: u32, patience: Patience) -> ConnectOptions {
    use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).acquire_timeout(patience.pool).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(move |sqlite| {
        sqlite
            .create_if_missing(true)
            .foreign_keys(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .busy_timeout(patience.lock)
    });
    options
}
