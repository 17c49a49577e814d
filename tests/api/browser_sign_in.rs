//! Signing in on the pages with a real identity provider, in a real browser.

use std::time::Duration;

use crate::browser::drive;

const PATIENCE: Duration = Duration::from_mins(8);

#[tokio::test]
async fn in_a_browser_customers_sign_in_with_the_identity_provider_and_stay_so() {
    drive("web/app/test/oidc.mjs", &[], PATIENCE).await;
}
