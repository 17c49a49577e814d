//! Runs what drives a real browser: a script of Node that ends well, or says what was wrong.

use std::path::Path;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;

/// Runs a script to its end. It has a patience of its own for each step; `patience` is for a browser
/// that hangs.
pub async fn drive(script: &str, variables: &[(&str, &str)], patience: Duration) {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for installed in ["web/node_modules/playwright-core", "tests/oidc/node_modules/oidc-provider"] {
        assert!(here.join(installed).is_dir(), "{installed} is missing: run `make tools`");
    }
    let folder = tempfile::tempdir().expect("a folder for the data");
    let mut node = Command::new("node");
    node.arg(script)
        .current_dir(here)
        .env("BUONO", env!("CARGO_BIN_EXE_buono"))
        .env("FOLDER", folder.path())
        .env_remove("BUONO_PUBLIC_URL")
        .envs(variables.iter().copied())
        .kill_on_drop(true);
    let output = timeout(patience, node.output()).await.expect("it ends in time");
    let output = output.expect("there is a Node");
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complained}");
}
