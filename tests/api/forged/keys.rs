//! Rows about keys: which one is meant, and what can be done with a public one.

use buono::auth::TokenRefused::{BadSignature, UnknownKey};
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};

use super::{Good, Row, changed, row};
use crate::issuer::{Pair, base64, signed};
use crate::shop::SECRET;

/// The order of the group of Ed25519, as its signatures write numbers: the lowest byte first.
const ED25519_ORDER: [u8; 32] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// A key of 1024 bits, and a token of the first second of the toy's year that it has signed.
const SHORT_MODULUS: &str = "5b243gv9OmlTYULacWJ4Dq_3pvkLj_5oD6y0dUelAKDTIYny9LmfCdmbo07qwwWw1fYBnoIIq4Wr6RZT\
     FVLPyDLxlVuI6cDBYM-GPIb_UPKufWE9hsFDrULG5exA9vcpMCh0hFi5CuMk_Gj8eqNUTk1gTOHAAMyA\
     I_AUONmqvsc";
const SHORT_TOKEN: &str = "eyJhbGciOiJSUzI1NiIsImtpZCI6InNob3J0In0.eyJpc3MiOiJidW9ubyIsImF1ZCI6ImJ1b25vIiwi\
     c3ViIjoiYW5uYSIsInJvbGUiOiJjdXN0b21lciIsImlhdCI6MTgwMDAwMDAwMCwiZXhwIjoxODAwMDAw\
     NjAwfQ.qIlg0Q1Aanv9OyZNCm8fA4HFuKER7Qvswlaz4qtqaeblGDvTmDZSK7GRZuYDmmHw64BUwdxCN\
     VAL3m1A2CDX2YZy8Oyue8ueJZRUO0RSb0P_NtaTKcDwWvf4P2P6qcyilGPEFCSjv1CPS6Q-kPhZCkUin\
     xKMz9k3K-QY6h9ePX4";

/// An issuer's keys of every kind, and some that are not for this.
pub(super) struct Set {
    pub ec: Pair,
    rsa: Pair,
    ed: Pair,
    /// A second one of its kind.
    other_ec: Pair,
    /// For encryption.
    closed: Pair,
}

impl Set {
    pub fn new() -> Self {
        let mut closed = Pair::ec("closed");
        closed.jwk["use"] = json!("enc");
        let (ec, other_ec) = (Pair::ec("ec"), Pair::ec("other"));
        Self { ec, rsa: Pair::rsa("rsa"), ed: Pair::ed("ed"), other_ec, closed }
    }

    pub fn published(&self) -> Vec<Value> {
        let pairs = [&self.ec, &self.rsa, &self.ed, &self.other_ec, &self.closed];
        let mut keys: Vec<Value> = pairs.map(|pair| pair.jwk.clone()).into();
        keys.push(json!({ "kty": "OKP", "crv": "X25519", "kid": "x25519", "x": self.ed.jwk["x"] }));
        keys.push(json!({ "kty": "OKP", "crv": "Ed448", "kid": "ed448", "x": base64([7; 57]) }));
        keys.push(json!({ "kty": "RSA", "kid": "short", "n": SHORT_MODULUS, "e": "AQAB" }));
        keys.push(json!({ "kty": "oct", "kid": "oct", "k": base64(SECRET) }));
        keys
    }
}

/// For a server with a secret of its own.
pub(super) fn of_a_secret(good: &Good) -> Vec<Row> {
    let (header, payload) = (good.header.to_string(), good.claims.to_string());
    let with = |secret: &str| {
        signed(&header, &payload, &EncodingKey::from_secret(secret.as_bytes()), Algorithm::HS256)
    };
    let named = changed(&good.header, &json!({ "kid": "../../dev/null" })).to_string();
    let nothing = EncodingKey::from_secret(b"");
    vec![
        row("an empty secret", with(""), BadSignature),
        row("another secret", with("another secret of thirty-two bytes"), BadSignature),
        row("our secret and a line break", with(&format!("{SECRET}\n")), BadSignature),
        row(
            "an empty file for a key",
            signed(&named, &payload, &nothing, Algorithm::HS256),
            BadSignature,
        ),
        row("somebody's key", good.attacker.token(&good.claims), BadSignature),
    ]
}

