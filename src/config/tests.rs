//! Where settings come from, and which are refused.

use std::path::PathBuf;

use secrecy::ExposeSecret;

use super::*;

const STRONG: &str = "k3Jx9vQm2LrT7yPz5WbN8cHd4GfS6aUe";

fn environment(pairs: &[(&str, &str)]) -> Sources {
    let pairs = pairs.iter().map(|(name, value)| ((*name).into(), (*value).into()));
    Sources { environment: pairs.collect(), ..Sources::default() }
}

fn with_file(text: &str) -> Sources {
    Sources { file: Some((PathBuf::from("buono.toml"), text.into())), ..Sources::default() }
}

fn settings(pairs: &[(&str, &str)]) -> Settings {
    environment(pairs).settle().expect("these are settings").settings
}

#[test]
fn every_default_can_be_read_and_is_in_range() {
    let settings = settings(&[]);
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.order_expiry_days, 14);
    assert_eq!(settings.public_url(), "http://127.0.0.1:8080");
    let everywhere = "0.0.0.0:81".parse().unwrap();
    assert_eq!(settings.public_url_on(everywhere), "http://127.0.0.1:81");
    assert_eq!(settings.validate(), Ok(()));
    for setting in Settings::TABLE {
        assert!(setting.help.ends_with('.'), "{}: its help is not a sentence", setting.name);
    }
}

#[test]
fn a_flag_counts_more_than_the_environment_than_the_file_than_the_default() {
    let file =
        "listen = '1.1.1.1:1'\njwt_issuer = 'file'\njwt_audience = 'file'\nrate_limits = false\n";
    let sources = Sources {
        flags: vec![("listen", "3.3.3.3:3".into())],
        environment: vec![
            ("BUONO_LISTEN".into(), "2.2.2.2:2".into()),
            ("BUONO_JWT_ISSUER".into(), "environment".into()),
            ("BUONO_JWT_AUDIENCE".into(), String::new()),
        ],
        file: Some((PathBuf::from("buono.toml"), file.into())),
    };
    let settings = sources.settle().expect("these are settings").settings;
    assert_eq!(settings.listen.to_string(), "3.3.3.3:3");
    assert_eq!(settings.jwt_issuer, "environment");
    assert_eq!(settings.jwt_audience, "file");
    assert!(!settings.rate_limits);
    assert_eq!(settings.log, "info,sea_orm_migration=warn");
}

#[test]
fn an_unknown_key_of_the_file_is_an_error_with_a_suggestion() {
    let error = with_file("lisen = '127.0.0.1:1'\nqqq = 1\n").settle().unwrap_err();
    assert_eq!(
        error.problems,
        [
            "buono.toml: there is no setting `lisen`. Did you mean `listen`?",
            "buono.toml: there is no setting `qqq`.",
        ]
    );
}

#[test]
fn an_unknown_variable_is_a_warning_with_a_suggestion() {
    let loaded =
        environment(&[("BUONO_JWT_SECRETS", "x"), ("BUONO_CONFIG", "x")]).settle().unwrap();
    assert_eq!(
        loaded.warnings,
        ["The variable BUONO_JWT_SECRETS is no setting: ignored. Did you mean `BUONO_JWT_SECRET`?"]
    );
}

#[test]
fn every_value_that_cannot_be_read_is_named_at_once() {
    let error = environment(&[
        ("BUONO_LISTEN", "localhost"),
        ("BUONO_ENV", "staging"),
        ("BUONO_WITHDRAWAL_REFUND_WITHIN_DAYS", "31"),
        ("BUONO_RATE_LIMITS", "perhaps"),
    ])
    .settle()
    .unwrap_err();
    assert_eq!(
        error.problems,
        [
            "BUONO_LISTEN has to be an IP address and a port, like 127.0.0.1:8080, not «localhost».",
            "BUONO_ENV has to be `development` or `production`, not «staging».",
            "BUONO_RATE_LIMITS has to be `on` or `off`, not «perhaps».",
            "BUONO_WITHDRAWAL_REFUND_WITHIN_DAYS has to be a whole number from 1 to 30 days, not «31».",
        ]
    );
}

#[test]
fn a_broken_file_is_named_without_quoting_it() {
    let error = with_file("jwt_secret = 'hush\n").settle().unwrap_err();
    assert!(error.problems[0].starts_with("buono.toml is not valid TOML: "), "{error}");
    assert!(!error.to_string().contains("hush"), "{error}");
}

#[test]
fn secrets_are_never_shown() {
    let settings = settings(&[
        ("BUONO_JWT_SECRET", STRONG),
        ("BUONO_DATABASE_URL", "postgres://buono:hush@db/buono"),
    ]);
    let shown = format!("{settings:?}");
    assert!(!shown.contains(STRONG) && !shown.contains("hush"), "{shown}");
    assert_eq!(settings.signing_secret().unwrap().expose_secret(), STRONG);
    assert!(Setting::find("jwt_secret").unwrap().secret);
}

