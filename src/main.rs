//! The command `buono`.

use std::process::ExitCode;

use buono::cli::Cli;
use clap::Parser;
use tikv_jemallocator::Jemalloc;

/// Keeps what lives long apart from what an operation needs for a moment: with the system's, half of
/// what an idle socket cost were holes.
#[global_allocator]
static ALLOCATOR: Jemalloc = Jemalloc;

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
