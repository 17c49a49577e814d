//! Every metric, with its name, its unit and its labels in one place. Labels come of closed sets, or
//! are bounded here: a caller must not be able to make series without end.

use std::collections::HashSet;
use std::sync::{Mutex, OnceLock};
use std::time::Duration;

use metrics::{
    Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram,
};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::domain::status::OrderStatus;

/// Names of operations that are counted apart; every further one counts as `other`.
pub const OPERATIONS_MAX: usize = 100;
/// A longer name of an operation counts as `other`.
const OPERATION_NAME_BYTES_MAX: usize = 64;

const HTTP_REQUESTS: &str = "buono_http_requests_total";
const HTTP_SECONDS: &str = "buono_http_request_duration_seconds";
const OPERATIONS: &str = "buono_graphql_operations_total";
const OPERATION_SECONDS: &str = "buono_graphql_operation_duration_seconds";
const ERRORS: &str = "buono_graphql_errors_total";
const CONNECTIONS: &str = "buono_live_connections";
const ALL_CONNECTIONS: &str = "buono_connections";
const CONNECTIONS_REFUSED: &str = "buono_connections_refused_total";
const CONNECTIONS_ENDED: &str = "buono_connections_ended_total";
const SUBSCRIPTIONS: &str = "buono_subscriptions";
const COMMIT_TO_CLIENT: &str = "buono_commit_to_client_seconds";
const OUTBOX_AGE: &str = "buono_outbox_oldest_seconds";
const ORDERS: &str = "buono_orders";
const JOB_RUNS: &str = "buono_job_runs_total";
const JOB_ITEMS: &str = "buono_job_items_total";
const JOB_SECONDS: &str = "buono_job_duration_seconds";
const EVENTS: &str = "buono_gateway_events_total";
const EVENT_AGE: &str = "buono_gateway_event_oldest_seconds";
const UNCLEAR: &str = "buono_unclear";
const UNCLEAR_AGE: &str = "buono_unclear_oldest_seconds";
const CONTRADICTED: &str = "buono_contradicted";
const OVERDUE: &str = "buono_refunds_overdue";
const PARTS: &str = "buono_parts_overdue";
const KEY_FETCHES: &str = "buono_issuer_key_fetches_total";

/// From a tenth of a millisecond to ten seconds.
const SECONDS: [f64; 16] = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5,
    5.0, 10.0,
];

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();
static NAMES: Mutex<Option<HashSet<String>>> = Mutex::new(None);

/// Starts counting. A second start, in a test, keeps the first.
pub fn init() {
    RECORDER.get_or_init(|| {
        let builder = PrometheusBuilder::new()
            .set_buckets_for_metric(Matcher::Suffix("_seconds".into()), &SECONDS)
            .expect("there are buckets");
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        // Whoever has set another before keeps it: ours then counts nothing.
        let _ = metrics::set_global_recorder(recorder);
        describe();
        handle
    });
}

/// All metrics, as Prometheus reads them.
pub fn text() -> String {
    RECORDER
        .get()
        .map(|handle| {
            handle.run_upkeep();
            handle.render()
        })
        .unwrap_or_default()
}

