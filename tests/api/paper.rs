//! The purchase order as a page: who may read it, and what it says.

use std::sync::Arc;
use std::time::Duration;

use buono::app::App;
use buono::auth::Subject;
use buono::auth::links::LINK_LIFE;
use buono::config::{Settings, Sources};
use buono::domain::actor::{Actor, Scope};
use buono::domain::text::Language;
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;

use super::shop::Shop;

/// A shop that listens.
pub struct Served {
    pub shop: Shop,
    pub app: Arc<App>,
    pub url: String,
    running: JoinHandle<std::io::Result<()>>,
}

/// Settings of a vendor that takes bank transfers.
pub fn settings() -> Settings {
    let environment = [
        ("BUONO_VENDOR_NAME", "Acme Cloud S.r.l."),
        ("BUONO_VENDOR_VAT_NUMBER", "IT00000000000"),
        ("BUONO_RATE_LIMITS", "off"),
        ("BUONO_VENDOR_IBAN", "IT60 X054 2811 1010 0000 0123 456"),
    ];
    let environment = environment.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let sources = Sources { environment: environment.to_vec(), ..Sources::default() };
    sources.settle().expect("these are settings").settings
}

impl Served {
    pub async fn open() -> Self {
        Self::with(Shop::open().await, &settings()).await
    }

    pub async fn with(shop: Shop, settings: &Settings) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let url = format!("http://{}", listener.local_addr().expect("it is bound"));
        let secret = "a secret of thirty-two bytes, or more".into();
        let (store, clock) = (shop.till.changes.store.clone(), shop.clock.clone());
        let served = buono::app::Shop::new(settings, secret, store, clock, url.clone());
        let app = Arc::clone(&served.app);
        let running = TaskTracker::new().spawn(async move { served.serve(listener).await });
        Self { shop, app, url, running }
    }

    /// Stops the server, and waits until it has.
    pub async fn stop(self) {
        self.app.shutdown.cancel();
        let stopped = tokio::time::timeout(Duration::from_secs(10), self.running).await;
        stopped.expect("it stops in time").expect("it does not panic").expect("it ends well");
    }

    pub fn token(&self, actor: &Actor) -> String {
        let subject = match actor.clone() {
            Actor::Customer { reference, .. } => Subject::Customer { reference },
            Actor::Operator { name, scopes } => Subject::Operator { name, scopes },
            Actor::Service { name, scopes } => Subject::Service { name, scopes },
            Actor::System => unreachable!("the system sends no requests"),
        };
        let hour = TimeDelta::hours(1);
        self.app.tokens.sign(&subject, hour, self.app.clock.now()).expect("it is signed")
    }

    /// The number of a new order of Anna's.
    pub async fn order(&self, key: &str) -> String {
        let placed = self.shop.place(&self.shop.anna, "server-rise", key).await;
        placed["order"]["number"].as_str().expect("a number").to_owned()
    }

    /// What `Order.document` answers.
    pub async fn document(&self, actor: &Actor, number: &str, language: Option<&str>) -> Value {
        let query = "query($number: String!, $language: String) { order(number: $number) { \
             document(language: $language) { url expiresAt } } }";
        let variables = json!({ "number": number, "language": language });
        let answer = Client::new()
            .post(format!("{}/graphql", self.url))
            .bearer_auth(self.token(actor))
            .json(&json!({ "query": query, "variables": variables }))
            .send()
            .await
            .expect("it answers");
        let answer: Value = answer.json().await.expect("it is JSON");
        assert_eq!(answer.get("errors"), None);
        answer["data"]["order"]["document"].clone()
    }

    pub async fn link(&self, actor: &Actor, number: &str, language: Option<&str>) -> String {
        let document = self.document(actor, number, language).await;
        document["url"].as_str().expect("an address").to_owned()
    }

    async fn get(&self, address: &str, actor: Option<&Actor>) -> Response {
        let request = Client::new().get(address).header("accept-language", "it");
        let request = match actor {
            Some(actor) => request.bearer_auth(self.token(actor)),
            None => request,
        };
        request.send().await.expect("it answers")
    }

    /// The page, which has to be there.
    async fn page(&self, address: &str, actor: Option<&Actor>) -> String {
        let answer = self.get(address, actor).await;
        assert_eq!(answer.status(), StatusCode::OK, "{address}");
        answer.text().await.expect("it is text")
    }

    fn address(&self, number: &str) -> String {
        format!("{}/orders/{number}/purchase-order", self.url)
    }
}

