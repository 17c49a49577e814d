//! Payments through Stripe: against a Stripe on this machine, against one that says what a test wants,
//! and by its webhooks.

mod local;
mod odd;
mod paying;
mod scripted;
mod webhooks;

use std::sync::Arc;
use std::time::Duration;

use buono::clock::Clock;
use buono::payments::stripe::{Account, Stripe};

use crate::shop::{Shop, schema_over};

/// What must never be read anywhere.
pub const KEY: &str = "sk_test_this_is_the_secret_key";
pub const WEBHOOK_SECRET: &str = "whsec_this_is_the_webhook_secret";
/// Longer than any answer takes that comes at all.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub fn gateway(api_base: &str, clock: Clock, time: Duration) -> Stripe {
    let account = Account {
        key: KEY.into(),
        webhook_secrets: vec!["whsec_the_next_one".into(), WEBHOOK_SECRET.into()],
        api_base: api_base.to_owned(),
        time,
        return_url: "http://shop.test".into(),
    };
    Stripe::new(account, clock).expect("it is built")
}

/// A shop that takes its payments through the Stripe at this address.
pub async fn shop(api_base: &str) -> Shop {
    let shop = Shop::open().await;
    let clock = shop.clock.clone();
    by_clock(shop, clock, api_base)
}

/// The same, by the clock of the machine: for webhooks that others sign.
pub async fn shop_in_time(api_base: &str) -> Shop {
    by_clock(Shop::open().await, Clock::System, api_base)
}

fn by_clock(mut shop: Shop, clock: Clock, api_base: &str) -> Shop {
    shop.clock = clock.clone();
    shop.till.changes.clock = clock.clone();
    shop.till.patience = PATIENCE;
    shop.till.gateway = Arc::new(gateway(api_base, clock, PATIENCE));
    shop.schema = schema_over(shop.till.clone());
    shop
}
