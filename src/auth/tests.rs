//! Every way to break a token, and the sentence that it gets.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm as Alg, EncodingKey, Header, encode};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::*;
use crate::clock::Clock;
use crate::domain::actor::{Actor, Scope};
use crate::storage::Store;

const SECRET: &str = "a secret of at least thirty-two bytes";

fn now() -> DateTime<Utc> {
    "2026-03-01T12:00:00Z".parse().unwrap()
}

fn tokens() -> Tokens {
    Tokens::new(SecretString::from(SECRET), "buono".into(), "api".into())
}

/// Claims that are right, but for what `change` replaces; `null` takes a claim away.
fn claims(change: &Value) -> Value {
    let at = now().timestamp();
    let mut all = json!({
        "iss": "buono", "aud": "api", "sub": "ops", "role": "operator",
        "scope": "orders:read refunds:write", "iat": at, "exp": at + 600,
    });
    for (name, value) in change.as_object().unwrap() {
        if value.is_null() {
            all.as_object_mut().unwrap().remove(name);
        } else {
            all[name] = value.clone();
        }
    }
    all
}

fn with(change: &Value) -> String {
    let key = EncodingKey::from_secret(SECRET.as_bytes());
    encode(&Header::new(Alg::HS256), &claims(change), &key).unwrap()
}

fn with_header(header: &Header, secret: &str) -> String {
    encode(header, &claims(&json!({})), &EncodingKey::from_secret(secret.as_bytes())).unwrap()
}

fn raw(header: &Value, signature: &str) -> String {
    let part = |it: &Value| URL_SAFE_NO_PAD.encode(it.to_string());
    format!("{}.{}.{signature}", part(header), part(&claims(&json!({}))))
}

#[test]
fn what_is_signed_can_be_read() {
    let subject = Subject {
        name: "ops".into(),
        role: Role::Operator,
        scopes: vec![Scope::OrdersRead, Scope::RefundsWrite],
    };
    let token = tokens().sign(&subject, TimeDelta::minutes(10), now()).unwrap();
    let read = tokens().read(&token, now()).unwrap();
    assert_eq!(read.subject, subject);
    assert_eq!(read.expires_at, now() + TimeDelta::minutes(10));
    assert_eq!(read.issued_at, now());
}

#[test]
fn tokens_that_live_too_long_are_not_signed() {
    let subject = Subject { name: "ops".into(), role: Role::Operator, scopes: vec![] };
    let signed = |ttl| tokens().sign(&subject, ttl, now());
    assert_eq!(signed(TimeDelta::minutes(61)), Err(TokenRefused::LivesTooLong));
    assert_eq!(signed(TimeDelta::zero()), Err(TokenRefused::Backwards));
    let longer = tokens().with_max_life(TimeDelta::hours(2));
    assert!(longer.sign(&subject, TimeDelta::minutes(61), now()).is_ok());
}

#[test]
fn what_is_unusual_but_right_is_read() {
    let at = now().timestamp();
    for change in [
        json!({}),
        json!({"aud": ["other", "api"]}),
        json!({"exp": at - 29, "iat": at - 600}),
        json!({"iat": at + 30}),
        json!({"nbf": at + 30}),
        json!({"exp": at + 3600}),
        json!({"scope": null}),
        json!({"scope": "orders:read of:tomorrow"}),
        json!({"jti": "whatever"}),
    ] {
        assert!(tokens().read(&with(&change), now()).is_ok(), "{change}");
    }
}