#[tokio::test]
async fn its_customer_and_whoever_may_read_orders_can_open_it() {
    let served = Served::open().await;
    let shop = &served.shop;
    let number = served.order("mine").await;
    for address in [
        served.address(&number),
        served.address(&number.to_lowercase()),
        format!("{}.html", served.address(&number)),
    ] {
        let page = served.page(&address, Some(&shop.anna)).await;
        // Anna reads Italian; nobody has to say so.
        assert!(page.contains("Buono d&#39;ordine") && page.contains(&number));
        assert!(page.contains("139,06\u{a0}€") && page.contains("Acme Cloud S.r.l."));
    }
    for reader in [&shop.marco, &shop.service] {
        served.page(&served.address(&number), Some(reader)).await;
    }
    let german = format!("{}?language=de-AT", served.address(&number));
    assert!(served.page(&german, Some(&shop.anna)).await.contains("Bestellschein"));
    served.stop().await;
}

#[tokio::test]
async fn a_link_opens_it_without_a_token_for_five_minutes() {
    let served = Served::open().await;
    let number = served.order("mine").await;
    let anna = served.shop.anna.clone();
    let document = served.document(&anna, &number, None).await;
    let link = document["url"].as_str().expect("an address");
    let expires_at: DateTime<Utc> =
        document["expiresAt"].as_str().and_then(|it| it.parse().ok()).expect("a time");
    assert!(expires_at - served.app.clock.now() <= LINK_LIFE);
    assert!(served.page(link, None).await.contains("Buono d&#39;ordine"));
    // The reader's own token does no harm.
    served.page(link, Some(&anna)).await;
    let operators = served.link(&served.shop.marco, &number, None).await;
    assert!(served.page(&operators, None).await.contains("Purchase order"));

    served.app.clock.advance(expires_at - served.app.clock.now() - TimeDelta::milliseconds(1));
    served.page(link, None).await;
    served.app.clock.advance(TimeDelta::milliseconds(1));
    assert_eq!(served.get(link, None).await.status(), StatusCode::NOT_FOUND);
    served.stop().await;
}

#[tokio::test]
async fn whoever_may_not_read_it_sees_what_they_see_where_nothing_is() {
    let served = Served::open().await;
    let shop = &served.shop;
    let number = served.order("mine").await;
    let other = served.order("another").await;
    let link = served.link(&shop.anna, &number, Some("it")).await;
    let address = served.address(&number);
    let missing = served.get(&served.address("BO26-00000-00000"), Some(&shop.anna)).await;
    assert_eq!(missing.status(), StatusCode::NOT_FOUND);
    let headers = missing.headers().clone();
    let missing = missing.bytes().await.expect("a page");
    assert!(std::str::from_utf8(&missing).unwrap().contains("Qui non c&#39;è nulla"));

    let no_scope = Actor::Operator { name: "vito".into(), scopes: vec![Scope::RefundsWrite] };
    let (base, signature) = link.rsplit_once('=').expect("there is a signature");
    let flipped = if signature.starts_with('A') { "B" } else { "A" };
    let reader = |link: &str| {
        let part = link.split("reader=").nth(1).and_then(|it| it.split('&').next());
        part.expect("it names its reader").to_owned()
    };
    let brunos = served.order_of(&shop.bruno).await;
    let brunos = served.link(&shop.bruno, &brunos, Some("it")).await;
    let later = (served.app.clock.now() + TimeDelta::minutes(10)).timestamp().to_string();
    let expires = link.split("expires=").nth(1).and_then(|it| it.split('&').next()).unwrap();
    let cases: Vec<(&str, String, Option<&Actor>)> = vec![
        ("nobody", address.clone(), None),
        ("somebody else", address.clone(), Some(&shop.bruno)),
        ("no scope", address.clone(), Some(&no_scope)),
        ("no number", served.address("anything"), Some(&shop.anna)),
        ("no UTF-8", served.address("%ff%00"), Some(&shop.anna)),
        ("not signed", format!("{address}.html?language=it"), None),
        ("another viewer", link.clone(), Some(&shop.bruno)),
        ("another operator", link.clone(), Some(&shop.marco)),
        ("a changed reader", link.replace(&reader(&link), &reader(&brunos)), None),
        ("another order", link.replace(&number, &other), None),
        ("a spelling of the number", link.replace(&number, &number.to_lowercase()), None),
        ("another language", link.replace("language=it", "language=fr"), None),
        ("a longer life", link.replace(expires, &later), None),
        ("another document", link.replace(".html", ""), None),
        ("another signature", format!("{base}={flipped}{}", &signature[1..]), None),
        ("a shorter signature", link[..link.len() - 1].to_owned(), None),
        ("no signature", format!("{base}="), None),
        ("more", format!("{link}&x=1"), None),
        ("altered, though it is hers", format!("{link}x"), Some(&shop.anna)),
        ("too long", format!("{link}&{}", "x".repeat(4000)), None),
    ];
    for (case, address, actor) in cases {
        let answer = served.get(&address, actor).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{case}");
        let mut found = answer.headers().clone();
        for own in ["date", "x-request-id"] {
            found.insert(own, headers[own].clone());
        }
        assert_eq!(found, headers, "{case}");
        assert_eq!(answer.bytes().await.expect("a page"), missing, "{case}");
    }
    let bad_token = Client::new().get(&address).header("accept-language", "it");
    let answer = bad_token.bearer_auth("nonsense").send().await.expect("it answers");
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    assert_eq!(answer.bytes().await.expect("a page"), missing);
    // The link as it was is still good.
    served.page(&link, None).await;
    served.stop().await;
}

