//! Webhooks: who has signed them, and what they are about. What they say of it is not believed; it
//! is fetched.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use sha2::Sha256;

use super::KEY;
use super::client::is_id;
use crate::payments::{About, NotAnEvent};

/// How old a signature may be, and how far from the future.
pub const TOLERANCE: TimeDelta = TimeDelta::seconds(300);
/// A longer header with signatures is not read.
pub const SIGNATURE_BYTES_MAX: usize = 4 * 1024;
/// How many signatures of one header are looked at.
pub const SIGNATURES_MAX: usize = 8;

/// An event, as far as we read it.
#[derive(Deserialize)]
struct Event {
    id: String,
    data: Option<Data>,
}

#[derive(Deserialize)]
struct Data {
    object: Object,
}

#[derive(Deserialize)]
struct Object {
    id: Option<String>,
    #[serde(rename = "object")]
    kind: Option<String>,
    metadata: Option<HashMap<String, String>>,
}

/// The event's id, if Stripe has signed it just now.
pub fn check(
    secrets: &[SecretString],
    signature: &str,
    body: &[u8],
    now: DateTime<Utc>,
) -> Result<String, NotAnEvent> {
    if !is_signed(secrets, signature, body, now) {
        return Err(NotAnEvent::Signature);
    }
    let event: Event = serde_json::from_slice(body).map_err(|_| NotAnEvent::Shape)?;
    if is_id(&event.id, "evt_") { Ok(event.id) } else { Err(NotAnEvent::Shape) }
}

fn is_signed(secrets: &[SecretString], signature: &str, body: &[u8], now: DateTime<Utc>) -> bool {
    if SIGNATURE_BYTES_MAX < signature.len() {
        return false;
    }
    let parts = || signature.split(',').filter_map(|part| part.trim().split_once('='));
    let Some((_, at)) = parts().find(|(name, _)| *name == "t") else { return false };
    let signed_at = at.parse().ok().and_then(|it| DateTime::from_timestamp(it, 0));
    if signed_at.is_none_or(|it| TOLERANCE < (now - it).abs()) {
        return false;
    }
    let given: Vec<_> = parts()
        .filter(|(name, _)| *name == "v1")
        .filter_map(|(_, text)| bytes(text))
        .take(SIGNATURES_MAX)
        .collect();
    secrets.iter().any(|secret| {
        let mac = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes())
            .expect("HMAC takes keys of any length")
            .chain_update(at)
            .chain_update(".")
            .chain_update(body);
        // In constant time each: how much of it fits must not show.
        given.iter().any(|it| mac.clone().verify_slice(it).is_ok())
    })
}

/// The bytes of a hexadecimal text.
fn bytes(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.bytes().all(|it| it.is_ascii_hexdigit()) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

/// What an event that was stored is about, if it can be one of ours.
pub fn about(event: &str) -> Option<About> {
    let event: Event = serde_json::from_str(event).ok()?;
    let object = event.data?.object;
    let key = object.metadata.and_then(|mut it| it.remove(KEY))?;
    match object.kind.as_deref()? {
        "payment_intent" => Some(About::Charge { reference: object.id?, key }),
        "refund" => Some(About::Refund { key }),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
