//! The program from outside, on SQLite and on PostgreSQL.

mod bad_starts;
mod binary;
mod browser_graphiql;
mod commands;
mod customers;
mod demo;
mod graphiql;
mod hostile;
mod migrations;
mod path;
mod postgres;
mod raw_client;
mod readme;
mod serving;
mod shop;
mod toy;
mod toy_schema;
mod transport_http;
mod transport_socket;
mod transport_stream;
