//! What it costs to refuse a hostile document: `make bench-guard`.
//!
//! CPU time of one thread, from `/proc`, for each document in `tests/hostile`: the guard and the parser,
//! and where those let it pass, the validation that refuses it. Beside it, the same for parsing alone an
//! ordinary document of the same size. Nothing of the network is in it.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use async_graphql::Request;
use async_graphql::parser::parse_query;
use buono::graphql;
use buono::http::guard::{self, DocumentLimits};

/// What refusing a document may cost.
const BUDGET_US: f64 = 5_000.0;
/// CPU time that a measurement takes at least: the kernel counts it a few milliseconds at a time.
const MEASURED_NS: u64 = 100_000_000;
/// A measurement begins with so many rounds, and doubles them until it takes long enough.
const ROUNDS_MIN: u32 = 16;

struct Row {
    /// The folder, and the file in it.
    code: String,
    name: String,
    bytes: usize,
    refused_us: f64,
    ordinary_us: f64,
}

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime starts");
    let limits = DocumentLimits::default();
    let schema = graphql::bare();
    let refuse = |text: &str| match guard::read(text, &limits) {
        Err(error) => vec![error],
        Ok(document) => {
            let mut request = Request::new(text);
            request.set_parsed_query(document);
            runtime.block_on(schema.execute(request)).errors
        }
    };
    let mut rows = Vec::new();
    for path in documents() {
        let text = fs::read_to_string(&path).expect("a document is text");
        assert!(!refuse(&text).is_empty(), "{} is refused", path.display());
        let ordinary = ordinary(text.len());
        parse_query(&ordinary).expect("an ordinary document parses");
        rows.push(Row {
            code: name(path.parent().expect("it is in a folder")),
            name: name(&path).replace('_', " "),
            bytes: text.len(),
            refused_us: cpu_us(|| refuse(&text)),
            ordinary_us: cpu_us(|| parse_query(&ordinary)),
        });
    }
    report(rows);
}

fn report(mut rows: Vec<Row>) {
    rows.sort_by(|a, b| b.refused_us.total_cmp(&a.refused_us));
    println!("| Document | Refused with | Bytes | CPU | An ordinary one of that size |");
    println!("|---|---|---|---|---|");
    for Row { name, code, bytes, refused_us, ordinary_us } in &rows {
        println!("| {name} | `{code}` | {bytes} | {refused_us:.0} µs | {ordinary_us:.0} µs |");
    }
    let worst = rows.first().expect("there are documents");
    println!();
    println!(
        "{} documents; the worst is {} with {:.0} µs, of {BUDGET_US:.0} µs that it may cost.",
        rows.len(),
        worst.name,
        worst.refused_us
    );
    assert!(worst.refused_us <= BUDGET_US, "a document costs too much");
}

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile");
    let inside = |folder: &Path| {
        let entries = fs::read_dir(folder).expect("a folder of the corpus");
        entries.map(|entry| entry.expect("an entry").path()).collect::<Vec<_>>()
    };
    let mut all: Vec<_> = inside(&root).iter().flat_map(|folder| inside(folder)).collect();
    all.sort();
    all
}

fn name(path: &Path) -> String {
    path.file_stem().and_then(|it| it.to_str()).expect("our names are UTF-8").to_owned()
}

/// A document of fields, as clients send them, of about so many bytes.
fn ordinary(bytes: usize) -> String {
    let fields = ["number", "status", "createdAt", "total { text }"];
    let mut text = String::from("{ orders { nodes { id");
    for field in fields.iter().cycle() {
        if bytes < text.len() + field.len() + 7 {
            break;
        }
        text.push(' ');
        text.push_str(field);
    }
    text + " } } }"
}

/// The mean CPU time of one call.
fn cpu_us<T>(call: impl Fn() -> T) -> f64 {
    let mut rounds = ROUNDS_MIN;
    loop {
        let begun = cpu_ns();
        for _ in 0..rounds {
            black_box(call());
        }
        let spent = cpu_ns() - begun;
        if MEASURED_NS <= spent {
            let spent = u32::try_from(spent).map_or(f64::INFINITY, f64::from);
            return spent / f64::from(rounds) / 1_000.0;
        }
        rounds *= 2;
    }
}

/// What this thread has used so far.
fn cpu_ns() -> u64 {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells it");
    let first = stat.split(' ').next().and_then(|it| it.parse().ok());
    first.expect("it begins with a number")
}
