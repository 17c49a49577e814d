//! Who works on an order: operators see it, live, and customers never do.

use std::time::Duration;

use async_graphql::Request;
use buono::auth::Viewer;
use buono::domain::actor::{Actor, Scope};
use buono::domain::history::FeedPosition;
use buono::graphql::context::Memory;
use buono::graphql::error::coded_all;
use buono::storage::history;
use chrono::TimeDelta;
use futures_util::stream::BoxStream;
use futures_util::{FutureExt, StreamExt};
use serde_json::{Value, json};

use crate::shop::Shop;
use crate::verify::violations;
use crate::who_calls::mutation;

/// Longer than being told takes.
const PATIENCE: Duration = Duration::from_secs(30);

fn giulia() -> Actor {
    Actor::Operator { name: "giulia".into(), scopes: vec![Scope::OrdersDeliver, Scope::OrdersRead] }
}

async fn paid(shop: &Shop, key: &str) -> String {
    shop.register(&shop.anna, "CARD", "tok_ok").await;
    let placed = shop.place(&shop.anna, "vps-starter", key).await;
    let number = placed["order"]["number"].as_str().expect("a number").to_owned();
    shop.pay(&shop.anna, &number, key).await;
    number
}

/// The errors of a claim, or of letting go.
async fn claim(shop: &Shop, actor: &Actor, input: Value) -> Value {
    let data = shop.data(actor, &mutation("orderClaim"), json!({ "input": input })).await;
    data["orderClaim"]["errors"].clone()
}

async fn claimed(shop: &Shop, actor: &Actor, number: &str) -> Value {
    let document = "query($number: String!) { order(number: $number) { \
         claim { operator since until } } }";
    let data = shop.data(actor, document, json!({ "number": number })).await;
    data["order"]["claim"].clone()
}

#[tokio::test]
async fn an_order_that_is_taken_says_so_to_operators_until_its_end() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let number = paid(&shop, "taken").await;
        let number = number.as_str();
        assert_eq!(claimed(&shop, &shop.marco, number).await, json!(null));
        assert_eq!(claim(&shop, &shop.marco, json!({ "number": number })).await, json!([]));
        let seen = json!({ "operator": "marco", "since": "2026-11-09T10:00:00.000Z",
            "until": "2026-11-09T10:15:00.000Z" });
        for operator in [&shop.marco, &giulia()] {
            assert_eq!(claimed(&shop, operator, number).await, seen);
        }
        let checks = Actor::Service { name: "checks".into(), scopes: Scope::ALL.to_vec() };
        for other in [&shop.anna, &shop.service, &checks] {
            assert_eq!(claimed(&shop, other, number).await, json!(null), "{other:?}");
        }

        // Another operator is told who has it; nothing changes unless they insist.
        shop.clock.advance(TimeDelta::minutes(5));
        for release in [false, true] {
            let input = json!({ "number": number, "release": release });
            let errors = claim(&shop, &giulia(), input).await;
            assert_eq!(errors[0]["code"], "CONFLICT");
            let message = errors[0]["message"].as_str().expect("a text");
            assert!(message.starts_with("marco works on this order, for 11 minutes"), "{message}");
        }
        assert_eq!(claimed(&shop, &shop.marco, number).await, seen);

        // Whoever has it keeps it for longer.
        assert_eq!(claim(&shop, &shop.marco, json!({ "number": number })).await, json!([]));
        let longer = claimed(&shop, &shop.marco, number).await;
        assert_eq!(longer["since"], seen["since"]);
        assert_eq!(longer["until"], "2026-11-09T10:20:00.000Z");
        let forced = json!({ "number": number, "force": true });
        assert_eq!(claim(&shop, &giulia(), forced).await, json!([]));
        assert_eq!(claimed(&shop, &shop.marco, number).await["operator"], "giulia");
        let release = json!({ "number": number, "release": true });
        assert_eq!(claim(&shop, &giulia(), release.clone()).await, json!([]));
        assert_eq!(claim(&shop, &giulia(), release).await, json!([]), "nobody has it any more");
        assert_eq!(claimed(&shop, &shop.marco, number).await, json!(null));

        // It ends by itself after its minutes, and with the step.
        claim(&shop, &giulia(), json!({ "number": number })).await;
        shop.clock.advance(TimeDelta::minutes(15) - TimeDelta::milliseconds(1));
        assert_eq!(claimed(&shop, &shop.marco, number).await["operator"], "giulia");
        shop.clock.advance(TimeDelta::milliseconds(1));
        assert_eq!(claimed(&shop, &shop.marco, number).await, json!(null));
        assert_eq!(claim(&shop, &shop.marco, json!({ "number": number })).await, json!([]));
        shop.approve(number).await;
        assert_eq!(claimed(&shop, &shop.marco, number).await, json!(null), "the check is done");
        assert_eq!(claim(&shop, &giulia(), json!({ "number": number })).await, json!([]));

        let (_, story) = shop.story(number).await;
        let entries = story.iter().filter(|kind| kind.contains("CLAIM")).count();
        assert_eq!(entries, 0, "the history is the customer's");
        assert_eq!(violations(&shop).await, [""; 0]);
    }
}

