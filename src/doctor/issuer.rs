//! The external issuer: whether its keys can be fetched, and used.

use tokio_util::task::TaskTracker;

use super::Finding;
use crate::app;

const WHAT: &str = "issuer";

pub(super) async fn examine(url: &str) -> Finding {
    let issuer = match app::issuer(url, &TaskTracker::new()) {
        Ok(issuer) => issuer,
        Err(error) => return Finding::fail(WHAT, error.to_string()),
    };
    match issuer.try_fetch().await {
        Ok(keys) if !keys.is_empty() => {
            Finding::ok(WHAT, format!("{} of its keys can be used.", keys.len()))
        }
        Ok(keys) => {
            let why = if keys.skipped.is_empty() {
                "there is none".into()
            } else {
                keys.skipped.join("; ")
            };
            Finding::fail(
                WHAT,
                format!(
                    "None of its keys can be used: {why}. Let it publish a key for RS256 (2048 bits or \
                     more), ES256 or EdDSA."
                ),
            )
        }
        Err(error) => Finding::fail(
            WHAT,
            format!(
                "Its keys cannot be fetched: {error}. Look at BUONO_JWKS_URL, and at the issuer."
            ),
        ),
    }
}
