//! Which pages of other origins may use the API: those on the list. Who asks is in a header that the
//! page itself sends, and never in a cookie, so that a page without a token gets nothing by it.

use std::time::Duration;

use axum::http::{HeaderName, HeaderValue, Method, header, request::Parts};
use tower_http::cors::{AllowOrigin, CorsLayer};

/// Stands for every port of this machine, where pages are developed.
pub const LOCAL: &str = "http://localhost:*";
/// How long a browser need not ask again.
const REMEMBERED: Duration = Duration::from_mins(10);

/// The same where documents are sent to: the name of a file is in a header.
pub fn of_documents(known: &[String]) -> CorsLayer {
    layer(known)
        .allow_methods([Method::GET, Method::PUT])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE, header::CONTENT_DISPOSITION])
        .expose_headers([
            HeaderName::from_static("x-request-id"),
            header::RETRY_AFTER,
            header::CONTENT_DISPOSITION,
        ])
}

/// Answers browsers' questions before a request, which come without a token, and names the origin
/// in answers to pages on the list. Nobody else is named: their browsers then keep the answer.
pub fn layer(known: &[String]) -> CorsLayer {
    let known = known.to_vec();
    let is_known = move |origin: &HeaderValue, _: &Parts| {
        origin.to_str().is_ok_and(|origin| is_known(origin, &known))
    };
    CorsLayer::new()
        .allow_origin(AllowOrigin::predicate(is_known))
        .allow_methods([Method::GET, Method::POST])
        .allow_headers([header::AUTHORIZATION, header::CONTENT_TYPE])
        .expose_headers([HeaderName::from_static("x-request-id"), header::RETRY_AFTER])
        .max_age(REMEMBERED)
}

/// Whether the origin is on the list, to the letter.
pub fn is_known(origin: &str, known: &[String]) -> bool {
    known.iter().any(|it| it == origin || (it == LOCAL && is_local(origin)))
}

fn is_local(origin: &str) -> bool {
    let port = LOCAL.strip_suffix('*').and_then(|start| origin.strip_prefix(start));
    port.is_some_and(|port| port.parse::<u16>().is_ok() && !port.starts_with('+'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_list_is_known_to_the_letter() {
        let known = ["https://shop.test".to_owned(), LOCAL.to_owned()];
        for (origin, expected) in [
            ("https://shop.test", true),
            ("http://localhost:5173", true),
            ("http://shop.test", false),
            ("https://shop.test:8443", false),
            ("https://shop.test.evil.test", false),
            ("https://evil.test", false),
            ("http://localhost", false),
            ("http://localhost:*", true),
            ("http://localhost:1.evil.test", false),
            ("http://localhost:80@evil.test", false),
            ("http://localhost:+80", false),
            ("https://localhost:5173", false),
            ("null", false),
        ] {
            assert_eq!(is_known(origin, &known), expected, "{origin}");
        }
        assert!(!is_known("http://localhost:5173", &known[..1]));
    }
}
