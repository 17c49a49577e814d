//! What the demo says when it is ready: where it is, who may enter, and what to try.

use std::io::Write;

use chrono::TimeDelta;
use serde_json::{Map, Value, json};

use super::DemoOptions;
use super::people::Cast;
use crate::app::{Shop, StartError};
use crate::auth::Subject;
use crate::domain::actor::Actor;

/// How long the printed tokens are good.
const TOKEN_LIFE: TimeDelta = TimeDelta::days(30);
/// The first customers are the ones that visitors can be.
const VISITORS: usize = 4;

/// Names, each with a token.
pub fn tokens(cast: &Cast, shop: &Shop) -> Result<Vec<(String, String)>, StartError> {
    let visitors = cast.customers.iter().take(VISITORS);
    visitors
        .chain([&cast.operator, &cast.shop])
        .map(|actor| {
            let now = shop.app.clock.now();
            let token = shop.app.tokens.sign(&subject(actor), TOKEN_LIFE, now);
            let token = token.map_err(|error| StartError::Failure(format!("{error}.")))?;
            Ok((actor.name().to_owned(), token))
        })
        .collect()
}

fn subject(actor: &Actor) -> Subject {
    match actor.clone() {
        Actor::Customer { reference, .. } => Subject::Customer { reference },
        Actor::Operator { name, scopes } => Subject::Operator { name, scopes },
        Actor::Service { name, scopes } => Subject::Service { name, scopes },
        Actor::System => unreachable!("the system has no token"),
    }
}

/// Prints it to stdout.
pub fn print(options: &DemoOptions, url: &str, tokens: &[(String, String)]) {
    let text = if options.json { as_json(url, tokens) } else { as_text(url, tokens) };
    let mut stdout = std::io::stdout().lock();
    // Whoever has closed stdout does not want to read it.
    let _ = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
}

fn websocket(url: &str) -> String {
    format!("{}/graphql", url.replacen("http", "ws", 1))
}

fn as_json(url: &str, tokens: &[(String, String)]) -> String {
    let tokens: Map<String, Value> =
        tokens.iter().map(|(name, token)| (name.clone(), json!(token))).collect();
    let all = json!({
        "url": url,
        "graphql": format!("{url}/graphql"),
        "websocket": websocket(url),
        "graphiql": format!("{url}/graphiql"),
        "tokens": tokens,
    });
    format!("{all}\n")
}

fn as_text(url: &str, tokens: &[(String, String)]) -> String {
    let line = |(name, token): &(String, String)| format!("  {}={token}", name.to_uppercase());
    let who = tokens.iter().map(line).collect::<Vec<_>>().join("\n");
    let socket = websocket(url);
    format!(
        "\
Buono demo: Buono Hosting, on {url}

  Customers    {url}
  Operators    {url}/desk
  GraphQL      {url}/graphql
  WebSocket    {socket}
  GraphiQL     {url}/graphiql
  Schema       {url}/schema.graphql

Who may enter (customers in Italy, France and Germany and a company; an operator; the shop):

{who}

Anna's latest orders. Copy her line above into a terminal first, then:

  curl -s {url}/graphql -H \"Authorization: Bearer $ANNA\" -H 'Content-Type: application/json' \\
    -d '{{\"query\": \"{{ orders(first: 5) {{ nodes {{ number statusLabel total {{ text }} }} }} }}\"}}'

And her orders as they move, live: the four steps of each, as they happen.

  curl -sN {url}/graphql/stream -H \"Authorization: Bearer $ANNA\" -H 'Content-Type: application/json' \\
    -d '{{\"query\": \"subscription {{ orderUpdates {{ event {{ label }} order {{ number tracking {{ steps {{ label state }} }} }} }} }}\"}}'

Orders move by themselves. Stop with Ctrl-C.
"
    )
}
