//! Buono: customers' orders with live tracking.
//!
//! `cli` and `config` are how it is started, `http` listens, `graphql` answers, `actions` change,
//! `domain` decides, `storage` remembers, `live` tells, `paper` prints, `payments` and `jobs` do the rest.

pub mod cli;
pub mod config;
pub mod telemetry;

pub mod app;
pub mod auth;
pub mod clock;
pub mod demo;

pub mod http;

pub mod graphql;

pub mod paper;

pub mod actions;

pub mod domain;

pub mod storage;

pub mod live;

pub mod payments;

pub mod doctor;
pub mod export;
pub mod fault;
pub mod files;
pub mod import;
pub mod jobs;
pub mod outgoing;
pub mod verify;
