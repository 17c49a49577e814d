//! The customer area in a real browser, against a demo that the script starts, kills and starts again.

use std::path::Path;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;

const SCRIPT: &str = "web/app/test/browser.mjs";
/// The script has a patience of its own for each step; this is for a browser that hangs.
const WHOLE_PATIENCE: Duration = Duration::from_mins(12);

#[tokio::test]
async fn in_a_browser_customers_follow_pay_and_withdraw_on_every_screen_and_through_an_outage() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let installed = here.join("web/node_modules/playwright-core").is_dir();
    assert!(installed, "the browser cannot be driven yet: run `make tools`");
    let folder = tempfile::tempdir().expect("a folder for the demo");
    let mut node = Command::new("node");
    node.arg(SCRIPT)
        .current_dir(here)
        .env("BUONO", env!("CARGO_BIN_EXE_buono"))
        .env("FOLDER", folder.path())
        .env_remove("BUONO_PUBLIC_URL")
        .kill_on_drop(true);
    let output = timeout(WHOLE_PATIENCE, node.output()).await.expect("it ends in time");
    let output = output.expect("there is a Node");
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complained}");
}
