//! Relay connections: arguments checked once, cursors that belong to their list.

use async_graphql::{Error, Result, SimpleObject};
use uuid::Uuid;

use super::error::{Code, coded};
use super::ids::{bad_cursor, open, seal};
use super::scalars::moment;
use crate::domain::number::OrderNumber;
use crate::storage::pages::{Key, KeyValue, SortBy};

/// Entries of a page when none is asked for.
pub const PAGE_DEFAULT: i32 = 20;
/// Entries of a page at most.
pub const PAGE_MAX: i32 = 100;

/// Where a page stands in its list (Relay's cursor connections specification).
#[derive(SimpleObject, Clone, Debug)]
pub struct PageInfo {
    /// Whether there are more edges after this page.
    pub has_next_page: bool,
    /// Whether there are more edges before this page.
    pub has_previous_page: bool,
    /// The cursor of the first edge; null for an empty page.
    pub start_cursor: Option<String>,
    /// The cursor of the last edge; null for an empty page.
    pub end_cursor: Option<String>,
}

/// The four arguments of a connection, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    pub limit: u64,
    /// `last` was given: from the end backwards.
    pub from_end: bool,
    pub after: Option<String>,
    pub before: Option<String>,
}

impl Paging {
    pub fn new(
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
    ) -> Result<Self> {
        if first.is_some() && last.is_some() {
            let message = "Give `first` or `last`, not both: a page has one end.";
            return Err(coded(Code::BadUserInput, message));
        }
        let (count, from_end) = match last {
            Some(last) => (last, true),
            None => (first.unwrap_or(PAGE_DEFAULT), false),
        };
        if !(0..=PAGE_MAX).contains(&count) {
            let name = if from_end { "last" } else { "first" };
            let message =
                format!("`{name}` goes from 0 to {PAGE_MAX}; {count} is outside of that.");
            return Err(coded(Code::BadUserInput, message));
        }
        let limit = u64::try_from(count).expect("not negative");
        Ok(Self { limit, from_end, after, before })
    }

    /// Cuts what was read, one more than the limit where there is more, and tells where it stands.
    pub fn cut<T>(&self, mut page: Vec<T>, cursor: impl Fn(&T) -> String) -> (Vec<T>, PageInfo) {
        let limit = usize::try_from(self.limit).expect("at most a hundred");
        let more = limit < page.len();
        if more && self.from_end {
            page.remove(0);
        }
        page.truncate(limit);
        let info = PageInfo {
            has_next_page: if self.from_end { self.before.is_some() } else { more },
            has_previous_page: if self.from_end { more } else { self.after.is_some() },
            start_cursor: page.first().map(&cursor),
            end_cursor: page.last().map(&cursor),
        };
        (page, info)
    }
}

/// The cursor of an order in a list that is sorted this way.
pub fn order_cursor(sort: SortBy, key: &Key) -> String {
    let value = match &key.value {
        KeyValue::Time(at) => at.timestamp_millis().to_string(),
        KeyValue::Amount(amount) => amount.to_string(),
        KeyValue::Text(text) => text.clone(),
    };
    seal(&format!("orders:{}:{value}:{}", sort_name(sort), key.id))
}

pub fn order_key(sort: SortBy, cursor: &str) -> Result<Key, Error> {
    let read = || {
        let text = open(cursor)?;
        let mut parts = text.split(':');
        let (list, by) = (parts.next()?, parts.next()?);
        let (value, id) = (parts.next()?, parts.next()?);
        if list != "orders" || by != sort_name(sort) {
            return None;
        }
        let value = match sort {
            SortBy::CreatedAt => KeyValue::Time(moment(value.parse().ok()?)?),
            SortBy::Total => KeyValue::Amount(value.parse().ok()?),
            SortBy::Number => KeyValue::Text(OrderNumber::parse(value)?.to_string()),
        };
        Some(Key { value, id: Uuid::parse_str(id).ok()? })
    };
    read().ok_or_else(bad_cursor)
}

fn sort_name(sort: SortBy) -> &'static str {
    match sort {
        SortBy::CreatedAt => "created",
        SortBy::Total => "total",
        SortBy::Number => "number",
    }
}
