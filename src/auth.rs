//! Who may come in: short-lived signed tokens, and the one they name.

mod identify;
#[cfg(test)]
mod tests;
mod token;

pub use identify::{AuthError, Session, Viewer, identify};
pub use token::{Claims, Role, Subject, TokenRefused, Tokens};