fn describe() {
    for (name, unit, text) in [
        (HTTP_REQUESTS, Unit::Count, "Requests, by route, method and status"),
        (OPERATIONS, Unit::Count, "Operations, by name, kind and outcome: ok, errors, refused"),
        (ERRORS, Unit::Count, "Top-level errors, by code"),
        (
            CONNECTIONS_REFUSED,
            Unit::Count,
            "Connections that were refused: all or address for a limit, system for what it lacks",
        ),
        (
            CONNECTIONS_ENDED,
            Unit::Count,
            "Connections that took too long: head, idle between requests, or stalled",
        ),
        (JOB_RUNS, Unit::Count, "Looks of the jobs, by job and outcome"),
        (JOB_ITEMS, Unit::Count, "What the jobs have done, by job"),
        (EVENTS, Unit::Count, "Events of the payment provider: stored, repeated, refused"),
        (KEY_FETCHES, Unit::Count, "Fetches of the issuer's keys, by outcome"),
    ] {
        describe_counter!(name, unit, text);
    }
    for (name, text) in [
        (HTTP_SECONDS, "Time to the head of the answer, by route"),
        (OPERATION_SECONDS, "Time of queries and mutations, by kind"),
        (
            COMMIT_TO_CLIENT,
            "From a change of an order to its being handed to a subscriber's socket",
        ),
        (JOB_SECONDS, "Time of one look, by job"),
    ] {
        describe_histogram!(name, Unit::Seconds, text);
    }
    for (name, unit, text) in [
        (ALL_CONNECTIONS, Unit::Count, "Open connections, whatever they carry"),
        (CONNECTIONS, Unit::Count, "Open live connections, by transport"),
        (SUBSCRIPTIONS, Unit::Count, "Open subscriptions"),
        (OUTBOX_AGE, Unit::Seconds, "Age of the oldest change that was not told of again yet"),
        (EVENT_AGE, Unit::Seconds, "Age of the oldest event of the provider not processed yet"),
        (ORDERS, Unit::Count, "Orders, by status"),
        (UNCLEAR, Unit::Count, "Payments and refunds whose outcome is not known, by kind and age"),
        (UNCLEAR_AGE, Unit::Seconds, "Age of the oldest of these, by kind"),
        (
            CONTRADICTED,
            Unit::Count,
            "Payments and refunds of which the provider has said what cannot be, by kind",
        ),
        (OVERDUE, Unit::Count, "Refunds that are past the day by which the law wants them made"),
        (PARTS, Unit::Count, "Orders past their expiry of which a part is paid by transfer"),
    ] {
        describe_gauge!(name, unit, text);
    }
}

/// A request was answered. The route is the pattern, never the path.
pub fn request(route: &str, method: &'static str, status: u16, took: Duration) {
    let route = route.to_owned();
    counter!(HTTP_REQUESTS, "route" => route.clone(), "method" => method,
        "status" => status.to_string())
    .increment(1);
    histogram!(HTTP_SECONDS, "route" => route).record(took);
}

/// What an operation was, and how it ended.
#[derive(Clone, Copy, Debug)]
pub enum Ended {
    Well,
    WithErrors,
    Refused,
}

/// A query or mutation has ended, or a subscription has begun.
pub fn operation(name: Option<&str>, kind: &'static str, ended: Ended, took: Option<Duration>) {
    let outcome = match ended {
        Ended::Well => "ok",
        Ended::WithErrors => "errors",
        Ended::Refused => "refused",
    };
    counter!(OPERATIONS, "operation" => bounded(name), "kind" => kind, "outcome" => outcome)
        .increment(1);
    if let Some(took) = took {
        histogram!(OPERATION_SECONDS, "kind" => kind).record(took);
    }
}

/// The first names that come have series of their own.
fn bounded(name: Option<&str>) -> String {
    let Some(name) = name else { return "anonymous".to_owned() };
    let mut names = NAMES.lock().expect("no holder of this lock can panic");
    let names = names.get_or_insert_with(HashSet::new);
    let is_short = name.len() <= OPERATION_NAME_BYTES_MAX;
    if names.contains(name) {
        return name.to_owned();
    }
    if OPERATIONS_MAX <= names.len() || !is_short {
        return "other".to_owned();
    }
    names.insert(name.to_owned());
    name.to_owned()
}

/// A top-level error was answered.
pub fn error(code: &str) {
    counter!(ERRORS, "code" => code.to_owned()).increment(1);
}

/// A connection was closed as soon as it came.
pub fn connection_refused(reason: &'static str) {
    counter!(CONNECTIONS_REFUSED, "reason" => reason).increment(1);
}

/// A connection was closed because what it was waited for did not come.
pub fn connection_ended(waiting: &'static str) {
    counter!(CONNECTIONS_ENDED, "reason" => waiting).increment(1);
}

/// Counts something as open for as long as it is kept.
#[derive(Debug)]
pub struct Open {
    gauge: &'static str,
    transport: Option<&'static str>,
}

impl Open {
    /// A connection of whatever kind.
    pub fn connections() -> Self {
        Self::new(ALL_CONNECTIONS, None)
    }

    pub fn connection(transport: &'static str) -> Self {
        Self::new(CONNECTIONS, Some(transport))
    }

