//! `buono schema`: the GraphQL schema as text.

use clap::{Args, Subcommand};

use super::{CliError, Exit, print};
use crate::graphql;

/// Shows the GraphQL schema.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  buono schema print > schema.graphql")]
pub(super) struct Schema {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Prints the schema in GraphQL's schema language (SDL).
    #[command(after_help = "Example:\n  buono schema print > schema.graphql")]
    Print,
}

impl Schema {
    pub fn run(self) -> Result<Exit, CliError> {
        match self.what {
            What::Print => print(&graphql::sdl()).map(|()| Exit::Done),
        }
    }
}
