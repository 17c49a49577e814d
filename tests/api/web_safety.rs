//! What browsers are told: which pages may use the API, and what they may do with its answers.

use std::time::Duration;

use axum::http::Method;
use buono::http::{Limits, guard::DocumentLimits};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};

use crate::toy::{self, Server};

const LISTED: &str = "https://shop.test";
const OTHER: &str = "https://evil.test";

/// Every route, and some that are none.
const ROUTES: [(&str, &str, u16); 20] = [
    ("GET", "/", 200),
    ("GET", "/icon.svg", 200),
    ("GET", "/graphql?query=%7B__typename%7D", 200),
    ("GET", "/graphql", 400),
    ("POST", "/graphql", 415),
    ("PUT", "/graphql", 405),
    ("OPTIONS", "/graphql", 200),
    ("POST", "/graphql/stream", 415),
    ("GET", "/graphql/stream", 405),
    ("GET", "/orders/BO26-00000-00000/purchase-order", 404),
    ("GET", "/orders/BO26-00000-00000/purchase-order.html", 404),
    ("GET", "/sandbox/payments/none", 404),
    // The sandbox sends no events.
    ("POST", "/webhooks/stripe", 404),
    ("GET", "/schema.graphql", 200),
    ("GET", "/metrics", 200),
    ("GET", "/healthz", 200),
    ("GET", "/readyz", 200),
    ("DELETE", "/healthz", 405),
    ("GET", "/graphiql", 404),
    ("GET", "/nothing/here", 404),
];

fn ask(server: &Server, method: &str, path: &str) -> RequestBuilder {
    let method = Method::from_bytes(method.as_bytes()).expect("a method");
    reqwest::Client::new().request(method, format!("http://{}{path}", server.address))
}

async fn sent(request: RequestBuilder) -> Response {
    request.header("accept", "application/json").send().await.expect("it answers")
}

fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
    response.headers().get(name).map(|value| value.to_str().expect("a text"))
}

#[tokio::test]
async fn every_answer_tells_browsers_to_be_careful_and_sets_no_cookie() {
    let server = toy::start().await;
    for (method, path, status) in ROUTES {
        let response = sent(ask(&server, method, path).header("origin", LISTED)).await;
        assert_eq!(response.status().as_u16(), status, "{method} {path}");
        assert_eq!(header(&response, "x-content-type-options"), Some("nosniff"), "{path}");
        assert_eq!(header(&response, "referrer-policy"), Some("no-referrer"), "{path}");
        assert_eq!(header(&response, "x-frame-options"), Some("DENY"), "{path}");
        let policy = header(&response, "content-security-policy").expect("a policy");
        assert!(policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(header(&response, "x-request-id").is_some(), "{path}");
        assert_eq!(header(&response, "set-cookie"), None, "{path}");
        assert_eq!(header(&response, "access-control-allow-credentials"), None, "{path}");
    }
    server.stop().await;
}

#[tokio::test]
async fn pages_on_the_list_may_use_the_api_and_no_others() {
    let server = toy::start().await;
    for path in ["/graphql", "/graphql/stream", "/orders/BO26-00000-00000/purchase-order"] {
        for (origin, named) in [(LISTED, Some(LISTED)), (OTHER, None), ("null", None)] {
            // Before the request, without a token.
            let asked = ask(&server, "OPTIONS", path)
                .header("origin", origin)
                .header("access-control-request-method", "POST")
                .header("access-control-request-headers", "authorization,content-type");
            let told = sent(asked).await;
            assert_eq!(told.status(), 200, "{path} {origin}");
            assert_eq!(header(&told, "access-control-allow-origin"), named, "{path} {origin}");
            assert_eq!(header(&told, "access-control-allow-methods"), Some("GET,POST"));
            let headers = header(&told, "access-control-allow-headers");
            assert_eq!(headers, Some("authorization,content-type"));
            assert_eq!(header(&told, "access-control-max-age"), Some("600"));
            assert!(header(&told, "vary").is_some_and(|it| it.contains("origin")), "{path}");
        }
    }
    let body = json!({ "query": "{ viewer }" });
    for (origin, named) in [(LISTED, Some(LISTED)), (OTHER, None)] {
        let answer =
            sent(ask(&server, "POST", "/graphql").header("origin", origin).json(&body)).await;
        assert_eq!(header(&answer, "access-control-allow-origin"), named);
        let exposed = header(&answer, "access-control-expose-headers");
        assert_eq!(exposed, Some("x-request-id,retry-after"));
    }
    // Other routes are not for pages of others.
    let metrics = sent(ask(&server, "GET", "/metrics").header("origin", LISTED)).await;
    assert_eq!(header(&metrics, "access-control-allow-origin"), None);
    server.stop().await;
}

#[tokio::test]
async fn where_introspection_is_off_nobody_asks_about_the_schema() {
    let document = DocumentLimits { introspection: false, ..DocumentLimits::default() };
    let limits = Limits { document, request_time: Duration::from_secs(30), ..Limits::default() };
    let server = toy::start_shop(limits).await;
    let ask_for = async |query: &str| -> Value {
        let answer = sent(ask(&server, "POST", "/graphql").json(&json!({ "query": query }))).await;
        answer.json().await.expect("it is JSON")
    };
    for query in [
        "{ __schema { queryType { name } } }",
        "{ me: __type(name: \"Order\") { name } }",
        "{ ...on Query { ...F } } fragment F on Query { viewer { __typename } __schema { __typename } }",
        "query A { viewer { __typename } } query B { __schema { __typename } }",
    ] {
        let answer = ask_for(query).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], "INTROSPECTION_OFF", "{answer}");
    }
    assert_eq!(ask_for("{ __typename }").await, json!({ "data": { "__typename": "Query" } }));
    let text = sent(ask(&server, "GET", "/schema.graphql")).await.text().await.expect("a text");
    assert!(text.contains("type Order "), "its text is there");
    server.stop().await;
}
