//! The architecture, as tests: who may know whom, how long a file may be, what may not be left.

use std::fs;
use std::path::{Path, PathBuf};

/// Lines of a Rust file at most.
const LINES_MAX: usize = 400;
/// Lines of `main.rs` at most: it only starts things.
const MAIN_LINES_MAX: usize = 60;
/// Folders that hold Rust files of ours.
const OURS: [&str; 6] = ["src", "tests", "entity/src", "migration/src", "examples", "benches"];

/// A Rust file: its path from the root with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn read(root: &Path, path: &Path) -> Self {
        let text =
            fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let parts: Vec<_> = path
            .strip_prefix(root)
            .expect("the walk began at the root")
            .iter()
            .map(|part| part.to_str().expect("our file names are UTF-8"))
            .collect();
        Self { path: parts.join("/"), text }
    }

    /// Where any of the marks stands, as `path:line: mark`.
    fn mentions(&self, marks: &[String]) -> Vec<String> {
        let mut found = Vec::new();
        for (at, line) in self.text.lines().enumerate() {
            for mark in marks.iter().filter(|mark| contains_mark(line, mark)) {
                found.push(format!("{}:{}: {mark}", self.path, at + 1));
            }
        }
        found
    }
}

/// Whether the mark stands in the line, and not merely as a piece of a longer name or as a value.
fn contains_mark(line: &str, mark: &str) -> bool {
    let in_name = |it: char| it.is_alphanumeric() || it == '_';
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].chars().next_back().is_some_and(in_name);
        let after = line[at + mark.len()..].chars().next().is_some_and(in_name);
        let value = line[..at].ends_with('"') && line[at + mark.len()..].starts_with('"');
        !(value || before && mark.starts_with(in_name) || after && mark.ends_with(in_name))
    })
}

