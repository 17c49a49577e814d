//! What operators are listed of everybody's money.

use serde_json::{Value, json};

use super::counter::Counter;
use super::provider::{Does, Line};

#[tokio::test]
async fn the_desk_lists_what_is_unclear_the_oldest_first() {
    let counter = Counter::open().await;
    let mut numbers = Vec::new();
    for _ in 0..3 {
        numbers.push(counter.unclear(Does::Takes, Line::Cut).await);
    }
    counter.provider.line(Line::Open);
    let paid = counter.place().await;
    counter.pay(&paid, &paid).await.expect("it is paid");
    let document = "query($first: Int, $after: String, $last: Int, $before: String) { \
         payments(state: [SENT, UNKNOWN], first: $first, after: $after, last: $last, \
         before: $before) { pageInfo { hasNextPage hasPreviousPage endCursor startCursor } \
         nodes { id status } edges { cursor state unclearSince attempts nextCheckAt \
         order { number } node { createdAt } } } }";
    let page = async |variables: Value| {
        counter.shop.data(&counter.shop.marco, document, variables).await["payments"].clone()
    };
    let found = |page: &Value| -> Vec<Value> {
        let edges = page["edges"].as_array().expect("a list");
        edges.iter().map(|it| it["order"]["number"].clone()).collect()
    };
    let all = page(json!({})).await;
    assert_eq!(found(&all), numbers);
    assert_eq!(all["nodes"][0]["status"], "PENDING", "as its customer sees it");
    let edge = &all["edges"][0];
    assert_eq!((&edge["state"], &edge["attempts"]), (&json!("UNKNOWN"), &json!(1)));
    assert_eq!(edge["unclearSince"], edge["node"]["createdAt"]);
    assert!(edge["nextCheckAt"].is_string());

    let first = page(json!({ "first": 2 })).await;
    assert_eq!(found(&first), numbers[..2]);
    assert_eq!(first["pageInfo"]["hasNextPage"], true);
    let rest = page(json!({ "first": 2, "after": first["pageInfo"]["endCursor"] })).await;
    assert_eq!(found(&rest), numbers[2..]);
    assert_eq!(rest["pageInfo"]["hasNextPage"], false);
    let last = page(json!({ "last": 1, "before": rest["pageInfo"]["startCursor"] })).await;
    assert_eq!(found(&last), numbers[1..2]);
    // A cursor belongs to its list.
    let foreign = json!({ "after": first["pageInfo"]["endCursor"] });
    let refunds = "query($after: String) { refunds(after: $after) { nodes { id } } }";
    let answer = counter.shop.ask(Some(&counter.shop.marco), refunds, foreign).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "BAD_CURSOR");
}
