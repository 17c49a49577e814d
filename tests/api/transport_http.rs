//! GraphQL over HTTP, as its specification has it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::Duration;

use buono::http::Limits;
use reqwest::{Client, Response};
use serde_json::{Value, json};

use crate::toy::{self, Server};

const GRAPHQL: &str = "application/graphql-response+json";
const JSON: &str = "application/json";

/// What came back, without the transport around it.
struct Answer {
    status: u16,
    headers: reqwest::header::HeaderMap,
    body: Value,
}

impl Answer {
    async fn of(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, body: response.json().await.expect("every answer is JSON") }
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn code(&self) -> &str {
        assert_eq!(self.body.get("data"), None, "what never ran has no data: {}", self.body);
        self.body["errors"][0]["extensions"]["code"].as_str().unwrap_or_default()
    }
}

async fn post(server: &Server, accept: &str, body: impl Into<reqwest::Body>) -> Answer {
    let request = Client::new().post(server.url()).header("accept", accept);
    Answer::of(request.header("content-type", JSON).body(body).send().await.unwrap()).await
}

async fn ask(server: &Server, accept: &str, query: &str) -> Answer {
    post(server, accept, json!({ "query": query }).to_string()).await
}

async fn get(server: &Server, accept: &str, parameters: &[(&str, &str)]) -> Answer {
    let mut url = reqwest::Url::parse(&server.url()).unwrap();
    url.query_pairs_mut().extend_pairs(parameters);
    Answer::of(Client::new().get(url).header("accept", accept).send().await.unwrap()).await
}

#[tokio::test]
async fn an_answer_has_the_media_type_that_was_asked_for() {
    let server = toy::start().await;
    for (accept, content_type) in [(GRAPHQL, GRAPHQL), (JSON, JSON), ("*/*", JSON)] {
        let answer = ask(&server, accept, toy::QUERY).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), format!("{content_type}; charset=utf-8"));
        assert!(answer.body["data"].is_object());
    }
    let answer = ask(&server, "text/html", toy::QUERY).await;
    assert_eq!((answer.status, answer.code()), (406, "NOT_ACCEPTABLE"));
}

#[tokio::test]
async fn every_answer_carries_the_security_headers_and_an_id_of_ours() {
    let server = toy::start().await;
    let request = Client::new().get(format!("http://{}/nowhere", server.address));
    let answer = Answer::of(request.header("x-request-id", "mine").send().await.unwrap()).await;
    assert_eq!((answer.status, answer.code()), (404, "NOT_FOUND"));
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert_eq!(answer.header("x-frame-options"), "DENY");
    assert_eq!(answer.header("content-security-policy"), "frame-ancestors 'none'");
    assert_eq!(answer.header("x-request-id").len(), 36);
}

#[tokio::test]
async fn what_does_not_parse_or_validate_never_runs() {
    let server = toy::start().await;
    let required = "query($id: ID!) { __typename @include(if: true) }";
    let deep = format!("{{ a(b: {}", "[".repeat(4000));
    for (query, code) in [
        ("{", "GRAPHQL_PARSE_FAILED"),
        ("", "GRAPHQL_PARSE_FAILED"),
        ("{ a(b: \"\"\" \"[", "GRAPHQL_PARSE_FAILED"),
        (toy::INVALID, "GRAPHQL_VALIDATION_FAILED"),
        (required, "GRAPHQL_VALIDATION_FAILED"),
        ("query A { __typename } query B { __typename }", "GRAPHQL_VALIDATION_FAILED"),
        (deep.as_str(), "DOCUMENT_TOO_LARGE"),
    ] {
        for (accept, status) in [(GRAPHQL, 400), (JSON, 200)] {
            let answer = ask(&server, accept, query).await;
            assert_eq!((answer.status, answer.code()), (status, code), "{query:.60}");
        }
    }
}

#[tokio::test]
async fn errors_of_what_ran_come_with_data_and_200() {
    let server = toy::start().await;
    let answer = ask(&server, GRAPHQL, toy::FAILS).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body.as_object().unwrap().contains_key("data"));
    assert!(answer.body["errors"][0]["path"].is_array());
}

