//! A shop for benchmarks: its till with the sandbox, a customer, and a plan that is on sale.

use std::sync::Arc;
use std::time::Duration;

use buono::actions::Changes;
use buono::actions::charge::Till;
use buono::actions::upsert::{UpsertCustomer, UpsertPlan};
use buono::clock::Clock;
use buono::config::Sources;
use buono::domain::actor::Actor;
use buono::domain::catalog::{Period, Plan, PlanPrice};
use buono::domain::customer::{AccountKind, Billing, Customer};
use buono::domain::ids::{CustomerId, PlanId};
use buono::domain::money::{Currency, Exact};
use buono::live::Hub;
use buono::payments::sandbox::Sandbox;
use buono::storage::Store;
use chrono::TimeDelta;
use tokio_util::task::TaskTracker;

pub fn till(store: Store, clock: Clock) -> Till {
    let settings = Sources::default().settle().expect("the defaults are valid").settings;
    let changes = Changes {
        store,
        clock: clock.clone(),
        hub: Hub::default(),
        policy: Arc::new((&settings).into()),
    };
    let slow = TimeDelta::seconds(3);
    Till {
        changes,
        gateway: Arc::new(Sandbox { clock, public_url: String::new(), slow }),
        tracker: TaskTracker::new(),
        patience: Duration::from_secs(5),
    }
}

pub async fn customer(till: &Till, reference: &str) -> CustomerId {
    let billing = Billing {
        name: "Anna Rossi".into(),
        address: vec!["Via Garibaldi 12".into(), "10122 Torino".into()],
        country: "IT".into(),
        vat_number: None,
        email: "anna@example.com".into(),
    };
    let customer = Customer {
        id: CustomerId::new(till.changes.clock.now()),
        reference: reference.to_owned(),
        kind: AccountKind::Individual,
        name: "Anna Rossi".into(),
        email: "anna@example.com".into(),
        country: "IT".into(),
        language: "it".into(),
        time_zone: chrono_tz::Tz::Europe__Rome,
        billing,
        deferred_days: None,
    };
    let write = UpsertCustomer { actor: Actor::System, customer };
    till.changes.make(&write).await.expect("it is written").id
}

/// `server`, by the month.
pub async fn plan(till: &Till) {
    let period = Period::of_months(1).expect("a month");
    let (promotions, setup_promotions) = (Vec::new(), Vec::new());
    let plan = Plan {
        id: PlanId::new(till.changes.clock.now()),
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
    };
    till.changes.make(&UpsertPlan { plan }).await.expect("it is written");
}
