//! `docs/transport.md`, held to the code: its close codes, the tests that it names, the versions of the
//! clients, and the commands.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Everything in the files of the tests.
fn tests() -> String {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/api")).unwrap();
    files
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// The cells of the table whose head begins so, row by row, without backquotes around them.
fn table(head: &str) -> Vec<Vec<String>> {
    let page = file("docs/transport.md");
    let rows = page.lines().skip_while(|line| !line.starts_with(head)).skip(2);
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cell = |it: &str| it.trim().trim_matches('`').to_owned();
    let rows: Vec<_> =
        rows.map(|row| row.trim_matches('|').split('|').map(cell).collect::<Vec<_>>()).collect();
    assert!(!rows.is_empty(), "the page has no table {head}");
    rows
}

#[test]
fn every_close_code_is_there_with_the_case_that_gives_it() {
    let code = file("src/http/websocket/message.rs");
    let numbers = code.split(": u16 = ").skip(1).map(|it| it.split(';').next().unwrap());
    let expected: BTreeSet<String> = numbers.map(str::to_owned).collect();
    assert!(4 < expected.len());
    let rows = table("| Close code |");
    let found: BTreeSet<String> = rows.iter().map(|row| row[0].clone()).collect();
    assert_eq!(found, expected);
    let tests = tests();
    for row in &rows {
        let body = tests.split(&format!("fn {}()", row[2])).nth(1).expect("there is such a test");
        let body = body.split("\n}\n").next().unwrap();
        assert!(body.contains(&row[0]), "{row:?}: the test is about the code");
    }
}

#[test]
fn every_test_that_the_page_names_is_there() {
    let tests = tests();
    let page = file("docs/transport.md");
    let is_name = |it: &&str| it.matches('_').count() > 2 && !it.contains(' ');
    let names: Vec<&str> = page.split('`').skip(1).step_by(2).filter(is_name).collect();
    assert!(20 < names.len(), "{names:?}");
    for name in names {
        assert!(tests.contains(&format!("fn {name}()")), "there is no test {name}");
    }
}

#[test]
fn the_clients_have_the_versions_that_are_installed() {
    let package: Value = serde_json::from_str(&file("tests/clients/package.json")).unwrap();
    for row in table("| Package |") {
        assert_eq!(package["dependencies"][&row[0]], *row[1], "{}", row[0]);
    }
}

#[test]
fn the_commands_are_there() {
    let makefile = file("Makefile");
    let modules = file("tests/api/main.rs");
    for row in table("| What | By |") {
        let again = &row[3];
        if let Some(target) = again.strip_prefix("make ") {
            assert!(makefile.contains(&format!("\n{target}: ")), "{again}");
        } else {
            let module = again.strip_prefix("cargo test --test api ").unwrap();
            let module = module.split(' ').next().unwrap();
            assert!(modules.contains(&format!("mod {module};")), "{again}");
        }
    }
}