#[test]
fn graphiql_is_for_development_unless_told_otherwise() {
    for (pairs, served) in [
        (&[][..], true),
        (&[("BUONO_GRAPHIQL", "off")], false),
        (&[("BUONO_ENV", "production")], false),
        (&[("BUONO_ENV", "production"), ("BUONO_GRAPHIQL", "on")], true),
    ] {
        assert_eq!(settings(pairs).serves_graphiql(), served, "{pairs:?}");
    }
}

#[test]
fn production_refuses_demo_settings_and_names_them_all() {
    let error = settings(&[("BUONO_ENV", "production"), ("BUONO_RATE_LIMITS", "off")])
        .validate()
        .unwrap_err();
    assert_eq!(error.problems.len(), 4, "{error}");
    for variable in
        ["BUONO_VENDOR_NAME", "BUONO_JWT_SECRET", "BUONO_RATE_LIMITS=on", "BUONO_PAYMENTS=stripe"]
    {
        assert!(error.to_string().contains(variable), "{error}");
    }
}

#[test]
fn introspection_is_for_development_unless_told_otherwise() {
    let production = ("BUONO_ENV", "production");
    assert!(settings(&[]).allows_introspection());
    assert!(!settings(&[("BUONO_INTROSPECTION", "off")]).allows_introspection());
    assert!(!settings(&[production]).allows_introspection());
    assert!(settings(&[production, ("BUONO_INTROSPECTION", "on")]).allows_introspection());
}

#[test]
fn origins_are_a_list_without_patterns() {
    let given = |text| environment(&[("BUONO_ALLOWED_ORIGINS", text)]).settle();
    let read = given("https://shop.example, http://[::1]:5173,").expect("it is a list");
    assert_eq!(read.settings.allowed_origins.0, ["https://shop.example", "http://[::1]:5173"]);
    for bad in ["*", "https://*.shop.example", "shop.example", "https://shop.example/", "https://"]
    {
        let error = given(bad).expect_err(bad).to_string();
        assert!(
            error.contains("BUONO_ALLOWED_ORIGINS") && error.contains("without `*`"),
            "{error}"
        );
    }
}

#[test]
fn production_refuses_addresses_that_others_can_listen_to() {
    let problems = |name, value| {
        let settings = settings(&[("BUONO_ENV", "production"), (name, value)]);
        settings.validate().unwrap_err().to_string().contains("Set BUONO_PUBLIC_URL=https://")
            || settings.validate().unwrap_err().to_string().contains("Write https://")
    };
    for (url, refused) in [
        ("http://shop.example", true),
        ("http://localhost.evil.example", true),
        ("https://shop.example", false),
        ("http://localhost:8080", false),
        ("http://127.0.0.1", false),
    ] {
        assert_eq!(problems("BUONO_PUBLIC_URL", url), refused, "{url}");
        assert_eq!(problems("BUONO_ALLOWED_ORIGINS", url), refused, "{url}");
    }
}

#[test]
fn production_refuses_weak_secrets() {
    let production = |secret| {
        settings(&[
            ("BUONO_ENV", "production"),
            ("BUONO_JWT_SECRET", secret),
            ("BUONO_PAYMENTS", "stripe"),
            ("BUONO_STRIPE_SECRET_KEY", "sk"),
            ("BUONO_STRIPE_WEBHOOK_SECRET", "wh"),
            ("BUONO_VENDOR_NAME", "Acme Cloud"),
            ("BUONO_VENDOR_ADDRESS", "Via Roma 1; 10121 Torino"),
            ("BUONO_VENDOR_EMAIL", "orders@acme.example"),
        ])
    };
    assert_eq!(production(STRONG).validate(), Ok(()));
    let weak = [
        ("short", "shorter than 32 bytes"),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "easy to guess"),
        ("abcdefghijklmnopabcdefghijklmnopabcdefghijklmnop", "easy to guess"),
    ];
    for (secret, why) in weak {
        let error = production(secret).validate().unwrap_err();
        assert!(error.to_string().contains(why), "{secret}: {error}");
        assert!(!error.to_string().contains(&format!("{secret} ")), "{error}");
    }
}

#[test]
fn an_external_issuer_means_that_nothing_is_signed_here() {
    let settings = settings(&[("BUONO_JWKS_URL", "https://id.example/keys")]);
    assert!(settings.signing_secret().unwrap_err().to_string().contains("external issuer"));
}

#[test]
fn the_keys_of_an_issuer_come_over_https() {
    for (env, url, is_fine) in [
        ("production", "https://id.example/keys", true),
        ("production", "http://id.example/keys", false),
        ("production", "http://127.0.0.1:9000/keys", false),
        ("development", "https://id.example/keys", true),
        ("development", "http://127.0.0.1:9000/keys", true),
        ("development", "http://[::1]:9000/keys", true),
        ("development", "http://localhost/keys", true),
        ("development", "http://id.example/keys", false),
        ("development", "http://localhost.evil.example/keys", false),
        ("development", "http://127.0.0.1@evil.example/keys", false),
        ("development", "http://10.0.0.1/keys", false),
        ("development", "file:///etc/keys", false),
        ("development", "id.example/keys", false),
    ] {
        let settings = settings(&[("BUONO_ENV", env), ("BUONO_JWKS_URL", url)]);
        let problems = settings.validate().err().map(|it| it.to_string()).unwrap_or_default();
        assert_eq!(!problems.contains("BUONO_JWKS_URL has to begin"), is_fine, "{env} {url}");
        assert!(!problems.contains("secret to sign"), "{env} {url}: {problems}");
    }
}

