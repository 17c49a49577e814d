//! GraphiQL's routes and its tabs, and the first page.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use async_graphql::{Request, Variables};
use buono::auth::Viewer;
use buono::http::guard::{self, DocumentLimits};
use futures_util::StreamExt;
use serde_json::{Value, json};

use super::shop::Shop;
use super::site::{Site, header};

/// Addresses of files that the page names.
fn assets(html: &str) -> Vec<String> {
    let quoted = html.split('"').filter(|text| text.starts_with("/graphiql/assets/"));
    quoted.map(str::to_owned).collect()
}

fn is_style(path: &str) -> bool {
    path.strip_suffix(".css").is_some()
}

#[tokio::test]
async fn graphiql_is_there_in_development_and_in_production_only_when_enabled() {
    for (settings, status) in [
        (&[][..], 200),
        (&[("BUONO_GRAPHIQL", "off")], 404),
        (&[("BUONO_ENV", "production")], 404),
        (&[("BUONO_ENV", "production"), ("BUONO_GRAPHIQL", "on")], 200),
    ] {
        let site = Site::open(settings, &[]).await;
        assert_eq!(site.status("/graphiql").await, status, "{settings:?}");
        assert_eq!(site.status("/graphiql/licenses.md").await, status, "{settings:?}");
        let linked = site.text("/").await.contains("href=/graphiql>");
        assert_eq!(linked, status == 200, "{settings:?}");
    }
}

