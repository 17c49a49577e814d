//! The commands for whoever runs it: settings, doctor, completions, changes of the schema.

use std::net::TcpListener;

use sea_orm::ConnectionTrait;
use serde_json::Value;

use super::binary::{Buono, SECRET};
use super::{postgres, serving};

/// The verdicts of the doctor, by what was looked at, and the exit code.
async fn doctor(buono: &Buono) -> (i32, Vec<(String, String, String)>) {
    let ended = buono.run(&["doctor", "--json"]).await;
    assert_eq!(ended.stderr, "");
    let report: Value = serde_json::from_str(&ended.stdout).expect("it is JSON");
    assert_eq!(report["ok"], ended.code == 0);
    let text = |it: &Value| it.as_str().expect("a text").to_owned();
    let checks = report["checks"].as_array().expect("a list").iter();
    let checks = checks.map(|it| (text(&it["check"]), text(&it["verdict"]), text(&it["message"])));
    (ended.code, checks.collect())
}

/// What is not `ok`, as `fail secret`, and what is said of it.
fn troubles(checks: &[(String, String, String)]) -> (Vec<String>, String) {
    let bad: Vec<_> = checks.iter().filter(|it| it.1 != "ok").collect();
    let said: Vec<&str> = bad.iter().map(|it| it.2.as_str()).collect();
    (bad.iter().map(|it| format!("{} {}", it.1, it.0)).collect(), said.join("\n"))
}

#[tokio::test]
async fn the_doctor_finds_nothing_where_nothing_is_wrong() {
    for url in ["sqlite://buono.db", &postgres::database().await] {
        let buono = Buono::new().with("DATABASE_URL", url);
        let documents = format!("file://{}", buono.folder().join("documents").display());
        let buono = buono.with("STORAGE_URL", &documents);
        buono.done(&["migrate", "up"]).await;
        let (code, checks) = doctor(&buono).await;
        let names: Vec<&str> = checks.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(
            names,
            [
                "settings",
                "secret",
                "database",
                "migrations",
                "clock",
                "port",
                "disk",
                "documents",
                "websocket"
            ]
        );
        // The disk of the machine that tests may be nearly full.
        let (mut bad, said) = troubles(&checks);
        bad.retain(|it| !it.ends_with(" disk"));
        assert_eq!((code, bad.as_slice()), (0, &[][..]), "{said}");
        let lines = buono.done(&["doctor"]).await;
        assert_eq!(lines.lines().count(), checks.len());
        assert!(lines.starts_with("ok    settings    They can be used.\n"), "{lines}");
    }
}

#[tokio::test]
async fn the_doctor_names_what_is_wrong_and_what_to_do() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("it listens").to_string();
    for (setting, value, expected, hint) in [
        ("JWT_SECRET", "", &["fail secret"][..], "Set BUONO_JWT_SECRET to "),
        ("JWT_SECRET", "short", &["fail secret"], "shorter than 32 bytes"),
        ("JWT_SECRET", &"a".repeat(40), &["warn secret"], "Set BUONO_JWT_SECRET to "),
        ("LISEN", "x", &["warn settings"], "Did you mean `BUONO_LISTEN`?"),
        ("LISTEN", "0.0.0.0:0", &["warn settings"], "Set BUONO_PUBLIC_URL"),
        ("LOG", "a=b=c", &["fail settings"], "BUONO_LOG cannot be read"),
        ("NATS_URL", "nats://x", &["fail settings"], "unset BUONO_NATS_URL"),
        ("STORAGE_URL", "s3://x", &["fail settings"], "Set BUONO_STORAGE_URL to file://"),
        ("STORAGE_URL", "file:///dev/null/x", &["fail documents"], "/dev/null is no folder that "),
        ("LISTEN", &address, &["fail port"], "another program listens there"),
        (
            "DATABASE_URL",
            "sqlite://no/where/buono.db",
            &["fail database", "fail disk"],
            "There is no folder no/where for the database. ",
        ),
    ] {
        let buono = Buono::new();
        buono.done(&["migrate", "up"]).await;
        let buono = buono.with(setting, value);
        let (code, checks) = doctor(&buono).await;
        let (mut bad, said) = troubles(&checks);
        bad.retain(|it| it != "warn disk");
        assert_eq!(bad, expected, "{setting}: {said}");
        assert_eq!(code, i32::from(bad.iter().any(|it| it.starts_with("fail"))), "{said}");
        assert!(said.contains(hint), "{setting}: {said}");
    }
    drop(taken);
}

