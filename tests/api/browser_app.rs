//! The customer area in a real browser, against a demo that the script starts, kills and starts again.

use std::time::Duration;

use crate::browser::drive;

const PATIENCE: Duration = Duration::from_mins(12);

#[tokio::test]
async fn in_a_browser_customers_follow_pay_and_withdraw_on_every_screen_and_through_an_outage() {
    drive("web/app/test/browser.mjs", &[], PATIENCE).await;
}