impl Served {
    async fn order_of(&self, actor: &Actor) -> String {
        let placed = self.shop.place(actor, "vps-starter", "of").await;
        placed["order"]["number"].as_str().expect("a number").to_owned()
    }
}

#[tokio::test]
async fn the_page_is_kept_nowhere_and_may_load_and_run_nothing() {
    let served = Served::open().await;
    let number = served.order("mine").await;
    let link = served.link(&served.shop.anna, &number, None).await;
    for address in [link, served.address("BO26-00000-00000")] {
        let answer = served.get(&address, None).await;
        let header = |name: &str| answer.headers()[name].to_str().expect("text").to_owned();
        assert_eq!(header("content-type"), "text/html; charset=utf-8");
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert_eq!(header("x-content-type-options"), "nosniff");
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"));
    }
    served.stop().await;
}

#[tokio::test]
async fn every_language_says_the_status_and_the_total() {
    let served = Served::open().await;
    let number = served.order("mine").await;
    for (language, status, total) in [
        ("en", "Payment not received", "€139.06"),
        ("it", "Pagamento non ricevuto", "139,06\u{a0}€"),
        ("fr", "Paiement non reçu", "139,06\u{a0}€"),
        ("de", "Zahlung nicht eingegangen", "139,06\u{a0}€"),
        ("es", "Pago no recibido", "139,06\u{a0}€"),
    ] {
        let link = served.link(&served.shop.anna, &number, Some(language)).await;
        let page = served.page(&link, None).await;
        assert!(page.contains(&format!("<html lang=\"{language}\">")));
        assert!(page.contains(status) && page.contains(total), "{language}");
    }
    assert_eq!(Language::ALL.len(), 5, "a new language is tried here too");
    served.stop().await;
}

#[tokio::test]
async fn it_says_what_has_become_of_the_order() {
    let served = Served::open().await;
    let shop = &served.shop;
    let number = served.order("paid").await;
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    shop.pay(&shop.anna, &number, "pay").await;
    let page = served.page(&served.address(&number), Some(&shop.anna)).await;
    assert!(page.contains("Pagato il 9 novembre 2026</strong> · Carta · <bdi>Visa"), "{page}");

    let lost = served.order("lost").await;
    shop.clock.advance(TimeDelta::days(15));
    shop.run_jobs().await;
    let page = served.page(&served.address(&lost), Some(&shop.anna)).await;
    assert!(page.contains("Scaduto") && page.contains("Puoi ordinare di nuovo"));
    served.stop().await;
}
