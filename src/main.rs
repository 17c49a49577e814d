//! The command `buono`: writes the schema. What else it does comes with the server.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Customers' orders with live tracking.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// The GraphQL schema.
    Schema {
        #[command(subcommand)]
        what: Schema,
    },
}

#[derive(Subcommand)]
enum Schema {
    /// Prints the schema as text: `buono schema print > schema.graphql`.
    Print,
}

fn main() -> ExitCode {
    let Command::Schema { what: Schema::Print } = Cli::parse().command;
    print!("{}", buono::graphql::sdl());
    ExitCode::SUCCESS
}
