//! A server from its start to its end, as a process.

use serde_json::{Value, json};
use tokio::time::timeout;

use super::binary::{Buono, PATIENCE, Serving};
use super::raw_client::Client;

const ADDRESS: &str = "secret.person@example.org";

/// A shop with a plan and a customer, and a token for her.
pub async fn shop() -> (Buono, String) {
    let buono = Buono::new();
    buono.done(&["migrate", "up"]).await;
    let plans = r#"{"country": "IT", "currency": "EUR", "taxRate": "22",
        "plans": [{"code": "vps", "name": "VPS", "prices": [{"period": "P1M", "net": "4.99"}]}]}"#;
    let file = buono.write("plans.json", plans);
    buono.done(&["import", "catalog", file.to_str().expect("UTF-8")]).await;
    let who = ["customer", "add", "--reference", "anna", "--kind", "INDIVIDUAL", "--name", "Anna"];
    buono.done(&[&who[..], &["--email", ADDRESS, "--country", "IT"]].concat()).await;
    let token = buono.done(&["token", "--customer", "anna"]).await;
    (buono, token.trim().to_owned())
}

pub async fn ask(server: &Serving, token: &str, query: &str, input: Value) -> Value {
    let variables = if input.is_null() { json!({}) } else { json!({ "input": input }) };
    let request = reqwest::Client::new()
        .post(server.url("/graphql"))
        .bearer_auth(token)
        .json(&json!({ "query": query, "variables": variables }));
    let answer: Value = request.send().await.expect("it answers").json().await.expect("JSON");
    assert_eq!(answer.get("errors"), None);
    answer["data"].clone()
}

pub async fn place(server: &Serving, token: &str) -> String {
    let query = "mutation($input: OrderPlaceInput!) { orderPlace(input: $input) { \
         order { number } errors { __typename } } }";
    let input = json!({ "lines": [{ "planCode": "vps", "period": "P1M" }], "startAtOnce": true,
        "idempotencyKey": "only" });
    let placed = ask(server, token, query, input).await;
    placed["orderPlace"]["order"]["number"].as_str().expect("it is placed").to_owned()
}

/// What the payments of her one order have come to.
async fn payments(server: &Serving, token: &str) -> Vec<Value> {
    let query = "{ orders { nodes { payments { status } } } }";
    let data = ask(server, token, query, Value::Null).await;
    let payments = data["orders"]["nodes"][0]["payments"].as_array().expect("a list").clone();
    payments.iter().map(|it| it["status"].clone()).collect()
}

#[tokio::test]
async fn a_server_says_where_it_is_and_ends_when_it_is_told_to() {
    let (buono, token) = shop().await;
    let buono = buono.with("STOP_NOTICE_SECONDS", "5");
    let server = buono.serve(&[]).await;
    let line = server.log.wait_for(|line| line.contains("Listening on ")).await;
    let line: Value = serde_json::from_str(&line).expect("logs are JSON");
    assert_eq!(line["database"], "SQLite");
    assert_eq!(line["api"], server.url("/graphql"));
    for probe in ["/healthz", "/readyz"] {
        assert_eq!(reqwest::get(server.url(probe)).await.expect("it answers").status(), 200);
    }
    let client = Client::at(server.address, Some("graphql-transport-ws"), None).await;
    let mut client = client.expect("the upgrade is accepted").introduced(&token).await;
    client.subscribe("1", "subscription { orderUpdates { kind } }").await;
    assert_eq!(client.hear().await["type"], "next");

    server.terminate().await;
    server.log.wait_for(|line| line.contains("Stopping")).await;
    let answer = reqwest::get(server.url("/readyz")).await.expect("it still answers");
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.text().await.expect("a text"), "stopping\n");
    assert_eq!(client.close_code().await, 1012);
    let (code, stdout, log) = server.ended().await;
    assert_eq!((code, stdout.as_str()), (0, ""), "{log:#?}");
}

