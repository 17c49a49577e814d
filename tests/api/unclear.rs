//! What those who run the program are told of money whose outcome is not known.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::io;
use std::sync::{Arc, Mutex};

use buono::telemetry::metrics;
use chrono::TimeDelta;
use serde_json::json;
use tracing_subscriber::fmt::MakeWriter;

use crate::served::Served;
use crate::shop::Shop;
use crate::who_calls::mutation;

const ALERTS: &str = include_str!("../../deploy/prometheus/alerts.yml");
/// Another test may count another shop in between, in the same process.
const TRIES_MAX: usize = 20;

/// The shop, and all that `/metrics` says of it: a fresh server, since one counts only now and then.
async fn text(shop: Shop) -> (Shop, String) {
    metrics::init();
    let server = Served::over(shop).await;
    let url = format!("http://{}/metrics", server.address);
    let text = reqwest::get(url).await.unwrap().text().await.unwrap();
    let Served { shop, app, .. } = server;
    app.shutdown.cancel();
    (shop, text)
}

/// Waits until all of these lines are there.
async fn says(mut shop: Shop, lines: &[&str]) -> Shop {
    let mut last = String::new();
    for _ in 0..TRIES_MAX {
        (shop, last) = text(shop).await;
        if lines.iter().all(|line| last.lines().any(|it| it == *line)) {
            return shop;
        }
    }
    panic!("{lines:?} is not in\n{last}");
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn what_is_unclear_is_counted_by_age_and_told_of_once_after_fifteen_minutes() {
    let log = Log::default();
    let subscriber = tracing_subscriber::fmt().with_ansi(false).with_writer(log.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let warnings = || {
        let text = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
        text.lines().filter(|it| it.contains("WARN") && it.contains("is unclear since")).count()
    };
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let before = warnings();
        let shop = says(
            shop,
            &[
                "buono_unclear{kind=\"payment\",age=\"below_15m\"} 0",
                "buono_unclear{kind=\"refund\",age=\"over_1d\"} 0",
                "buono_unclear_oldest_seconds{kind=\"payment\"} 0",
                "buono_contradicted{kind=\"refund\"} 0",
            ],
        )
        .await;
        shop.register(&shop.anna, "CARD", "tok_timeout").await;
        let placed = shop.place(&shop.anna, "vps-starter", "unclear").await;
        let number = placed["order"]["number"].as_str().unwrap().to_owned();
        let paid = shop.pay(&shop.anna, &number, "unclear").await;
        assert_eq!(paid["payment"]["status"], "PENDING");
        shop.clock.advance(TimeDelta::seconds(899));
        let shop = says(
            shop,
            &[
                "buono_unclear{kind=\"payment\",age=\"below_15m\"} 1",
                "buono_unclear{kind=\"payment\",age=\"15m_to_1h\"} 0",
                "buono_unclear_oldest_seconds{kind=\"payment\"} 899",
            ],
        )
        .await;
        shop.clock.advance(TimeDelta::seconds(1));
        let shop = says(
            shop,
            &[
                "buono_unclear{kind=\"payment\",age=\"below_15m\"} 0",
                "buono_unclear{kind=\"payment\",age=\"15m_to_1h\"} 1",
                "buono_unclear_oldest_seconds{kind=\"payment\"} 900",
            ],
        )
        .await;
        assert_eq!(warnings(), before, "no job has looked");
        // The job that tells of it runs before the answer to what is asked again is there.
        shop.run_jobs().await;
        assert_eq!(warnings(), before + 1);
        shop.run_jobs().await;
        assert_eq!(warnings(), before + 1, "once");
        let shop = says(shop, &["buono_unclear_oldest_seconds{kind=\"payment\"} 0"]).await;

        // A refund that no job has sent: an operator settles it.
        shop.withdraw(&shop.anna, &number, "unclear").await;
        shop.clock.advance(TimeDelta::days(2));
        let shop = says(shop, &["buono_unclear{kind=\"refund\",age=\"over_1d\"} 1"]).await;
        let document = "query($number: String!) { order(number: $number) { refunds { id } } }";
        let variables = json!({ "number": number });
        let found = shop.data(&shop.marco, document, variables).await;
        let input = json!({ "id": found["order"]["refunds"][0]["id"], "outcome": "FAILED",
            "reason": "It was never sent." });
        let document = mutation("refundSettle");
        shop.data(&shop.marco, &document, json!({ "input": input })).await;
        let shop = says(shop, &["buono_unclear{kind=\"refund\",age=\"over_1d\"} 0"]).await;
        // The sandbox gives back whatever it is asked about: that cannot be.
        shop.run_jobs().await;
        says(shop, &["buono_contradicted{kind=\"refund\"} 1"]).await;
    }
}

#[tokio::test]
async fn what_the_sandbox_is_silent_about_is_settled_by_hand_there_and_back() {
    let shop = Shop::open().await;
    let placed = shop.place(&shop.anna, "vps-starter", "silent").await;
    let number = placed["order"]["number"].as_str().unwrap().to_owned();
    shop.register(&shop.anna, "CARD", "tok_silent").await;
    shop.pay(&shop.anna, &number, "silent").await;
    let document = "query($number: String!) { order(number: $number) { status \
        payments { id status } refunds { id status } } }";
    let order = async || {
        // The alarm, which comes later, is another test's.
        shop.clock.advance(TimeDelta::minutes(1));
        shop.run_jobs().await;
        shop.data(&shop.marco, document, json!({ "number": number })).await["order"].clone()
    };
    let settle = async |field: &str, id: &serde_json::Value| {
        let input = json!({ "id": id, "outcome": "SUCCEEDED", "reason": "Seen there." });
        let done = shop.data(&shop.marco, &mutation(field), json!({ "input": input })).await;
        assert_eq!(done[field]["errors"], json!([]));
    };
    let unclear = order().await;
    assert_eq!(unclear["payments"][0]["status"], "PENDING");
    settle("paymentSettle", &unclear["payments"][0]["id"]).await;
    assert_eq!(order().await["status"], "CHECKING");
    shop.withdraw(&shop.anna, &number, "silent").await;
    let unclear = order().await;
    assert_eq!(
        (&unclear["status"], &unclear["refunds"][0]["status"]),
        (&json!("CANCELLING"), &json!("PENDING"))
    );
    settle("refundSettle", &unclear["refunds"][0]["id"]).await;
    assert_eq!(order().await["status"], "CANCELLED");
}

#[tokio::test]
async fn refunds_past_their_day_are_counted_until_they_are_made() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let placed = shop.place(&shop.anna, "vps-starter", "overdue").await;
        let number = placed["order"]["number"].as_str().unwrap().to_owned();
        shop.register(&shop.anna, "CARD", "tok_refund_fails").await;
        shop.pay(&shop.anna, &number, "overdue").await;
        shop.withdraw(&shop.anna, &number, "overdue").await;
        shop.run_jobs().await;
        let shop = says(shop, &["buono_refunds_overdue 0"]).await;
        shop.clock.advance(TimeDelta::days(15));
        // The first attempt has failed, the second waits to be paid out: they are one debt.
        let shop = says(shop, &["buono_refunds_overdue 1"]).await;
        let document = "query($number: String!) { order(number: $number) { refunds { id } } }";
        let refunds = async |shop: &Shop| {
            let found = shop.data(&shop.marco, document, json!({ "number": number })).await;
            found["order"]["refunds"].clone()
        };
        let input = json!({ "id": refunds(&shop).await[0]["id"], "payOut": true });
        let again =
            shop.data(&shop.marco, &mutation("refundRetry"), json!({ "input": input })).await;
        assert_eq!(again["refundRetry"]["errors"], json!([]));
        let shop = says(shop, &["buono_refunds_overdue 1"]).await;
        let input = json!({ "refund": refunds(&shop).await[1]["id"], "reference": "SCT-OUT",
            "paidOn": shop.clock.now().date_naive(), "idempotencyKey": "out" });
        let done =
            shop.data(&shop.marco, &mutation("refundRecord"), json!({ "input": input })).await;
        assert_eq!(done["refundRecord"]["errors"], json!([]));
        says(shop, &["buono_refunds_overdue 0"]).await;
    }
}

/// An alarm on a name that nobody writes would never be raised.
#[tokio::test]
async fn the_alarms_are_about_metrics_that_there_are() {
    let (_, text) = text(Shop::open().await).await;
    let words = ALERTS.split(|it: char| !it.is_alphanumeric() && it != '_');
    let names: BTreeSet<&str> = words.filter(|it| it.starts_with("buono_")).collect();
    assert!(3 <= names.len(), "{names:?}");
    for name in names {
        assert!(text.contains(name), "{name} is not in\n{text}");
    }
    let ages = ALERTS.split("age!=\"").skip(1).map(|it| it.split('"').next().unwrap());
    for age in ages {
        assert!(text.contains(&format!("age=\"{age}\"")), "{age}");
    }
}
