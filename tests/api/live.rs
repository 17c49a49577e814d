//! Following orders live, through the schema.

mod cursors;
mod log;
mod promise;
pub mod random;
mod readers;
mod waking;
mod writers;
