//! Buono: customers' orders with live tracking.

pub mod clock;
pub mod domain;
