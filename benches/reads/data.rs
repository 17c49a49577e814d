//! A database of many orders: a few placed and moved through the actions, then copied row by row
//! under new names. What is read is what the program writes itself.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use buono::actions::approve::Approve;
use buono::actions::charge::Till;
use buono::actions::deliver::DeliverLine;
use buono::actions::pay::StartPayment;
use buono::actions::place::Place;
use buono::actions::price::WantedLine;
use buono::actions::upsert::{UpsertCustomer, UpsertPlan};
use buono::actions::{Changes, Policy};
use buono::auth::{Subject, Tokens};
use buono::clock::Clock;
use buono::domain::actor::{Actor, Scope};
use buono::domain::catalog::{Period, Plan, PlanPrice};
use buono::domain::customer::{AccountKind, Billing, Customer};
use buono::domain::ids::{CustomerId, PlanId};
use buono::domain::money::{Currency, Exact};
use buono::domain::number::OrderNumber;
use buono::domain::order::LineKind;
use buono::domain::payment::MethodKind;
use buono::live::Hub;
use buono::payments::sandbox::Sandbox;
use buono::storage::Store;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use tokio_util::task::TaskTracker;
use uuid::Uuid;

pub const SECRET: &str = "k3Jx9vQm2LrT7yPz5WbN8cHd4GfS6aUe";
/// Orders of each customer.
const ORDERS_EACH: usize = 100;
/// Customers that are asked for in turn.
const ASKING: usize = 64;

/// Who asks, and one of their orders.
pub struct Asking {
    token: String,
    pub number: String,
}

pub struct Data {
    asking: Vec<Asking>,
}

impl Data {
    /// One request for each of those who ask: its token and its body.
    pub fn questions(
        &self,
        query: &str,
        number: impl Fn(&Asking) -> Option<String>,
    ) -> Vec<(String, String)> {
        let body = |asking: &Asking| {
            let variables = number(asking).map(|number| serde_json::json!({ "number": number }));
            serde_json::json!({ "query": query, "variables": variables }).to_string()
        };
        self.asking.iter().map(|it| (it.token.clone(), body(it))).collect()
    }
}

/// Writes the database, and says who may ask.
pub async fn write(path: &Path, orders: usize) -> Data {
    let url = format!("sqlite://{}", path.display());
    let store = Store::connect(&url).await.expect("the database opens");
    store.migrate_up().await.expect("the migrations run");
    let numbers = templates(store.clone()).await;
    store.close().await.expect("the database closes");
    let path = path.to_owned();
    let copied = tokio::task::spawn_blocking(move || copy(&path, &numbers, orders));
    let customers = copied.await.expect("the rows are copied");
    let tokens = Tokens::new(SECRET.into(), "buono".into(), "buono".into());
    let asking = customers.into_iter().take(ASKING).map(|(reference, number)| {
        let subject = Subject::Customer { reference };
        let token = tokens.sign(&subject, TimeDelta::hours(1), Clock::System.now());
        Asking { token: token.expect("a token can be signed"), number }
    });
    Data { asking: asking.collect() }
}

/// Four orders, each as far as one can be: delivered, being delivered, checked, not paid.
async fn templates(store: Store) -> Vec<String> {
    let clock = Clock::manual(Clock::System.now() - TimeDelta::days(1));
    let policy = Policy {
        expire_after_days: 14,
        approve_below: 0,
        action_minutes: 60,
        lease_seconds: 60,
        refund_within_days: 14,
    };
    let changes =
        Changes { store, clock: clock.clone(), hub: Hub::default(), policy: Arc::new(policy) };
    let slow = TimeDelta::seconds(3);
    let till = Till {
        changes,
        gateway: Arc::new(Sandbox { clock, public_url: String::new(), slow }),
        tracker: TaskTracker::new(),
        patience: Duration::from_secs(5),
    };
    let customer = customer(till.changes.clock.now());
    let id = till
        .changes
        .make(&UpsertCustomer { actor: Actor::System, customer })
        .await
        .expect("it is written")
        .id;
    let plan = plan(till.changes.clock.now());
    till.changes.make(&UpsertPlan { plan }).await.expect("it is written");
    let owner = Actor::Customer { id, reference: "template".into() };
    let marco = Actor::Operator { name: "marco".into(), scopes: Scope::ALL.to_vec() };
    let mut numbers = Vec::new();
    for far in 0..4 {
        till.changes.clock.advance(TimeDelta::hours(1));
        numbers.push(template(&till, &owner, &marco, id, far).await);
    }
    numbers
}

