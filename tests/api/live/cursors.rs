//! What is refused: cursors that belong to something else, and orders that are somebody else's.

use buono::graphql::ids::place_cursor;
use buono::live::follow::Place;
use futures_util::StreamExt;
use serde_json::{Value, json};

use super::log::{self, Feed};
use super::readers::{follow, refusal, told};
use crate::shop::Shop;

/// A number as ours are, of no order.
const MISSING: &str = "BO26-00000-00000";

async fn placed(shop: &Shop, actor: &buono::domain::actor::Actor, key: &str) -> String {
    let placed = shop.place(actor, "vps-starter", key).await;
    placed["order"]["number"].as_str().expect("a number").to_owned()
}

#[tokio::test]
async fn a_cursor_that_belongs_to_something_else_is_refused() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let (anna, bruno, marco) = (&shop.anna, &shop.bruno, &shop.marco);
        let one = placed(&shop, anna, "one").await;
        let other = placed(&shop, anna, "other").await;
        placed(&shop, bruno, "theirs").await;

        let mut cursors = Vec::new();
        for (actor, number) in
            [(anna, Some(&one)), (anna, Some(&other)), (anna, None), (bruno, None), (marco, None)]
        {
            let number = number.map(String::as_str);
            let mut stream = follow(&shop.schema, actor, number, None);
            let snapshot = told(stream.next().await.expect("a snapshot")).unwrap();
            cursors.push((actor, number, snapshot.cursor));
        }
        // Of a list, of a history, of nothing, and of a time that is still to come.
        let foreign = "query { orders(first: 1) { pageInfo { endCursor } nodes { \
             events(first: 1) { pageInfo { endCursor } } } } }";
        let lists = shop.data(anna, foreign, json!({})).await;
        let lists = &lists["orders"];
        let list = text(&lists["pageInfo"]["endCursor"]);
        let history = text(&lists["nodes"][0]["events"]["pageInfo"]["endCursor"]);
        let log = log::read(&shop.till.changes.store).await;
        let newest = log::of(Feed::Order(log[0].order), &log).pop().expect("an entry").1;
        let ahead = Place::Order { order: newest.order, sequence: newest.sequence + 1 };
        for nonsense in [list, history, String::new(), "nonsense".into(), place_cursor(ahead)] {
            cursors.push((bruno, Some(MISSING), nonsense));
        }

        for (actor, number) in [(anna, Some(&one)), (anna, None), (bruno, None), (marco, None)] {
            let number = number.map(String::as_str);
            for (owner, of, cursor) in &cursors {
                let stream = follow(&shop.schema, actor, number, Some(cursor));
                // An order's cursor is the order's, whoever may see it has got it.
                if *of == number && (number.is_some() || *owner == actor) {
                    continue;
                }
                let errors = refusal(stream).await;
                let code = &errors[0]["extensions"]["code"];
                assert_eq!(code, "BAD_CURSOR", "{cursor} of {of:?} for {number:?}: {errors}");
            }
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().expect("a cursor").to_owned()
}

#[tokio::test]
async fn an_order_of_somebody_else_is_refused_exactly_like_a_missing_one() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let number = placed(&shop, &shop.anna, "one").await;
        let mut stream = follow(&shop.schema, &shop.anna, Some(&number), None);
        let own = told(stream.next().await.expect("a snapshot")).unwrap();
        for after in [None, Some(own.cursor.as_str())] {
            let ask = |number| refusal(follow(&shop.schema, &shop.bruno, Some(number), after));
            let (theirs, missing) = (ask(&number).await, ask(MISSING).await);
            assert_eq!(theirs, missing);
            assert_eq!(theirs, ask("not a number").await);
            assert_eq!(theirs[0]["extensions"]["code"], "NOT_FOUND");
        }
    }
}
