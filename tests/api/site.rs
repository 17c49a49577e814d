//! A shop that listens, for tests of the pages that it serves.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use buono::app;
use buono::clock::Clock;
use buono::config::Sources;
use buono::storage::Store;
use reqwest::{Client, Response};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

/// A shop that listens until it is dropped.
pub struct Site {
    pub url: String,
    _serving: JoinSet<()>,
    _folder: tempfile::TempDir,
}

impl Site {
    pub async fn open(settings: &[(&str, &str)], people: &[(&str, &str)]) -> Self {
        let owned = |pairs: &[(&str, &str)]| {
            pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect()
        };
        let sources = Sources { environment: owned(settings), ..Sources::default() };
        let settings = sources.settle().unwrap().settings;
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite://{}", folder.path().join("site.db").display());
        let store = Store::connect(&database).await.unwrap();
        store.migrate_up().await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let secret = "a secret of thirty-two bytes, or more".into();
        let shop = app::Shop::new(&settings, secret, store, Clock::System, url.clone());
        let shop = Arc::new(shop.with_people(owned(people)));
        let mut serving = JoinSet::new();
        serving.spawn(async move { shop.serve(listener).await.unwrap() });
        Self { url, _serving: serving, _folder: folder }
    }

    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Response {
        let request = Client::new().get(format!("{}{path}", self.url));
        let with = |request: reqwest::RequestBuilder, (name, value): &(&str, &str)| {
            request.header(*name, *value)
        };
        headers.iter().fold(request, with).send().await.unwrap()
    }

    pub async fn status(&self, path: &str) -> u16 {
        self.get(path, &[]).await.status().as_u16()
    }

    pub async fn text(&self, path: &str) -> String {
        self.get(path, &[]).await.text().await.unwrap()
    }
}

pub fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}
