//! An object of JSON that knows its place in the file, for messages that help.

use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::Rejected;
use crate::domain::money::Exact;

/// Letters of a code or a name at most.
const TEXT_MAX: usize = 200;
/// Letters of a description at most.
const DESCRIPTION_MAX: usize = 5_000;
/// How alike a misspelt key has to be, for us to suggest the right one.
const ALIKE: f64 = 0.75;

pub(super) struct Fields<'a> {
    map: &'a Map<String, Value>,
    pub place: String,
}

impl<'a> Fields<'a> {
    pub fn of(value: &'a Value, place: impl Into<String>) -> Result<Self, Rejected> {
        let place = place.into();
        match value {
            Value::Object(map) => Ok(Self { map, place }),
            _ => Err(Rejected::new(place, "here has to be an object")),
        }
    }

    pub fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    pub fn reject(&self, why: impl Into<String>) -> Rejected {
        Rejected::new(self.place.clone(), why)
    }

    pub fn at(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }

    fn reject_at(&self, key: &str, why: impl Into<String>) -> Rejected {
        Rejected::new(self.at(key), why)
    }

    /// Refuses keys that are not among these, with the one that was probably meant.
    pub fn only(&self, known: &[&str]) -> Result<(), Rejected> {
        let Some(key) = self.map.keys().find(|key| !known.contains(&key.as_str())) else {
            return Ok(());
        };
        let likeness = |it: &str| strsim::jaro_winkler(&key.to_lowercase(), &it.to_lowercase());
        let nearest = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        let hint = match nearest.filter(|it| ALIKE <= likeness(it)) {
            Some(it) => format!("did you mean {it:?}?"),
            None => format!("known are {}", known.join(", ")),
        };
        Err(self.reject_at(key, format!("the key {key:?} is unknown: {hint}")))
    }

    /// A value that is there and not null.
    pub fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key).filter(|value| !value.is_null())
    }

    pub fn need(&self, key: &str) -> Result<&'a Value, Rejected> {
        self.get(key).ok_or_else(|| self.reject_at(key, "this is missing"))
    }

    pub fn object(&self, key: &str) -> Result<Fields<'a>, Rejected> {
        Fields::of(self.need(key)?, self.at(key))
    }

    /// A list's values with their places. What is missing is an empty list.
    pub fn list(&self, key: &str) -> Result<Vec<(String, &'a Value)>, Rejected> {
        match self.get(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(values)) => {
                let place = |at| format!("{}[{at}]", self.at(key));
                Ok(values.iter().enumerate().map(|(at, value)| (place(at), value)).collect())
            }
            Some(_) => Err(self.reject_at(key, "here has to be a list")),
        }
    }

    /// A list of objects, each read, or the first that cannot be.
    pub fn each<T>(
        &self,
        key: &str,
        read: impl Fn(&Fields<'a>) -> Result<T, Rejected>,
    ) -> Result<Vec<T>, Rejected> {
        let list = self.list(key)?;
        list.into_iter().map(|(place, value)| read(&Fields::of(value, place)?)).collect()
    }

    pub fn text(&self, key: &str) -> Result<&'a str, Rejected> {
        self.need(key)?;
        self.text_within(key, TEXT_MAX)?.ok_or_else(|| self.reject_at(key, "this is empty"))
    }

    pub fn description(&self, key: &str) -> Result<Option<String>, Rejected> {
        Ok(self.text_within(key, DESCRIPTION_MAX)?.map(str::to_owned))
    }

    fn text_within(&self, key: &str, most: usize) -> Result<Option<&'a str>, Rejected> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let Some(text) = value.as_str().map(str::trim) else {
            return Err(self.reject_at(key, "here has to be text between quotation marks"));
        };
        if most < text.chars().count() {
            return Err(self.reject_at(key, format!("this is longer than {most} letters")));
        }
        // A database cannot keep the first of them, and nobody can read the others.
        if text.chars().any(|it| it.is_control() && it != '\n') {
            return Err(self.reject_at(key, "this has a control character"));
        }
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    pub fn flag(&self, key: &str) -> Result<bool, Rejected> {
        match self.get(key) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(self.reject_at(key, "here has to be true or false")),
        }
    }

    pub fn time(&self, key: &str) -> Result<Option<DateTime<Utc>>, Rejected> {
        let Some(text) = self.text_within(key, TEXT_MAX)? else { return Ok(None) };
        match DateTime::parse_from_rfc3339(text) {
            Ok(time) => Ok(Some(time.to_utc())),
            Err(_) => Err(self.reject_at(
                key,
                format!("{text:?} is not a time such as \"2026-01-31T00:00:00+01:00\""),
            )),
        }
    }

    /// A decimal as a number, as the public catalogs write it.
    pub fn number(&self, key: &str) -> Result<Decimal, Rejected> {
        let value = self.need(key)?;
        let decimal = value.as_number().and_then(|it| it.to_string().parse().ok());
        decimal.ok_or_else(|| self.reject_at(key, "here has to be a number"))
    }

    /// A decimal as text, so that no program on its way takes it for floating point.
    pub fn decimal(&self, key: &str) -> Result<Decimal, Rejected> {
        let value = self.need(key)?;
        let decimal = value.as_str().and_then(|text| Decimal::from_str_exact(text).ok());
        decimal.ok_or_else(|| {
            self.reject_at(key, format!("write a decimal as text, such as \"47.99\", not {value}"))
        })
    }

    /// A price in major units, as text.
    pub fn price(&self, key: &str) -> Result<Exact, Rejected> {
        let price = self.decimal(key)?;
        Exact::from_decimal(price).filter(|it| Exact::ZERO <= *it).ok_or_else(|| {
            self.reject_at(
                key,
                format!("{price} is not a price: none is below 0 or has more than eight decimals"),
            )
        })
    }

    /// A price in whole units of 10⁻⁸.
    pub fn units(&self, key: &str) -> Result<Exact, Rejected> {
        let value = self.need(key)?;
        value.as_i64().filter(|it| 0 <= *it).map(Exact).ok_or_else(|| {
            self.reject_at(key, format!("{value} is not a price in whole units of 10⁻⁸"))
        })
    }

    /// A percentage of which something is left to take, in hundredths.
    pub fn rate(&self, key: &str, percent: Decimal) -> Result<i64, Rejected> {
        super::hundredths(percent).filter(|rate| (1..=10_000).contains(rate)).ok_or_else(|| {
            let why = "is not above 0 and at most 100, with two decimals at most";
            self.reject_at(key, format!("{percent} {why}"))
        })
    }
}
