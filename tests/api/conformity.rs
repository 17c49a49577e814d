//! What others hold us to: an audit, a linter, and clients that are not ours. Each is a script in
//! `tests/clients`, which prints what it has done.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::time::Duration;

use buono::http::Limits;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::Command;
use tokio::time::timeout;

use super::bridge::Bridge;
use super::clients::node;
use super::toy::{self, Server};

/// Longer than any of them takes, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(90);
/// What every client does, in `walk.mjs`.
const WALK: [&str; 4] =
    ["a query", "a mutation", "a subscription that sees a change", "errors with their codes"];

/// Whether the script was content, and what it printed, which is printed here as well.
async fn run(mut script: Command) -> (bool, Vec<String>) {
    let output = timeout(PATIENCE, script.output()).await.expect("it ends in time");
    let output = output.expect("`node` starts: Node.js 20 or newer has to be installed");
    let printed = String::from_utf8(output.stdout).unwrap();
    print!("{printed}");
    (output.status.success(), printed.lines().map(str::to_owned).collect())
}

/// A client of anna's, who reaches the server by this address.
fn client(script: &str, server: &Server, address: &str) -> Command {
    let mut command = node(script);
    command.env("BUONO_URL", format!("http://{address}/graphql"));
    command.env("BUONO_WS", format!("ws://{address}/graphql"));
    command.env("BUONO_TOKEN", server.token("anna"));
    command
}

#[tokio::test]
async fn the_audit_of_graphql_over_http_finds_nothing() {
    for server in [toy::start().await, toy::start_shop(Limits::default()).await] {
        let mut audit = node("audit.mjs");
        audit.env("BUONO_URL", server.url());
        assert_eq!(run(audit).await, (true, vec!["61 of 61 ok".to_owned()]));
        server.stop().await;
    }
}

#[tokio::test]
async fn the_linter_of_schemas_finds_nothing_in_ours() {
    assert_eq!(run(node("lint-schema.mjs")).await, (true, vec!["0 findings".to_owned()]));

    // It can find something.
    let folder = tempfile::tempdir().unwrap();
    let schema = folder.path().join("bad.graphql");
    fs::write(&schema, "type Query { getThing: ThingConnection }\ntype ThingConnection { a: Int }")
        .unwrap();
    let mut lint = node("lint-schema.mjs");
    lint.env("SCHEMA", schema);
    let (is_content, findings) = run(lint).await;
    assert!(!is_content);
    for rule in ["require-description", "naming-convention", "relay-connection-types"] {
        assert!(findings.iter().any(|it| it.contains(rule)), "{rule}: {findings:?}");
    }
}

#[tokio::test]
async fn clients_that_are_not_ours_ask_change_follow_and_understand_errors() {
    for script in ["apollo.mjs", "urql.mjs", "graphql-ws.mjs"] {
        println!("{script}");
        let server = toy::start_shop(Limits::default()).await;
        let done = run(client(script, &server, &server.address.to_string())).await;
        assert_eq!(done, (true, WALK.map(str::to_owned).to_vec()), "{script}");
        server.stop().await;
    }
}

#[tokio::test]
async fn the_client_of_graphql_sse_does_too_and_tries_again_and_gives_its_places_back() {
    let mut limits = Limits::default();
    limits.socket.sockets_per_actor = 2;
    let server = toy::start_shop(limits).await;
    let bridge = Bridge::to(server.address).await;
    let script = client("sse.mjs", &server, &bridge.address.to_string()).spawn();
    let mut script = script.expect("`node` starts: Node.js 20 or newer has to be installed");
    let mut lines = BufReader::new(script.stdout.take().unwrap()).lines();
    let mut done = Vec::new();
    let all = async {
        while let Some(line) = lines.next_line().await.unwrap() {
            println!("{line}");
            match line.as_str() {
                "cut" => bridge.cut(),
                "lost" => bridge.mend(),
                _ => done.push(line),
            }
        }
        assert!(script.wait().await.unwrap().success());
    };
    timeout(PATIENCE, all).await.expect("it ends in time");
    let more =
        ["errors before the stream begins", "a retry", "places that are free again after a cancel"];
    assert_eq!(done, [&WALK[..], &more[..]].concat());
    server.stop().await;
}
