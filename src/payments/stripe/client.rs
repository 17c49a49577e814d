//! Requests to Stripe, and what its answers are worth: a definite word, or none.
//!
//! The key goes into one header, marked as a secret, and nowhere else. What Stripe says in words is
//! not logged either: it may repeat parts of what it was sent.

use std::time::Duration;

use reqwest::header::{AUTHORIZATION, HeaderMap, HeaderValue};
use reqwest::{RequestBuilder, StatusCode, Url};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::charges::Intent;
use crate::fault::{Fault, point};
use crate::outgoing;
use crate::payments::NoAnswer;

/// A longer answer is not read.
pub const ANSWER_BYTES_MAX: usize = 4 * 1024 * 1024;
/// How many objects one page of a list has.
pub const PAGE_OBJECTS: usize = 100;
/// How many pages of a list are looked through.
pub const PAGES_MAX: usize = 50;
/// What Stripe's answers look like goes by this version, whatever the account is set to.
const API_VERSION: &str = "2024-06-20";
pub const API_BASE: &str = "https://api.stripe.com";

/// Names and values of a form or a query.
pub type Fields = Vec<(&'static str, String)>;

pub struct Client {
    http: reqwest::Client,
    base: Url,
}

/// Why there is no object.
#[derive(Debug)]
pub enum Failed {
    /// Stripe has refused: nothing was done.
    Refused(Box<Refusal>),
    /// What happened is not known.
    Unknown(NoAnswer),
}

impl From<NoAnswer> for Failed {
    fn from(why: NoAnswer) -> Self {
        Self::Unknown(why)
    }
}

/// Stripe's "no".
#[derive(Debug, Deserialize)]
pub struct Refusal {
    #[serde(skip)]
    pub status: u16,
    #[serde(rename = "type")]
    pub kind: String,
    pub code: Option<String>,
    pub decline_code: Option<String>,
    pub param: Option<String>,
    pub payment_intent: Option<Intent>,
}

impl Refusal {
    /// The most exact word for why. A card's bank may have said more than Stripe.
    pub fn why(&self) -> &str {
        let code = self.decline_code.as_deref().or(self.code.as_deref());
        code.unwrap_or("invalid_request")
    }

    pub fn is_missing(&self) -> bool {
        self.status == 404
    }
}

impl From<Box<Refusal>> for NoAnswer {
    fn from(refusal: Box<Refusal>) -> Self {
        let (status, why) = (refusal.status, refusal.why());
        tracing::error!(status, kind = refusal.kind, why, param = refusal.param, "Stripe refuses");
        unknown(format!("it refuses with {status} {why}"))
    }
}

impl From<Failed> for NoAnswer {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Refused(refusal) => refusal.into(),
            Failed::Unknown(why) => why,
        }
    }
}

/// A page of a list.
#[derive(Debug, Deserialize)]
pub struct Page<T> {
    pub data: Vec<T>,
    pub has_more: bool,
}

/// What can be listed.
pub trait Listed: DeserializeOwned {
    fn id(&self) -> &str;
    /// The key that we gave it.
    fn key(&self) -> Option<&str>;
}

impl Client {
    pub fn new(key: &SecretString, base: &str, time: Duration) -> Result<Self, String> {
        let base = Url::parse(base).map_err(|error| error.to_string())?;
        let bearer = format!("Bearer {}", key.expose_secret());
        let mut bearer = HeaderValue::try_from(bearer)
            .map_err(|_| "the secret key holds a character that no key has".to_owned())?;
        bearer.set_sensitive(true);
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, bearer);
        headers.insert("stripe-version", HeaderValue::from_static(API_VERSION));
        let http = outgoing::client(&base, time).default_headers(headers).build();
        let http = http.map_err(outgoing::words)?;
        Ok(Self { http, base })
    }

    pub async fn get<T: DeserializeOwned>(&self, path: &str, query: &Fields) -> Result<T, Failed> {
        read(self.http.get(self.url(path, query)?)).await
    }

    /// Asks for a change. The same key twice changes things once.
    pub async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        form: &Fields,
        key: Option<&str>,
    ) -> Result<T, Failed> {
        let mut request = self.http.post(self.url(path, &Vec::new())?).form(form);
        if let Some(key) = key {
            request = request.header("idempotency-key", key);
        }
        read(request).await
    }

    /// The one object of a list that has our key. `None` only once the whole list was seen.
    pub async fn find<T: Listed>(
        &self,
        path: &str,
        query: &Fields,
        key: &str,
    ) -> Result<Option<T>, NoAnswer> {
        let mut last: Option<String> = None;
        for _ in 0..PAGES_MAX {
            let mut query = query.clone();
            query.push(("limit", PAGE_OBJECTS.to_string()));
            query.extend(last.map(|id| ("starting_after", id)));
            let page: Page<T> = self.get(path, &query).await?;
            last = page.data.last().map(|it| it.id().to_owned());
            if let Some(found) = page.data.into_iter().find(|it| it.key() == Some(key)) {
                return Ok(Some(found));
            }
            if !page.has_more || last.is_none() {
                return Ok(None);
            }
        }
        tracing::error!(path, pages = PAGES_MAX, "Stripe lists more than we look through");
        Err(unknown("its list is too long"))
    }

    fn url(&self, path: &str, query: &Fields) -> Result<Url, NoAnswer> {
        let mut url = self.base.join(path).map_err(|error| unknown(error.to_string()))?;
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        Ok(url)
    }
}