/// For a server that trusts this set.
pub(super) fn of_a_set(good: &Good, set: &Set) -> Vec<Row> {
    let payload = good.claims.to_string();
    let mut rows = Vec::new();
    // A public key is no secret: whoever takes it for one signs whatever he likes.
    let modulus = set.rsa.jwk["n"].as_str().expect("a modulus");
    for (name, secret) in [
        ("the public key", set.rsa.public_pem.as_str()),
        ("the public key without its end", set.rsa.public_pem.trim_end()),
        ("the modulus", modulus),
        ("the secret of our own tokens", SECRET),
    ] {
        let key = EncodingKey::from_secret(secret.as_bytes());
        for kid in ["rsa", "oct"] {
            let header = json!({ "alg": "HS256", "typ": "JWT", "kid": kid }).to_string();
            let token = signed(&header, &payload, &key, Algorithm::HS256);
            rows.push(row(format!("{name} for a secret, kid {kid}"), token, UnknownKey));
        }
    }
    for kid in [
        "foreign",
        "",
        "EC",
        "../../etc/passwd",
        "ec' OR '1'='1",
        "ec\0",
        "ключ",
        "x25519",
        "ed448",
        "oct",
        "closed",
        &"k".repeat(4000),
    ] {
        let name = format!("kid «{}»", kid.chars().take(20).collect::<String>());
        rows.push(row(name, good.with_header(&json!({ "kid": kid })), UnknownKey));
    }
    rows.push(row("a key that is too short", SHORT_TOKEN, UnknownKey));
    let closed = set.closed.token(&good.claims);
    rows.push(row("a key that is for encryption", closed, UnknownKey));
    rows.push(row(
        "no kid, and two that it could be",
        good.with_header(&json!({ "kid": null })),
        UnknownKey,
    ));
    rows.extend(swapped(good, set));
    rows.extend(signatures(good, set));
    rows
}

/// A key, and the name or the algorithm of another.
fn swapped(good: &Good, set: &Set) -> Vec<Row> {
    let payload = good.claims.to_string();
    let by = |pair: &Pair, alg: &str, kid: &str| {
        let header = json!({ "alg": alg, "typ": "JWT", "kid": kid }).to_string();
        signed(&header, &payload, &pair.key, pair.algorithm)
    };
    vec![
        row("RS256 by the name of a curve's key", by(&set.rsa, "RS256", "ec"), UnknownKey),
        row("ES256 by the name of the RSA key", by(&set.ec, "ES256", "rsa"), UnknownKey),
        row("EdDSA by the name of another kind", by(&set.ed, "EdDSA", "ec"), UnknownKey),
        row("RSA that says ES256", by(&set.rsa, "ES256", "ec"), BadSignature),
        row("Ed25519 that says ES256", by(&set.ed, "ES256", "ec"), BadSignature),
        row("the other key of the kind", by(&set.other_ec, "ES256", "ec"), BadSignature),
        row("a stranger's key", by(good.attacker, "ES256", "ec"), BadSignature),
        row("a stranger's RSA key", by(&Pair::rsa("rsa"), "RS256", "rsa"), BadSignature),
        row("a stranger's Ed25519 key", by(&Pair::ed("ed"), "EdDSA", "ed"), BadSignature),
    ]
}

/// Signatures of another shape than the algorithm's.
fn signatures(good: &Good, set: &Set) -> Vec<Row> {
    let parts = |token: &str| {
        let (message, signature) = token.rsplit_once('.').expect("three parts");
        let signature =
            base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, signature);
        (message.to_owned(), signature.expect("base64"))
    };
    let (message, raw) = parts(&good.token());
    let (r, s) = raw.split_at(32);
    // As X.509 writes it: a sequence of two whole numbers.
    let number = |it: &[u8]| {
        let zero = if it[0] < 0x80 { &[][..] } else { &[0] };
        let length = u8::try_from(it.len() + zero.len()).expect("it is short");
        [&[2, length], zero, it].concat()
    };
    let inside = [number(r), number(s)].concat();
    let length = u8::try_from(inside.len()).expect("it is short");
    let der = [&[0x30, length], &inside[..]].concat();
    let (ed_message, ed_raw) = parts(&set.ed.token(&good.claims));
    let mut carry = 0;
    let mut moved = ed_raw.clone();
    for (byte, add) in moved[32..].iter_mut().zip(ED25519_ORDER) {
        let sum = u16::from(*byte) + u16::from(add) + carry;
        [*byte, _] = sum.to_le_bytes();
        carry = sum >> 8;
    }
    let row = |name: &str, message: &str, signature: &[u8]| {
        row(name, format!("{message}.{}", base64(signature)), BadSignature)
    };
    vec![
        row("ES256 as X.509 writes it", &message, &der),
        row("ES256, r and s are 0", &message, &[0; 64]),
        row("ES256, r is 0", &message, &[&[0; 32], s].concat()),
        row("ES256, s is 0", &message, &[r, &[0; 32]].concat()),
        row("ES256, r and s are all ones", &message, &[0xff; 64]),
        row("ES256, a byte is missing", &message, &raw[..63]),
        row("ES256, a byte too many", &message, &[&raw[..], &[0]].concat()),
        row("ES256, r and s swapped", &message, &[s, r].concat()),
        row("EdDSA, S beyond the order", &ed_message, &moved),
        row("EdDSA, all zeros", &ed_message, &[0; 64]),
        row("EdDSA, a byte is missing", &ed_message, &ed_raw[..63]),
    ]
}
