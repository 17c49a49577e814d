//! The program from outside, on SQLite and on PostgreSQL.

mod bad_input;
mod bad_moments;
mod bad_pages;
mod bad_tokens;
mod bad_values;
mod dump;
mod hostile;
mod migrations;
mod path;
mod postgres;
mod raw_client;
mod readme;
mod shop;
mod toy;
mod toy_schema;
mod transport_http;
mod transport_socket;
mod transport_stream;
mod who;
mod who_calls;
mod who_nodes;