/// All Rust files below the folder, in order. A folder that is not there has none.
fn sources(root: &Path, folder: &str) -> Vec<Source> {
    let mut waiting = vec![root.join(folder)];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.expect("our folders can be read").path();
            if path.is_dir() {
                if !path.ends_with("node_modules") {
                    waiting.push(path);
                }
            } else if path.extension().is_some_and(|it| it == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files.iter().map(|path| Source::read(root, path)).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Our files of a folder that has to be there, lest a moved folder pass unseen.
fn ours(folder: &str) -> Vec<Source> {
    let found = sources(root(), folder);
    assert!(!found.is_empty(), "{folder} holds no Rust file");
    found
}

fn owned(marks: &[&str]) -> Vec<String> {
    marks.iter().map(|&mark| mark.to_owned()).collect()
}

fn mentions(files: &[Source], marks: &[String]) -> Vec<String> {
    files.iter().flat_map(|file| file.mentions(marks)).collect()
}

fn assert_none(found: &[String], why: &str) {
    assert!(found.is_empty(), "{why}:\n{}", found.join("\n"));
}

/// Ways to name another module of this crate.
fn modules(names: &[&str]) -> Vec<String> {
    names.iter().flat_map(|name| [format!("crate::{name}"), format!("buono::{name}")]).collect()
}

/// What may not be left in a file, put together so that this file has none of it. The words are
/// fine between quotation marks: one is the name of a step in the API.
fn leftovers() -> Vec<String> {
    let words = [("TO", "DO"), ("FIX", "ME"), ("XX", "X")];
    let macros = [("unimplemented", "!"), ("todo", "!")];
    let attributes = [("#[", "ignore"), ("#[", "allow("), ("#![", "allow(")];
    words
        .into_iter()
        .chain(macros)
        .chain(attributes)
        .map(|(head, tail)| format!("{head}{tail}"))
        .collect()
}

#[test]
fn the_domain_knows_nobody() {
    let outside = ["sea_orm", "sqlx", "axum", "async_graphql", "tokio", "Utc::now", "crate::"];
    let found = mentions(&ours("src/domain"), &owned(&outside));
    assert_none(&found, "the domain is pure");
}

#[test]
fn the_domain_counts_in_whole_numbers() {
    let found = mentions(&ours("src/domain"), &owned(&["f32", "f64"]));
    assert_none(&found, "money and time are never floating point");
}

#[test]
fn storage_knows_neither_actions_nor_the_outside() {
    let found = mentions(&ours("src/storage"), &modules(&["graphql", "http", "actions"]));
    assert_none(&found, "storage only remembers");
}

#[test]
fn actions_do_not_know_the_outside() {
    let found = mentions(&ours("src/actions"), &modules(&["graphql", "http"]));
    assert_none(&found, "actions serve every outside alike");
}

#[test]
fn graphql_does_not_know_http() {
    // It need not be there for the rule to hold.
    let found = mentions(&sources(root(), "src/graphql"), &modules(&["http"]));
    assert_none(&found, "the schema is served by HTTP, and not the other way round");
}

#[test]
fn imports_know_only_the_domain() {
    let others = ["actions", "graphql", "http", "live", "payments", "storage"];
    let found = mentions(&ours("src/import"), &modules(&others));
    assert_none(&found, "reading a catalog is pure");
}

#[test]
fn paper_knows_only_the_domain() {
    let others = ["actions", "graphql", "http", "live", "payments", "storage", "clock"];
    let found = mentions(&ours("src/paper"), &modules(&others));
    assert_none(&found, "printing is pure");
}

#[test]
fn verifying_only_reads() {
    let found = mentions(&ours("src/verify"), &modules(&["actions", "graphql", "http"]));
    assert_none(&found, "looking at a database changes nothing");
}

#[test]
fn exports_only_read() {
    let found = mentions(&ours("src/export"), &modules(&["actions", "graphql", "http"]));
    assert_none(&found, "an export reads, and changes nothing");
}

/// A release build must not stop where a variable of its environment says so.
#[test]
fn faults_are_armed_in_test_builds_only() {
    let files = ours("src");
    let reads =
        |it: &&Source| it.text.contains("BUONO_FAULT") || it.text.contains("BUONO_SABOTAGE");
    let paths: Vec<&str> = files.iter().filter(reads).map(|it| it.path.as_str()).collect();
    assert_eq!(paths, ["src/fault.rs"], "one file arms them");

    let text = &files.iter().find(|it| it.path == paths[0]).expect("it was just found").text;
    let (open, armed) =
        text.split_once("#[cfg(debug_assertions)]\nmod armed {\n").expect("a module");
    let (armed, after) = armed.split_once("\n}\n").expect("it ends");
    for what in ["std::env", "abort(", "pending("] {
        assert!(armed.contains(what), "{what} is what arming takes");
        assert!(!open.contains(what) && !after.contains(what), "{what} is in release builds");
    }
    let exported = "#[cfg(debug_assertions)]\npub use armed::{is_sabotaged, point};\n";
    assert!(open.contains(exported), "in release builds nothing of it has a name");
    let names_abort = |it: &&Source| it.text.contains("process::abort");
    assert_eq!(files.iter().filter(names_abort).count(), 1, "nobody else ends the process");
}

#[test]
fn files_are_short() {
    let all = OURS.iter().flat_map(|folder| sources(root(), folder));
    let long: Vec<String> = all
        .filter_map(|file| {
            let most = if file.path == "src/main.rs" { MAIN_LINES_MAX } else { LINES_MAX };
            let lines = file.text.lines().count();
            (most < lines).then(|| format!("{}: {lines} lines, {most} at most", file.path))
        })
        .collect();
    assert_none(&long, "long files are split by what they are about");
}

#[test]
fn each_file_says_what_it_is_for() {
    let silent: Vec<String> = ["src", "entity/src", "migration/src"]
        .iter()
        .flat_map(|folder| ours(folder))
        .filter(|file| file.path.starts_with("src/") || file.path.ends_with("lib.rs"))
        .filter(|file| !file.text.starts_with("//!"))
        .map(|file| file.path)
        .collect();
    assert_none(&silent, "a file begins with //! and what it is for");
}

#[test]
fn nothing_is_left_for_later() {
    let all: Vec<Source> = OURS.iter().flat_map(|folder| sources(root(), folder)).collect();
    assert_none(&mentions(&all, &leftovers()), "what is unfinished is not committed");
}

#[test]
fn the_scanner_finds_what_is_planted() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("src/domain/deep");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("not_rust.txt"), "use sea_orm::Value;").unwrap();
    fs::write(folder.join("clean.rs"), "//! Clean.\nlet my_sea_orm_like = 1;\n").unwrap();
    fs::write(folder.join("dirty.rs"), "//! Dirty.\n\nuse sea_orm::Value;\n").unwrap();
    let files = sources(root.path(), "src");
    assert_eq!(files.len(), 2);
    assert_eq!(
        mentions(&files, &owned(&["sea_orm"])),
        ["src/domain/deep/dirty.rs:3: sea_orm"],
        "the one file, its line, and not a name that only contains the mark"
    );

    for mark in leftovers() {
        let planted =
            Source { path: "it.rs".to_owned(), text: format!("fn f() {{\n    {mark}\n}}") };
        assert_eq!(planted.mentions(&leftovers()), [format!("it.rs:2: {mark}")]);
    }
    for planted in ["use crate::http::x;", "buono::http::serve()"] {
        assert!(modules(&["http"]).iter().any(|mark| contains_mark(planted, mark)), "{planted}");
    }
    assert!(!contains_mark("use crate::https;", "crate::http"));
    assert!(!contains_mark("Waiting = \"WAITING\"", "WAITING"));
    assert!(contains_mark("// WAITING: \"for what\"", "WAITING"));
    assert!(sources(root.path(), "missing").is_empty());
}
