//! Several at once, on both databases: none too many, and none lost.

use std::collections::BTreeMap;

use futures_util::future::join_all;

use super::{Counter, PNG};
use crate::served::Served;
use crate::shop::Shop;

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
