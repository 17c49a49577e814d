//! Where the database is, read of its URL. Errors never show the URL: it may hold a password.

use std::path::Path;
use std::str::FromStr;

use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;

/// The two kinds of database that we speak to.
#[derive(Clone, Debug)]
pub enum Database {
    Sqlite(Box<SqliteConnectOptions>),
    Postgres(Box<PgConnectOptions>),
}

impl Database {
    /// Reads a URL. The error is a sentence that says what to set.
    pub fn parse(url: &str) -> Result<Self, String> {
        if url.starts_with("sqlite:") {
            return Self::sqlite(url);
        }
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(
                "The database is neither SQLite nor PostgreSQL. Set BUONO_DATABASE_URL to \
                 sqlite://FILE or postgres://USER:PASSWORD@HOST/NAME."
                    .into(),
            );
        }
        let options = PgConnectOptions::from_str(url).map_err(|_| {
            "The URL of the database cannot be read. Set BUONO_DATABASE_URL to \
             postgres://USER:PASSWORD@HOST/NAME, with %40 for an @ in the password."
        })?;
        Ok(Self::Postgres(Box::new(options)))
    }

    fn sqlite(url: &str) -> Result<Self, String> {
        // Each of our connections would have a memory of its own.
        if url.contains(":memory:") || url.contains("mode=memory") {
            return Err("The database has to be a file, not in memory. Set BUONO_DATABASE_URL to \
                 sqlite://FILE."
                .into());
        }
        let options = SqliteConnectOptions::from_str(url).map_err(
            |_| "The URL of the database cannot be read. Set BUONO_DATABASE_URL to sqlite://FILE.",
        )?;
        if options.get_filename() == Path::new("") {
            return Err("The database has no file. Set BUONO_DATABASE_URL to sqlite://FILE.".into());
        }
        Ok(Self::Sqlite(Box::new(options)))
    }

    /// The file, or the server's address: nothing of it is secret.
    pub fn place(&self) -> String {
        match self {
            Self::Sqlite(options) => options.get_filename().display().to_string(),
            Self::Postgres(options) => match options.get_socket() {
                Some(folder) => folder.display().to_string(),
                None => format!("{}:{}", options.get_host(), options.get_port()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_are_read_or_refused_without_being_shown() {
        for url in
            ["sqlite://buono.db", "sqlite:buono.db", "sqlite:///var/lib/buono/buono.db?mode=rwc"]
        {
            assert!(matches!(Database::parse(url), Ok(Database::Sqlite(_))), "{url}");
        }
        for url in ["postgres://buono:hush@db/buono", "postgresql://db:5432/b?sslmode=require"] {
            assert!(matches!(Database::parse(url), Ok(Database::Postgres(_))), "{url}");
        }
        for url in [
            "",
            "hush.db",
            "mysql://buono:hush@db/buono",
            "postgres://buono:hush@[db/buono",
            "postgres://buono:hush@db:port/buono",
            "sqlite://",
            "sqlite::memory:",
            "sqlite://hush.db?mode=memory",
            "sqlite://hush.db?mode=hush",
        ] {
            let problem = Database::parse(url).unwrap_err();
            assert!(problem.contains("Set BUONO_DATABASE_URL to "), "{url}: {problem}");
            assert!(!problem.contains("hush"), "{url}: {problem}");
        }
    }
}
