//! The guard and the parser behind it, with whatever comes: a document, and after a zero byte its
//! variables. Neither may panic, nor overflow the stack, nor let pass what is over the limits.
#![no_main]

use std::sync::LazyLock;

use buono::http::guard::{self, DocumentLimits};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::{Map, Value};

static LIMITS: LazyLock<DocumentLimits> = LazyLock::new(DocumentLimits::default);

fuzz_target!(|input: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(input) else { return Corpus::Reject };
    let (document, variables) = text.split_once('\0').unwrap_or((text, "{}"));
    if let Ok(variables) = serde_json::from_str::<Map<String, Value>>(variables) {
        refused_with_a_code(guard::variables(&variables, &LIMITS));
    }
    if let Some(read) = refused_with_a_code(guard::read(document, &LIMITS)) {
        assert!(document.len() <= LIMITS.bytes);
        assert!(read.operations.iter().count() <= LIMITS.operations);
    }
    Corpus::Keep
});

/// What passed; whatever did not has a code and a short message.
fn refused_with_a_code<T>(result: Result<T, impl serde::Serialize>) -> Option<T> {
    let error = match result {
        Ok(passed) => return Some(passed),
        Err(error) => serde_json::to_value(error).expect("an error is JSON"),
    };
    assert!(error["extensions"]["code"].is_string(), "{error}");
    assert!(error["message"].as_str().is_some_and(|message| message.len() < 1_000), "{error}");
    None
}
