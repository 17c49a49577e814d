//! Lists the newest orders, places one, pays it, and follows its four steps until it is delivered.
//!
//!     BUONO_URL=http://127.0.0.1:8080 BUONO_TOKEN=$ANNA cargo run --example rust
//!
//! `BUONO_PLAN` is what is ordered, by default `vps-starter`. Delivery is the shop's: see
//! `examples/README.md`. The queries go over HTTP, the subscription over a WebSocket: `socket.rs` speaks
//! its protocol.

mod socket;

use std::env;
use std::process::ExitCode;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::oneshot;
use uuid::Uuid;

use socket::Subscription;

/// Between two tries to connect again.
const RETRY_AFTER: Duration = Duration::from_millis(500);
/// Tries in a row that bring nothing before we give up.
const RETRIES_MAX: u32 = 60;
/// Nothing more happens to such an order by itself.
const FINAL: [&str; 3] = ["DELIVERED", "CANCELLED", "EXPIRED"];

const NEWEST_ORDERS: &str = "
  query NewestOrders($first: Int!) {
    orders(first: $first) {
      nodes { number createdAt statusLabel total { text } }
    }
  }";

const PLACE: &str = "
  mutation Place($input: OrderPlaceInput!) {
    orderPlace(input: $input) {
      order { number total { text } }
      errors { ... on UserError { code message } }
    }
  }";

const PAY: &str = "
  mutation Pay($input: OrderPayInput!) {
    orderPay(input: $input) {
      payment { status amount { text } }
      errors {
        ... on UserError { code message }
        ... on PaymentDeclinedError { declineCode }
      }
    }
  }";

const TRACK: &str = "
  subscription Track($number: String!, $after: String) {
    orderTracking(number: $number, after: $after) {
      cursor
      sequence
      event { label }
      order { status tracking { sequence steps { state } } }
    }
  }";

/// What can go wrong.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// The code is what a program can rely on; the message is for people.
    #[error("{code}: {message}")]
    Refused { code: String, message: String },
    /// Worth another try.
    #[error("{0}")]
    Lost(String),
}

impl Failure {
    #[expect(clippy::needless_pass_by_value, reason = "`map_err` hands it over")]
    fn lost(error: impl ToString) -> Self {
        Self::Lost(error.to_string())
    }
}

/// The API at an address, for whom the token names.
struct Buono {
    url: String,
    token: String,
    http: reqwest::Client,
}

impl Buono {
    async fn ask(&self, document: &str, variables: Value) -> Result<Value, Failure> {
        let request = self.http.post(format!("{}/graphql", self.url)).bearer_auth(&self.token);
        let request = request.json(&json!({ "query": document, "variables": variables }));
        let answer = request.send().await.map_err(Failure::lost)?;
        data(answer.json().await.map_err(Failure::lost)?)
    }

    async fn list(&self) -> Result<(), Failure> {
        let answer = self.ask(NEWEST_ORDERS, json!({ "first": 3 })).await?;
        println!("The newest orders:");
        for order in answer["orders"]["nodes"].as_array().into_iter().flatten() {
            let day = &text(&order["createdAt"])[..10];
            let (total, status) = (text(&order["total"]["text"]), text(&order["statusLabel"]));
            println!("  {}  {day}  {total}  {status}", text(&order["number"]));
        }
        Ok(())
    }

    async fn place(&self, plan: &str) -> Result<String, Failure> {
        let lines = json!([{ "planCode": plan, "period": "P1M" }]);
        let input = json!({ "lines": lines, "idempotencyKey": new_key() });
        let answer = self.ask(PLACE, json!({ "input": input })).await?;
        let placed = refused(&answer["orderPlace"])?;
        let number = text(&placed["order"]["number"]);
        println!("Placed {number} for {}.", text(&placed["order"]["total"]["text"]));
        Ok(number.to_owned())
    }

    /// With the default card. A payment that is `PENDING` is no error: the steps tell how it ends.
    async fn pay(&self, number: &str) -> Result<(), Failure> {
        let input = json!({ "number": number, "method": "CARD", "idempotencyKey": new_key() });
        let answer = self.ask(PAY, json!({ "input": input })).await?;
        if let Some(code) = answer["orderPay"]["errors"][0]["declineCode"].as_str() {
            println!("The bank says {code}: try another card.");
        }
        let payment = &refused(&answer["orderPay"])?["payment"];
        println!("Paid {}: {}.", text(&payment["amount"]["text"]), text(&payment["status"]));
        Ok(())
    }