/// Whether it can be an identifier of Stripe's, and so a part of an address.
pub fn is_id(text: &str, prefix: &str) -> bool {
    let rest = text.strip_prefix(prefix);
    rest.is_some_and(|rest| {
        !rest.is_empty() && rest.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_')
    })
}

pub fn unknown(why: impl Into<String>) -> NoAnswer {
    NoAnswer(why.into())
}

async fn read<T: DeserializeOwned>(request: RequestBuilder) -> Result<T, Failed> {
    let answer = request.send().await.map_err(|error| unknown(outgoing::words(error)))?;
    point(Fault::BeforeAnswer).await;
    let status = answer.status();
    let body = outgoing::body(answer, ANSWER_BYTES_MAX).await;
    let body = body.map_err(|why| unknown(why.to_string()))?;
    if status == StatusCode::OK {
        return serde_json::from_slice(&body).map_err(|error| {
            tracing::error!(%error, "Stripe's answer is not of the shape that we know");
            unknown("its answer is not of the shape that we know").into()
        });
    }
    Err(failure(status, &body))
}

fn failure(status: StatusCode, body: &[u8]) -> Failed {
    #[derive(Deserialize)]
    struct Body {
        error: Refusal,
    }
    let refusal = serde_json::from_slice::<Body>(body).ok();
    let refusal = refusal.map(|it| Refusal { status: status.as_u16(), ..it.error });
    match (status.as_u16(), refusal) {
        (401 | 403, _) => {
            tracing::error!(
                status = status.as_u16(),
                "Stripe does not accept our key. Set BUONO_STRIPE_SECRET_KEY to the secret key of \
                 the account, and check what it may do."
            );
            unknown(format!("it does not accept our key: {status}")).into()
        }
        (_, Some(refusal)) if refusal.kind == "idempotency_error" => {
            tracing::error!("Stripe has seen the same key with another request");
            unknown("it has seen the same key with another request").into()
        }
        (400 | 402 | 404, Some(refusal)) => Failed::Refused(Box::new(refusal)),
        _ => unknown(format!("it answers with {status}")).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_refusal(status: u16, body: &str) -> bool {
        let status = StatusCode::from_u16(status).unwrap();
        matches!(failure(status, body.as_bytes()), Failed::Refused(_))
    }

    #[test]
    fn only_a_definite_word_is_a_refusal() {
        let declined = r#"{"error": {"type": "card_error", "code": "card_declined"}}"#;
        let reused = r#"{"error": {"type": "idempotency_error"}}"#;
        for (status, body, expected) in [
            (402, declined, true),
            (400, r#"{"error": {"type": "invalid_request_error", "param": "amount"}}"#, true),
            (404, r#"{"error": {"type": "invalid_request_error"}}"#, true),
            (400, reused, false),
            (400, "<html>Bad Request</html>", false),
            (402, "{}", false),
            (401, declined, false),
            (403, declined, false),
            (409, declined, false),
            (429, declined, false),
            (500, declined, false),
            (503, "", false),
            (302, declined, false),
        ] {
            assert_eq!(is_refusal(status, body), expected, "{status} {body}");
        }
    }

    #[test]
    fn identifiers_cannot_lead_to_another_address() {
        assert!(is_id("pm_1Abc_2", "pm_"));
        for text in ["pm_", "cus_1", "pm_1/../x", "pm_1?x", "pm_1%2f", "pm_é", ""] {
            assert!(!is_id(text, "pm_"), "{text}");
        }
    }
}