#[tokio::test]
async fn the_doctor_says_where_no_documents_are_taken() {
    let buono = Buono::new().with("DATABASE_URL", &postgres::database().await);
    buono.done(&["migrate", "up"]).await;
    let (code, checks) = doctor(&buono).await;
    let documents = checks.iter().find(|it| it.0 == "documents").expect("it is looked at");
    assert_eq!((code, documents.1.as_str()), (0, "warn"));
    assert!(documents.2.contains("Set BUONO_STORAGE_URL to file://"), "{documents:?}");
}

#[tokio::test]
async fn the_doctor_changes_nothing() {
    let buono = Buono::new();
    let (_, checks) = doctor(&buono).await;
    assert!(troubles(&checks).1.contains("There is no buono.db yet. "), "{checks:?}");
    assert_eq!(std::fs::read_dir(buono.folder()).expect("it is ours").count(), 0);
    for url in ["sqlite://buono.db", &postgres::database().await] {
        let buono = Buono::new().with("DATABASE_URL", url);
        for command in ["up", "down"] {
            buono.done(&["migrate", command]).await;
        }
        for _ in 0..2 {
            let (_, checks) = doctor(&buono).await;
            let (_, said) = troubles(&checks);
            assert!(said.contains(" are missing. Run `buono migrate up`"), "{said}");
            assert!(checks.iter().any(|it| it.2.ends_with("can be read and written to.")));
        }
        buono.done(&["migrate", "up"]).await;
    }
}

#[tokio::test]
async fn a_clock_that_is_behind_the_orders_is_found() {
    let (buono, token) = serving::shop().await;
    serving::place(&buono.serve(&[]).await, &token).await;
    let url = format!("sqlite://{}", buono.folder().join("buono.db").display());
    let db = sea_orm::Database::connect(url).await.expect("it is there");
    let later = "UPDATE orders SET created_at = '2099-01-01T00:00:00+00:00'";
    db.execute_unprepared(later).await.expect("nobody else writes");
    let (code, checks) = doctor(&buono).await;
    let clock = checks.iter().find(|it| it.0 == "clock").expect("it is looked at");
    assert_eq!((code, clock.1.as_str()), (1, "fail"));
    assert!(clock.2.contains("which is still to come"), "{}", clock.2);
}

#[tokio::test]
async fn the_doctor_knows_a_server_of_ours() {
    let buono = Buono::new();
    let server = buono.serve(&[]).await;
    let buono = buono.with("LISTEN", &server.address.to_string());
    let (_, checks) = doctor(&buono).await;
    let port = checks.iter().find(|it| it.0 == "port").expect("it is looked at");
    assert_eq!(port.1, "ok");
    assert!(port.2.starts_with("A server of ours listens on "), "{}", port.2);
}

#[tokio::test]
async fn settings_that_cannot_be_read_are_the_first_thing_the_doctor_says() {
    let buono = Buono::new().with("ORDER_EXPIRY_DAYS", "soon");
    let (code, checks) = doctor(&buono).await;
    let (bad, said) = troubles(&checks);
    assert_eq!((code, bad), (1, vec!["fail settings".to_owned()]));
    assert!(said.starts_with("BUONO_ORDER_EXPIRY_DAYS has to be a whole number"), "{said}");
}

#[tokio::test]
async fn the_default_settings_are_a_file_that_changes_nothing() {
    let buono = Buono::new().with("LISTEN", "");
    let file = buono.write("buono.toml", buono.done(&["config", "default"]).await);
    let file = file.to_str().expect("UTF-8");
    let values = async |arguments: &[&str]| {
        let shown = buono.done(&[arguments, &["config", "check", "--json"]].concat()).await;
        let shown: Value = serde_json::from_str(&shown).expect("it is JSON");
        let list = shown["settings"].as_array().expect("a list").clone();
        list.iter().map(|it| (it["name"].clone(), it["value"].clone())).collect::<Vec<_>>()
    };
    let with_file = values(&["--config", file]).await;
    let mut without = values(&[]).await;
    // Given in a file it is a secret, whatever it says.
    let database = without.iter_mut().find(|(name, _)| name == "database_url").expect("a setting");
    assert_eq!(std::mem::take(&mut database.1), "sqlite://buono.db");
    assert_eq!(with_file, without);
}

