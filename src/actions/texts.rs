//! Texts that somebody gives, checked in one place: how long each may be, and which characters it
//! may hold. What passes is trimmed.

use super::Problem;
use crate::domain::writing::{is_line, is_prose};

/// The longest text that is written to somebody, in characters.
pub const PROSE_MAX: usize = 2_000;
/// The longest name of a person or organisation, or line of an address, in characters.
pub const NAME_MAX: usize = 200;
/// The longest service name, in characters: as long as a domain name may be.
pub const SERVICE_NAME_MAX: usize = 255;
/// The longest code of a plan or voucher, in characters.
pub const CODE_MAX: usize = 100;
/// The longest idempotency key, in bytes.
pub const KEY_BYTES_MAX: usize = 128;

/// A text of one line. `what` begins the sentence that says what is wrong with it: `A name`.
pub fn line(path: &[&str], what: &str, text: &str, most: usize) -> Result<String, Problem> {
    let text = text.trim();
    if (1..=most).contains(&text.chars().count()) && is_line(text) {
        return Ok(text.to_owned());
    }
    let message =
        format!("{what} has 1 to {most} characters, without line breaks or control characters.");
    Err(Problem::invalid(path, message))
}

/// A text of one or more lines, for a person to read.
pub fn prose(path: &[&str], text: &str) -> Result<String, Problem> {
    let text = text.trim();
    if (1..=PROSE_MAX).contains(&text.chars().count()) && is_prose(text) {
        return Ok(text.to_owned());
    }
    let message = format!(
        "Write 1 to {PROSE_MAX} characters here, without control characters but line breaks and tabs."
    );
    Err(Problem::invalid(path, message))
}

/// The code of a plan or voucher that somebody asks for: `None` for what cannot be one.
pub fn code(text: &str) -> Option<&str> {
    ((1..=CODE_MAX).contains(&text.chars().count()) && is_line(text)).then_some(text)
}

/// What somebody gave, for a message: no longer than a code, and without control characters.
pub fn shown(text: &str) -> String {
    let plain = text.chars().filter(|it| !it.is_control());
    let mut shown: String = plain.take(CODE_MAX + 1).collect();
    if let Some((end, _)) = shown.char_indices().nth(CODE_MAX) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}

/// An idempotency key is kept and compared as it came.
pub fn key(text: &str) -> Result<(), Problem> {
    if (1..=KEY_BYTES_MAX).contains(&text.len()) && is_line(text) {
        return Ok(());
    }
    let message = format!(
        "An idempotency key has 1 to {KEY_BYTES_MAX} bytes, without control characters: a UUID \
         will do."
    );
    Err(Problem::invalid(&["idempotencyKey"], message))
}
