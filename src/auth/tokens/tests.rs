//! Tokens that somebody forged, broke or kept too long.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use super::*;
use crate::domain::actor::Scope;

const SECRET: &str = "a secret of thirty-two bytes, or more";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).expect("it is in range")
}

fn tokens() -> Tokens {
    Tokens::new(SECRET.into(), "https://issuer.test".into(), "buono".into())
}

fn good() -> Value {
    json!({
        "iss": "https://issuer.test", "aud": "buono", "sub": "anna", "role": "customer",
        "iat": now().timestamp(), "exp": now().timestamp() + 600,
    })
}

/// The good claims, with some changed; `null` takes one away.
fn but(changes: &Value) -> Value {
    let mut claims = good();
    let all = claims.as_object_mut().expect("claims are an object");
    for (name, value) in changes.as_object().expect("changes are an object") {
        match value {
            Value::Null => drop(all.remove(name)),
            value => drop(all.insert(name.clone(), value.clone())),
        }
    }
    claims
}

fn signed_as(header: &Header, claims: &Value, secret: &str) -> String {
    jsonwebtoken::encode(header, claims, &EncodingKey::from_secret(secret.as_bytes())).unwrap()
}

fn signed(claims: &Value) -> String {
    signed_as(&Header::new(Algorithm::HS256), claims, SECRET)
}

#[test]
fn what_we_sign_we_read() {
    let service = Subject::Service {
        name: "shop".into(),
        scopes: vec![Scope::OrdersPlace, Scope::OrdersDeliver],
    };
    let token = tokens().sign(&service, TimeDelta::minutes(5), now()).unwrap();
    let claims = tokens().read(&token, now()).unwrap();
    assert_eq!(claims.subject, service);
    assert_eq!(claims.expires_at, now() + TimeDelta::minutes(5));
    assert!(tokens().sign(&service, TimeDelta::hours(2), now()).is_err());
}

#[test]
fn every_forged_or_broken_token_is_refused() {
    use TokenRefused as R;
    let at = now().timestamp();
    let claims = [
        ("expired", json!({"iat": at - 600, "exp": at - 31}), R::Expired),
        ("expired on the dot", json!({"iat": at - 600, "exp": at - 30}), R::Expired),
        ("no exp", json!({"exp": null}), R::MissingClaim("exp")),
        ("no iat", json!({"iat": null}), R::MissingClaim("iat")),
        ("no iss", json!({"iss": null}), R::MissingClaim("iss")),
        ("no aud", json!({"aud": null}), R::MissingClaim("aud")),
        ("no sub", json!({"sub": null}), R::MissingClaim("sub")),
        ("empty sub", json!({"sub": ""}), R::MissingClaim("sub")),
        ("sub with NUL", json!({"sub": "anna\0"}), R::MissingClaim("sub")),
        ("no role", json!({"role": null}), R::MissingClaim("role")),
        ("role admin", json!({"role": "admin"}), R::UnknownRole),
        ("role system", json!({"role": "system"}), R::UnknownRole),
        ("role Customer", json!({"role": "Customer"}), R::UnknownRole),
        ("other issuer", json!({"iss": "https://evil.test"}), R::WrongIssuer),
        ("list of issuers", json!({"iss": ["https://issuer.test"]}), R::MissingClaim("iss")),
        ("other audience", json!({"aud": "other"}), R::WrongAudience),
        ("audience by prefix", json!({"aud": "buono2"}), R::WrongAudience),
        ("empty list of audiences", json!({"aud": []}), R::WrongAudience),
        ("issued later", json!({"iat": at + 31}), R::NotYetValid),
        ("not before later", json!({"nbf": at + 31}), R::NotYetValid),
        ("nbf is text", json!({"nbf": "soon"}), R::MissingClaim("nbf")),
        ("exp is text", json!({"exp": (at + 600).to_string()}), R::MissingClaim("exp")),
        ("exp is a fraction", json!({"exp": 1e9 + 0.5}), R::MissingClaim("exp")),
        ("exp overflows", json!({"exp": i64::MAX}), R::MissingClaim("exp")),
        ("exp is negative", json!({"exp": -1}), R::MissingClaim("exp")),
        ("lives two hours", json!({"exp": at + 7200}), R::TooLongLived),
        ("issued long ago", json!({"iat": at - 3600, "exp": at + 60}), R::TooLongLived),
        ("scope is a list", json!({"role": "operator", "scope": ["x"]}), R::MissingClaim("scope")),
    ];
    for (name, changes, why) in claims {
        assert_eq!(tokens().read(&signed(&but(&changes)), now()), Err(why), "{name}");
    }
}

#[test]
fn every_forged_signature_is_refused() {
    use TokenRefused as R;
    let token = signed(&good());
    let [header, payload, signature] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("a token has three parts")
    };
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let none = part(&json!({"alg": "none", "typ": "JWT"}));
    let stronger = part(&but(&json!({"role": "operator"})));
    let critical = Header { crit: Some(vec!["b64".into()]), ..Header::new(Algorithm::HS256) };
    let tokens_and_reasons = [
        ("empty", String::new(), R::Malformed),
        ("text", "hello".into(), R::Malformed),
        ("two parts", format!("{header}.{payload}"), R::Malformed),
        ("four parts", format!("{token}.x"), R::Malformed),
        ("no signature", format!("{header}.{payload}."), R::BadSignature),
        ("alg none", format!("{none}.{payload}."), R::Malformed),
        ("alg none, signed", format!("{none}.{payload}.{signature}"), R::Malformed),
        ("other payload", format!("{header}.{stronger}.{signature}"), R::BadSignature),
        ("signature cut", token[..token.len() - 3].to_owned(), R::BadSignature),
        ("header is no JSON", format!("e30x.{payload}.{signature}"), R::Malformed),
        (
            "other secret",
            signed_as(&Header::new(Algorithm::HS256), &good(), "another secret"),
            R::BadSignature,
        ),
        (
            "other algorithm",
            signed_as(&Header::new(Algorithm::HS512), &good(), SECRET),
            R::BadSignature,
        ),
        ("unknown critical rule", signed_as(&critical, &good(), SECRET), R::Malformed),
        ("claims are a list", signed(&json!(["iss"])), R::Malformed),
        ("too large", signed(&but(&json!({"x": "x".repeat(TOKEN_BYTES_MAX)}))), R::TooLarge),
    ];
    for (name, token, why) in tokens_and_reasons {
        let answer = tokens().read(&token, now()).map(|_| "it was accepted");
        assert_eq!(answer, Err(why), "{name}");
    }
}

#[test]
fn clocks_may_differ_by_half_a_minute() {
    let at = now().timestamp();
    for changes in [
        json!({"iat": at - 600, "exp": at - 29}),
        json!({"iat": at + 30}),
        json!({"nbf": at + 30}),
        json!({"aud": ["other", "buono"]}),
        json!({"exp": at + 3600}),
    ] {
        assert!(tokens().read(&signed(&but(&changes)), now()).is_ok(), "{changes}");
    }
}

#[test]
fn the_secret_is_not_printed() {
    assert!(!format!("{:?}", tokens()).contains("secret"));
}
