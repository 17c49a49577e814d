//! The customer area as it is served: which addresses are its own, and what it is allowed to do.

use buono::domain::status::OrderStatus;
use buono::domain::text::{self, Language};
use serde_json::{Value, json};

use super::site::{Site, header};

const BROWSER: (&str, &str) = ("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
const MARK: &str = "<div id=\"page\"></div>";

#[tokio::test]
async fn every_page_is_the_same_document_to_a_browser() {
    let site = Site::open(&[], &[]).await;
    for path in ["/", "/orders", "/orders/BO26-7K4Q9-MT2XA?track=1", "/desk", "/connect", "/a/b"] {
        let page = site.get(path, &[BROWSER]).await;
        assert_eq!(page.status(), 200, "{path}");
        assert_eq!(header(&page, "cache-control"), "no-cache", "{path}");
        assert_eq!(header(&page, "vary"), "accept", "{path}");
        assert!(page.text().await.unwrap().contains(MARK), "{path}");
    }
}

#[tokio::test]
async fn programs_and_files_get_no_page() {
    let site = Site::open(&[("BUONO_GRAPHIQL", "off")], &[]).await;
    assert!(!site.text("/").await.contains(MARK));
    for path in ["/orders", "/desk"] {
        assert_eq!(site.status(path).await, 404, "{path}");
    }
    for path in [
        "/graphiql",
        "/graphql/none",
        "/assets/none.js",
        "/robots.txt",
        "/webhooks/none",
        "/config.json",
        "/orders/BO26-00000-00000/purchase-order.html",
    ] {
        let answer = site.get(path, &[BROWSER]).await;
        assert_eq!(answer.status(), 404, "{path}");
        assert!(!answer.text().await.unwrap().contains(MARK), "{path}");
    }
    let posted = reqwest::Client::new().post(format!("{}/orders", site.url));
    assert_eq!(posted.header(BROWSER.0, BROWSER.1).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn the_page_is_allowed_nothing_but_its_own_files() {
    let site = Site::open(&[], &[]).await;
    let page = site.get("/orders", &[BROWSER]).await;
    let policy = header(&page, "content-security-policy").to_owned();
    assert!(policy.starts_with("default-src 'self';"), "{policy}");
    for loophole in ["unsafe", "data:", "blob:", "http:", "*"] {
        assert!(!policy.contains(loophole), "{policy}");
    }
    let html = page.text().await.unwrap();
    assert!(
        !html.contains("://") && !html.contains("<style") && !html.contains(" style="),
        "{html}"
    );
    assert_eq!(html.matches("<script").count(), html.matches(" src=\"/assets/").count(), "{html}");
}

#[tokio::test]
async fn its_files_are_kept_for_ever_and_come_compressed() {
    let site = Site::open(&[], &[]).await;
    let html = site.get("/", &[BROWSER]).await.text().await.unwrap();
    let files: Vec<&str> = html.split('"').filter(|it| it.starts_with("/assets/")).collect();
    assert!(files.iter().any(|it| it.contains(".css")), "{html}");
    for path in files {
        for encoding in ["br", "gzip"] {
            let answer = site.get(path, &[("accept-encoding", encoding)]).await;
            assert_eq!(answer.status(), 200, "{path}");
            assert_eq!(header(&answer, "content-encoding"), encoding, "{path}");
            assert_eq!(header(&answer, "cache-control"), "public, max-age=31536000, immutable");
        }
    }
    assert_eq!(site.status("/licenses.md").await, 200);
}

#[tokio::test]
async fn people_and_graphiql_are_named_only_where_they_are() {
    let site = Site::open(&[("BUONO_GRAPHIQL", "off")], &[]).await;
    let html = site.get("/", &[BROWSER]).await.text().await.unwrap();
    assert!(!html.contains("buono-config") && !html.contains("buono-graphiql"), "{html}");

    let demo = Site::open(&[], &[("anna", "one")]).await;
    let html = demo.get("/", &[BROWSER]).await.text().await.unwrap();
    assert!(html.contains(r#"<meta name="buono-config" content="/config.json">"#), "{html}");
    assert!(html.contains(r#"<meta name="buono-graphiql" content="/graphiql">"#), "{html}");
    assert!(!html.contains("one"), "no token is in the page itself: {html}");
    let config = demo.get("/config.json", &[]).await;
    assert_eq!(header(&config, "cache-control"), "no-store");
    let people = json!([{ "name": "anna", "token": "one" }]);
    assert_eq!(config.json::<Value>().await.unwrap(), json!({ "people": people }));
}

#[tokio::test]
async fn the_page_may_ask_the_identity_provider_and_nobody_else() {
    let settings = [
        ("BUONO_OIDC_ISSUER", "https://id.example:8443/realm"),
        ("BUONO_OIDC_CLIENT_ID", "buono-pages"),
    ];
    let site = Site::open(&settings, &[]).await;
    let page = site.get("/signed-in?code=one&state=two", &[BROWSER]).await;
    let policy = header(&page, "content-security-policy").to_owned();
    assert!(policy.starts_with("default-src 'self';"), "{policy}");
    assert!(policy.ends_with("; connect-src 'self' https://id.example:8443"), "{policy}");
    assert_eq!(policy.matches("://").count(), 1, "{policy}");
    let html = page.text().await.unwrap();
    assert!(html.contains(r#"<meta name="buono-oidc" content="/config.json">"#), "{html}");
    assert!(!html.contains("buono-config"), "nobody's token is given away: {html}");
    let told = site.get("/config.json", &[]).await.json::<Value>().await.unwrap();
    let oidc = json!({
        "issuer": "https://id.example:8443/realm",
        "clientId": "buono-pages",
        "scope": "openid",
    });
    assert_eq!(told, json!({ "people": [], "oidc": oidc }));
}

/// The filter names statuses without an order at hand, so that the page has their names too.
#[test]
fn the_pages_call_a_status_what_the_server_calls_it() {
    for language in Language::ALL {
        let path = format!("web/app/src/text/{}.ts", language.code());
        let words = std::fs::read_to_string(&path).unwrap();
        for &status in OrderStatus::ALL {
            let name = format!(": \"{}\",", text::status(status, language));
            assert!(words.contains(&name), "{path}: {name}");
        }
    }
}
