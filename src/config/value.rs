//! From text to the value of a setting.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use secrecy::SecretString;

use super::Setting;
use crate::domain::vendor::Iban;
use crate::http::{Proxies, Rate};

/// A setting with a closed set of values.
macro_rules! named_value {
    ($(#[$meta:meta])* pub enum $enum:ident { $($variant:ident = $name:literal),+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $enum { $($variant,)+ }

        impl Value for $enum {
            fn read(text: &str) -> Result<Self, String> {
                match text {
                    $($name => Ok(Self::$variant),)+
                    _ => Err([$(concat!("`", $name, "`")),+].join(" or ")),
                }
            }
        }
    };
}

named_value! {
    /// Where Buono runs.
    pub enum Environment { Development = "development", Production = "production" }
}

named_value! {
    /// Who takes payments.
    pub enum PaymentProvider { Sandbox = "sandbox", Stripe = "stripe" }
}

/// A value that a setting can have. The error says what is expected, to follow "has to be".
pub(super) trait Value: Sized {
    const SECRET: bool = false;

    fn read(text: &str) -> Result<Self, String>;

    /// What a setting that nobody gives, and that has no default, is.
    fn absent() -> Option<Self> {
        None
    }
}

impl<T: Value> Value for Option<T> {
    const SECRET: bool = T::SECRET;

    fn read(text: &str) -> Result<Self, String> {
        T::read(text).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl Value for String {
    fn read(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }
}

impl Value for SecretString {
    const SECRET: bool = true;

    fn read(text: &str) -> Result<Self, String> {
        Ok(text.into())
    }
}

impl Value for bool {
    fn read(text: &str) -> Result<Self, String> {
        match text {
            "on" | "true" => Ok(true),
            "off" | "false" => Ok(false),
            _ => Err("`on` or `off`".into()),
        }
    }
}

/// Origins of web pages: `https://shop.example`, separated by commas.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins(pub Vec<String>);

impl Value for Origins {
    fn read(text: &str) -> Result<Self, String> {
        let all = text.split(',').map(str::trim).filter(|it| !it.is_empty());
        let is_origin = |it: &&str| {
            let host = it.strip_prefix("https://").or_else(|| it.strip_prefix("http://"));
            let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            let signs = |byte: u8| b".-:[]".contains(&byte);
            host.is_some_and(|it| !it.is_empty() && it.bytes().all(|it| fits(it) || signs(it)))
        };
        if !all.clone().all(|it| is_origin(&it)) {
            return Err(
                "origins like https://shop.example, separated by commas: each by its name, \
                 in small letters, without a path and without `*`"
                    .into(),
            );
        }
        Ok(Self(all.map(str::to_owned).collect()))
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }
}

impl Value for Iban {
    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text).ok_or("an IBAN, like IT60 X054 2811 1010 0000 0123 456".into())
    }
}

impl Value for Rate {
    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text)
    }
}

impl Value for Proxies {
    fn read(text: &str) -> Result<Self, String> {
        Self::parse(text)
    }
}

impl Value for SocketAddr {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| "an IP address and a port, like 127.0.0.1:8080".into())
    }
}

impl Value for u32 {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| "a whole number".into())
    }
}

impl Value for i64 {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| "a whole number".into())
    }
}

/// A text, and where it was found.
pub(super) struct Given {
    pub text: String,
    pub place: String,
}

/// Reads settings of what was given, and collects what is wrong with it.
pub(super) struct Reader {
    pub given: BTreeMap<&'static str, Given>,
    pub problems: Vec<String>,
}

impl Reader {
    pub fn read<T: Value>(&mut self, name: &str) -> Option<T> {
        let setting = Setting::find(name).expect("the table and the reader are of one list");
        let Some(given) = self.given.get(name) else {
            return setting
                .default
                .map(|text| T::read(text).expect("defaults are tested"))
                .or_else(T::absent);
        };
        let found =
            if setting.secret { String::new() } else { format!(", not «{}»", given.text) };
        let value = in_range(setting, &given.text).and_then(|()| T::read(&given.text));
        value
            .map_err(|expected| {
                let place = &given.place;
                self.problems.push(format!("{place} has to be {expected}{found}."));
            })
            .ok()
    }
}

fn in_range(setting: &Setting, text: &str) -> Result<(), String> {
    let Some(range) = &setting.range else { return Ok(()) };
    let unit = setting.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
    match text.parse::<i64>() {
        Ok(number) if range.contains(&number) => Ok(()),
        _ => Err(format!("a whole number from {} to {}{unit}", range.start(), range.end())),
    }
}
