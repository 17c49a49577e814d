//! Settings as TOML: every one with its default, or as they were settled.

use std::fmt::Write;

use super::sources::Settled;
use super::{Setting, Settings};

const HEAD: &str = "\
# The settings of Buono, each with its default; one without a default is commented out.
#
# Give this file with --config FILE, or as BUONO_CONFIG. A variable counts more than the file, and
# the flag of a command more than both.
";

/// A file of every setting. Reading it changes nothing.
pub fn default_file() -> String {
    let mut text = HEAD.to_owned();
    for setting in Settings::TABLE {
        let Setting { name, help, .. } = setting;
        write!(text, "\n# {help}\n# {}\n", about(setting)).expect("a String takes everything");
        match setting.default {
            Some(default) => writeln!(text, "{name} = {}", value(setting, default)),
            None => writeln!(text, "# {name} = \"\""),
        }
        .expect("a String takes everything");
    }
    text
}

/// The settings as they are, each with where it was found. Secrets are not in it.
pub fn settled_file(settled: &[Settled]) -> String {
    settled.iter().fold(String::new(), |mut text, it| {
        let name = it.setting.name;
        let place = it.place.as_deref().unwrap_or("the default");
        match (&it.text, it.place.is_some()) {
            (Some(shown), _) => writeln!(text, "{name} = {} # {place}", value(it.setting, shown)),
            (None, true) => writeln!(text, "# {name} is set by {place}, and secret"),
            (None, false) => writeln!(text, "# {name} is not set"),
        }
        .expect("a String takes everything");
        text
    })
}

/// `Variable: BUONO_LISTEN. From 1 to 365 days.`
fn about(setting: &Setting) -> String {
    let mut text = format!("Variable: {}.", setting.variable());
    if let Some(range) = &setting.range {
        let unit = setting.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
        write!(text, " From {} to {}{unit}.", range.start(), range.end())
            .expect("a String takes everything");
    }
    if setting.secret {
        text.push_str(" A secret: rather a variable than a line of a file.");
    }
    text
}

/// Numbers bare, everything else between quotation marks.
fn value(setting: &Setting, text: &str) -> String {
    match setting.range {
        Some(_) => text.to_owned(),
        None => toml::Value::String(text.to_owned()).to_string(),
    }
}