#[test]
fn the_vendor_is_as_the_settings_say() {
    let settings = settings(&[
        ("BUONO_VENDOR_ADDRESS", "Via Roma 1;; 10121 Torino ;"),
        ("BUONO_VENDOR_IBAN", "it60x0542811101000000123456"),
    ]);
    let vendor = settings.vendor();
    assert_eq!(vendor.address, ["Via Roma 1", "10121 Torino"]);
    let iban = vendor.iban.expect("it was given").to_string();
    assert_eq!(iban, "IT60 X054 2811 1010 0000 0123 456");
    let wrong = [
        ("BUONO_VENDOR_IBAN", "IT61X0542811101000000123456"),
        ("BUONO_VENDOR_TERMS_URL", "javascript:alert(1)"),
    ];
    let error = environment(&wrong[..1]).settle().unwrap_err();
    assert!(error.to_string().contains("BUONO_VENDOR_IBAN has to be an IBAN"), "{error}");
    let error = super::tests::settings(&wrong[1..]).validate().unwrap_err();
    assert!(error.to_string().contains("BUONO_VENDOR_TERMS_URL"), "{error}");
}

#[test]
fn stripe_needs_its_secrets() {
    let error = settings(&[("BUONO_PAYMENTS", "stripe")]).validate().unwrap_err();
    assert_eq!(error.problems.len(), 2, "{error}");
}

#[test]
fn keys_of_stripe_are_the_right_ones() {
    for (env, key, problem) in [
        ("development", "sk_test_1", None),
        ("development", "pk_test_1", Some("publishable key")),
        ("production", "sk_live_1", None),
        ("production", "rk_live_1", None),
        ("production", "sk_test_1", Some("test key")),
        ("production", "rk_test_1", Some("test key")),
        ("production", "pk_live_1", Some("publishable key")),
    ] {
        let settings = settings(&[
            ("BUONO_ENV", env),
            ("BUONO_PAYMENTS", "stripe"),
            ("BUONO_STRIPE_SECRET_KEY", key),
            ("BUONO_STRIPE_WEBHOOK_SECRET", "whsec_new, whsec_old"),
        ]);
        let problems = settings.validate().err().map(|it| it.to_string()).unwrap_or_default();
        assert_eq!(problems.contains("BUONO_STRIPE_SECRET_KEY"), problem.is_some(), "{problems}");
        assert!(problems.contains(problem.unwrap_or_default()), "{key}: {problems}");
        assert!(!problems.contains(key), "{problems}");
        assert_eq!(settings.stripe_webhook_secrets().len(), 2);
    }
    let settings = settings(&[("BUONO_STRIPE_WEBHOOK_SECRET", " , ")]);
    assert!(settings.stripe_webhook_secrets().is_empty());
}

#[test]
fn who_signs_in_elsewhere_is_told_what_that_takes() {
    const ISSUER: (&str, &str) = ("BUONO_OIDC_ISSUER", "https://id.example");
    const CLIENT: (&str, &str) = ("BUONO_OIDC_CLIENT_ID", "buono-pages");
    const KEYS: (&str, &str) = ("BUONO_JWKS_URL", "https://id.example/keys");
    let problems = |pairs: &[(&str, &str)]| match settings(pairs).validate() {
        Ok(()) => String::new(),
        Err(error) => error.to_string(),
    };
    assert_eq!(problems(&[ISSUER, CLIENT, KEYS]), "");
    for (pairs, said) in [
        (&[ISSUER, KEYS][..], "Set BUONO_OIDC_CLIENT_ID to"),
        (&[CLIENT, KEYS], "Set BUONO_OIDC_ISSUER, too, or neither."),
        (&[ISSUER, CLIENT], "Set BUONO_JWKS_URL to"),
    ] {
        assert!(problems(pairs).contains(said), "{pairs:?}: {}", problems(pairs));
    }
    for (env, url, is_fine) in [
        ("development", "http://127.0.0.1:9000/realm", true),
        ("production", "https://id.example/realm", true),
        ("production", "http://127.0.0.1:9000", false),
        ("development", "http://id.example", false),
        ("development", "id.example", false),
        ("development", "https://*", false),
        ("development", "https://id.example;script-src", false),
    ] {
        let said = problems(&[("BUONO_ENV", env), ("BUONO_OIDC_ISSUER", url), CLIENT, KEYS]);
        let is_refused = said.contains("BUONO_OIDC_ISSUER has to begin with https://");
        assert_eq!(!is_refused, is_fine, "{env} {url}: {said}");
    }
}
