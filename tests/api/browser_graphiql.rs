//! GraphiQL in a real browser, against a demo.

use std::time::Duration;

use crate::browser::drive;
use crate::demo::Demo;

const PATIENCE: Duration = Duration::from_mins(4);

#[tokio::test]
async fn in_a_browser_graphiql_asks_follows_and_switches_and_fetches_nothing_from_elsewhere() {
    let demo = Demo::start(&["--speed", "0"]).await;
    let url = [("BUONO_URL", demo.facts.url.as_str())];
    drive("web/graphiql/test/browser.mjs", &url, PATIENCE).await;
}
