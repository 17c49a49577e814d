//! How many statements an answer costs: a page of fifty orders as many as a page of five.

use std::sync::{Arc, Mutex, MutexGuard};

use async_graphql::{Request, Variables};
use buono::actions::Changes;
use buono::actions::charge::Till;
use buono::auth::Viewer;
use buono::domain::actor::Actor;
use buono::domain::history::FeedPosition;
use buono::graphql::Schema;
use buono::graphql::context::Memory;
use buono::storage::{Store, history};
use chrono::TimeDelta;
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

use crate::shop::{Shop, schema_over};

/// Everything that hangs under an order, and what hangs under that.
const PAGE: &str = "query($first: Int!) { orders(first: $first) { totalCount nodes { \
     id number status statusLabel createdAt \
     lines { id description serviceName planCode quantity net { amount } deliveredAt } \
     tracking { sequence cursor steps { name state label hint startedAt endedAt } } \
     payments { id status method amount { amount } refunded { amount } failure { code } } \
     paymentMethods { kind label eligible reason means { id label } } \
     refunds { id status amount { amount } dueBy settledAt } \
     documentRequests { id status kind message } \
     events(first: 5) { pageInfo { hasNextPage } nodes { sequence kind label at } } \
     actions { kind available reason until } \
     withdrawal { status blockers { code message } endsAt \
       quote { refund { amount } dueBy lines { line { id } usedDays refund { amount } } } \
       withdrawal { id name lines { id } refund { id amount { amount } } } } \
     internalNotes { at operator text } claim { operator since until } \
     customer { id reference email paymentMeans { id label isDefault } } } } }";

/// A schema over the shop's database that notes each statement.
struct Counter {
    schema: Schema,
    store: Store,
    statements: Arc<Mutex<Vec<String>>>,
}

impl Counter {
    fn over(shop: &Shop) -> Self {
        let statements = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&statements);
        let store = shop.till.changes.store.clone();
        let store = store.watched_by(move |sql| lock(&noted).push(sql.to_owned()));
        let changes = Changes { store: store.clone(), ..shop.till.changes.clone() };
        let schema = schema_over(Till { changes, ..shop.till.clone() });
        Self { schema, store, statements }
    }

    /// What was run since the last call.
    fn noted(&self) -> Vec<String> {
        std::mem::take(&mut lock(&self.statements))
    }

    /// The answer, and the statements that it took.
    async fn ask(&self, actor: &Actor, document: &str, variables: Value) -> (Value, Vec<String>) {
        self.noted();
        let request = Request::new(document)
            .variables(Variables::from_json(variables))
            .data(Viewer(Some(actor.clone())))
            .data(Memory::default());
        let answer = self.schema.execute(request).await;
        assert_eq!(answer.errors, []);
        let answer = answer.data.into_json().expect("a response is JSON");
        (answer, self.noted())
    }
}

fn lock(statements: &Mutex<Vec<String>>) -> MutexGuard<'_, Vec<String>> {
    statements.lock().expect("no holder of this lock panics")
}

/// Fifty orders, so that any five neighbours have one of every kind: unpaid, paid, with a request
/// for documents, delivered, and withdrawn from.
async fn filled(shop: &Shop) {
    for buyer in [&shop.anna, &shop.bruno] {
        shop.register(buyer, "CARD", "tok_ok").await;
    }
    for at in 0..50 {
        let buyer = if at % 3 == 0 { &shop.bruno } else { &shop.anna };
        shop.clock.advance(TimeDelta::seconds(1));
        let placed = shop.place(buyer, "server-rise", &format!("place-{at}")).await;
        let number = placed["order"]["number"].as_str().expect("a number").to_owned();
        note(shop, &number).await;
        let kind = at % 5;
        if kind == 0 {
            continue;
        }
        shop.pay(buyer, &number, &format!("pay-{at}")).await;
        match kind {
            1 => continue,
            2 => {
                request_documents(shop, &number).await;
                continue;
            }
            _ => {}
        }
        shop.approve(&number).await;
        for line in placed["order"]["lines"].as_array().expect("lines") {
            shop.deliver(&number, &line["id"]).await;
        }
        if kind == 4 {
            let withdrawn = shop.withdraw(buyer, &number, &format!("withdraw-{at}")).await;
            assert_eq!(withdrawn["errors"], json!([]));
        }
    }
    shop.run_jobs().await;
}

