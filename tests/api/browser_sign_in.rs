//! Signing in on the pages with a real identity provider, in a real browser.

use std::path::Path;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;

const SCRIPT: &str = "web/app/test/oidc.mjs";
/// The script has a patience of its own for each step; this is for a browser that hangs.
const WHOLE_PATIENCE: Duration = Duration::from_mins(8);

#[tokio::test]
async fn in_a_browser_customers_sign_in_with_the_identity_provider_and_stay_so() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    for installed in ["web/node_modules/playwright-core", "tests/oidc/node_modules/oidc-provider"] {
        assert!(here.join(installed).is_dir(), "{installed} is missing: run `make tools`");
    }
    let folder = tempfile::tempdir().expect("a folder for the data");
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
