//! The words of `graphql-transport-ws`.

use async_graphql::ServerError;
use axum::extract::ws::{CloseFrame, Message};
use serde_json::{Map, Value, json};

use crate::http::failure::count;

/// The most that a close frame can carry besides its code.
const REASON_BYTES_MAX: usize = 123;

/// What a client may say.
#[derive(Debug)]
pub enum ClientMessage {
    ConnectionInit {
        authorization: Option<String>,
    },
    Subscribe {
        id: String,
        payload: Value,
    },
    Complete {
        id: String,
    },
    Ping {
        payload: Option<Value>,
    },
    /// A ping that brings a new token, in the place of the one that ends.
    Renew {
        authorization: String,
    },
    Pong,
}

/// Why we end a connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Close {
    code: u16,
    reason: String,
}

impl Close {
    pub const NOT_UTF8: u16 = 1007;
    pub const TOO_BIG: u16 = 1009;
    pub const BROKEN: u16 = 1011;
    pub const RESTART: u16 = 1012;
    pub const TRY_LATER: u16 = 1013;
    pub const BAD_MESSAGE: u16 = 4400;
    pub const UNAUTHORIZED: u16 = 4401;
    pub const FORBIDDEN: u16 = 4403;
    pub const BAD_PROTOCOL: u16 = 4406;
    pub const INIT_TIMEOUT: u16 = 4408;
    pub const DUPLICATE: u16 = 4409;
    pub const TOO_MANY: u16 = 4429;

    pub fn new(code: u16, reason: impl Into<String>) -> Self {
        let mut reason = reason.into();
        reason.truncate(reason.floor_char_boundary(REASON_BYTES_MAX));
        Self { code, reason }
    }

    pub fn into_frame(self) -> Message {
        Message::Close(Some(CloseFrame { code: self.code, reason: self.reason.into() }))
    }
}

impl ClientMessage {
    pub fn read(text: &str, id_bytes_max: usize) -> Result<Self, Close> {
        let bad = |reason: &str| Close::new(Close::BAD_MESSAGE, reason);
        let Ok(Value::Object(mut message)) = serde_json::from_str(text) else {
            return Err(bad("A message has to be a JSON object."));
        };
        let Some(Value::String(kind)) = message.remove("type") else {
            return Err(bad("A message has to have a `type`."));
        };
        let payload = message.remove("payload").filter(|payload| !payload.is_null());
        if payload.as_ref().is_some_and(|payload| !payload.is_object()) {
            return Err(bad("A `payload` has to be an object."));
        }
        match kind.as_str() {
            "connection_init" => {
                Ok(Self::ConnectionInit { authorization: authorization(payload.as_ref())? })
            }
            "subscribe" => {
                let payload = payload.ok_or_else(|| bad("`subscribe` needs a `payload`."))?;
                Ok(Self::Subscribe { id: id(message, id_bytes_max)?, payload })
            }
            "complete" => Ok(Self::Complete { id: id(message, id_bytes_max)? }),
            "ping" => match authorization(payload.as_ref())? {
                Some(authorization) => Ok(Self::Renew { authorization }),
                None => Ok(Self::Ping { payload }),
            },
            "pong" => Ok(Self::Pong),
            _ => Err(bad("The `type` of the message is unknown.")),
        }
    }
}

pub fn connection_ack() -> String {
    json!({ "type": "connection_ack" }).to_string()
}

/// `payload` is JSON already, and goes on as it is.
pub fn next(id: &str, payload: &str) -> String {
    format!(r#"{{"type":"next","id":{},"payload":{payload}}}"#, Value::from(id))
}

pub fn error(id: &str, errors: &[ServerError]) -> String {
    count(errors);
    json!({ "type": "error", "id": id, "payload": errors }).to_string()
}

pub fn complete(id: &str) -> String {
    json!({ "type": "complete", "id": id }).to_string()
}

pub fn pong(payload: Option<Value>) -> String {
    let mut message = Map::from_iter([("type".to_owned(), Value::from("pong"))]);
    message.extend(payload.map(|payload| ("payload".to_owned(), payload)));
    Value::Object(message).to_string()
}

/// Answers a ping that brought a new token, which is not sent back.
pub fn renewed() -> String {
    pong(Some(json!({ "authorization": "renewed" })))
}

/// Tells the client that its token is about to end, and the socket with it.
pub fn token_ends() -> String {
    json!({ "type": "ping", "payload": { "reason": "token" } }).to_string()
}

/// Some clients write their parameters the way HTTP headers are written.
fn authorization(payload: Option<&Value>) -> Result<Option<String>, Close> {
    let Some(Value::Object(payload)) = payload else { return Ok(None) };
    let found = payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization"));
    match found {
        None | Some((_, Value::Null)) => Ok(None),
        Some((_, Value::String(text))) => Ok(Some(text.clone())),
        Some(_) => Err(Close::new(Close::FORBIDDEN, "`authorization` has to be a string.")),
    }
}

fn id(mut message: Map<String, Value>, bytes_max: usize) -> Result<String, Close> {
    match message.remove("id") {
        Some(Value::String(id)) if id.is_empty() => {
            Err(Close::new(Close::BAD_MESSAGE, "The `id` is empty."))
        }
        Some(Value::String(id)) if bytes_max < id.len() => {
            let reason = format!("The `id` is longer than {bytes_max} bytes.");
            Err(Close::new(Close::BAD_MESSAGE, reason))
        }
        Some(Value::String(id)) => Ok(id),
        _ => Err(Close::new(Close::BAD_MESSAGE, "The message needs an `id`, a string.")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_fit_into_a_close_frame() {
        let close = Close::new(Close::BAD_MESSAGE, "è".repeat(100));
        assert_eq!(close.reason.len(), 122);
    }
}
