//! Commands that cannot do what they are asked: each says why in one sentence, and what to do.

use std::net::TcpListener;

use super::binary::Buono;
use super::postgres;

const USAGE: i32 = 2;
const SETTINGS: i32 = 3;
const CANNOT_REACH: i32 = 4;

#[tokio::test]
async fn a_port_that_is_taken_is_named_and_the_database_is_left_alone() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = taken.local_addr().expect("it listens").to_string();
    let buono = Buono::new();
    let said = buono.fails(&["serve", "--listen", &address], CANNOT_REACH).await;
    assert_eq!(
        said,
        format!(
            "Cannot listen on {address}: another program listens there. Choose another address \
             with --listen or BUONO_LISTEN."
        )
    );
    assert!(!buono.folder().join("buono.db").exists());
}

#[tokio::test]
async fn a_database_that_cannot_be_opened_is_named_with_what_to_do() {
    let mut buono = Buono::new();
    let text = "Not a database, but long enough that SQLite finds a header in it. ".repeat(9);
    buono.write("text.db", text);
    std::fs::create_dir(buono.folder().join("folder.db")).expect("the folder is ours");
    let protected = "/proc/sys/kernel/osrelease";
    for (url, why) in [
        ("sqlite://no/where/buono.db", "There is no folder no/where for the database. "),
        ("sqlite://text.db/buono.db", "There is no folder text.db for the database. "),
        ("sqlite://folder.db", "The database folder.db is a folder. "),
        ("sqlite://text.db", "The file text.db is not a SQLite database. "),
        // What not even root may write.
        ("sqlite:///proc/buono.db", "The database /proc/buono.db cannot be opened: its folder "),
        (&format!("sqlite://{protected}"), &format!("The database {protected} cannot be written ")),
    ] {
        buono = buono.with("DATABASE_URL", url);
        for command in [&["serve"][..], &["migrate", "up"]] {
            let said = buono.fails(command, CANNOT_REACH).await;
            assert!(said.starts_with(why) && said.contains("BUONO_DATABASE_URL"), "{url}: {said}");
        }
    }
}

#[tokio::test]
async fn a_postgres_that_cannot_be_used_is_named_with_what_to_do() {
    let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let silent = free.local_addr().expect("it listens");
    drop(free);
    let url = format!("postgres://buono:hush@{silent}/buono");
    let said = Buono::new().with("DATABASE_URL", &url).fails(&["serve"], CANNOT_REACH).await;
    let why = format!("PostgreSQL at {silent} cannot be used: Connection refused");
    assert!(said.starts_with(&why), "{said}");
    assert!(said.ends_with(" Start it, or correct BUONO_DATABASE_URL."), "{said}");
    assert!(!said.contains("hush"), "{said}");

    let there = postgres::database().await;
    let (server, _) = there.rsplit_once('/').expect("a URL has a path");
    let url = format!("{server}/nowhere");
    let said = Buono::new().with("DATABASE_URL", &url).fails(&["serve"], CANNOT_REACH).await;
    assert!(said.contains("database \"nowhere\" does not exist"), "{said}");
}

#[tokio::test]
async fn settings_that_make_no_sense_are_named_with_what_to_set() {
    let buono = Buono::new();
    buono.write("unknown.toml", "lisen = '127.0.0.1:1'\n");
    buono.write("bad.toml", "order_expiry_days = 0\n");
    for (file, why) in [
        ("unknown.toml", "there is no setting `lisen`. Did you mean `listen`?"),
        ("bad.toml", "`order_expiry_days` has to be a whole number from 1 to 365 days, not «0»."),
        ("missing.toml", "Correct --config or BUONO_CONFIG."),
    ] {
        for command in [&["serve"][..], &["migrate", "status", "--json"]] {
            let arguments = [&["--config", file], command].concat();
            let said = buono.fails(&arguments, SETTINGS).await;
            assert!(said.contains(file) && said.ends_with(why), "{said}");
        }
    }
    let said = buono.fails(&["serve", "--listen", "localhost"], SETTINGS).await;
    assert!(said.starts_with("--listen has to be an IP address and a port"), "{said}");
    for url in ["mysql://buono:hush@db/buono", "postgres://buono:hush@[db/buono"] {
        let buono = Buono::new().with("DATABASE_URL", url);
        for command in [&["serve"][..], &["migrate", "up"], &["import", "catalog", "bad.toml"]] {
            let said = buono.run(command).await;
            assert!(!said.stderr.contains("hush"), "{}", said.stderr);
        }
        let said = buono.fails(&["migrate", "up"], SETTINGS).await;
        assert!(said.contains("Set BUONO_DATABASE_URL to "), "{said}");
    }
}

