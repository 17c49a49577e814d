//! Buono: customers' orders with live tracking.

pub mod actions;
pub mod app;
pub mod auth;
pub mod clock;
pub mod domain;
pub mod graphql;
pub mod http;
pub mod import;
pub mod jobs;
pub mod live;
pub mod payments;
pub mod storage;