    /// Follows an order to its end, over as many connections as it takes.
    async fn follow(&self, number: &str, begun: oneshot::Sender<()>) -> Result<(), Failure> {
        let (mut cursor, mut begun, mut retries) = (None, Some(begun), 0);
        loop {
            // Without a cursor a SNAPSHOT comes first; after one, everything that was missed.
            let variables = json!({ "number": number, "after": cursor });
            let lost = match Subscription::start(&self.url, &self.token, TRACK, variables).await {
                Ok(mut subscription) => loop {
                    match subscription.next().await.and_then(data) {
                        Ok(update) => {
                            let update = &update["orderTracking"];
                            tell(update);
                            if is_over(update) {
                                return Ok(());
                            }
                            begun.take().map(|it| it.send(()));
                            (cursor, retries) = (Some(text(&update["cursor"]).to_owned()), 0);
                        }
                        Err(Failure::Lost(why)) => break why,
                        Err(refused) => return Err(refused),
                    }
                },
                Err(Failure::Lost(why)) => why,
                Err(refused) => return Err(refused),
            };
            if retries == 0 {
                println!("The connection is lost. Going on where we were.");
            }
            retries += 1;
            if RETRIES_MAX < retries {
                return Err(Failure::Lost(lost));
            }
            tokio::time::sleep(RETRY_AFTER).await;
        }
    }
}

fn tell(update: &Value) {
    // A SNAPSHOT, and a RESYNC that stands for too many entries to repeat, have no event.
    let what = update["event"]["label"].as_str().unwrap_or("as it stands");
    let steps = update["order"]["tracking"]["steps"].as_array();
    let states: Vec<&str> = steps.into_iter().flatten().map(|it| text(&it["state"])).collect();
    println!("#{} {what}: {}", update["sequence"], states.join(" "));
}

fn is_over(update: &Value) -> bool {
    // The order comes as it stands now, which may be ahead of the entry: go on to the newest.
    let order = &update["order"];
    let is_newest = update["sequence"] == order["tracking"]["sequence"];
    is_newest && FINAL.contains(&text(&order["status"]))
}

/// The data of an answer. What reaches the top-level `errors` is no "no", but a fault or a misuse.
fn data(mut answer: Value) -> Result<Value, Failure> {
    match &answer["errors"][0] {
        Value::Null => Ok(answer["data"].take()),
        error => Err(Failure::Refused {
            code: text(&error["extensions"]["code"]).to_owned(),
            message: text(&error["message"]).to_owned(),
        }),
    }
}

/// A "no" is data, typed, and says what can be done about it.
fn refused(payload: &Value) -> Result<&Value, Failure> {
    match &payload["errors"][0] {
        Value::Null => Ok(payload),
        error => Err(Failure::Refused {
            code: text(&error["code"]).to_owned(),
            message: text(&error["message"]).to_owned(),
        }),
    }
}

/// A key for what is meant, once. Should the answer get lost, send the same input with the same key
/// again: it is done once, and the answer is the same.
fn new_key() -> String {
    Uuid::new_v4().to_string()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

async fn run(buono: &Buono, plan: &str) -> Result<(), Failure> {
    buono.list().await?;
    let number = buono.place(plan).await?;
    println!("Following it. It waits for the shop: examples/README.md says how to be the shop.");
    let (begun, begins) = oneshot::channel();
    let pay = async {
        // Paid while it is followed, so that the steps are seen to change.
        match begins.await {
            Ok(()) => buono.pay(&number).await,
            Err(_) => Ok(()),
        }
    };
    tokio::try_join!(buono.follow(&number, begun), pay)?;
    println!("This order is complete.");
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (Ok(url), Ok(token)) = (env::var("BUONO_URL"), env::var("BUONO_TOKEN")) else {
        eprintln!("Set BUONO_URL and BUONO_TOKEN: `buono demo` prints both.");
        return ExitCode::from(2);
    };
    let plan = env::var("BUONO_PLAN").unwrap_or_else(|_| "vps-starter".into());
    let buono = Buono { url, token, http: reqwest::Client::new() };
    match run(&buono, &plan).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