    pub fn subscription() -> Self {
        Self::new(SUBSCRIPTIONS, None)
    }

    fn new(gauge: &'static str, transport: Option<&'static str>) -> Self {
        let open = Self { gauge, transport };
        open.gauge().increment(1.0);
        open
    }

    fn gauge(&self) -> metrics::Gauge {
        if let Some(transport) = self.transport {
            gauge!(self.gauge, "transport" => transport)
        } else {
            gauge!(self.gauge)
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.gauge().decrement(1.0);
    }
}

/// A subscriber was told of a change, so long after it.
pub fn told(after: Duration) {
    histogram!(COMMIT_TO_CLIENT).record(after);
}

/// A job has looked for what is due.
pub fn job(name: &'static str, done: Option<usize>, took: Duration) {
    let outcome = if done.is_some() { "ok" } else { "failed" };
    counter!(JOB_RUNS, "job" => name, "outcome" => outcome).increment(1);
    counter!(JOB_ITEMS, "job" => name)
        .increment(done.and_then(|it| u64::try_from(it).ok()).unwrap_or(0));
    histogram!(JOB_SECONDS, "job" => name).record(took);
}

/// The keys of the external issuer were fetched, or could not be.
pub fn keys_fetched(worked: bool) {
    let outcome = if worked { "ok" } else { "failed" };
    counter!(KEY_FETCHES, "outcome" => outcome).increment(1);
}

/// An event of the payment provider has come, and this is what became of it.
pub fn gateway_event(outcome: &'static str) {
    counter!(EVENTS, "outcome" => outcome).increment(1);
}

/// How the database stands.
pub fn standing(outbox_oldest: Duration, event_oldest: Duration, orders: &[(OrderStatus, u64)]) {
    gauge!(OUTBOX_AGE).set(outbox_oldest.as_secs_f64());
    gauge!(EVENT_AGE).set(event_oldest.as_secs_f64());
    for status in OrderStatus::ALL {
        let count = orders.iter().find(|(it, _)| it == status).map_or(0, |(_, count)| *count);
        gauge!(ORDERS, "status" => status.name()).set(float(count));
    }
}

/// Refunds past the last day to make them, and orders that wait for the rest of their money past their
/// expiry.
pub fn overdue(refunds: u64, parts: u64) {
    gauge!(OVERDUE).set(float(refunds));
    gauge!(PARTS).set(float(parts));
}

/// Ages that what is unclear is counted by, each with its beginning in seconds.
const AGES: [(&str, u64); 4] =
    [("below_15m", 0), ("15m_to_1h", 15 * 60), ("1h_to_1d", 3_600), ("over_1d", 86_400)];

/// Payments (`payment`) or refunds (`refund`): the ages of those that are unclear, and how many the
/// provider has contradicted us about.
pub fn unclear(kind: &'static str, ages: &[Duration], contradicted: u64) {
    let oldest = ages.iter().max().copied().unwrap_or_default();
    gauge!(UNCLEAR_AGE, "kind" => kind).set(oldest.as_secs_f64());
    gauge!(CONTRADICTED, "kind" => kind).set(float(contradicted));
    let ends = AGES.iter().skip(1).map(|(_, from)| *from).chain([u64::MAX]);
    for ((age, from), to) in AGES.iter().zip(ends) {
        let within = |it: &&Duration| (*from..to).contains(&it.as_secs());
        let count = ages.iter().filter(within).count();
        gauge!(UNCLEAR, "kind" => kind, "age" => *age).set(float(count as u64));
    }
}

fn float(count: u64) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_operations_are_bounded() {
        let long = "x".repeat(OPERATION_NAME_BYTES_MAX + 1);
        assert_eq!(bounded(None), "anonymous");
        assert_eq!(bounded(Some(&long)), "other");
        let all: HashSet<String> =
            (0..3 * OPERATIONS_MAX).map(|at| bounded(Some(&format!("Operation{at}")))).collect();
        assert!(all.len() <= OPERATIONS_MAX + 1);
        assert!(all.contains("other"));
        assert_eq!(bounded(Some("Operation0")), "Operation0");
    }
}
