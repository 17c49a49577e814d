//! Rows that hold whoever signs: texts, claims, times, and headers that ask for something.

use buono::auth::TokenRefused::{
    self, BadSignature, Expired, Malformed, MissingClaim, NotYetValid, TooLarge, TooLongLived,
    UnknownRole, WrongAudience, WrongIssuer,
};
use serde_json::json;

use super::{Good, Row, changed, row};
use crate::issuer::{base64, signed};

/// What holds for every server. `other_algorithm` is what it says to an algorithm that is not the key's.
pub(super) fn of_any_kind(good: &Good, other_algorithm: TokenRefused) -> Vec<Row> {
    let mut rows = texts(good);
    rows.extend(headers(good, other_algorithm));
    rows.extend(claims(good));
    rows.extend(times(good));
    rows
}

fn texts(good: &Good) -> Vec<Row> {
    let token = good.token();
    let [header, payload, signature] = token.split('.').collect::<Vec<_>>()[..] else {
        panic!("a token has three parts")
    };
    let stronger = changed(&good.claims, &json!({ "role": "operator", "scope": "orders:read" }));
    let stronger = base64(stronger.to_string());
    let renamed = base64(changed(&good.header, &json!({ "typ": "at+jwt" })).to_string());
    let zeros = base64([0; 64]);
    vec![
        row("one word", "nonsense", Malformed),
        row("two parts", format!("{header}.{payload}"), Malformed),
        row("four parts", format!("{token}.x"), Malformed),
        row("five parts, as if encrypted", format!("{token}.x.y"), Malformed),
        row("dots alone", "..", Malformed),
        row("no signature", format!("{header}.{payload}."), BadSignature),
        row("a signature of zeros", format!("{header}.{payload}.{zeros}"), BadSignature),
        row("a signature cut short", format!("{header}.{payload}.AAAA"), BadSignature),
        row("a signature with more", format!("{token}AAAA"), BadSignature),
        row("padding", format!("{token}="), Malformed),
        row("padding of the payload", format!("{header}.{payload}=.{signature}"), BadSignature),
        row("a changed payload", format!("{header}.{stronger}.{signature}"), BadSignature),
        row("a changed header", format!("{renamed}.{payload}.{signature}"), BadSignature),
        row("parts in another order", format!("{payload}.{header}.{signature}"), Malformed),
        row("a space inside", token.replacen('.', " .", 1), Malformed),
        row("a line break at the end", format!("{token}\n"), Malformed),
        row("NUL at the end", format!("{token}\0"), Malformed),
        row("letters of another alphabet", token.replacen('e', "е", 1), Malformed),
        row("the other base64", format!("{header}.{payload}.+/+/"), Malformed),
        row("too long", "x".repeat(8 * 1024 + 1), TooLarge),
        row("too many claims", good.but(&json!({ "x": "x".repeat(8 * 1024) })), TooLarge),
    ]
}

