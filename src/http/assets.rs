//! The built pages, which are part of the program. Text was compressed when they were built: here
//! the form that the client reads is only chosen.

use std::fmt::Write;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::failure::Failure;
use super::negotiate::takes_encoding;

/// A debug build reads the folder at each request instead, so that pages can be worked on.
#[derive(RustEmbed)]
#[folder = "web/dist"]
struct Dist;

/// Encodings, the smallest first, with what their files' names end in.
const ENCODINGS: [(&str, &str); 2] = [("br", ".br"), ("gzip", ".gz")];
/// Names of files in such a folder change with their content.
const HASHED: &str = "/assets/";
const FOREVER: &str = "public, max-age=31536000, immutable";
const CHECKED: &str = "no-cache";

/// A file of the built pages as a client wants it, or 404.
pub fn answer(path: &str, headers: &HeaderMap) -> Response {
    // A debug build looks the path up in a folder.
    let foreign = path.split('/').any(|part| matches!(part, "" | "." | ".."));
    let compressed_itself = ENCODINGS.iter().any(|(_, ending)| path.ends_with(ending));
    let Some(plain) = Dist::get(path).filter(|_| !foreign && !compressed_itself) else {
        return Failure::not_found().into_response();
    };
    let encoded = ENCODINGS
        .into_iter()
        .filter(|(encoding, _)| takes_encoding(headers, encoding))
        .find_map(|(encoding, ending)| Some((encoding, Dist::get(&format!("{path}{ending}"))?)));
    let kind = content_type(&plain);
    let (encoding, file) = encoded.map_or((None, plain), |(name, file)| (Some(name), file));
    let tag = entity_tag(&file);
    let mut response = if is_known(headers, &tag) {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, kind)], file.data).into_response()
    };
    let fields = response.headers_mut();
    let caching = if path.contains(HASHED) { FOREVER } else { CHECKED };
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    fields.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    fields.insert(header::ETAG, tag);
    if let Some(encoding) = encoding {
        fields.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}

/// The text of a page, for who adds something to it before it is sent.
pub fn text(path: &str) -> Option<String> {
    String::from_utf8(Dist::get(path)?.data.into_owned()).ok()
}

fn content_type(file: &EmbeddedFile) -> HeaderValue {
    let kind = file.metadata.mimetype();
    let charset = if kind.starts_with("text/") { "; charset=utf-8" } else { "" };
    HeaderValue::try_from(format!("{kind}{charset}")).expect("media types are plain text")
}

/// The hash of the bytes that are sent, so that each encoding has its own.
fn entity_tag(file: &EmbeddedFile) -> HeaderValue {
    let mut tag = String::from("\"");
    for byte in &file.metadata.sha256_hash()[..16] {
        write!(tag, "{byte:02x}").expect("a string takes everything");
    }
    HeaderValue::try_from(tag + "\"").expect("digits are plain text")
}

fn is_known(headers: &HeaderMap, tag: &HeaderValue) -> bool {
    let values = headers.get_all(header::IF_NONE_MATCH).iter();
    values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == "*" || known.as_bytes() == tag.as_bytes())
}