#[tokio::test]
async fn a_change_that_runs_when_the_server_is_told_to_stop_is_finished() {
    let (buono, token) = shop().await;
    // It is asked again and again below, as often as it answers.
    let buono = buono.with("PROVIDER_TIMEOUT_SECONDS", "2").with("RATE_LIMITS", "off");
    let server = buono.serve(&[]).await;
    let number = place(&server, &token).await;
    let register = "mutation($input: PaymentMeanRegisterInput!) { \
         paymentMeanRegister(input: $input) { errors { __typename } } }";
    let input = json!({ "kind": "CARD", "token": "tok_timeout", "setDefault": true });
    ask(&server, &token, register, input).await;
    // The provider hangs, so that the answer takes until we give up on it.
    let pay = "mutation($input: OrderPayInput!) { orderPay(input: $input) { \
         payment { status } errors { __typename } } }";
    let input = json!({ "number": number, "method": "CARD", "idempotencyKey": "only" });
    let (paid, ()) = tokio::join!(ask(&server, &token, pay, input), async {
        while payments(&server, &token).await.is_empty() {}
        server.terminate().await;
    });
    assert_eq!(paid["orderPay"], json!({ "payment": { "status": "PENDING" }, "errors": [] }));
    assert_eq!(server.ended().await.0, 0);

    // The next one finds it, asks the provider again, and learns that the money is there.
    let server = buono.serve(&[]).await;
    let learned = async { while payments(&server, &token).await != ["SUCCEEDED"] {} };
    timeout(PATIENCE, learned).await.expect("the job asks again");
}

#[tokio::test]
async fn logs_are_json_with_a_request_id_and_hold_nothing_of_anybody() {
    let (buono, token) = shop().await;
    let server = buono.with("LOG", "debug").serve(&[]).await;
    let http = reqwest::Client::new();
    let query = format!("/graphql?query=%7Bviewer%7B__typename%7D%7D&who={ADDRESS}");
    let answer = http.get(server.url(&query)).bearer_auth(&token).send().await;
    let answer = answer.expect("it answers");
    assert_eq!(answer.status(), 200);
    let id = answer.headers()["x-request-id"].to_str().expect("text").to_owned();
    for bearer in [token.as_str(), "not.a.token-of-ours"] {
        let upsert = "mutation($email: String!) { customerUpsert(input: { reference: \"x\", \
             kind: INDIVIDUAL, name: \"X\", email: $email, country: \"IT\" }) { __typename } }";
        let request = json!({ "query": upsert, "variables": { "email": ADDRESS } });
        let answer = http.post(server.url("/graphql")).bearer_auth(bearer).json(&request);
        answer.header("x-request-id", "chosen-outside").send().await.expect("it answers");
    }
    for path in [&format!("/nowhere?{ADDRESS}"), "/healthz", "/readyz"] {
        http.get(server.url(path)).send().await.expect("it answers");
    }
    let client = Client::at(server.address, Some("graphql-transport-ws"), None).await;
    let mut client = client.expect("the upgrade is accepted").introduced(&token).await;
    client.subscribe("1", &format!("{{ order(number: \"{ADDRESS}\") {{ id }} }}")).await;
    assert_eq!(client.hear().await["type"], "next");
    server.terminate().await;
    let (_, _, log) = server.ended().await;

    let parsed: Result<Vec<Value>, _> = log.iter().map(|line| serde_json::from_str(line)).collect();
    let lines = parsed.expect("every line is JSON");
    let answered = lines.iter().find(|line| line["span"]["id"] == id && line["status"].is_u64());
    let line = answered.unwrap_or_else(|| panic!("{id} is not in {log:#?}"));
    assert_eq!((&line["span"]["path"], &line["status"]), (&json!("/graphql"), &json!(200)));
    let paths = lines.iter().filter_map(|line| line["span"]["path"].as_str());
    assert!(!paths.clone().any(|path| ["/healthz", "/readyz"].contains(&path)), "probes are many");
    assert!(paths.clone().any(|path| path == "/nowhere"));
    let text = log.join("\n");
    for hidden in [token.as_str(), "token-of-ours", ADDRESS, "secret.person", "who=", "chosen-"] {
        assert!(!text.contains(hidden), "{hidden} is in {text}");
    }
}
