//! GraphiQL in a real browser, against a demo.

use std::path::Path;
use std::time::Duration;

use tokio::process::Command;
use tokio::time::timeout;

use crate::demo::Demo;

const SCRIPT: &str = "web/graphiql/test/browser.mjs";
/// The script has a patience of its own for each step; this is for a browser that hangs.
const WHOLE_PATIENCE: Duration = Duration::from_mins(4);

#[tokio::test]
async fn in_a_browser_graphiql_asks_follows_and_switches_and_fetches_nothing_from_elsewhere() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let installed = here.join("web/node_modules/playwright-core").is_dir();
    assert!(installed, "the browser cannot be driven yet: run `make tools`");
    let demo = Demo::start(&["--speed", "0"]).await;
    let mut node = Command::new("node");
    node.arg(SCRIPT).current_dir(here).env("BUONO_URL", &demo.facts.url).kill_on_drop(true);
    let output = timeout(WHOLE_PATIENCE, node.output()).await.expect("it ends in time").unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}\n{complained}");
}
