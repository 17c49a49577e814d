//! Where settings are found, and in which order they count.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::value::{Given, Reader};
use super::{ConfigError, Setting, Settings};

const PREFIX: &str = "BUONO_";
/// The variable that names the file: not a setting itself.
const FILE_VARIABLE: &str = "BUONO_CONFIG";

/// Everything that may hold settings, read already: the first of the fields counts most.
#[derive(Default)]
pub struct Sources {
    /// Settings by name, as flags of the command gave them.
    pub flags: Vec<(&'static str, String)>,
    /// The variables of the process. An empty one is the same as none.
    pub environment: Vec<(String, String)>,
    /// The file's path and text.
    pub file: Option<(PathBuf, String)>,
}

/// Settings, and what is to be said about where they came from.
#[derive(Debug)]
pub struct Loaded {
    pub settings: Settings,
    /// Every setting, in the order of the table.
    pub settled: Vec<Settled>,
    pub warnings: Vec<String>,
}

/// A setting as it was settled, for people to read.
#[derive(Debug)]
pub struct Settled {
    pub setting: &'static Setting,
    /// None when nothing is set, and for secrets, which are not shown.
    pub text: Option<String>,
    /// Where it was given: a flag, a variable, or a line of the file. None: it is the default.
    pub place: Option<String>,
}

/// Reads the file and the process's environment, and settles every setting.
pub fn load(
    flags: Vec<(&'static str, String)>,
    file: Option<&Path>,
) -> Result<Loaded, ConfigError> {
    let environment: Vec<_> = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .filter(|(name, _)| name.starts_with(PREFIX))
        .collect();
    let named = environment.iter().find(|(name, value)| name == FILE_VARIABLE && !value.is_empty());
    let path = file.map(Path::to_owned).or_else(|| named.map(|(_, value)| PathBuf::from(value)));
    let file = path.map(read_file).transpose()?;
    Sources { flags, environment, file }.settle()
}

fn read_file(path: PathBuf) -> Result<(PathBuf, String), ConfigError> {
    match std::fs::read_to_string(&path) {
        Ok(text) => Ok((path, text)),
        Err(error) => Err(ConfigError {
            problems: vec![format!(
                "The file of settings {} cannot be read ({error}). Correct --config or BUONO_CONFIG.",
                path.display()
            )],
        }),
    }
}

impl Sources {
    /// Settles every setting, or names everything that is wrong.
    pub fn settle(self) -> Result<Loaded, ConfigError> {
        let mut reader = Reader { given: BTreeMap::new(), problems: Vec::new() };
        if let Some((path, text)) = &self.file {
            take_file(path, text, &mut reader);
        }
        let warnings = take_environment(self.environment, &mut reader);
        for (name, text) in self.flags {
            let place = format!("--{}", name.replace('_', "-"));
            reader.given.insert(name, Given { text, place });
        }
        let settings = Settings::read(&mut reader);
        match settings {
            Some(settings) if reader.problems.is_empty() => {
                Ok(Loaded { settings, settled: settled(&reader), warnings })
            }
            _ => Err(ConfigError { problems: reader.problems }),
        }
    }
}

fn settled(reader: &Reader) -> Vec<Settled> {
    let of = |setting: &'static Setting| {
        let given = reader.given.get(setting.name);
        // The default of a secret is known to everybody.
        let text = match given {
            Some(given) => Some(given.text.as_str()).filter(|_| !setting.secret),
            None => setting.default,
        };
        Settled { setting, text: text.map(str::to_owned), place: given.map(|it| it.place.clone()) }
    };
    Settings::TABLE.iter().map(of).collect()
}

fn take_file(path: &Path, text: &str, reader: &mut Reader) {
    let path = path.display();
    let table: toml::Table = match text.parse() {
        Ok(table) => table,
        Err(error) => {
            // The whole error would quote the line, which may hold a secret.
            let line = error.span().map_or(1, |span| text[..span.start].lines().count().max(1));
            let message = error.message();
            let problem = format!("{path} is not valid TOML: {message}, at line {line}.");
            return reader.problems.push(problem);
        }
    };
    for (key, value) in table {
        let Some(setting) = Setting::find(&key) else {
            let hint = suggestion(&key, Settings::TABLE.iter().map(|it| it.name.to_owned()));
            reader.problems.push(format!("{path}: there is no setting `{key}`.{hint}"));
            continue;
        };
        let text = match value {
            toml::Value::String(text) => text,
            toml::Value::Integer(number) => number.to_string(),
            toml::Value::Boolean(truth) => truth.to_string(),
            _ => {
                let problem = format!("{path}: `{key}` has to be a text, a number, true or false.");
                reader.problems.push(problem);
                continue;
            }
        };
        reader.given.insert(setting.name, Given { text, place: format!("{path}: `{key}`") });
    }
}

/// Variables that we do not know are only warned of: others may share our prefix.
fn take_environment(variables: Vec<(String, String)>, reader: &mut Reader) -> Vec<String> {
    let mut warnings = Vec::new();
    for (variable, text) in variables {
        if !variable.starts_with(PREFIX) || variable == FILE_VARIABLE || text.is_empty() {
            continue;
        }
        let known = Settings::TABLE.iter().find(|setting| setting.variable() == variable);
        if let Some(setting) = known {
            reader.given.insert(setting.name, Given { text, place: variable });
        } else {
            let hint = suggestion(&variable, Settings::TABLE.iter().map(Setting::variable));
            warnings.push(format!("The variable {variable} is no setting: ignored.{hint}"));
        }
    }
    warnings.sort();
    warnings
}

/// ` Did you mean …?`, where something similar exists; else nothing.
pub(crate) fn suggestion(given: &str, known: impl Iterator<Item = String>) -> String {
    /// Below this likeness a suggestion confuses more than it helps.
    const LIKENESS_MIN: f64 = 0.75;
    known
        .map(|name| (strsim::jaro_winkler(given, &name), name))
        .filter(|(likeness, _)| LIKENESS_MIN <= *likeness)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, name)| format!(" Did you mean `{name}`?"))
        .unwrap_or_default()
}
