//! What every command says of itself.

use buono::cli::Cli;
use clap::{Command, CommandFactory};

/// Each command's `--help`, in a file of its own. A change of them is a change for whoever reads
/// them: `INSTA_UPDATE=always cargo test help` takes it over.
#[test]
fn every_help_is_as_it_was_last_read() {
    fn walk(command: &mut Command, name: &str) {
        let help = command.render_long_help().to_string();
        assert!(!help.contains('\u{1b}'), "{name}: no colours outside a terminal");
        insta::assert_snapshot!(name, help.trim_end());
        for under in command.get_subcommands_mut().filter(|it| it.get_name() != "help") {
            let name = format!("{name}_{}", under.get_name());
            walk(under, &name);
        }
    }
    let mut command = Cli::command();
    command.build();
    walk(&mut command, "buono");
}