async fn note(shop: &Shop, number: &str) {
    let document = "mutation($input: OrderNoteInput!) { orderNote(input: $input) { \
         errors { __typename } } }";
    let input = json!({ "number": number, "text": "Seen.", "visibleToCustomer": false });
    shop.data(&shop.marco, document, json!({ "input": input })).await;
}

async fn request_documents(shop: &Shop, number: &str) {
    let document = "mutation($input: OrderRequestDocumentsInput!) { \
         orderRequestDocuments(input: $input) { errors { __typename } } }";
    let input = json!({ "number": number, "documents": [{ "kind": "IDENTITY" }] });
    shop.data(&shop.marco, document, json!({ "input": input })).await;
}

/// The table that each reads: short enough to compare by eye.
fn tables(statements: &[String]) -> Vec<&str> {
    statements.iter().map(|sql| sql.split("FROM ").nth(1).unwrap_or(sql)).map(first_word).collect()
}

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}

#[tokio::test]
async fn a_page_of_fifty_orders_takes_as_many_statements_as_a_page_of_five() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        filled(&shop).await;
        fifty_take_as_many_as_five(&shop).await;
    }
}

/// Fields are resolved at the same time here, and their statements run at the same time.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_page_of_fifty_orders_takes_as_many_statements_on_several_threads_too() {
    let shop = Shop::open().await;
    filled(&shop).await;
    for _ in 0..5 {
        fifty_take_as_many_as_five(&shop).await;
    }
}

async fn fifty_take_as_many_as_five(shop: &Shop) {
    let counter = Counter::over(shop);
    for actor in [&shop.marco, &shop.anna] {
        let (few, five) = counter.ask(actor, PAGE, json!({ "first": 5 })).await;
        let (many, fifty) = counter.ask(actor, PAGE, json!({ "first": 50 })).await;
        let orders = many["orders"]["nodes"].as_array().expect("a list");
        assert_eq!(few["orders"]["nodes"].as_array(), Some(&orders[..5].to_vec()));
        assert!(30 < orders.len(), "{}", orders.len());
        assert_eq!(five.len(), fifty.len(), "{:#?}\n{:#?}", tables(&five), tables(&fifty));
    }
}

#[tokio::test]
async fn statements_are_counted_as_they_are_run() {
    let shop = Shop::open().await;
    let placed = shop.place(&shop.anna, "vps-starter", "one").await;
    let number = &placed["order"]["number"];
    let counter = Counter::over(&shop);
    let document = "query($number: String!) { order(number: $number) { id } }";
    let (_, one) = counter.ask(&shop.anna, document, json!({ "number": number })).await;
    assert_eq!(one.len(), 2, "the order and its lines: {one:#?}");
    let thrice = "query($number: String!) { a: order(number: $number) { id } \
         b: order(number: $number) { id } c: order(number: $number) { id } }";
    let (_, three) = counter.ask(&shop.anna, thrice, json!({ "number": number })).await;
    assert_eq!(three.len(), 6, "what is asked for one by one: {three:#?}");
}

