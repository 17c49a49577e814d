//! DECIDES. The rules of the trade: pure, without async, IO or a clock, and without anything else of this crate.

pub mod actor;
pub mod ids;
