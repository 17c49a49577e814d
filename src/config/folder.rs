//! Where documents are kept, read of the settings. Errors never show the URL: one to come may hold a key.

use std::path::PathBuf;

use reqwest::Url;
use secrecy::ExposeSecret;

use super::{Database, Settings};

/// What the name of a SQLite file is followed by: in this folder are the documents of its orders.
const BESIDE: &str = "-documents";

const WHAT_TO_SET: &str =
    "Set BUONO_STORAGE_URL to file:// and the folder's full path: file:///var/lib/buono/documents.";

/// The folder of documents. `None` where nobody has said one, and there is no file to put it beside:
/// no documents are taken then. The error is a sentence that says what to set.
pub fn documents_folder(settings: &Settings) -> Result<Option<PathBuf>, String> {
    if let Some(url) = &settings.storage_url {
        return folder(url.expose_secret()).map(Some);
    }
    Ok(match Database::parse(settings.database_url.expose_secret())? {
        Database::Sqlite(options) => Some(beside(options.get_filename().to_owned())),
        Database::Postgres(_) => None,
    })
}

/// The folder of the documents that go with a SQLite file.
pub fn beside(database: PathBuf) -> PathBuf {
    let mut name = database.into_os_string();
    name.push(BESIDE);
    name.into()
}

fn folder(url: &str) -> Result<PathBuf, String> {
    if url.starts_with("s3:") {
        return Err(format!(
            "This version keeps documents in a folder, and not in S3 yet. {WHAT_TO_SET}"
        ));
    }
    let path =
        Url::parse(url).ok().filter(|it| url.starts_with("file:///") && it.query().is_none());
    let path = path.and_then(|it| it.to_file_path().ok());
    path.filter(|it| it.parent().is_some())
        .ok_or_else(|| format!("The place of documents cannot be read. {WHAT_TO_SET}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Sources;

    fn with(given: &[(&str, &str)]) -> Result<Option<PathBuf>, String> {
        let environment = given.iter().map(|&(name, text)| (name.to_owned(), text.to_owned()));
        let sources = Sources { environment: environment.collect(), ..Sources::default() };
        documents_folder(&sources.settle().expect("each is a text").settings)
    }

    #[test]
    fn documents_are_beside_the_database_or_where_one_says() {
        let sqlite = ("BUONO_DATABASE_URL", "sqlite:///var/lib/buono/shop.db?mode=rwc");
        let postgres = ("BUONO_DATABASE_URL", "postgres://buono@db/buono");
        let path = |text: &str| Ok(Some(PathBuf::from(text)));
        assert_eq!(with(&[]), path("buono.db-documents"));
        assert_eq!(with(&[sqlite]), path("/var/lib/buono/shop.db-documents"));
        assert_eq!(with(&[postgres]), Ok(None));
        for database in [sqlite, postgres] {
            let there = with(&[database, ("BUONO_STORAGE_URL", "file:///srv/some%20papers")]);
            assert_eq!(there, path("/srv/some papers"));
        }
    }

    #[test]
    fn another_place_is_refused_without_being_shown() {
        for url in [
            "s3://hush@bucket",
            "/hush",
            "file://hush",
            "file://hush/of",
            "file:///",
            "file:///a?b=hush",
        ] {
            let problem = with(&[("BUONO_STORAGE_URL", url)]).unwrap_err();
            assert!(problem.contains("Set BUONO_STORAGE_URL to file://"), "{url}: {problem}");
            assert!(!problem.contains("hush"), "{url}: {problem}");
        }
    }
}
