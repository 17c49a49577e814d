//! Signatures, as a table.

use std::fmt::Write;

use super::*;

const NOW: i64 = 1_800_000_000;
const BODY: &str = r#"{"id": "evt_1"}"#;

fn sign(secret: &str, at: &str, body: &str) -> String {
    let mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    let mac = mac.chain_update(at).chain_update(".").chain_update(body).finalize().into_bytes();
    mac.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

fn checked(signature: &str, body: &str) -> Result<String, NotAnEvent> {
    let secrets = ["whsec_new".into(), "whsec_old".into()];
    check(&secrets, signature, body.as_bytes(), DateTime::from_timestamp(NOW, 0).unwrap())
}

#[test]
fn only_what_was_signed_just_now_is_taken() {
    let at = |seconds: i64| (NOW + seconds).to_string();
    let new = sign("whsec_new", &at(0), BODY);
    let old = sign("whsec_old", &at(0), BODY);
    let other = sign("whsec_other", &at(0), BODY);
    let of =
        |seconds: i64| format!("t={},v1={}", at(seconds), sign("whsec_new", &at(seconds), BODY));
    let huge = format!("t={},{}v1={new}", at(0), "v0=00,".repeat(SIGNATURE_BYTES_MAX));
    let many = format!("t={}{},v1={new}", at(0), format!(",v1={other}").repeat(SIGNATURES_MAX));
    for (name, signature, is_taken) in [
        ("as Stripe sends it", format!("t={},v1={new}", at(0)), true),
        ("with a scheme that we do not know", format!("t={},v0=ff,v1={new}", at(0)), true),
        ("signed with the secret that is replaced", format!("t={},v1={old}", at(0)), true),
        ("the second signature fits", format!("t={},v1={other},v1={new}", at(0)), true),
        ("in capitals", format!("t={},v1={}", at(0), new.to_uppercase()), true),
        ("just in time", of(-300), true),
        ("of a clock that is fast", of(300), true),
        ("too old", of(-301), false),
        ("too far from the future", of(301), false),
        ("another secret", format!("t={},v1={other}", at(0)), false),
        ("another time than was signed", format!("t={},v1={new}", at(1)), false),
        ("another scheme", format!("t={},v0={new}", at(0)), false),
        ("no time", format!("v1={new}"), false),
        ("a time that is none", format!("t=now,v1={new}"), false),
        ("a time beyond all", format!("t=99999999999999999999,v1={new}"), false),
        ("no signature", format!("t={}", at(0)), false),
        ("a part of the signature", format!("t={},v1={}", at(0), &new[..62]), false),
        ("more than the signature", format!("t={},v1={new}00", at(0)), false),
        ("half a byte", format!("t={},v1={}", at(0), &new[..63]), false),
        ("no hexadecimal", format!("t={},v1={}", at(0), "é".repeat(32)), false),
        ("nothing", String::new(), false),
        ("huge", huge, false),
        ("too many", many, false),
    ] {
        let expected = if is_taken { Ok("evt_1".to_owned()) } else { Err(NotAnEvent::Signature) };
        assert_eq!(checked(&signature, BODY), expected, "{name}");
        assert_eq!(
            checked(&signature, r#"{"id": "evt_2"}"#),
            Err(NotAnEvent::Signature),
            "{name}, with another body"
        );
    }
}

#[test]
fn what_is_signed_and_makes_no_sense_is_told_apart() {
    for body in ["", "{}", "[]", r#"{"id": 1}"#, r#"{"id": "evt_1"#, r#"{"id": "../1"}"#] {
        let at = NOW.to_string();
        let signature = format!("t={at},v1={}", sign("whsec_new", &at, body));
        assert_eq!(checked(&signature, body), Err(NotAnEvent::Shape), "{body}");
    }
}

#[test]
fn without_a_secret_nothing_is_signed() {
    let now = DateTime::from_timestamp(NOW, 0).unwrap();
    let signature = format!("t={NOW},v1={}", sign("", &NOW.to_string(), BODY));
    assert_eq!(check(&[], &signature, BODY.as_bytes(), now), Err(NotAnEvent::Signature));
}

#[test]
fn an_event_names_what_it_is_about() {
    let event = |object: &str| format!(r#"{{"id": "evt_1", "data": {{"object": {object}}}}}"#);
    let (reference, key) = ("pi_1".to_owned(), "k".to_owned());
    for (object, expected) in [
        (
            r#"{"object": "payment_intent", "id": "pi_1", "metadata": {"buono_key": "k"}}"#,
            Some(About::Charge { reference, key: key.clone() }),
        ),
        (
            r#"{"object": "refund", "id": "re_1", "metadata": {"buono_key": "k"}}"#,
            Some(About::Refund { key }),
        ),
        (r#"{"object": "payment_intent", "id": "pi_1", "metadata": {}}"#, None),
        (r#"{"object": "payment_intent", "id": "pi_1"}"#, None),
        (r#"{"object": "customer", "id": "cus_1", "metadata": {"buono_key": "k"}}"#, None),
        ("{}", None),
    ] {
        assert_eq!(about(&event(object)), expected, "{object}");
    }
    assert_eq!(about(r#"{"id": "evt_1"}"#), None);
}