fn headers(good: &Good, other_algorithm: TokenRefused) -> Vec<Row> {
    let payload = good.claims.to_string();
    let mut rows = Vec::new();
    for alg in ["none", "None", "NONE", "nOnE", "", "hs256", "HS1", "null"] {
        let header = base64(changed(&good.header, &json!({ "alg": alg })).to_string());
        let unsigned = format!("{header}.{}.", base64(&payload));
        rows.push(row(format!("alg «{alg}», unsigned"), unsigned, Malformed));
        let token = good.with_header(&json!({ "alg": alg }));
        rows.push(row(format!("alg «{alg}», signed"), token, Malformed));
    }
    for alg in ["HS384", "HS512", "RS384", "RS512", "PS256", "PS512", "ES384"] {
        let token = good.with_header(&json!({ "alg": alg }));
        rows.push(row(format!("alg {alg}"), token, other_algorithm));
    }
    let named = good.header["alg"].as_str().expect("a name");
    let texts = [
        ("a header that is a list", format!("[{:?}]", good.header)),
        ("a header that is no JSON", "{".into()),
        ("a header without alg", r#"{"typ":"JWT"}"#.into()),
        ("alg twice", format!(r#"{{"alg":"{named}","alg":"none","typ":"JWT"}}"#)),
        ("alg that is a number", r#"{"alg":256,"typ":"JWT"}"#.into()),
        ("kid that is a number", format!(r#"{{"alg":"{named}","kid":7}}"#)),
    ];
    rows.extend(texts.map(|(name, header)| row(name, good.texts(&header, &payload), Malformed)));
    for (name, changes) in [
        ("crit", json!({ "crit": ["exp"] })),
        ("crit of an unknown rule", json!({ "crit": ["http://example.com/rule"] })),
        ("b64 off", json!({ "b64": false })),
        ("b64 off, as it has to be", json!({ "b64": false, "crit": ["b64"] })),
        ("a token in a token", json!({ "cty": "JWT" })),
        ("compressed", json!({ "zip": "DEF" })),
        ("encrypted", json!({ "enc": "A128GCM" })),
        ("a token that ends a session", json!({ "typ": "logout+jwt" })),
        ("an event", json!({ "typ": "secevent+jwt" })),
    ] {
        rows.push(row(name, good.with_header(&changes), Malformed));
    }
    // Keys that the token brings along, or points to: they are the attacker's, and change nothing.
    for (name, changes) in [
        ("jwk", json!({ "jwk": good.attacker.jwk })),
        ("jku", json!({ "jku": good.lair })),
        ("x5u", json!({ "x5u": good.lair })),
        ("url", json!({ "url": good.lair })),
    ] {
        let header = changed(&good.header, &changes);
        let header = changed(&header, &json!({ "alg": "ES256" })).to_string();
        let token = signed(&header, &payload, &good.attacker.key, good.attacker.algorithm);
        rows.push(row(format!("a key by {name}"), token, BadSignature));
    }
    rows
}

fn claims(good: &Good) -> Vec<Row> {
    let mut rows = Vec::new();
    let wrong = [json!(null), json!(true), json!(["anna"]), json!({ "it": "anna" })];
    for name in ["iss", "sub", "aud", "role", "iat", "exp"] {
        for value in &wrong {
            if name == "aud" && value.is_array() {
                continue;
            }
            let token = good.but(&json!({ name: value }));
            // The library reads these two before we do.
            let is_odd = ["sub", "exp"].contains(&name) && (value.is_array() || value.is_object());
            let why = if is_odd { Malformed } else { MissingClaim(name) };
            rows.push(row(format!("{name} is {value}"), token, why));
        }
    }
    for (name, changes, why) in [
        ("iss is a list", json!({ "iss": ["buono"] }), MissingClaim("iss")),
        ("iss is empty", json!({ "iss": "" }), MissingClaim("iss")),
        ("iss is another", json!({ "iss": "https://evil.test" }), WrongIssuer),
        ("iss has more", json!({ "iss": "buono " }), WrongIssuer),
        ("aud is another", json!({ "aud": "other" }), WrongAudience),
        ("aud begins like ours", json!({ "aud": "buono2" }), WrongAudience),
        ("aud is empty", json!({ "aud": "" }), WrongAudience),
        ("aud is an empty list", json!({ "aud": [] }), WrongAudience),
        ("aud is a list of others", json!({ "aud": ["other", 7, null] }), WrongAudience),
        ("role is unknown", json!({ "role": "admin" }), UnknownRole),
        ("role is ours", json!({ "role": "system" }), UnknownRole),
        ("role in capitals", json!({ "role": "Operator" }), UnknownRole),
        ("role is empty", json!({ "role": "" }), MissingClaim("role")),
        ("sub is empty", json!({ "sub": "" }), MissingClaim("sub")),
        ("sub with NUL", json!({ "sub": "anna\0" }), MissingClaim("sub")),
        ("sub with a line break", json!({ "sub": "anna\nbruno" }), MissingClaim("sub")),
        ("sub is a number", json!({ "sub": 7 }), MissingClaim("sub")),
        (
            "scope is a list",
            json!({ "role": "operator", "scope": ["orders:read"] }),
            MissingClaim("scope"),
        ),
    ] {
        rows.push(row(name, good.but(&changes), why));
    }
    for sub in ["Anna", "anna ", "аnna", "anna'--", "%", "../anna"] {
        let why = "The token's customer is not known here.".into();
        let token = good.but(&json!({ "sub": sub }));
        rows.push(Row { name: format!("sub is «{sub}»"), token, why });
    }
    let header = good.header.to_string();
    let twice = good.claims.to_string().replacen('{', r#"{"sub":"bruno","#, 1);
    let deep = format!(r#"{{"x":{}{}}}"#, "[".repeat(1000), "]".repeat(1000));
    for (name, payload) in [
        ("a claim twice", twice.as_str()),
        ("claims that are a list", r#"["iss"]"#),
        ("claims that are a text", r#""anna""#),
        ("claims that are no JSON", "{"),
        ("no claims at all", ""),
        ("claims that are nested deeply", &deep),
    ] {
        rows.push(row(name, good.texts(&header, payload), Malformed));
    }
    rows
}

fn times(good: &Good) -> Vec<Row> {
    let at = good.claims["iat"].as_i64().expect("a number");
    [
        ("exp is a text", json!({ "exp": (at + 600).to_string() }), MissingClaim("exp")),
        ("exp is negative", json!({ "exp": -1 }), MissingClaim("exp")),
        ("exp is huge", json!({ "exp": i64::MAX }), MissingClaim("exp")),
        ("exp is huger", json!({ "exp": u64::MAX }), MissingClaim("exp")),
        ("exp is a fraction", json!({ "exp": 1_800_000_600.5 }), MissingClaim("exp")),
        ("exp is beyond all numbers", json!({ "exp": 1e300 }), MissingClaim("exp")),
        ("nbf is a text", json!({ "nbf": "soon" }), MissingClaim("nbf")),
        ("iat is negative", json!({ "iat": -1 }), MissingClaim("iat")),
        ("expired", json!({ "iat": at - 600, "exp": at - 30 }), Expired),
        ("expired when it was issued", json!({ "exp": at - 3600 }), Expired),
        ("not before later", json!({ "nbf": at + 31 }), NotYetValid),
        ("issued later", json!({ "iat": at + 31 }), NotYetValid),
        ("lives for a day", json!({ "exp": at + 86_400 }), TooLongLived),
        ("lives for ever", json!({ "exp": 253_402_300_799_i64 }), TooLongLived),
        ("an hour and a second", json!({ "exp": at + 3601 }), TooLongLived),
    ]
    .map(|(name, changes, why)| row(name, good.but(&changes), why))
    .into()
}
