//! Whom the pages of a demo let one be.

use serde_json::{Value, json};

use super::Http;

/// Everybody's name, with a token of theirs.
pub fn people(http: &Http) -> Vec<Value> {
    let person = |(name, token): &(_, _)| json!({ "name": name, "token": token });
    http.app.people.iter().map(person).collect()
}