#[tokio::test]
async fn a_hundred_ids_take_as_many_statements_as_one_of_each_type() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        filled(&shop).await;
        let counter = Counter::over(&shop);
        let ids = ids_of_everything(&shop).await;
        let document = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id \
             ... on Order { payments { id } } ... on Customer { paymentMeans { id } } } }";
        let mut types = std::collections::BTreeMap::new();
        for chunk in ids.chunks(100) {
            let (answer, statements) =
                counter.ask(&shop.marco, document, json!({ "ids": chunk })).await;
            let nodes = answer["nodes"].as_array().expect("a list");
            let found: Vec<&Value> = nodes.iter().map(|node| &node["id"]).collect();
            assert_eq!(found, chunk.iter().collect::<Vec<_>>());
            for node in nodes {
                *types.entry(node["__typename"].to_string()).or_insert(0) += 1;
            }
            // Two for orders, withdrawals and plans, one for each other type; payments and means.
            assert!(statements.len() <= 15, "{:#?}", tables(&statements));
        }
        assert_eq!(types.len(), 10, "{types:?}");
        // Of somebody else's there is nothing.
        let document = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename } }";
        let theirs = "query { orders(first: 50) { nodes { id customer { id } payments { id } } } }";
        let theirs = counter.ask(&shop.bruno, theirs, json!({})).await.0;
        let mut theirs = ids_in(&theirs);
        theirs.truncate(100);
        let (answer, _) = counter.ask(&shop.anna, document, json!({ "ids": theirs })).await;
        let nodes = answer["nodes"].as_array().expect("a list");
        assert!(30 < nodes.len() && nodes.iter().all(Value::is_null), "{nodes:?}");
    }
}

/// Ids of every type, mixed.
async fn ids_of_everything(shop: &Shop) -> Vec<Value> {
    let document = "query { orders(first: 50) { nodes { id lines { id } payments { id } \
         refunds { id } documentRequests { id } events(first: 2) { nodes { id } } \
         withdrawal { withdrawal { id } } customer { id paymentMeans { id } } } } \
         catalog(country: \"IT\") { nodes { id } } }";
    let all = shop.data(&shop.marco, document, json!({})).await;
    let mut ids = ids_in(&all);
    ids.sort_by_key(Value::to_string);
    ids.dedup();
    // Ids begin with their type: take them from both ends in turn.
    let (first, last) = ids.split_at(ids.len() / 2);
    let mixed = first.iter().zip(last.iter().rev()).flat_map(|(one, other)| [one, other]);
    mixed.cloned().collect()
}

/// Every `id` in an answer.
fn ids_in(answer: &Value) -> Vec<Value> {
    match answer {
        Value::Array(all) => all.iter().flat_map(ids_in).collect(),
        Value::Object(fields) => {
            let own = fields.get("id").cloned();
            own.into_iter().chain(fields.values().flat_map(ids_in)).collect()
        }
        _ => Vec::new(),
    }
}

/// How SQLite would run each statement that was noted.
async fn plans(shop: &Shop, statements: &[String]) -> Vec<String> {
    let db = shop.till.changes.store.read();
    let mut plans = Vec::new();
    for sql in statements {
        let explain = format!("EXPLAIN QUERY PLAN {sql}");
        let explain = Statement::from_string(db.get_database_backend(), explain);
        for row in db.query_all_raw(explain).await.expect("it can be explained") {
            plans.push(row.try_get("", "detail").expect("a text"));
        }
    }
    plans
}

#[tokio::test]
async fn what_lies_before_a_cursor_is_not_read_again() {
    let shop = Shop::open().await;
    for at in 0..3 {
        shop.place(&shop.anna, "vps-starter", &format!("place-{at}")).await;
    }
    let counter = Counter::over(&shop);
    let document = "query($after: String) { orders(first: 1, after: $after) { \
         pageInfo { endCursor } nodes { id } } }";
    for (actor, index) in [
        (&shop.marco, "orders_by_time ((created_at,id)<(?,?))"),
        (&shop.anna, "orders_by_customer (customer_id=? AND (created_at,id)<(?,?))"),
    ] {
        let (first, _) = counter.ask(actor, document, json!({})).await;
        let after = &first["orders"]["pageInfo"]["endCursor"];
        let (_, second) = counter.ask(actor, document, json!({ "after": after })).await;
        let plans = plans(&shop, &second[..1]).await;
        assert_eq!(plans, [format!("SEARCH orders USING INDEX {index}")]);
    }
    counter.noted();
    let db = counter.store.read();
    let place = FeedPosition { transaction: 0, row: 2 };
    let stretch = history::after_in_feed(db, place, 10).await.expect("it can be read");
    assert_eq!(stretch.events.len(), 4);
    let statements = counter.noted();
    let key = "SEARCH order_event USING INTEGER PRIMARY KEY (rowid>?)";
    assert_eq!(plans(&shop, &statements).await, [key]);
}
