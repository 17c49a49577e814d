//! The purchase order in a real browser: hostile names do nothing, and it prints on A4.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::Router;
use axum::response::Html;
use buono::actions::upsert::{UpsertCustomer, UpsertPlan};
use buono::config::Settings;
use buono::domain::actor::Actor;
use buono::domain::catalog::{Period, Plan, PlanPrice};
use buono::domain::customer::{AccountKind, Billing, Customer};
use buono::domain::ids::{CustomerId, PaymentMeanId, PlanId};
use buono::domain::money::{Currency, Exact};
use buono::domain::payment::{MeanStatus, MethodKind, PaymentMean};
use buono::storage::means;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::task::TaskTracker;

use super::chromium::Browser;
use super::paper::{Served, settings};
use super::shop::Shop;

/// How many pixels of the page are beside the window.
const STICKS_OUT: &str =
    "document.documentElement.scrollWidth - document.documentElement.clientWidth";
/// Characters that force a direction of writing, of those in the attacks.
const OVERRIDES: [char; 2] = ['\u{202e}', '\u{2066}'];

/// Counts connections: nobody has any business there.
async fn trap() -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let port = listener.local_addr().expect("it is bound").port();
    let caught = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&caught);
    TaskTracker::new().spawn(async move {
        while listener.accept().await.is_ok() {
            counter.fetch_add(1, Ordering::SeqCst);
        }
    });
    (port, caught)
}

/// Serves a page without any header that protects it, and answers with its address.
async fn bare(page: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    let router = Router::new().fallback(move || async move { Html(page) });
    TaskTracker::new().spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}/")
}

/// What somebody might try, each at most as long as a service name may be, and without spaces
/// where `tight`.
fn attacks(port: u16) -> Vec<String> {
    let there = format!("http://127.0.0.1:{port}");
    vec![
        "<script>alert(1)</script>".to_owned(),
        "\"><img src=x onerror=alert(2)>".to_owned(),
        format!("'><img/src={there}/img>"),
        "</style></title></table><svg/onload=alert(3)>".to_owned(),
        format!("</style><style>@import'{there}/css';body{{background:url({there}/bg)}}</style>"),
        format!("--><iframe/src={there}/frame></iframe><!--"),
        format!("<meta/http-equiv=refresh content='0;url={there}/away'>"),
        format!("<link/rel=stylesheet href={there}/sheet><base/href={there}>"),
        format!("<script/src={there}/script></script>"),
        "javascript:alert(4)".to_owned(),
        "&lt;script&gt;alert(5)&lt;/script&gt;{{7*7}}{%raw%}".to_owned(),
        "\u{202e}gpj.exe\u{2066}\u{200f}".to_owned(),
    ]
}

/// A customer who has an attack in every field, and the service name of a line beside.
struct Hostile {
    served: Served,
    actor: Actor,
    number: String,
}

async fn hostile(attacks: &[String]) -> Hostile {
    let shop = Shop::open().await;
    let at = |at: usize| attacks[at % attacks.len()].clone();
    let now = shop.clock.now();
    let reference = "\"><svg/onload=alert(6)>";
    let email = "\"><img/src=x/onerror=alert(7)>\"@evil.example";
    let billing = Billing {
        name: at(0),
        address: attacks[1..7].to_vec(),
        country: "IT".into(),
        vat_number: Some("<script>alert(8)</script>".into()),
        email: email.into(),
    };
    let customer = Customer {
        id: CustomerId::new(now),
        reference: reference.into(),
        kind: AccountKind::Individual,
        name: at(1),
        email: email.into(),
        country: "IT".into(),
        language: "it".into(),
        time_zone: chrono_tz::Tz::Europe__Rome,
        billing,
        deferred_days: None,
    };
    let changes = &shop.till.changes;
    let customer = changes
        .make(&UpsertCustomer { actor: Actor::System, customer })
        .await
        .expect("it is written");
    let actor = Actor::Customer { id: customer.id, reference: reference.into() };
    let tx = changes.store.begin(now).await.expect("a transaction");
    let mean = PaymentMean {
        id: PaymentMeanId::new(now),
        customer_id: customer.id,
        kind: MethodKind::Card,
        token: "tok_ok".into(),
        label: at(8),
        status: MeanStatus::Valid,
        is_default: true,
        expires_on: None,
    };
    means::insert(&tx, &mean).await.expect("it is written");
    tx.commit().await.expect("it is committed");

    let mut lines = Vec::new();
    for (at, attack) in attacks.iter().enumerate() {
        let period = Period::of_months(1).expect("a month");
        let net = Exact(499_012_500);
        let price = PlanPrice { period, net, promotions: Vec::new(), setup_promotions: Vec::new() };
        let plan = Plan {
            id: PlanId::new(now),
            code: format!("plan-{at}"),
            country: "IT".into(),
            name: attack.clone(),
            description: Some(attack.clone()),
            currency: Currency::EUR,
            tax_rate: 2200,
            setup_fee: Exact(100_000_000),
            setup_separately_priced: false,
            withdrawal_excluded: at % 2 == 0,
            prices: vec![price],
        };
        changes.make(&UpsertPlan { plan }).await.expect("it is written");
        let name = &attacks[(at + 1) % attacks.len()];
        lines.push(
            json!({ "planCode": format!("plan-{at}"), "period": "P1M", "serviceName": name }),
        );
    }
    let number = placed(&shop, &actor, &lines).await;
    let vendor = at(2);
    let settings = Settings {
        vendor_name: vendor.clone(),
        vendor_address: vendor.clone(),
        vendor_vat_number: Some(vendor.clone()),
        vendor_email: vendor,
        ..settings()
    };
    Hostile { served: Served::with(shop, &settings).await, actor, number }
}

