//! Buono: customers' orders with live tracking.

pub mod actions;
pub mod clock;
pub mod domain;
pub mod import;
pub mod live;
pub mod payments;
pub mod storage;
