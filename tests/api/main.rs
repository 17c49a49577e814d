//! The program from outside, on SQLite and on PostgreSQL.

mod migrations;
mod path;
mod postgres;
mod shop;
