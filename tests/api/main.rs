//! The program from outside, on SQLite and on PostgreSQL.

mod bad_starts;
mod binary;
mod chromium;
mod clients;
mod commands;
mod customers;
mod hostile;
mod live;
mod migrations;
mod paper;
mod paper_in_chromium;
mod path;
mod postgres;
mod raw_client;
mod readme;
mod served;
mod serving;
mod shop;
mod statements;
mod toy;
mod toy_schema;
mod transport_http;
mod transport_socket;
mod transport_stream;
