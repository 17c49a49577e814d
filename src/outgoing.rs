//! Requests of our own to other services, with what all of them have in common: nobody is followed to
//! where they were not sent, no answer is read without end, and no address gets into a log.

use std::time::Duration;

use reqwest::{Client, ClientBuilder, Response, Url, redirect::Policy};

/// How long it may take to connect.
pub const CONNECT_TIME: Duration = Duration::from_secs(3);

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
pub enum NoBody {
    #[error("the answer is larger than {} KiB", .most / 1024)]
    TooLarge { most: usize },
    #[error("{0}")]
    Broken(String),
}

/// A client for the service at this address, whose requests take this long at most.
pub fn client(url: &Url, time: Duration) -> ClientBuilder {
    Client::builder()
        .connect_timeout(CONNECT_TIME)
        .timeout(time)
        // What we send, and what we take for that service's word, is for the address that was set.
        .redirect(Policy::none())
        .https_only(url.scheme() == "https")
        .user_agent(concat!("buono/", env!("CARGO_PKG_VERSION")))
}

/// The body of an answer that is not larger than this.
pub async fn body(mut answer: Response, most: usize) -> Result<Vec<u8>, NoBody> {
    let mut body = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(|it| NoBody::Broken(words(it)))? {
        if most < body.len() + piece.len() {
            return Err(NoBody::TooLarge { most });
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}

/// The innermost cause, which says the most. The address is left out: it may hold a password, or
/// identifiers of people's things.
pub fn words(error: reqwest::Error) -> String {
    if error.is_timeout() {
        return "it takes too long".into();
    }
    let error = error.without_url();
    let mut cause: &dyn std::error::Error = &error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}
