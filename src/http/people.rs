//! Whom the pages of a demo let one be.

use axum::Json;
use serde_json::{Value, json};

use super::Http;

/// Everybody's name, with a token of theirs.
pub fn people(http: &Http) -> Json<Value> {
    let person = |(name, token): &(_, _)| json!({ "name": name, "token": token });
    let people: Vec<Value> = http.app.people.iter().map(person).collect();
    Json(json!({ "people": people }))
}