#[tokio::test]
async fn malformed_requests_are_refused_with_400() {
    let server = toy::start().await;
    for body in [
        "",
        "{",
        "null",
        "7",
        "{}",
        r#"{"query": 7}"#,
        r#"{"query": {}}"#,
        r#"{"query": "{ __typename }", "operationName": 7}"#,
        r#"{"query": "{ __typename }", "variables": "{}"}"#,
        r#"{"query": "{ __typename }", "variables": []}"#,
        r#"{"query": "{ __typename }", "extensions": "x"}"#,
        r#"[{"query": "{ __typename }"}]"#,
    ] {
        let answer = post(&server, JSON, body).await;
        assert_eq!((answer.status, answer.code()), (400, "BAD_REQUEST"), "{body}");
    }
    let answer = post(&server, GRAPHQL, json!({ "query": toy::THREE }).to_string()).await;
    assert_eq!((answer.status, answer.code()), (400, "BAD_REQUEST"));
    let fine =
        r#"{"query":"{ __typename }","operationName":null,"variables":null,"extensions":{}}"#;
    assert_eq!(post(&server, GRAPHQL, fine).await.status, 200);
}

#[tokio::test]
async fn operation_name_and_variables_are_used() {
    let server = toy::start().await;
    let query = "query A($t: String!) { echo(text: $t) } query B { __typename }";
    let body = json!({ "query": query, "operationName": "A", "variables": { "t": "ciao" } });
    let answer = post(&server, GRAPHQL, body.to_string()).await;
    assert_eq!(answer.body, json!({ "data": { "echo": "ciao" } }));
    let variables = r#"{"t": "è"}"#;
    let parameters = [("query", query), ("operationName", "A"), ("variables", variables)];
    let answer = get(&server, GRAPHQL, &parameters).await;
    assert_eq!(answer.body, json!({ "data": { "echo": "è" } }));
    let parameters = [("query", query), ("operationName", "C")];
    assert_eq!(get(&server, GRAPHQL, &parameters).await.status, 400);
}

#[tokio::test]
async fn only_json_is_read() {
    let server = toy::start().await;
    let body = json!({ "query": toy::MUTATION }).to_string();
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=latin1",
    ] {
        let request = Client::new().post(server.url()).header("content-type", content_type);
        let answer = Answer::of(request.body(body.clone()).send().await.unwrap()).await;
        assert_eq!((answer.status, answer.code()), (415, "UNSUPPORTED_MEDIA_TYPE"));
    }
    let request = Client::new().post(server.url()).body(body);
    assert_eq!(Answer::of(request.send().await.unwrap()).await.status, 415);
    assert_eq!(ask(&server, JSON, toy::COUNTER).await.body["data"]["bumps"], 0);
}

#[tokio::test]
async fn get_is_for_queries_only() {
    let server = toy::start().await;
    assert_eq!(get(&server, GRAPHQL, &[("query", toy::QUERY)]).await.status, 200);
    for query in [toy::MUTATION, toy::THREE] {
        for accept in [GRAPHQL, JSON] {
            let answer = get(&server, accept, &[("query", query)]).await;
            assert_eq!((answer.status, answer.code()), (405, "METHOD_NOT_ALLOWED"));
            assert_eq!(answer.header("allow"), "POST");
        }
    }
    assert_eq!(ask(&server, JSON, toy::COUNTER).await.body["data"]["bumps"], 0);
    assert_eq!(get(&server, GRAPHQL, &[]).await.status, 400);
    assert_eq!(get(&server, GRAPHQL, &[("query", "{a}"), ("variables", "x")]).await.status, 400);
    let answer = Answer::of(Client::new().put(server.url()).send().await.unwrap()).await;
    assert_eq!((answer.status, answer.code()), (405, "METHOD_NOT_ALLOWED"));
    assert_eq!(answer.header("allow"), "GET, HEAD, POST");
}

