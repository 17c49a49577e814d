//! Who gets a document out again, and how it is handed over.

use buono::domain::actor::{Actor, Scope};
use chrono::TimeDelta;

use super::{Counter, PDF, path};

#[tokio::test]
async fn a_document_is_handed_over_to_be_saved_and_never_shown() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let name = "attachment; filename*=UTF-8''carta%20d%27identit%C3%A0.exe";
    let sent = counter.put(&shop.anna, &requests[0]).header("content-disposition", name).body(PDF);
    assert_eq!(sent.send().await.expect("it answers").status(), 201);
    let seen = counter.seen(&shop.anna, &number).await;
    let url = &seen["documentRequests"][0]["documents"][0]["downloadUrl"];
    let answer = counter.get(None, path(url)).await;
    assert_eq!(answer.status(), 200);
    let header = |name: &str| answer.headers()[name].to_str().expect("it is text");
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("content-length"), PDF.len().to_string());
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"carta d'identit_.exe.pdf\"; \
         filename*=UTF-8''carta%20d%27identit%C3%A0.exe.pdf"
    );
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "no-store");
    let policy = "sandbox; default-src 'none'; frame-ancestors 'none'";
    assert_eq!(header("content-security-policy"), policy);
    assert_eq!(answer.bytes().await.expect("it comes"), PDF);
    counter.close().await;
}

#[tokio::test]
async fn whoever_may_not_read_it_is_told_the_same_as_of_one_that_is_not_there() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    let id = counter.sent(&requests[0], PDF).await;
    let nowhere = crate::who_nodes::nowhere(shop, &id);
    let (there, gone) = (format!("/documents/{id}"), format!("/documents/{nowhere}"));
    let missing = counter.get(Some(&shop.anna), &gone).await;
    assert_eq!(missing.status(), 404);
    let missing = missing.text().await.expect("it comes");
    let operator = |scopes: &[Scope]| Actor::Operator { name: "ugo".into(), scopes: scopes.into() };
    let service = Actor::Service { name: "bot".into(), scopes: Scope::ALL.to_vec() };
    let without = operator(&[Scope::OrdersRead, Scope::OrdersValidate]);
    for (who, sees) in [
        (None, false),
        (Some(shop.anna.clone()), true),
        (Some(shop.bruno.clone()), false),
        (Some(shop.marco.clone()), true),
        (Some(operator(&[Scope::DocumentsRead])), true),
        (Some(without.clone()), false),
        (Some(service), false),
    ] {
        let answer = counter.get(who.as_ref(), &there).await;
        let status = answer.status().as_u16();
        if sees {
            assert_eq!(status, 200, "{who:?}");
        } else {
            assert_eq!(
                (status, answer.text().await.expect("it comes")),
                (404, missing.clone()),
                "{who:?}"
            );
        }
    }
    // An operator who may not read it has an address of it, and no link.
    let seen = counter.seen(&without, &number).await;
    let url = &seen["documentRequests"][0]["documents"][0]["downloadUrl"];
    assert_eq!(path(url), there);
    for wrong in ["/documents/nonsense", &format!("/documents/{}", requests[0])] {
        let answer = counter.get(Some(&shop.anna), wrong).await;
        assert_eq!(answer.text().await.expect("it comes"), missing, "{wrong}");
    }
    counter.close().await;
}

#[tokio::test]
async fn a_link_is_its_readers_own_and_ends_after_five_minutes() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (number, requests) = counter.asked(&["IDENTITY"]).await;
    counter.sent(&requests[0], PDF).await;
    let link = |seen: serde_json::Value| {
        path(&seen["documentRequests"][0]["documents"][0]["downloadUrl"]).to_owned()
    };
    let annas = link(counter.seen(&shop.anna, &number).await);
    let marcos = link(counter.seen(&shop.marco, &number).await);
    for (path, who, status) in [
        (&annas, None, 200),
        (&annas, Some(&shop.anna), 200),
        (&annas, Some(&shop.bruno), 404),
        (&annas, Some(&shop.marco), 404),
        (&marcos, None, 200),
        (&marcos, Some(&shop.marco), 200),
        (&marcos, Some(&shop.anna), 404),
    ] {
        assert_eq!(counter.get(who, path).await.status(), status, "{who:?}");
    }
    let other = annas.replace("reader=", "reader=x");
    assert_eq!(counter.get(None, &other).await.status(), 404);
    shop.clock.advance(TimeDelta::minutes(5));
    for path in [&annas, &marcos] {
        assert_eq!(counter.get(None, path).await.status(), 404);
    }
    counter.close().await;
}

#[tokio::test]
async fn a_file_that_has_got_lost_is_a_fault_of_ours() {
    let counter = Counter::open().await;
    let shop = counter.shop();
    let (_, requests) = counter.asked(&["IDENTITY"]).await;
    let id = counter.sent(&requests[0], PDF).await;
    let (names, _) = counter.kept().await;
    shop.files.remove(&names[0]).await.expect("it is removed");
    let answer = counter.get(Some(&shop.anna), &format!("/documents/{id}")).await;
    assert_eq!(answer.status(), 500);
    counter.close().await;
}