#[tokio::test]
async fn settings_are_checked_and_shown_without_secrets() {
    let url = "postgres://buono:hush@db.example/buono";
    let buono = Buono::new().with("DATABASE_URL", url).with("LISEN", "x");
    let ended = buono.run(&["config", "check"]).await;
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(ended.stderr.contains("Did you mean `BUONO_LISTEN`?"), "{}", ended.stderr);
    for line in [
        "listen = \"127.0.0.1:0\" # BUONO_LISTEN",
        "order_expiry_days = 14 # the default",
        "# database_url is set by BUONO_DATABASE_URL, and secret",
        "# public_url is not set",
    ] {
        assert!(ended.stdout.lines().any(|it| it == line), "{line} is not in {}", ended.stdout);
    }
    for shown in [ended.stdout, buono.done(&["config", "check", "--json"]).await] {
        assert!(!shown.contains("hush") && !shown.contains(SECRET), "{shown}");
    }
    for (setting, value, what_to_do) in [
        ("JWT_SECRET", "", "Set BUONO_JWT_SECRET to "),
        ("LOG", "a=b=c", "Write a level, or levels by module"),
        ("PUBLIC_URL", "shop.example", "BUONO_PUBLIC_URL has to begin with https://"),
        ("SMTP_URL", "smtp://x", "unset BUONO_SMTP_URL."),
        ("ENV", "staging", "BUONO_ENV has to be `development` or `production`"),
    ] {
        let said = Buono::new().with(setting, value).fails(&["config", "check"], 3).await;
        assert!(said.contains(what_to_do), "{said}");
    }
}

#[tokio::test]
async fn what_needs_no_settings_works_with_bad_ones() {
    let buono = Buono::new().with("LISTEN", "nowhere");
    assert!(buono.done(&["config", "default"]).await.contains("\nlisten = \"127.0.0.1:8080\"\n"));
    assert_eq!(buono.done(&["schema", "print"]).await, include_str!("../../schema.graphql"));
    assert!(buono.done(&["completions", "fish"]).await.contains("complete -c buono"));
}

#[tokio::test]
async fn a_shell_can_complete_our_commands() {
    let buono = Buono::new();
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = buono.done(&["completions", shell]).await;
        for word in ["serve", "--database-url", "completions"] {
            assert!(script.contains(word.trim_start_matches('-')), "{shell}: {word}");
        }
    }
    let script = buono.write("buono.bash", buono.done(&["completions", "bash"]).await);
    let complete = format!(
        "source '{}'; COMP_WORDS=(buono ser) COMP_CWORD=1; _buono buono ser buono; \
         echo \"${{COMPREPLY[@]}}\"",
        script.display()
    );
    let output = tokio::process::Command::new("bash").args(["-euc", &complete]).output().await;
    let output = output.expect("there is a bash");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "serve\n", "{output:?}");
}

#[tokio::test]
async fn changes_of_the_schema_that_break_clients_are_listed() {
    let buono = Buono::new();
    let now = include_str!("../../schema.graphql");
    let file = buono.write("old.graphql", now);
    let check = ["schema", "check", file.to_str().expect("UTF-8")];
    let ended = buono.run(&check).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (0, ""), "{}", ended.stderr);

    // As if there had been more: a type, and a value of an enum.
    assert!(now.contains("enum PaymentStatus {"));
    let old = now.replace("enum PaymentStatus {", "enum PaymentStatus { LOST");
    buono.write("old.graphql", format!("{old}\ntype Gone {{ it: Int }}\n"));
    let ended = buono.run(&check).await;
    assert_eq!(ended.code, 1);
    let lines = "The type Gone was removed.\nThe value PaymentStatus.LOST was removed.\n";
    assert_eq!(ended.stdout, lines);
    assert!(ended.stderr.starts_with("2 changes break clients of "), "{}", ended.stderr);

    buono.write("old.graphql", "type {");
    let said = buono.fails(&check, 1).await;
    assert!(said.contains("it is no GraphQL schema"), "{said}");
    let said = buono.fails(&["schema", "check", "missing.graphql"], 1).await;
    assert!(said.starts_with("missing.graphql cannot be read: "), "{said}");
}
