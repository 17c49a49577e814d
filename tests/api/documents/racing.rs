//! Several at once, on both databases: none too many, and none lost.

use std::collections::BTreeMap;

use futures_util::future::{join, join_all};
use serde_json::json;

use super::{Counter, PNG};
use crate::served::Served;
use crate::shop::Shop;

/// How often each race is run.
const ROUNDS: u8 = 10;

/// Of eight at once some would be one customer's too many.
async fn open(shop: Shop) -> Counter {
    Counter::over(Served::built(shop, |app| app.limits.upload.per_customer = 8).await)
}

/// Eight different files at once, for a request that takes five.
async fn never_more_than_five(counter: Counter) {
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let files: Vec<Vec<u8>> = (0..8).map(|at| [PNG, &[at]].concat()).collect();
    let answers = join_all(files.iter().map(|it| counter.send(&requests[0], it))).await;
    let mut counts = BTreeMap::new();
    for (status, _) in &answers {
        *counts.entry(*status).or_insert(0) += 1;
    }
    assert_eq!(counts, BTreeMap::from([(201, 5), (409, 3)]));
    let seen = counter.seen(&counter.shop().anna, &number).await;
    let files = seen["documentRequests"][0]["documents"].as_array().expect("a list");
    let mut shown: Vec<&str> = files.iter().map(|it| it["id"].as_str().expect("an id")).collect();
    let taken = answers.iter().filter(|(status, _)| *status == 201);
    let mut taken: Vec<&str> = taken.map(|(_, body)| body["id"].as_str().expect("an id")).collect();
    shown.sort_unstable();
    taken.sort_unstable();
    assert_eq!(shown, taken, "whoever was told 201 has it there");
    let (names, rows) = counter.kept().await;
    assert_eq!((names.len(), rows), (5, 5), "nothing of the others is left");
    counter.close().await;
}

/// The same file many times at once, and two requests that are answered together.
async fn one_of_each(counter: Counter) {
    let (number, requests) = counter.asked(&["IDENTITY", "OTHER"]).await;
    let sends = requests.iter().cycle().take(8).map(|request| counter.send(request, PNG));
    let answers = join_all(sends).await;
    let new = answers.iter().filter(|(status, _)| *status == 201).count();
    let same = answers.iter().filter(|(status, _)| *status == 200).count();
    assert_eq!((new, same), (2, 6), "{answers:?}");
    let (status, kinds) = counter.shop().story(&number).await;
    assert_eq!(status, "CHECKING");
    let times = kinds.iter().filter(|kind| *kind == "DOCUMENTS_RECEIVED").count();
    assert_eq!(times, 1, "{kinds:?}");
    let (names, rows) = counter.kept().await;
    assert_eq!((names.len(), rows), (2, 2));
    counter.close().await;
}

/// The last file comes while its order is withdrawn from: it was in time, or nothing of it is kept.
async fn in_time_or_not_at_all(counter: Counter) {
    let shop = counter.shop();
    let mut taken = 0;
    for round in 0..ROUNDS {
        let (number, requests) = counter.asked(&["IDENTITY"]).await;
        let file = [PNG, &[round]].concat();
        let withdraw = shop.withdraw(&shop.anna, &number, "withdraw");
        let ((status, body), _) = join(counter.send(&requests[0], &file), withdraw).await;
        let (_, kinds) = shop.story(&number).await;
        let told = kinds.iter().any(|kind| kind == "DOCUMENTS_RECEIVED");
        assert!(matches!((status, told), (201, true) | (409, false)), "{status} {body} {kinds:?}");
        taken += usize::from(told);
    }
    let (names, rows) = counter.kept().await;
    assert_eq!((names.len(), rows), (taken, taken));
    counter.close().await;
}

/// Another page comes while an operator accepts the one that they have seen.
async fn nothing_is_accepted_unseen(counter: Counter) {
    let shop = counter.shop();
    for round in 0..ROUNDS {
        let (number, requests) = counter.asked(&["IDENTITY"]).await;
        let seen = counter.sent(&requests[0], &[PNG, &[round]].concat()).await;
        let input = json!({ "request": requests[0], "accepted": true, "documents": [seen] });
        let page = [PNG, &[round, 0]].concat();
        let (reviewed, (status, body)) =
            join(counter.review(&shop.marco, input), counter.send(&requests[0], &page)).await;
        let errors = &reviewed["data"]["documentReview"]["errors"];
        let request = counter.request(&number, &requests[0]).await;
        let files = request["documents"].as_array().expect("a list").len();
        match (status, errors[0]["__typename"].as_str()) {
            (409, None) => assert_eq!((&request["status"], files), (&json!("ACCEPTED"), 1)),
            (201, Some("ConflictError")) => {
                assert_eq!((&request["status"], files), (&json!("RECEIVED"), 2));
            }
            _ => panic!("{status} {body} {reviewed}"),
        }
    }
    counter.close().await;
}

#[tokio::test]
async fn what_comes_while_somebody_decides_is_in_time_or_refused() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        in_time_or_not_at_all(open(shop).await).await;
    }
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        nothing_is_accepted_unseen(open(shop).await).await;
    }
}

#[tokio::test]
async fn files_that_come_at_once_are_five_and_each_is_there_on_sqlite() {
    never_more_than_five(open(Shop::open().await).await).await;
    one_of_each(open(Shop::open().await).await).await;
}

#[tokio::test]
async fn files_that_come_at_once_are_five_and_each_is_there_on_postgres() {
    never_more_than_five(open(Shop::open_on_postgres().await).await).await;
    one_of_each(open(Shop::open_on_postgres().await).await).await;
}
