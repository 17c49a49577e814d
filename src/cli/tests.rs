//! What the command line takes, and what comes of it.

use chrono::TimeDelta;
use clap::CommandFactory;
use secrecy::SecretString;

use super::*;
use crate::config::Sources;

fn parse(arguments: &str) -> Result<Cli, clap::Error> {
    Cli::try_parse_from(std::iter::once("buono").chain(arguments.split_whitespace()))
}

fn settings(variables: &[(&str, &str)]) -> Settings {
    let environment = variables.iter().map(|(name, text)| ((*name).into(), (*text).into()));
    Sources { environment: environment.collect(), ..Sources::default() }.settle().unwrap().settings
}

#[test]
fn the_command_line_holds_together() {
    Cli::command().debug_assert();
}

#[test]
fn every_command_says_what_it_does_and_shows_an_example() {
    fn walk(command: &clap::Command) {
        let name = command.get_name();
        assert!(command.get_about().is_some(), "{name} has no help");
        let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        assert!(after.contains("Example"), "{name} shows no example");
        assert!(after.contains(&format!("  buono {name}")) || after.contains(&format!(" {name}")));
        for argument in command.get_arguments() {
            assert!(argument.get_help().is_some(), "{name} {argument} has no help");
        }
        command.get_subcommands().filter(|it| it.get_name() != "help").for_each(walk);
    }
    walk(&Cli::command());
}

#[test]
fn a_token_is_for_exactly_one_and_only_operators_and_services_have_scopes() {
    for good in [
        "token --customer anna",
        "token --operator marco --scopes orders:read,orders:validate --ttl 30m",
        "token --service shop --scopes orders:place",
    ] {
        assert!(parse(good).is_ok(), "{good}");
    }
    for bad in [
        "token",
        "token --customer anna --operator marco --scopes orders:read",
        "token --customer anna --scopes orders:read",
        "token --operator marco",
        "token --service shop --scopes orders:fly",
        "token --customer anna --ttl 0s",
    ] {
        assert!(parse(bad).is_err(), "{bad}");
    }
    let error = parse("token --service shop --scopes orders:plac").unwrap_err().to_string();
    assert!(error.contains("Did you mean `orders:place`?"), "{error}");
}

#[test]
fn a_life_is_a_number_and_its_unit() {
    let read = token::life;
    assert_eq!(read("90s"), Ok(TimeDelta::seconds(90)));
    assert_eq!(read("30m"), Ok(TimeDelta::minutes(30)));
    assert_eq!(read("1h"), Ok(TimeDelta::hours(1)));
    for bad in [
        "",
        "h",
        "1",
        "1d",
        "-1h",
        "0h",
        "+1h",
        "1.5h",
        "99999999999999999999h",
        "9223372036854775807h",
        "1é",
    ] {
        assert!(read(bad).is_err(), "{bad}");
    }
}

#[tokio::test]
async fn production_signs_no_token_that_lives_longer_than_an_hour() {
    let secret = "k3Jx9vQm2LrT7yPz5WbN8cHd4GfS6aUe";
    let run = async |arguments: &str, settings: &Settings| match parse(arguments).unwrap().command {
        Command::Token(command) => command.run(settings).map_err(|error| error.exit),
        _ => unreachable!("these are tokens"),
    };
    let mut production = settings(&[
        ("BUONO_ENV", "production"),
        ("BUONO_JWT_SECRET", secret),
        ("BUONO_PAYMENTS", "stripe"),
        ("BUONO_STRIPE_SECRET_KEY", "sk"),
        ("BUONO_STRIPE_WEBHOOK_SECRET", "wh"),
        ("BUONO_VENDOR_NAME", "Acme Cloud"),
        ("BUONO_VENDOR_ADDRESS", "Via Roma 1; 10121 Torino"),
        ("BUONO_VENDOR_EMAIL", "orders@acme.example"),
    ]);
    assert_eq!(run("token --customer anna --ttl 1h", &production).await, Ok(Exit::Done));
    assert_eq!(run("token --customer anna --ttl 61m", &production).await, Err(Exit::Usage));
    production.jwt_secret = Some(SecretString::from("short"));
    assert_eq!(run("token --customer anna", &production).await, Err(Exit::Configuration));
    let development = settings(&[("BUONO_JWT_SECRET", secret)]);
    assert_eq!(run("token --customer anna --ttl 61m", &development).await, Ok(Exit::Done));
}

#[test]
fn flags_give_settings() {
    let cli = parse("serve --listen 0.0.0.0:1 --database-url sqlite://x.db --no-jobs").unwrap();
    assert_eq!(
        cli.command.settings(),
        [("listen", "0.0.0.0:1".to_owned()), ("database_url", "sqlite://x.db".to_owned())]
    );
}

#[tokio::test]
async fn a_catalog_imports_once_and_a_bad_record_does_not_stop_it() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite://{}/buono.db?mode=rwc", folder.path().display());
    let settings = settings(&[("BUONO_DATABASE_URL", &database)]);
    let file = folder.path().join("plans.json");
    let write = |bad: &str| {
        let text = format!(
            r#"{{"country": "IT", "currency": "EUR", "taxRate": "22", "plans": [
                {bad} {{"code": "a", "name": "A", "prices": [{{"period": "P1M", "net": "1.00"}}]}}]}}"#
        );
        std::fs::write(&file, text).unwrap();
    };
    let run = async || {
        let cli = parse(&format!("import catalog {}", file.display())).unwrap();
        match cli.command {
            Command::Import(command) => command.run(&settings).await,
            _ => unreachable!("this is an import"),
        }
    };
    write("");
    let unready = run().await.unwrap_err();
    assert_eq!(unready.to_string(), "The database is not migrated. Run `buono migrate up` first.");
    open(&settings).await.unwrap().migrate_up().await.unwrap();
    assert_eq!(run().await, Ok(Exit::Done));
    assert_eq!(run().await, Ok(Exit::Done));
    write("7,");
    assert_eq!(run().await, Ok(Exit::PartlyImported));
}

#[tokio::test]
async fn a_customer_who_is_added_again_keeps_what_the_flags_do_not_say() {
    let folder = tempfile::tempdir().unwrap();
    let database = format!("sqlite://{}/buono.db?mode=rwc", folder.path().display());
    let settings = settings(&[("BUONO_DATABASE_URL", &database)]);
    open(&settings).await.unwrap().migrate_up().await.unwrap();
    let run = async |more: &str| {
        let fixed = "customer add --reference anna --kind INDIVIDUAL --name Anna";
        match parse(&format!("{fixed} --email anna@example.com {more}")).unwrap().command {
            Command::Customer(command) => command.run(&settings).await.map_err(|error| error.exit),
            _ => unreachable!("this is a customer"),
        }
    };
    assert_eq!(run("--country Italy").await, Err(Exit::Usage));
    assert_eq!(run("--country IT --language en").await, Ok(Exit::Done));
    assert_eq!(run("--country IT --time-zone Europe/Malta").await, Ok(Exit::Done));
    let store = open(&settings).await.unwrap();
    let reach = crate::domain::actor::Reach::All;
    let anna = crate::storage::customers::by_reference(store.read(), reach, "anna").await;
    let anna = anna.unwrap().unwrap();
    assert_eq!((anna.language.as_str(), anna.time_zone), ("en", chrono_tz::Tz::Europe__Malta));
}
