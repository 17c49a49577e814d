//! `buono schema`: the GraphQL schema as text, and what has changed in it.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::{CliError, Exit, print};
use crate::graphql::{self, breaking::breaking_changes};

/// Shows the GraphQL schema, and compares it with an older one.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono schema print > schema.graphql
  buono schema check schema.graphql")]
pub(super) struct Schema {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Prints the schema in GraphQL's schema language (SDL).
    #[command(after_help = "Example:\n  buono schema print > schema.graphql")]
    Print,
    /// Lists what would break the clients of an older schema; exit code 1 when there is something.
    ///
    /// Breaking are: types, fields, arguments, enum values, members of unions, interfaces and
    /// directives that were removed, types that have changed, null where there was none, and
    /// arguments that now have to be given.
    #[command(after_help = "\
Examples:
  buono schema check schema.graphql
  git show v1.0.0:schema.graphql > old.graphql && buono schema check old.graphql")]
    Check {
        /// The older schema, in GraphQL's schema language.
        old: PathBuf,
    },
}

impl Schema {
    pub fn run(self) -> Result<Exit, CliError> {
        match self.what {
            What::Print => print(&graphql::sdl()).map(|()| Exit::Done),
            What::Check { old } => check(&old),
        }
    }
}

fn check(path: &std::path::Path) -> Result<Exit, CliError> {
    let shown = path.display();
    let no_schema = |why: String| {
        let what_to_do = "Give a file that `buono schema print` has written.";
        CliError::new(Exit::Failure, format!("{shown} cannot be read: {why}."), what_to_do)
    };
    let old = std::fs::read_to_string(path).map_err(|error| no_schema(error.to_string()))?;
    let changes = breaking_changes(&old, &graphql::sdl()).map_err(|why| {
        // The parser draws the place over several lines.
        let first = why.lines().map(str::trim).filter(|line| !line.is_empty());
        no_schema(format!("it is no GraphQL schema ({})", first.collect::<Vec<_>>().join(" ")))
    })?;
    if changes.is_empty() {
        eprintln!("Nothing in the schema breaks a client of {shown}.");
        return Ok(Exit::Done);
    }
    print(&format!("{}\n", changes.join("\n")))?;
    eprintln!("{} changes break clients of {shown}.", changes.len());
    Ok(Exit::Failure)
}