async fn template(till: &Till, owner: &Actor, marco: &Actor, id: CustomerId, far: i32) -> String {
    let wanted = |name: &str| WantedLine {
        plan_code: "server".into(),
        period: "P1M".into(),
        quantity: 1,
        service_name: Some(name.into()),
        kind: LineKind::Creation,
    };
    let place = Place {
        actor: owner.clone(),
        customer: id,
        lines: vec![wanted("one.example"), wanted("two.example")],
        vouchers: Vec::new(),
        start_at_once: true,
        key: format!("place-{far}"),
    };
    let order = till.changes.make(&place).await.expect("it is placed");
    let number = order.number.to_string();
    if 0 < far {
        let (actor, method) = (owner.clone(), MethodKind::BankTransfer);
        let key = format!("pay-{far}");
        let start = StartPayment { actor, number: number.clone(), method, mean: None, key };
        let payment = till.pay(&start).await.expect("it is announced").1;
        let (payment, amount) = (payment.id, payment.amount);
        let reference = format!("transfer-{far}");
        let outcome = Some(buono::payments::Outcome::Succeeded { reference, amount });
        let settle = buono::actions::settle::Settle { payment, outcome };
        till.changes.make(&settle).await.expect("it is paid");
    }
    if 1 < far {
        let approve = Approve { actor: marco.clone(), number: number.clone() };
        till.changes.make(&approve).await.expect("it is approved");
    }
    if 2 < far {
        for line in &order.lines {
            let (actor, number) = (marco.clone(), number.clone());
            let deliver = DeliverLine { actor, number, line: line.id, service_name: None };
            till.changes.make(&deliver).await.expect("it is delivered");
        }
    }
    number
}

fn customer(now: DateTime<Utc>) -> Customer {
    let billing = Billing {
        name: "Anna Rossi".into(),
        address: vec!["Via Garibaldi 12".into(), "10122 Torino".into()],
        country: "IT".into(),
        vat_number: None,
        email: "anna@example.com".into(),
    };
    Customer {
        id: CustomerId::new(now),
        reference: "template".into(),
        kind: AccountKind::Individual,
        name: "Anna Rossi".into(),
        email: "anna@example.com".into(),
        country: "IT".into(),
        language: "it".into(),
        time_zone: chrono_tz::Tz::Europe__Rome,
        billing,
    }
}

fn plan(now: DateTime<Utc>) -> Plan {
    let period = Period::of_months(1).expect("a month");
    let (promotions, setup_promotions) = (Vec::new(), Vec::new());
    Plan {
        id: PlanId::new(now),
        code: "server".into(),
        country: "IT".into(),
        name: "Server".into(),
        description: None,
        currency: Currency::EUR,
        tax_rate: 2200,
        setup_fee: Exact::ZERO,
        setup_separately_priced: false,
        withdrawal_excluded: false,
        prices: vec![PlanPrice { period, net: Exact(5_699_000_000), promotions, setup_promotions }],
    }
}

/// Rows of a table, and the names of its columns.
struct Rows {
    table: &'static str,
    columns: Vec<String>,
    values: Vec<Vec<Value>>,
}

impl Rows {
    fn read(db: &Connection, table: &'static str, condition: &str) -> Self {
        let mut select =
            db.prepare(&format!("SELECT * FROM {table} WHERE {condition}")).expect("it is SQL");
        let columns: Vec<String> = select.column_names().iter().map(ToString::to_string).collect();
        let count = columns.len();
        let rows = select.query_map([], |row| (0..count).map(|at| row.get(at)).collect());
        let rows = rows.expect("it runs").collect::<Result<_, _>>().expect("rows can be read");
        Self { table, columns, values: rows }
    }