async fn placed(shop: &Shop, actor: &Actor, lines: &[Value]) -> String {
    let document = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
         order { number } errors { ... on UserError { message } } } }";
    let input = json!({ "lines": lines, "idempotencyKey": "placed" });
    let data = shop.data(actor, document, json!({ "input": input })).await;
    let placed = &data["orderPlace"];
    assert_eq!(placed["errors"], json!([]));
    placed["order"]["number"].as_str().expect("a number").to_owned()
}

#[tokio::test]
async fn hostile_names_do_nothing_in_any_field() {
    let (port, caught) = trap().await;
    let attacks = attacks(port);
    let Hostile { served, actor, number } = hostile(&attacks).await;
    let link = served.link(&actor, &number, Some("en")).await;
    let page = reqwest::get(&link).await.expect("it answers").text().await.expect("it is text");
    let mut browser = Browser::start().await;

    let seen = browser.open(&link).await;
    assert_eq!(seen.dialogs, Vec::<String>::new());
    assert_eq!(seen.requests, std::slice::from_ref(&link));
    assert_eq!(seen.messages, Vec::<String>::new(), "nothing has even been tried");
    // They are there, and read as they were written; only what turns the writing round is not.
    let text = browser.evaluate("document.body.textContent").await;
    let text = text.as_str().expect("a text");
    assert!(!text.contains(OVERRIDES));
    for attack in &attacks {
        let attack = attack.replace(OVERRIDES, "");
        assert!(text.contains(&attack), "{attack}");
    }
    browser.resize(375, "light").await;
    browser.open(&link).await;
    assert_eq!(browser.evaluate(STICKS_OUT).await, json!(0), "it has broken the layout");

    // The same without the policy in the header: the escaping holds by itself.
    let alone = bare(page).await;
    let seen = browser.open(&alone).await;
    assert_eq!(seen.dialogs, Vec::<String>::new());
    assert!(seen.requests.iter().all(|it| it.starts_with(&alone)), "{:?}", seen.requests);
    assert_eq!(caught.load(Ordering::SeqCst), 0);

    // What is not escaped does it all: otherwise nothing was tried here.
    // But for the one that leaves the page, and would take the test along.
    let stay = attacks.into_iter().filter(|attack| !attack.contains("refresh"));
    let page = format!("<!doctype html><title>x</title>{}", stay.collect::<String>());
    let unescaped = bare(page).await;
    let seen = browser.open(&unescaped).await;
    assert!(seen.dialogs.contains(&"1".to_owned()) && seen.dialogs.contains(&"3".to_owned()));
    assert!(1 < seen.requests.len());
    assert!(0 < caught.load(Ordering::SeqCst));
    served.stop().await;
}

/// Pages of a PDF, and whether each is A4 upright.
fn pages(pdf: &[u8]) -> (usize, bool) {
    let text = String::from_utf8_lossy(pdf);
    let pages = text.matches("/Type /Page\n").count();
    // In points: 210 by 297 millimetres, cut to whole pixels.
    let a4 = text.matches("/MediaBox [0 0 594.95996 841.91998]").count();
    (pages, a4 == pages)
}

async fn order_of(served: &Served, lines: usize) -> String {
    let lines: Vec<Value> = (1..=lines)
        .map(|at| {
            json!({ "planCode": if at % 3 == 0 { "domain-it" } else { "vps-starter" },
                "period": "P1M", "serviceName": format!("server-{at}.example.org") })
        })
        .collect();
    placed(&served.shop, &served.shop.anna, &lines).await
}

#[tokio::test]
async fn an_order_of_ten_lines_prints_on_one_sheet_of_a4_in_every_language() {
    let served = Served::open().await;
    served.shop.register(&served.shop.anna, "CARD", "tok_ok").await;
    let number = order_of(&served, 10).await;
    let mut browser = Browser::start().await;
    for language in ["it", "en", "fr", "de", "es"] {
        let link = served.link(&served.shop.anna, &number, Some(language)).await;
        browser.open(&link).await;
        assert_eq!(pages(&browser.print().await), (1, true), "{language}");
    }
    served.stop().await;
}

#[tokio::test]
async fn a_long_order_prints_on_as_many_sheets_as_it_takes() {
    let served = Served::open().await;
    let number = order_of(&served, 90).await;
    let mut browser = Browser::start().await;
    browser.open(&served.link(&served.shop.anna, &number, None).await).await;
    let (pages, a4) = pages(&browser.print().await);
    assert!(2 < pages && a4, "{pages} pages");
    served.stop().await;
}

#[tokio::test]
async fn nothing_sticks_out_of_a_narrow_screen() {
    let served = Served::open().await;
    let number = order_of(&served, 10).await;
    let mut browser = Browser::start().await;
    for (width, colours) in [(375, "light"), (375, "dark"), (1280, "light")] {
        browser.resize(width, colours).await;
        for language in ["it", "de"] {
            let link = served.link(&served.shop.anna, &number, Some(language)).await;
            browser.open(&link).await;
            let out = browser.evaluate(STICKS_OUT).await;
            assert_eq!(out, json!(0), "{language} {width} {colours}");
        }
    }
    served.stop().await;
}
