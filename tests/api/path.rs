//! The path of an order from end to end, on both databases.

use serde_json::json;

use super::shop::Shop;

#[tokio::test]
async fn an_order_is_placed_paid_approved_delivered_withdrawn_from_and_refunded() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let placed = shop.place(&shop.anna, "server-rise", "first").await;
        assert_eq!(placed["errors"], json!([]));
        let order = &placed["order"];
        // 56.99 for the month and 56.99 to set up, with 22 %.
        assert_eq!(order["total"]["amount"], "139.06");
        let number = order["number"].as_str().expect("a number");

        shop.register(&shop.anna, "CARD", "tok_ok").await;
        let paid = shop.pay(&shop.anna, number, "pay-1").await;
        assert_eq!(paid["errors"], json!([]));
        assert_eq!(paid["order"]["status"], "CHECKING");
        assert_eq!(paid["payment"]["status"], "SUCCEEDED");

        assert_eq!(shop.approve(number).await["order"]["status"], "DELIVERING");
        for line in order["lines"].as_array().expect("lines") {
            let delivered = shop.deliver(number, &line["id"]).await;
            assert_eq!(delivered["errors"], json!([]));
        }
        assert_eq!(shop.story(number).await.0, "DELIVERED");

        shop.clock.advance(chrono::TimeDelta::days(5));
        let withdrawn = shop.withdraw(&shop.anna, number, "withdraw-1").await;
        assert_eq!(withdrawn["errors"], json!([]));
        assert_eq!(withdrawn["order"]["status"], "CANCELLING");
        // Five of the thirty days of each line are kept: 2 × 11.59.
        assert_eq!(withdrawn["withdrawal"]["refund"]["amount"]["amount"], "115.88");
        assert_eq!(withdrawn["withdrawal"]["refund"]["dueBy"], "2026-11-28");

        shop.run_jobs().await;
        let (status, history) = shop.story(number).await;
        assert_eq!(status, "CANCELLED");
        assert_eq!(
            history,
            [
                "ORDER_CREATED",
                "PAYMENT_AWAITED",
                "PAYMENT_INITIATED",
                "PAYMENT_RECEIVED",
                "VALIDATION_STARTED",
                "ORDER_ACCEPTED",
                "DELIVERY_STARTED",
                "LINE_DELIVERED",
                "LINE_DELIVERED",
                "ORDER_DELIVERED",
                "WITHDRAWAL_RECEIVED",
                "REFUND_INITIATED",
                "REFUND_COMPLETED",
                "ORDER_CANCELLED",
            ]
        );
    }
}

#[tokio::test]
async fn the_same_key_answers_the_same_and_another_input_is_refused() {
    let shop = Shop::open().await;
    let first = shop.place(&shop.anna, "vps-starter", "once").await;
    assert_eq!(shop.place(&shop.anna, "vps-starter", "once").await, first);
    let other = shop.place(&shop.anna, "server-rise", "once").await;
    assert_eq!(other["errors"][0]["code"], "IDEMPOTENCY_CONFLICT");
    // Another customer's keys are their own.
    let bruno = shop.place(&shop.bruno, "vps-starter", "once").await;
    assert_ne!(bruno["order"]["number"], first["order"]["number"]);
}

#[tokio::test]
async fn what_is_somebody_elses_is_not_there() {
    let shop = Shop::open().await;
    let placed = shop.place(&shop.anna, "vps-starter", "mine").await;
    let number = placed["order"]["number"].as_str().expect("a number");
    let document = "query($number: String!, $id: ID!) { order(number: $number) { id } \
         node(id: $id) { id } orders { nodes { id } } }";
    let variables = json!({ "number": number, "id": placed["order"]["id"] });
    let seen = shop.data(&shop.bruno, document, variables).await;
    assert_eq!(seen, json!({ "order": null, "node": null, "orders": { "nodes": [] } }));
    let paid = shop.pay(&shop.bruno, number, "theirs").await;
    let missing = shop.pay(&shop.bruno, "BO26-00000-00000", "none").await;
    assert_eq!(paid, missing);
    assert_eq!(paid["errors"][0]["code"], "NOT_FOUND");
}

#[tokio::test]
async fn an_unpaid_order_expires_and_money_on_its_way_keeps_it_alive() {
    let shop = Shop::open().await;
    let lost = shop.place(&shop.anna, "vps-starter", "lost").await;
    let kept = shop.place(&shop.anna, "vps-starter", "kept").await;
    let lost = lost["order"]["number"].as_str().expect("a number");
    let kept = kept["order"]["number"].as_str().expect("a number");
    let announced = shop.pay_with(&shop.anna, kept, "BANK_TRANSFER", "transfer").await;
    assert_eq!(announced["payment"]["status"], "PENDING");
    shop.clock.advance(chrono::TimeDelta::days(15));
    shop.run_jobs().await;
    assert_eq!(shop.story(lost).await.0, "EXPIRED");
    assert_eq!(shop.story(kept).await.0, "NOT_PAID");
    let late = shop.pay(&shop.anna, lost, "late").await;
    assert_eq!(late["errors"][0]["code"], "ORDER_EXPIRED");
}
