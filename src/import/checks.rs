//! Checks that both formats share. Their errors are sentences.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::{NoCatalog, RECORDS_MAX, Rejected};
use crate::domain::money::{Currency, Exact};
use crate::domain::pricing::{ORDER_NET_MAX_MAJOR, WHOLE};
use crate::domain::writing::{is_line, is_prose};

/// The longest code of a plan or a voucher, in characters.
pub const CODE_MAX: usize = 100;
/// The longest name, in characters.
pub const NAME_MAX: usize = 200;
/// The longest description, in characters.
pub const DESCRIPTION_MAX: usize = 10_000;

/// The records of a list, each with its code and place; a code that comes twice counts once.
pub struct Places(HashMap<String, String>);

impl Places {
    pub fn new() -> Self {
        Self(HashMap::new())
    }

    /// Reads each record of `list` with `read`, and says where it stands when it cannot be used.
    pub fn each<T>(
        &mut self,
        list: &str,
        code_key: &str,
        records: &[Value],
        read: impl Fn(&Value) -> Result<T, String>,
    ) -> Vec<Result<T, Rejected>> {
        let mut each = |(at, record): (usize, &Value)| {
            let bare = format!("{list}[{at}]");
            let given = record.get(code_key).and_then(Value::as_str);
            let place = given.map_or_else(|| bare.clone(), |code| format!("{bare} «{code}»"));
            let taken = given.and_then(|code| self.0.get(code));
            let done = match taken {
                Some(first) => Err(format!("The code stands at {first} already.")),
                None => read(record),
            };
            match done {
                Ok(record) => {
                    given.map(|code| self.0.insert(code.to_owned(), bare));
                    Ok(record)
                }
                Err(why) => Err(Rejected { place, why }),
            }
        };
        records.iter().enumerate().map(&mut each).collect()
    }
}

/// The list of that name; none at all is an empty one.
pub fn list<'a>(file: &'a Value, key: &str) -> Result<&'a [Value], NoCatalog> {
    match file.get(key) {
        None | Some(Value::Null) => Ok(&[]),
        Some(Value::Array(records)) if records.len() <= RECORDS_MAX => Ok(records),
        Some(Value::Array(_)) => Err(NoCatalog::TooLarge),
        Some(_) => Err(NoCatalog::Head(format!("`{key}` has to be a list."))),
    }
}

/// The country, currency and tax rate that hold for the whole file.
pub fn head(
    country: (&str, Option<&Value>),
    currency: (&str, Option<&Value>),
    tax_rate: (&str, Option<&Value>),
) -> Result<(String, Currency, i64), NoCatalog> {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let code = text(country.1);
    if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let message = format!("`{}` has to be a country in two capital letters: IT.", country.0);
        return Err(NoCatalog::Head(message));
    }
    let money = Currency::parse(&text(currency.1)).ok_or_else(|| {
        NoCatalog::Head(format!("`{}` has to be a currency that we know: EUR.", currency.0))
    })?;
    let tax =
        tax_rate.1.and_then(decimal).and_then(hundredths).filter(|it| i128::from(*it) <= WHOLE);
    let tax = tax.ok_or_else(|| {
        NoCatalog::Head(format!("`{}` has to be a percentage from 0 to 100: 22.", tax_rate.0))
    })?;
    Ok((code, money, tax))
}

/// A code without spaces, of a length that can be stored and read out.
pub fn code(text: &str) -> Result<String, String> {
    let plain = text.chars().all(|it| !it.is_whitespace() && !it.is_control());
    if plain && (1..=CODE_MAX).contains(&text.chars().count()) {
        return Ok(text.to_owned());
    }
    Err(format!("A code has 1 to {CODE_MAX} characters, without spaces."))
}

pub fn name(text: &str) -> Result<String, String> {
    let text = text.trim();
    if (1..=NAME_MAX).contains(&text.chars().count()) && is_line(text) {
        return Ok(text.to_owned());
    }
    Err(format!("A name has 1 to {NAME_MAX} characters, without line breaks."))
}

/// A description; one that says nothing is none.
pub fn description(text: Option<&str>) -> Result<Option<String>, String> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    if text.chars().count() <= DESCRIPTION_MAX && is_prose(text) {
        return Ok(Some(text.to_owned()));
    }
    Err(format!(
        "A description has at most {DESCRIPTION_MAX} characters, without control characters."
    ))
}

/// An amount from nothing to the most that an order may be worth.
pub fn amount(exact: Option<Exact>) -> Result<Exact, String> {
    let most = i64::try_from(ORDER_NET_MAX_MAJOR).unwrap_or(i64::MAX).saturating_mul(100_000_000);
    exact.filter(|it| (0..=most).contains(&it.0)).ok_or_else(|| {
        format!("An amount goes from 0 to {ORDER_NET_MAX_MAJOR}, with eight decimals at most.")
    })
}

/// A percentage as hundredths of a percent, above 0 and not above 100.
pub fn percentage(value: &Value) -> Result<i64, String> {
    let rate = decimal(value).and_then(hundredths);
    rate.filter(|it| (1..=WHOLE).contains(&i128::from(*it))).ok_or_else(|| {
        "A percentage lies above 0 and not above 100, with two decimals at most.".to_owned()
    })
}

/// A time with its zone, as RFC 3339 writes it; none is no limit.
pub fn time(text: Option<&str>) -> Result<Option<DateTime<Utc>>, String> {
    let Some(text) = text else { return Ok(None) };
    DateTime::parse_from_rfc3339(text).map(|it| Some(it.to_utc())).map_err(|_| {
        format!("«{text}» is not a time with its zone, like 2026-01-31T00:00:00+01:00.")
    })
}

pub fn ordered(start: Option<DateTime<Utc>>, end: Option<DateTime<Utc>>) -> Result<(), String> {
    match (start, end) {
        (Some(start), Some(end)) if end < start => Err("A promotion ends before it starts.".into()),
        _ => Ok(()),
    }
}

/// An exact number, of a text or of a JSON number, which counts as the shortest digits that name it.
pub fn decimal(value: &Value) -> Option<Decimal> {
    match value {
        Value::String(text) => Decimal::from_str(text).ok(),
        Value::Number(number) => Decimal::from_str(&number.to_string()).ok(),
        _ => None,
    }
}

/// Refuses keys that nobody will read: a misspelt one must not be lost.
pub fn only(keys: &Map<String, Value>, known: &[&str]) -> Result<(), String> {
    match keys.keys().find(|key| !known.contains(&key.as_str())) {
        None => Ok(()),
        Some(key) => {
            let known = known.iter().map(|it| (*it).to_owned());
            Err(format!("There is no key `{key}` here.{}", crate::config::suggestion(key, known)))
        }
    }
}

fn hundredths(percent: Decimal) -> Option<i64> {
    let mut rate = percent.normalize();
    if rate.scale() > 2 || rate.is_sign_negative() {
        return None;
    }
    rate.rescale(2);
    i64::try_from(rate.mantissa()).ok()
}
