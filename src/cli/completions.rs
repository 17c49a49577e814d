//! `buono completions`: what a shell needs to complete our commands.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::{Cli, CliError, Exit, print};

/// Prints a script that lets a shell complete commands and flags.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono completions bash > ~/.local/share/bash-completion/completions/buono
  buono completions zsh > ~/.zfunc/_buono
  buono completions fish > ~/.config/fish/completions/buono.fish")]
pub(super) struct Completions {
    /// The shell.
    shell: Shell,
}

impl Completions {
    pub fn run(self) -> Result<Exit, CliError> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Cli::command(), "buono", &mut script);
        print(&String::from_utf8_lossy(&script)).map(|()| Exit::Done)
    }
}