#[tokio::test]
async fn large_bodies_are_refused() {
    let server = toy::start().await;
    let large = format!(r#"{{"query": "{}"}}"#, " ".repeat(64 * 1024));
    let answer = post(&server, JSON, large.clone()).await;
    assert_eq!((answer.status, answer.code()), (413, "PAYLOAD_TOO_LARGE"));
}

#[tokio::test]
async fn no_token_is_fine_and_a_bad_one_is_not() {
    let server = toy::start().await;
    assert_eq!(ask(&server, JSON, toy::QUERY).await.body["data"]["viewer"], "nobody");
    let anna = server.token("anna");
    let ask_as = async |authorization: &str| {
        let request = Client::new().post(server.url()).json(&json!({ "query": toy::QUERY }));
        let request = request.header("authorization", authorization);
        Answer::of(request.send().await.unwrap()).await
    };
    let answer = ask_as(&format!("Bearer {anna}")).await;
    assert_eq!(answer.body["data"]["viewer"], "anna");
    for authorization in [
        "Basic YTpi".to_owned(),
        "Bearer".to_owned(),
        "Bearer nonsense".to_owned(),
        anna.clone(),
        format!("Bearer {anna}x"),
        format!("Bearer {}", server.token("stranger")),
    ] {
        let answer = ask_as(&authorization).await;
        assert_eq!((answer.status, answer.code()), (401, "UNAUTHENTICATED"), "{authorization}");
        assert_eq!(answer.header("www-authenticate"), "Bearer");
    }
    server.app.clock.advance(chrono::TimeDelta::minutes(61));
    assert_eq!(ask_as(&format!("Bearer {anna}")).await.status, 401);
}

#[tokio::test]
async fn a_client_that_hangs_up_does_not_stop_a_mutation() {
    let server = toy::start().await;
    let request = Client::new().post(server.url()).json(&json!({ "query": toy::SLOW_MUTATION }));
    let gone = request.timeout(Duration::from_millis(100)).send().await;
    assert!(gone.unwrap_err().is_timeout());
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(ask(&server, JSON, toy::COUNTER).await.body["data"]["bumps"], 1);
}

#[tokio::test]
async fn an_answer_that_takes_too_long_is_given_up_but_what_runs_is_not() {
    let limits = Limits { request_time: Duration::from_millis(50), ..Limits::default() };
    let server = toy::start_with(limits).await;
    let answer = ask(&server, JSON, toy::SLOW_MUTATION).await;
    assert_eq!((answer.status, answer.code()), (504, "TIMEOUT"));
    tokio::time::sleep(Duration::from_millis(500)).await;
    assert_eq!(ask(&server, JSON, toy::COUNTER).await.body["data"]["bumps"], 1);
}

#[tokio::test]
async fn a_panic_is_an_answer() {
    let server = toy::start().await;
    let answer = ask(&server, JSON, toy::PANICS).await;
    assert_eq!((answer.status, answer.code()), (500, "INTERNAL_SERVER_ERROR"));
    assert_eq!(ask(&server, JSON, toy::QUERY).await.status, 200);
}

#[tokio::test]
async fn health_and_readiness() {
    let server = toy::start().await;
    for path in ["healthz", "readyz"] {
        let url = format!("http://{}/{path}", server.address);
        assert_eq!(reqwest::get(url).await.unwrap().status(), 200);
    }
}

#[tokio::test]
async fn a_server_that_stops_says_so_to_new_callers_for_a_while() {
    let limits = Limits { notice_time: Duration::from_mins(1), ..Limits::default() };
    let server = toy::start_with(limits).await;
    server.app.shutdown.cancel();
    let answer = reqwest::get(format!("http://{}/readyz", server.address)).await.unwrap();
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.text().await.unwrap(), "stopping\n");
}

#[tokio::test]
async fn stopping_waits_for_what_runs() {
    let server = toy::start().await;
    let request = Client::new().post(server.url()).json(&json!({ "query": toy::SLOW_MUTATION }));
    let (answer, ()) = tokio::join!(request.send(), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        server.stop().await;
    });
    assert_eq!(Answer::of(answer.unwrap()).await.body["data"]["bump"], 1);
}

#[tokio::test]
async fn fields_come_in_the_order_in_which_they_were_asked_for() {
    let server = toy::start().await;
    let body = json!({ "query": toy::UNSORTED }).to_string();
    let request = Client::new().post(server.url()).header("content-type", JSON).body(body);
    let text = request.send().await.unwrap().text().await.unwrap();
    assert_eq!(text, r#"{"data":{"zebra":"nobody","ape":"nobody","mole":"nobody"}}"#);
}
