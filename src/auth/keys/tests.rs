//! Keys that an issuer may publish, and which of them count.

use serde_json::json;

use super::*;

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn rsa(bytes: usize) -> Value {
    json!({ "kty": "RSA", "n": text(&vec![0xc1; bytes]), "e": "AQAB" })
}

fn ec() -> Value {
    json!({ "kty": "EC", "crv": "P-256", "x": text(&[1; 32]), "y": text(&[2; 32]) })
}

fn ed() -> Value {
    json!({ "kty": "OKP", "crv": "Ed25519", "x": text(&[3; 32]) })
}

fn with(mut key: Value, more: &Value) -> Value {
    let all = key.as_object_mut().unwrap();
    all.extend(more.as_object().unwrap().clone());
    key
}

fn set(keys: &[Value]) -> KeySet {
    KeySet::parse(json!({ "keys": keys }).to_string().as_bytes()).unwrap()
}

#[test]
fn the_algorithm_comes_of_the_key() {
    for (key, algorithm) in [
        (rsa(256), Algorithm::RS256),
        (with(rsa(384), &json!({ "alg": "RS256", "use": "sig" })), Algorithm::RS256),
        (ec(), Algorithm::ES256),
        (with(ec(), &json!({ "alg": "ES256", "key_ops": ["verify"] })), Algorithm::ES256),
        (ed(), Algorithm::EdDSA),
        (with(ed(), &json!({ "alg": "Ed25519" })), Algorithm::EdDSA),
    ] {
        let keys = set(&[with(key.clone(), &json!({ "kid": "it" }))]);
        assert!(keys.find(Some("it"), algorithm).is_some(), "{key}");
        assert!(keys.find(Some("other"), algorithm).is_none(), "{key}");
        for other in [Algorithm::HS256, Algorithm::PS256, Algorithm::ES384] {
            assert!(keys.find(Some("it"), other).is_none(), "{key}");
        }
    }
}

#[test]
fn keys_that_do_not_do_are_skipped_and_the_others_count() {
    let leading_zeros = json!({ "n": text(&[&[0; 200][..], &[0xc1; 128]].concat()) });
    for key in [
        json!("no key"),
        json!({}),
        json!({ "kty": "oct", "k": "c2VjcmV0" }),
        rsa(128),
        rsa(255),
        rsa(1025),
        with(rsa(128), &leading_zeros),
        with(rsa(256), &json!({ "alg": "RS512" })),
        with(rsa(256), &json!({ "alg": "PS256" })),
        with(rsa(256), &json!({ "alg": "HS256" })),
        with(rsa(256), &json!({ "alg": "none" })),
        with(rsa(256), &json!({ "use": "enc" })),
        with(rsa(256), &json!({ "key_ops": ["encrypt"] })),
        with(rsa(256), &json!({ "n": "not base64!" })),
        with(rsa(256), &json!({ "e": null })),
        with(rsa(256), &json!({ "d": "AQAB" })),
        with(ec(), &json!({ "crv": "P-384" })),
        with(ec(), &json!({ "crv": "secp256k1" })),
        with(ec(), &json!({ "y": text(&[2; 31]) })),
        with(ec(), &json!({ "alg": "EdDSA" })),
        with(ed(), &json!({ "crv": "X25519" })),
        with(ed(), &json!({ "crv": "Ed448" })),
        with(ed(), &json!({ "kid": 7 })),
    ] {
        let keys = set(&[key.clone(), with(ec(), &json!({ "kid": "good" }))]);
        assert_eq!((keys.len(), keys.skipped.len()), (1, 1), "{key}: {:?}", keys.skipped);
        assert!(keys.find(Some("good"), Algorithm::ES256).is_some(), "{key}");
    }
}

#[test]
fn without_a_name_a_token_means_the_only_key_of_its_kind() {
    assert!(set(&[rsa(256), ec()]).find(None, Algorithm::RS256).is_some());
    for keys in [[rsa(256), rsa(384)], [rsa(256), with(rsa(384), &json!({ "kid": "named" }))]] {
        assert!(set(&keys).find(None, Algorithm::RS256).is_none());
    }
}

#[test]
fn of_keys_of_the_same_name_the_first_counts() {
    let named = json!({ "kid": "same" });
    let keys = set(&[with(rsa(256), &named), with(rsa(384), &named), with(ec(), &named)]);
    assert_eq!((keys.len(), keys.skipped.len()), (2, 1));
    let first = set(&[rsa(256)]);
    let id = keys.find(Some("same"), Algorithm::RS256).unwrap().id;
    assert!(first.holds(id) && !first.is_like(&keys));
}

#[test]
fn what_is_no_set_is_no_set() {
    for text in ["", "[]", "{}", "<html>", r#"{"keys": {}}"#, r#"{"keys": "x"}"#] {
        assert!(KeySet::parse(text.as_bytes()).is_err(), "{text}");
    }
    assert!(set(&[]).is_empty());
    let many: Vec<_> =
        (0..2 * KEYS_MAX).map(|at| with(ec(), &json!({ "kid": at.to_string() }))).collect();
    assert_eq!(set(&many).len(), KEYS_MAX);
}