#[tokio::test]
async fn tokens_have_an_address_in_a_demo_only() {
    let site = Site::open(&[], &[]).await;
    assert_eq!(site.status("/graphiql/config.json").await, 404);
    assert!(!site.text("/graphiql").await.contains("config.json"));

    let demo = Site::open(&[], &[("anna", "one"), ("marco", "two")]).await;
    let config = demo.get("/graphiql/config.json", &[]).await;
    assert_eq!(header(&config, "cache-control"), "no-store");
    let people = json!([{ "name": "anna", "token": "one" }, { "name": "marco", "token": "two" }]);
    assert_eq!(config.json::<Value>().await.unwrap(), json!({ "people": people }));
    let page = demo.text("/graphiql").await;
    assert!(page.contains(r#"<meta name="buono-config" content="/graphiql/config.json">"#));
    assert!(!page.contains("one"), "no token is in the page itself: {page}");
}

#[tokio::test]
async fn the_page_runs_no_script_but_its_own() {
    let site = Site::open(&[], &[]).await;
    let page = site.get("/graphiql", &[]).await;
    assert_eq!(header(&page, "cache-control"), "no-cache");
    let policy = header(&page, "content-security-policy").to_owned();
    assert!(policy.starts_with("default-src 'self';"), "{policy}");
    assert!(!policy.contains("script-src") && !policy.contains("blob:"), "{policy}");
    let html = page.text().await.unwrap();
    let own = html.matches("<script type=\"module\" crossorigin src=\"/graphiql/assets/").count();
    assert_eq!((own, html.matches("<script").count()), (1, 1), "{html}");
    assert!(!html.contains("://"), "{html}");
}

#[tokio::test]
async fn files_come_in_the_encoding_that_is_read_and_are_kept_for_ever() {
    let site = Site::open(&[], &[]).await;
    let assets = assets(&site.text("/graphiql").await);
    assert!(assets.iter().any(|path| is_style(path)), "{assets:?}");
    for path in &assets {
        let kind = if is_style(path) { "text/css" } else { "text/javascript" };
        let mut seen = Vec::new();
        for (accept, encoding) in [("gzip, br", "br"), ("gzip", "gzip"), ("identity", "")] {
            let answer = site.get(path, &[("accept-encoding", accept)]).await;
            assert_eq!(answer.status(), 200, "{path}");
            // Small files are not worth it.
            let sent = header(&answer, "content-encoding");
            assert!(sent == encoding || sent.is_empty(), "{path} {accept}: {sent}");
            assert_eq!(header(&answer, "content-type"), format!("{kind}; charset=utf-8"));
            assert_eq!(header(&answer, "cache-control"), "public, max-age=31536000, immutable");
            assert_eq!(header(&answer, "vary"), "accept-encoding");
            let tag = header(&answer, "etag").to_owned();
            let again = [("accept-encoding", accept), ("if-none-match", tag.as_str())];
            let again = site.get(path, &again).await;
            assert_eq!((again.status().as_u16(), header(&again, "etag")), (304, tag.as_str()));
            seen.push(answer.bytes().await.unwrap().len());
        }
        assert!(seen.is_sorted(), "{path}: brotli is the smallest, then gzip: {seen:?}");
    }
    let script = &assets[0];
    assert!(
        header(&site.get(script, &[("accept-encoding", "br")]).await, "content-encoding") == "br"
    );
    let compressed = format!("{script}.br");
    for path in [&compressed, "/graphiql/assets/none.js", "/graphiql/assets/..%2findex.html"] {
        assert_eq!(site.status(path).await, 404, "{path}");
    }
}

#[tokio::test]
async fn the_first_page_is_in_the_readers_language_and_without_a_script() {
    let site = Site::open(&[], &[]).await;
    for (accept, language, word) in
        [("it-IT, en;q=0.8", "it", "Apri GraphiQL"), ("fr, en", "en", "Open GraphiQL")]
    {
        let page = site.get("/", &[("accept-language", accept)]).await;
        assert_eq!(header(&page, "content-language"), language);
        assert!(header(&page, "content-security-policy").starts_with("default-src 'none';"));
        let html = page.text().await.unwrap();
        assert!(html.contains(word) && html.contains(&site.url), "{html}");
        assert!(!html.contains("<script"), "{html}");
    }
    for path in ["/icon.svg", "/schema.graphql", "/healthz", "/readyz"] {
        assert!(site.text("/").await.contains(path), "{path}");
        assert_eq!(site.status(path).await, 200, "{path}");
    }
}

/// A tab's document and variables, with the gaps filled as the page fills them.
struct Tab {
    document: String,
    variables: Value,
}

/// All tabs, by the name of their one operation.
fn tabs() -> Vec<(String, Tab)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/web/graphiql/tabs");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        files.filter(|path| path.extension().is_some_and(|it| it == "graphql")).collect();
    files.sort();
    let tab = |path: &std::path::PathBuf| {
        let document = std::fs::read_to_string(path).unwrap();
        let variables = std::fs::read_to_string(path.with_extension("json")).unwrap();
        let variables = serde_json::from_str(&variables).unwrap();
        let parsed = async_graphql::parser::parse_query(&document).unwrap();
        let mut names = parsed.operations.iter().map(|(name, _)| name.expect("it has a name"));
        let name = names.next().unwrap().to_string();
        assert!(names.next().is_none(), "{name}: one operation for each tab");
        (name, Tab { document, variables })
    };
    files.iter().map(tab).collect()
}

fn fill(tab: &Tab, fillings: &Value) -> Value {
    let mut variables = tab.variables.clone();
    for (name, value) in variables.as_object_mut().unwrap() {
        if value == "" {
            *value = fillings[name].clone();
        }
    }
    variables
}

/// What a subscription of anna's begins with.
async fn first_update(shop: &Shop, document: &str, variables: Value) -> Value {
    let request = Request::new(document)
        .variables(Variables::from_json(variables))
        .data(Viewer(Some(shop.anna.clone())));
    let first = shop.schema.execute_stream(request).next().await.expect("it begins");
    assert_eq!(first.errors, []);
    serde_json::to_value(first.data).unwrap()
}

/// In their order, but for the withdrawal, which comes after the delivery.
#[tokio::test]
async fn the_tabs_of_graphiql_walk_the_guides_path() {
    let shop = Shop::open().await;
    let tabs = tabs();
    let names: Vec<&str> = tabs.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        [
            "MyOrders",
            "PlaceOrder",
            "PayOrder",
            "TrackOrder",
            "PurchaseOrder",
            "WithdrawFromOrder",
            "ApproveOrder",
            "DeliverLine",
            "Refusals"
        ]
    );
    let mut fillings = json!({ "idempotencyKey": "first" });
    let mut answers = json!({});
    let mut sequence = names.clone();
    sequence.sort_by_key(|name| *name == "WithdrawFromOrder");
    for name in sequence {
        let tab = &tabs.iter().find(|(found, _)| found == name).unwrap().1;
        assert!(tab.document.starts_with("# Who: "), "{name} says whom it is for");
        guard::read(&tab.document, &DocumentLimits::default()).expect(name);
        let actor = match name {
            "ApproveOrder" | "DeliverLine" => Some(&shop.marco),
            "Refusals" => None,
            _ => Some(&shop.anna),
        };
        let variables = fill(tab, &fillings);
        if name == "TrackOrder" {
            answers[name] = first_update(&shop, &tab.document, variables).await;
            continue;
        }
        let answer = shop.ask(actor, &tab.document, variables).await;
        assert_eq!(answer.get("errors"), None, "{name}");
        answers[name] = answer["data"].clone();
        if name == "PlaceOrder" {
            let number = answers[name]["orderPlace"]["order"]["number"].clone();
            let lines = "query($number: String!) { order(number: $number) { lines { id } } }";
            let found = shop.data(&shop.anna, lines, json!({ "number": number })).await;
            fillings["line"] = found["order"]["lines"][0]["id"].clone();
            fillings["number"] = number;
        }
    }
    assert_eq!(answers["PayOrder"]["orderPay"]["payment"]["status"], "SUCCEEDED");
    assert_eq!(answers["TrackOrder"]["orderTracking"]["kind"], "SNAPSHOT");
    let purchase = &answers["PurchaseOrder"]["order"];
    assert_eq!(purchase["withdrawal"]["status"], "AVAILABLE");
    assert_eq!(answers["ApproveOrder"]["orderApprove"]["order"]["status"], "DELIVERING");
    assert_eq!(answers["DeliverLine"]["orderLineDeliver"]["order"]["status"], "DELIVERED");
    let withdrawn = &answers["WithdrawFromOrder"]["orderWithdraw"];
    assert_eq!(
        (withdrawn["errors"].clone(), withdrawn["withdrawal"].is_object()),
        (json!([]), true)
    );
    let refused = answers["Refusals"]["orderPreview"]["errors"].as_array().unwrap();
    assert!(1 < refused.len(), "several at once: {refused:?}");
}
