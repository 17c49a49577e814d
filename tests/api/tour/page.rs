//! The page, read: what is asked on it, and what is said to come.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta};
use serde_json::{Deserializer, Value};

/// The page as it is now: it can be written without building anything again.
pub fn text() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/api.md");
    std::fs::read_to_string(path).unwrap()
}

/// What stands between two fences.
#[derive(Clone, Debug)]
pub struct Block {
    /// Where on the page it stands.
    pub line: usize,
    pub language: String,
    pub text: String,
}

/// The blocks of the page, in order.
pub fn blocks() -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut is_open = false;
    for (at, line) in text().lines().enumerate() {
        match line.strip_prefix("```") {
            Some(_) if is_open => is_open = false,
            Some(language) => {
                is_open = true;
                let language = language.to_owned();
                blocks.push(Block { line: at + 1, language, text: String::new() });
            }
            None if is_open => {
                let text = &mut blocks.last_mut().unwrap().text;
                text.push_str(line);
                text.push('\n');
            }
            None => {}
        }
    }
    blocks
}

impl Block {
    /// Who asks: the first line of a document says so, in a comment.
    pub fn who(&self) -> &str {
        let who = self.text.lines().next().and_then(|line| line.strip_prefix("# "));
        who.unwrap_or_else(|| panic!("line {}: `# anna` or so has to say who asks", self.line))
    }

    pub fn takes_variables(&self) -> bool {
        self.text.contains("($")
    }

    pub fn is_subscription(&self) -> bool {
        self.text.lines().nth(1).is_some_and(|line| line.starts_with("subscription"))
    }

    /// The JSON of the block: one value, or several in a row.
    pub fn values(&self) -> Vec<Value> {
        let values = Deserializer::from_str(&self.text).into_iter();
        values.collect::<Result<_, _>>().unwrap_or_else(|err| panic!("line {}: {err}", self.line))
    }
}

/// What the page's own numbers, ids and cursors stand for.
#[derive(Debug, Default)]
pub struct Names(BTreeMap<String, String>);

impl Names {
    /// The text with what its names stand for.
    pub fn resolve(&self, text: &str) -> String {
        // The longer names first: one may be the beginning of another.
        let mut names: Vec<_> = self.0.iter().collect();
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        names.into_iter().fold(text.to_owned(), |text, (name, actual)| text.replace(name, actual))
    }

    /// Holds an answer to what the page says, and learns the names in it.
    pub fn hold(&mut self, said: &Value, found: &Value) -> Result<(), String> {
        match (said, found) {
            (Value::Object(said), Value::Object(found)) => {
                if !said.keys().eq(found.keys()) {
                    return Err(format!("{said:?} has other fields than {found:?}"));
                }
                said.iter().try_for_each(|(key, it)| self.hold(it, &found[key]))
            }
            (Value::Array(said), Value::Array(found)) => {
                let (said, goes_on) = match said.split_last() {
                    Some((last, first)) if last == "…" => (first, true),
                    _ => (said.as_slice(), false),
                };
                if found.len() < said.len() || (!goes_on && said.len() != found.len()) {
                    return Err(format!("{} came, and not {}", found.len(), said.len()));
                }
                said.iter().zip(found).try_for_each(|(said, found)| self.hold(said, found))
            }
            (Value::String(said), Value::String(found)) => self.hold_text(said, found),
            _ if said == found => Ok(()),
            _ => Err(format!("{found} came, and not {said}")),
        }
    }

    fn hold_text(&mut self, said: &str, found: &str) -> Result<(), String> {
        let Some(begin) = beginning(said) else {
            // Amounts have blanks that do not break, which a page does better without.
            let same = found.replace('\u{a0}', " ") == self.resolve(said) || is_near(said, found);
            return if same { Ok(()) } else { Err(format!("{found:?} came, and not {said:?}")) };
        };
        let begin = self.resolve(begin);
        let known = self.0.entry(said.to_owned()).or_insert_with(|| found.to_owned());
        if known == found && found.starts_with(&begin) {
            Ok(())
        } else {
            Err(format!("{said:?} was {known:?}, and is {found:?} now"))
        }
    }
}

/// Two moments within a minute: what is written into the page moves those of all that follows.
fn is_near(said: &str, found: &str) -> bool {
    let moment = DateTime::parse_from_rfc3339;
    let (Ok(said), Ok(found)) = (moment(said), moment(found)) else { return false };
    (said - found).abs() < TimeDelta::minutes(1)
}

/// What a name of the page begins with like what it stands for: all before its `…`, or the year of
/// an order's number. `None`: it is no name, and means itself.
fn beginning(said: &str) -> Option<&str> {
    if let Some((begin, _)) = said.split_once('…') {
        return Some(begin);
    }
    let is_number = said.len() == 16 && said.starts_with("BO") && said.matches('-').count() == 2;
    is_number.then(|| &said[..5])
}