#[tokio::test]
async fn a_server_without_a_secret_says_what_to_set() {
    let buono = Buono::new().with("JWT_SECRET", "");
    for command in [&["serve"][..], &["work"], &["token", "--customer", "anna"]] {
        assert_eq!(
            buono.fails(command, SETTINGS).await,
            "There is no secret to sign tokens with. Set BUONO_JWT_SECRET to what `openssl rand \
             -base64 48` prints."
        );
    }
    assert!(!buono.folder().join("buono.db").exists(), "nothing was begun");
}

#[tokio::test]
async fn production_refuses_weak_settings_and_names_them_all() {
    let buono = Buono::new().with("ENV", "production").with("JWT_SECRET", "hush");
    let buono = buono.with("RATE_LIMITS", "off");
    let ended = buono.run(&["serve"]).await;
    assert_eq!((ended.code, ended.stdout.as_str()), (SETTINGS, ""));
    for what in [
        "BUONO_JWT_SECRET to",
        "BUONO_VENDOR_NAME",
        "BUONO_RATE_LIMITS=on",
        "BUONO_PAYMENTS=stripe",
    ] {
        assert_eq!(ended.stderr.matches(what).count(), 1, "{}", ended.stderr);
    }
    assert_eq!(ended.stderr.lines().count(), 4, "{}", ended.stderr);
    assert!(!ended.stderr.contains("hush"), "{}", ended.stderr);
    let said = buono.fails(&["demo"], SETTINGS).await;
    assert_eq!(said, "A demo does not run in production. Unset BUONO_ENV, or run `buono serve`.");
}

#[tokio::test]
async fn wrong_usage_is_told_with_the_right_one() {
    let buono = Buono::new();
    for (arguments, hint) in [
        (&["serv"][..], "'serve'"),
        (&["token"], "<--customer <REF>|--operator <NAME>|--service <NAME>>"),
        (&["token", "--service", "shop", "--scopes", "orders:plac"], "`orders:place`"),
        (&["import", "catalog"], "<FILE>"),
        (&["serve", "--lisen", "127.0.0.1:1"], "'--listen'"),
        (&[], "Usage: buono"),
    ] {
        let ended = buono.run(arguments).await;
        assert_eq!((ended.code, ended.stdout.as_str()), (USAGE, ""), "{arguments:?}");
        assert!(ended.stderr.contains(hint), "{arguments:?}: {}", ended.stderr);
    }
}

#[tokio::test]
async fn what_fails_says_why_and_what_to_do() {
    let buono = Buono::new();
    let file = buono.write("plans.json", "{");
    let file = file.to_str().expect("UTF-8");
    for (arguments, why, what_to_do) in [
        (
            &["import", "catalog", "missing.json"][..],
            "missing.json cannot be read: ",
            "Give another file.",
        ),
        (&["import", "catalog", file], "nothing was imported. This is not JSON: ", "describes it."),
    ] {
        let said = buono.fails(arguments, 1).await;
        assert!(said.contains(why) && said.ends_with(what_to_do), "{said}");
    }
    buono.write("plans.json", r#"{"country": "IT", "currency": "EUR", "taxRate": "22"}"#);
    assert_eq!(
        buono.fails(&["import", "catalog", file], 1).await,
        "The database is not migrated. Run `buono migrate up` first."
    );
}