#[test]
fn what_is_broken_is_refused() {
    use TokenRefused::*;
    let at = now().timestamp();
    let good = with(&json!({}));
    let (unsigned, signature) = good.rsplit_once('.').unwrap();
    let other = with(&json!({"sub": "root"}));
    let swapped = format!("{}.{signature}", other.rsplit_once('.').unwrap().0);
    let crit = Header { crit: Some(vec!["b64".into()]), ..Header::new(Alg::HS256) };
    let cases: Vec<(&str, String, TokenRefused)> = vec![
        ("empty", String::new(), Malformed),
        ("a word", "token".into(), Malformed),
        ("two parts", unsigned.into(), Malformed),
        ("four parts", format!("{good}.x"), Malformed),
        ("no signature", format!("{unsigned}."), Signature),
        ("signature cut", good[..good.len() - 4].into(), Signature),
        ("another's signature", swapped, Signature),
        ("another secret", with_header(&Header::new(Alg::HS256), "no"), Signature),
        ("HS512", with_header(&Header::new(Alg::HS512), SECRET), Algorithm),
        ("HS384", with_header(&Header::new(Alg::HS384), SECRET), Algorithm),
        ("crit", with_header(&crit, SECRET), Critical),
        ("too long", with(&json!({"x": "x".repeat(9000)})), TooLong),
        ("no iss", with(&json!({"iss": null})), Missing("iss")),
        ("no aud", with(&json!({"aud": null})), Missing("aud")),
        ("no sub", with(&json!({"sub": null})), Missing("sub")),
        ("empty sub", with(&json!({"sub": ""})), Missing("sub")),
        ("no exp", with(&json!({"exp": null})), Missing("exp")),
        ("no iat", with(&json!({"iat": null})), Missing("iat")),
        ("no role", with(&json!({"role": null})), Missing("role")),
        ("another issuer", with(&json!({"iss": "evil"})), Issuer),
        ("another audience", with(&json!({"aud": "shop"})), Audience),
        ("other audiences", with(&json!({"aud": ["shop"]})), Audience),
        ("unknown role", with(&json!({"role": "root"})), Claims),
        ("exp is text", with(&json!({"exp": "tomorrow"})), Claims),
        ("exp beyond years", with(&json!({"exp": i64::MAX})), Claims),
        ("exp negative", with(&json!({"exp": -1})), Claims),
        ("sub is a number", with(&json!({"sub": 7})), Claims),
        ("expired", with(&json!({"exp": at - 30, "iat": at - 60})), Expired),
        ("not yet", with(&json!({"nbf": at + 31})), NotYet),
        ("issued later", with(&json!({"iat": at + 31})), IssuedLater),
        ("backwards", with(&json!({"exp": at, "iat": at})), Backwards),
        ("too long a life", with(&json!({"exp": at + 3601})), LivesTooLong),
    ];
    for (name, token, why) in cases {
        assert_eq!(tokens().read(&token, now()), Err(why), "{name}");
    }
}

/// What the library makes of such headers is its business; that nobody comes in is ours.
#[test]
fn the_header_chooses_nothing() {
    for header in [
        json!({"alg": "none"}),
        json!({"alg": "None", "typ": "JWT"}),
        json!({"alg": "RS256"}),
        json!({"typ": "JWT"}),
        json!({"alg": "HS256", "jwk": {"kty": "oct", "k": "AA"}}),
        json!([]),
    ] {
        for signature in ["", "AAAA"] {
            assert!(tokens().read(&raw(&header, signature), now()).is_err(), "{header}");
        }
    }
}

#[test]
fn the_sentences_repeat_nothing_of_the_token() {
    let refused = tokens().read(&with(&json!({"iss": "hunter2"})), now()).unwrap_err();
    assert_eq!(refused.to_string(), "The token is from another issuer.");
}

#[tokio::test]
async fn only_whom_the_database_knows_comes_in() {
    let dir = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", dir.path().join("auth.db").display());
    let store = Store::connect(&url).await.unwrap();
    store.migrate_up().await.unwrap();
    let clock = Clock::manual(now());
    let ask =
        async |header: Option<String>| identify(&tokens(), &store, &clock, header.as_deref()).await;

    assert!(ask(None).await.unwrap().is_none());
    let session = ask(Some(format!("bearer {}", with(&json!({}))))).await.unwrap().unwrap();
    let scopes = vec![Scope::OrdersRead, Scope::RefundsWrite];
    assert_eq!(session.actor, Actor::Operator { name: "ops".into(), scopes });
    assert_eq!(session.expires_at, now() + TimeDelta::minutes(10));

    for header in ["", "Bearer", "Bearer ", "Basic b3BzOm9wcw==", "Bearer\tx"] {
        let refused = ask(Some(header.into())).await;
        assert!(matches!(refused, Err(AuthError::NotBearer)), "{header:?}");
    }
    let refused = ask(Some("Bearer x".into())).await;
    assert!(matches!(refused, Err(AuthError::Token(TokenRefused::Malformed))));
    let nobody = with(&json!({"role": "customer", "sub": "C-404"}));
    let refused = ask(Some(format!("Bearer {nobody}"))).await;
    assert!(matches!(refused, Err(AuthError::UnknownCustomer)));
}
