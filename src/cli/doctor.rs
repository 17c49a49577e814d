//! `buono doctor`: whether everything is there that the server needs.

use std::fmt::Write;

use clap::Args;
use serde_json::json;

use super::{CliError, Exit, print};
use crate::config::{ConfigError, Loaded};
use crate::doctor::{Finding, Verdict, examine};

/// Checks everything that the server needs, and says what to do where something is wrong.
///
/// Looked at are: the settings, the secret that signs tokens, the database and its migrations, the
/// clock, the port, the disk, and a WebSocket to a server that is started for that on this machine.
/// Nothing is changed. Each line is `ok`, `warn` or `fail`; the exit code is 1 when one is `fail`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  buono doctor
  buono --config buono.toml doctor --json")]
pub(super) struct Doctor {
    /// Print JSON.
    #[arg(long)]
    json: bool,
}

impl Doctor {
    pub async fn run(self, loaded: Result<Loaded, ConfigError>) -> Result<Exit, CliError> {
        let findings = examine(loaded).await;
        let well = findings.iter().all(|it| it.verdict != Verdict::Fail);
        print(&if self.json { as_json(&findings, well) } else { as_lines(&findings) })?;
        Ok(if well { Exit::Done } else { Exit::Failure })
    }
}

fn as_lines(findings: &[Finding]) -> String {
    let width = findings.iter().map(|it| it.what.len()).max().unwrap_or_default();
    findings.iter().fold(String::new(), |mut text, it| {
        let (verdict, what) = (it.verdict.name(), it.what);
        writeln!(text, "{verdict:4}  {what:width$}  {}", it.message)
            .expect("a String takes everything");
        text
    })
}

fn as_json(findings: &[Finding], well: bool) -> String {
    let list = findings
        .iter()
        .map(|it| json!({ "check": it.what, "verdict": it.verdict.name(), "message": it.message }));
    format!("{}\n", json!({ "ok": well, "checks": list.collect::<Vec<_>>() }))
}
