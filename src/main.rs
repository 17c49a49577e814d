//! The command `buono`.

use std::process::ExitCode;

use buono::cli::Cli;
use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    // Boxed: it holds every command's state, and the stack has better uses.
    match Box::pin(Cli::parse().run()).await {
        Ok(exit) => exit.into(),
        Err(error) => {
            eprintln!("{error}");
            error.exit.into()
        }
    }
}