#[tokio::test]
async fn of_two_operators_who_take_an_order_at_once_one_has_it() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        for round in 0..10 {
            let number = paid(&shop, &format!("round-{round}")).await;
            let (first, second) = (shop.marco.clone(), giulia());
            let (one, other) = tokio::join!(
                claim(&shop, &first, json!({ "number": number })),
                claim(&shop, &second, json!({ "number": number })),
            );
            let refused = [&one, &other].iter().filter(|it| **it != &json!([])).count();
            assert_eq!(refused, 1, "{one} {other}");
            let has = if one == json!([]) { "marco" } else { "giulia" };
            assert_eq!(claimed(&shop, &first, &number).await["operator"], has);
        }
    }
}

/// What somebody who follows is told, one update after the other.
struct Following(BoxStream<'static, async_graphql::Response>);

impl Following {
    fn begin(shop: &Shop, actor: &Actor, arguments: &str) -> Self {
        let document = format!(
            "subscription {{ {arguments} {{ kind sequence cursor event {{ kind }} \
             order {{ number claim {{ operator }} }} }} }}"
        );
        let request = Request::new(document).data(Viewer(Some(actor.clone())));
        Self(shop.schema.execute_stream(request.data(Memory::default())).boxed())
    }

    async fn next(&mut self) -> Value {
        let update = tokio::time::timeout(PATIENCE, self.0.next()).await;
        let update = coded_all(update.expect("it is told in time").expect("it goes on"));
        let answer = serde_json::to_value(update).expect("a response is JSON");
        let (_, update) =
            answer["data"].as_object().expect("data").iter().next().expect("one field");
        update.clone()
    }

    /// The kind, what happened, and who has the order.
    async fn told(&mut self) -> [Value; 3] {
        let update = self.next().await;
        let claim = update["order"]["claim"]["operator"].clone();
        [update["kind"].clone(), update["event"]["kind"].clone(), claim]
    }
}

async fn note(shop: &Shop, number: &str) {
    let input = json!({ "number": number, "text": "Hello.", "visibleToCustomer": true });
    shop.data(&shop.marco, &mutation("orderNote"), json!({ "input": input })).await;
}

/// Waits until all that has happened can be read from the feed.
async fn fed(shop: &Shop) {
    let db = shop.till.changes.store.read();
    let all = || history::after_in_feed(db, FeedPosition::default(), 1_000);
    while all().await.expect("the feed can be read").is_held_up {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn operators_are_told_live_who_works_on_what_and_nobody_else_is() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let number = paid(&shop, "live").await;
        fed(&shop).await;
        let one = format!("orderTracking(number: \"{number}\")");
        let mut operators = Vec::new();
        for arguments in ["orderUpdates", &one] {
            operators.push(Following::begin(&shop, &shop.marco, arguments));
        }
        let mut others = Vec::new();
        for actor in [&shop.anna, &shop.service] {
            for arguments in ["orderUpdates", &one] {
                others.push(Following::begin(&shop, actor, arguments));
            }
        }
        for following in operators.iter_mut().chain(&mut others) {
            assert_eq!(following.told().await[0], "SNAPSHOT");
        }
        claim(&shop, &giulia(), json!({ "number": number })).await;
        for following in &mut operators {
            let told = following.next().await;
            assert_eq!(told["kind"], "CLAIM", "{told}");
            assert_eq!(
                told["order"],
                json!({ "number": number, "claim": { "operator": "giulia" } })
            );
            assert_eq!(told["event"], json!(null));
        }
        // The others hear nothing of it: the next they are told is the next entry.
        note(&shop, &number).await;
        for following in operators.iter_mut().chain(&mut others) {
            assert_eq!(following.told().await[..2], [json!("EVENT"), json!("NOTE")]);
        }
        claim(&shop, &giulia(), json!({ "number": number, "release": true })).await;
        for following in &mut operators {
            assert_eq!(following.told().await, [json!("CLAIM"), json!(null), json!(null)]);
        }
        // One that runs out is told of at the next look.
        claim(&shop, &shop.marco, json!({ "number": number })).await;
        for following in &mut operators {
            assert_eq!(following.told().await, [json!("CLAIM"), json!(null), json!("marco")]);
        }
        shop.clock.advance(TimeDelta::minutes(15));
        note(&shop, &number).await;
        for following in &mut operators {
            // Which of the two is first depends on when the follower looks.
            let mut told = [following.told().await, following.told().await];
            told.sort_by_key(|it| it[0] != "EVENT");
            assert_eq!(told[0], [json!("EVENT"), json!("NOTE"), json!(null)]);
            assert_eq!(told[1], [json!("CLAIM"), json!(null), json!(null)]);
        }
        // So is one that ends with the step.
        claim(&shop, &shop.marco, json!({ "number": number })).await;
        for following in &mut operators {
            assert_eq!(following.told().await, [json!("CLAIM"), json!(null), json!("marco")]);
        }
        shop.approve(&number).await;
        for following in &mut operators {
            // Whatever else runs on PostgreSQL can hold up the feed, and no claim waits for it.
            let told = [following.told().await, following.told().await, following.told().await];
            let (claims, events): (Vec<_>, Vec<_>) = told.iter().partition(|it| it[0] == "CLAIM");
            assert_eq!(claims.len(), 1, "{told:?}");
            assert_eq!([&events[0][1], &events[1][1]], ["ORDER_ACCEPTED", "DELIVERY_STARTED"]);
        }
        for following in &mut others {
            assert_eq!(following.told().await[1], "NOTE");
            for kind in ["ORDER_ACCEPTED", "DELIVERY_STARTED"] {
                assert_eq!(following.told().await[1], kind);
            }
            assert!(following.0.next().now_or_never().is_none(), "and nothing else");
        }
    }
}

#[tokio::test]
async fn whoever_comes_back_is_told_of_what_is_claimed() {
    let shop = Shop::open().await;
    let number = paid(&shop, "back").await;
    let mut first = Following::begin(&shop, &shop.marco, "orderUpdates");
    let cursor = first.next().await["cursor"].as_str().expect("a cursor").to_owned();
    drop(first);
    claim(&shop, &giulia(), json!({ "number": number })).await;
    let after = format!("orderUpdates(after: \"{cursor}\")");
    let mut again = Following::begin(&shop, &shop.marco, &after);
    assert_eq!(again.told().await, [json!("CLAIM"), json!(null), json!("giulia")]);
}
