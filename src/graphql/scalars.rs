//! Times, days and amounts as clients see them.

use async_graphql::{
    Context, InputValueError, InputValueResult, Object, Result, Scalar, ScalarType, Value,
};
use chrono::{Datelike, NaiveDate, SecondsFormat, Utc};

use crate::domain::money;
use crate::domain::text;

/// A moment in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateTime(pub chrono::DateTime<Utc>);

/// A moment in UTC, as RFC 3339 writes it, to the millisecond: `2026-11-23T19:04:11.123Z`.
#[Scalar(name = "DateTime", specified_by_url = "https://www.rfc-editor.org/rfc/rfc3339")]
impl ScalarType for DateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        let parsed = chrono::DateTime::parse_from_rfc3339(text).ok();
        let parsed = parsed.and_then(|it| moment(it.timestamp_millis())).ok_or_else(|| {
            InputValueError::custom("a time is written as in 2026-11-23T19:04:11.123Z")
        })?;
        Ok(Self(parsed))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

/// The moment so many milliseconds after 1970: `None` outside of the years 1 to 9999, which not
/// every database can keep. A leap second becomes the second after it.
pub fn moment(milliseconds: i64) -> Option<chrono::DateTime<Utc>> {
    let at = chrono::DateTime::from_timestamp_millis(milliseconds)?;
    (1..=9999).contains(&at.year()).then_some(at)
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(pub NaiveDate);

/// A calendar day, as ISO 8601 writes it: `2026-12-07`.
#[Scalar(name = "Date")]
impl ScalarType for Date {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        let parsed = NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .map_err(|_| InputValueError::custom("a day is written as in 2026-12-07"))?;
        Ok(Self(parsed))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%d").to_string())
    }
}

/// An exact decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal(pub rust_decimal::Decimal);

/// An exact decimal, as a string without an exponent: `"69.53"`. Never a number: clients would
/// read it as binary floating point and lose cents.
#[Scalar(name = "Decimal")]
impl ScalarType for Decimal {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        let parsed = rust_decimal::Decimal::from_str_exact(text).map_err(|_| {
            InputValueError::custom("an amount is a string, written as in \"69.53\"")
        })?;
        Ok(Self(parsed))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.to_string())
    }
}

/// An exact amount in a currency.
#[derive(Clone, Copy)]
pub struct Money(pub money::Money);

/// An exact amount in a currency.
#[Object]
impl Money {
    /// The amount in the currency's major unit, exact, with all of its decimals: `"69.53"`.
    async fn amount(&self) -> Decimal {
        Decimal(self.0.decimal())
    }

    /// The currency, as ISO 4217 names it: `EUR`.
    async fn currency(&self) -> String {
        self.0.currency.code().to_owned()
    }

    /// Ready to show: `69,53 €`.
    async fn text(
        &self,
        ctx: &Context<'_>,
        #[graphql(
            desc = "A language, as BCP 47 names it. Default: the asking customer's, else en."
        )]
        language: Option<String>,
    ) -> Result<String> {
        Ok(text::money(self.0, super::context::language(ctx, language.as_deref()).await?))
    }
}
