//! Who sees what where no field of a root is asked: live over HTTP, and papers by token and by link.

use buono::domain::actor::Actor;
use chrono::TimeDelta;
use serde_json::json;

use crate::served::Served;
use crate::shop::{Shop, links};
use crate::who::roles;
use crate::who_calls::Thing;

/// What of anna's must not be in an answer to those who may not see it.
fn leaks(foreign: &str, missing: &str, secrets: &[&str]) -> bool {
    foreign != missing || secrets.iter().any(|secret| foreign.contains(secret))
}

#[test]
fn a_leak_is_seen() {
    assert!(!leaks("404 nothing", "404 nothing", &["anna"]));
    assert!(leaks("404 nothing ", "404 nothing", &["anna"]), "a byte more");
    assert!(leaks("403", "404", &[]), "another status");
    let injected = "{\"data\":{\"node\":{\"id\":\"anna\"}}}";
    assert!(leaks(injected, injected, &["anna"]), "the same for both, and hers");
}

/// The status, and the first piece of the body.
async fn first_of(request: reqwest::RequestBuilder) -> String {
    let mut response = request.send().await.expect("it answers");
    let status = response.status().as_u16();
    let body = response.chunk().await.expect("it goes on").unwrap_or_default();
    format!("{status} {}", String::from_utf8_lossy(&body))
}

fn with_token(
    server: &Served,
    request: reqwest::RequestBuilder,
    actor: Option<&Actor>,
) -> reqwest::RequestBuilder {
    match actor {
        Some(actor) => request.bearer_auth(server.token(actor)),
        None => request,
    }
}

async fn follow(server: &Served, actor: Option<&Actor>, number: &str) -> String {
    let query =
        format!("subscription {{ orderTracking(number: \"{number}\") {{ kind sequence }} }}");
    let request = reqwest::Client::new().post(format!("{}/stream", server.url()));
    first_of(with_token(server, request.json(&json!({ "query": query })), actor)).await
}

async fn paper(server: &Served, actor: Option<&Actor>, path: &str) -> String {
    let request = reqwest::Client::new().get(format!("http://{}{path}", server.address));
    first_of(with_token(server, request, actor)).await
}

/// A link to the order's paper that was made for somebody, as a path.
fn link(server: &Served, maker: &Actor, number: &str) -> String {
    let path = format!("/orders/{number}/purchase-order.html");
    let language = buono::domain::text::Language::En;
    let link = links().sign(&path, maker, language, server.app.clock.now()).expect("they may read");
    link.url.strip_prefix("http://shop.test").expect("it is of this shop").to_owned()
}

#[tokio::test]
async fn live_and_on_paper_everybody_sees_what_they_may_and_nothing_else() {
    let server = Served::over(Shop::open().await).await;
    let shop = &server.shop;
    let number = Thing::of_anna(shop, "").await.number;
    let nowhere = Thing::missing(shop).number;
    let (mut cells, mut leaked) = (0, Vec::new());
    for (role, actor) in &roles(shop) {
        let sees = ["anna", "marco", "shop"].contains(role);
        let mut check = |what: &str, foreign: String, missing: String| {
            cells += 1;
            if sees {
                assert!(foreign.starts_with("200"), "{what} for {role}: {foreign}");
                assert_ne!(foreign, missing, "{what} for {role}");
            } else if leaks(&foreign, &missing, &[&number, "SNAPSHOT", "anna"]) {
                leaked.push(format!("{what} for {role}: {foreign}"));
            }
        };
        let actor = actor.as_ref();
        let live = follow(&server, actor, &number).await;
        check("live", live, follow(&server, actor, &nowhere).await);
        for ending in ["", ".html"] {
            let path = |number: &str| format!("/orders/{number}/purchase-order{ending}");
            let by_token = paper(&server, actor, &path(&number)).await;
            check("paper", by_token, paper(&server, actor, &path(&nowhere)).await);
        }
        // A link of one's own, opened by everybody: whoever says nothing may be its reader.
        let Some(maker) = actor.filter(|it| it.reads() != buono::domain::actor::Reach::Nothing)
        else {
            continue;
        };
        for (other, visitor) in &roles(shop) {
            let own = other == role || *other == "nobody";
            let foreign = paper(&server, visitor.as_ref(), &link(&server, maker, &number)).await;
            let missing = paper(&server, visitor.as_ref(), &link(&server, maker, &nowhere)).await;
            cells += 1;
            if own && sees {
                assert!(foreign.starts_with("200"), "{role}'s link for {other}: {foreign}");
            } else if leaks(&foreign, &missing, &[&number, "anna"]) {
                leaked.push(format!("{role}'s link for {other}: {foreign}"));
            }
        }
    }
    // Five minutes later a link is nobody's, its maker's neither.
    let old = link(&server, &shop.anna, &number);
    let old_to_nowhere = link(&server, &shop.anna, &nowhere);
    shop.clock.advance(TimeDelta::minutes(5));
    for (role, actor) in &roles(shop) {
        let foreign = paper(&server, actor.as_ref(), &old).await;
        let missing = paper(&server, actor.as_ref(), &old_to_nowhere).await;
        cells += 1;
        if leaks(&foreign, &missing, &[&number, "anna"]) {
            leaked.push(format!("an old link for {role}: {foreign}"));
        }
    }
    println!("Who sees what, streams and papers: {cells} cells, {} leaks", leaked.len());
    assert_eq!(leaked, [""; 0]);
    assert_eq!(cells, 8 * 3 + 4 * 8 + 8);
    server.stop().await;
}