    /// Writes the rows again with other values in some columns; without `id`, SQLite numbers them.
    fn write(&self, db: &Connection, changed: impl Fn(&str, &[Value]) -> Option<Value>) {
        let marks = vec!["?"; self.columns.len()].join(", ");
        let sql = format!("INSERT INTO {} VALUES ({marks})", self.table);
        let mut insert = db.prepare_cached(&sql).expect("it is SQL");
        for row in &self.values {
            let values = self
                .columns
                .iter()
                .zip(row)
                .map(|(column, value)| changed(column, row).unwrap_or_else(|| value.clone()));
            insert.execute(params_from_iter(values)).expect("the row can be written");
        }
    }
}

/// Copies the templates until there are so many orders. Customers, each with one of their numbers.
fn copy(path: &Path, numbers: &[String], orders: usize) -> Vec<(String, String)> {
    let mut db = Connection::open(path).expect("the file opens");
    db.pragma_update(None, "synchronous", "OFF").expect("it is a pragma");
    let db = db.transaction().expect("a transaction begins");
    let customer = Rows::read(&db, "customer", "reference = 'template'");
    let all: Vec<_> = numbers
        .iter()
        .map(|number| {
            let of = format!("(SELECT id FROM orders WHERE number = '{number}')");
            let order = Rows::read(&db, "orders", &format!("id = {of}"));
            let others = ["order_line", "order_event", "payment"];
            let others = others.map(|it| Rows::read(&db, it, &format!("order_id = {of}")));
            (order, others)
        })
        .collect();
    let mut made = Vec::new();
    for at in 0..orders.div_ceil(ORDERS_EACH) {
        let (id, reference) = (fresh(), format!("customer-{at}"));
        customer.write(&db, |column, _| match column {
            "id" => Some(id.clone()),
            "reference" => Some(Value::Text(reference.clone())),
            _ => None,
        });
        let mut newest = String::new();
        for which in 0..ORDERS_EACH {
            newest = copy_order(&db, &all[which % all.len()], &id, which);
        }
        made.push((reference, newest));
    }
    db.commit().expect("it commits");
    made
}

fn copy_order(
    db: &Connection,
    (order, others): &(Rows, [Rows; 3]),
    customer: &Value,
    which: usize,
) -> String {
    let number = OrderNumber::new(Clock::System.now(), Uuid::new_v4().as_u128()).to_string();
    let (id, back) = (fresh(), TimeDelta::minutes(i64::try_from(which).expect("a hundred") * 7));
    let created = (Clock::System.now() - back).to_rfc3339();
    order.write(db, |column, _| match column {
        "id" => Some(id.clone()),
        "number" | "client_key" => Some(Value::Text(number.clone())),
        "customer_id" => Some(customer.clone()),
        "created_at" => Some(Value::Text(created.clone())),
        _ => None,
    });
    // The rows of a table keep what is theirs, under new names.
    let names: HashMap<&str, Value> =
        HashMap::from([("order_id", id), ("customer_id", customer.clone())]);
    for rows in others {
        rows.write(db, |column, _| match (rows.table, column) {
            ("order_event", "id") => Some(Value::Null),
            (_, "id") => Some(fresh()),
            (_, "gateway_key" | "gateway_reference" | "client_key") => {
                Some(Value::Text(Uuid::new_v4().to_string()))
            }
            (_, "customer_sequence") => Some(next_sequence()),
            (_, other) => names.get(other).cloned(),
        });
    }
    number
}

fn fresh() -> Value {
    Value::Blob(Uuid::new_v4().as_bytes().to_vec())
}

/// A number that no other entry has: unique is all that the readers need.
fn next_sequence() -> Value {
    use std::sync::atomic::{AtomicI64, Ordering};
    static NEXT: AtomicI64 = AtomicI64::new(1);
    Value::Integer(NEXT.fetch_add(1, Ordering::Relaxed))
}
