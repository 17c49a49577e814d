//! What the client sent, and what it wants back: media types, encodings and languages.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

use crate::domain::text::Language;

/// What an answer can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Media {
    /// `application/graphql-response+json`: the status says whether the request ran.
    GraphQL,
    /// `application/json`: 200 for whatever is well-formed, as older clients expect.
    Json,
}

impl Media {
    pub fn name(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::GraphQL => "application/graphql-response+json; charset=utf-8",
            Self::Json => "application/json; charset=utf-8",
        })
    }

    /// The media type that `Accept` asks for; `None` when it takes neither of ours. Who does not
    /// care, by `*/*` or by silence, gets the older one.
    pub fn accepted(headers: &HeaderMap) -> Option<Self> {
        let ranges = ranges(headers, header::ACCEPT);
        if ranges.is_empty() {
            return Some(Self::Json);
        }
        let graphql = quality(&ranges, "application/graphql-response+json");
        let json = quality(&ranges, "application/json");
        match (graphql, json) {
            (None, None) => None,
            (Some(one), Some(other)) if one.exact && other.value <= one.value => {
                Some(Self::GraphQL)
            }
            (Some(_), None) => Some(Self::GraphQL),
            (_, Some(_)) => Some(Self::Json),
        }
    }
}

/// Whether the body is JSON in UTF-8. No other type is read: browsers send those across sites unasked.
pub fn is_json(headers: &HeaderMap) -> bool {
    let mut values = headers.get_all(header::CONTENT_TYPE).iter();
    let (Some(value), None) = (values.next(), values.next()) else { return false };
    let Ok(text) = value.to_str() else { return false };
    let mut parts = text.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default();
    kind.eq_ignore_ascii_case("application/json")
        && parts.filter_map(|part| part.split_once('=')).all(|(name, value)| {
            !name.trim().eq_ignore_ascii_case("charset")
                || value.trim().trim_matches('"').eq_ignore_ascii_case("utf-8")
        })
}

/// Whether the client reads bodies of this encoding. Who says nothing about encodings does not.
pub fn takes_encoding(headers: &HeaderMap, encoding: &str) -> bool {
    let ranges = ranges(headers, header::ACCEPT_ENCODING);
    [encoding, "*"]
        .into_iter()
        .find_map(|name| ranges.iter().find(|range| range.name == name))
        .is_some_and(|range| 0.0 < range.value)
}

/// Whether it is a page that is asked for, by name: as browsers do, and hardly a program.
pub fn wants_html(headers: &HeaderMap) -> bool {
    let ranges = ranges(headers, header::ACCEPT);
    ranges.iter().any(|range| range.name == "text/html" && 0.0 < range.value)
}

/// The language, out of some, that the reader likes best; the first where there is no such wish.
pub fn language(headers: &HeaderMap, ours: &[Language]) -> Language {
    let mut ranges = ranges(headers, header::ACCEPT_LANGUAGE);
    // The sort is stable: of two that are liked as much, the one that came first.
    ranges.sort_by(|a, b| b.value.total_cmp(&a.value));
    ranges
        .iter()
        .filter(|range| 0.0 < range.value)
        .find_map(|range| {
            let primary = range.name.split('-').next()?;
            ours.iter().find(|language| language.code() == primary)
        })
        .copied()
        .unwrap_or(ours[0])
}

struct Range {
    name: String,
    value: f32,
}

#[derive(Clone, Copy)]
struct Quality {
    value: f32,
    exact: bool,
}

fn ranges(headers: &HeaderMap, name: HeaderName) -> Vec<Range> {
    let values = headers.get_all(name).iter().filter_map(|value| value.to_str().ok());
    values
        .flat_map(|value| value.split(','))
        .filter_map(|range| {
            let mut parts = range.split(';').map(str::trim);
            let name = parts.next().filter(|name| !name.is_empty())?.to_ascii_lowercase();
            let value = parts
                .find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")))
                .map_or(1.0, |value| value.trim().parse().unwrap_or(0.0));
            Some(Range { name, value })
        })
        .collect()
}

/// How much the client wants `media`, by the most precise of its ranges; `None` when not at all.
fn quality(ranges: &[Range], media: &str) -> Option<Quality> {
    [media, "application/*", "*/*"]
        .into_iter()
        .find_map(|name| ranges.iter().find(|range| range.name == name))
        .map(|range| Quality { value: range.value, exact: range.name == media })
        .filter(|quality| 0.0 < quality.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_is_wanted_by_name() {
        for (accept, wanted) in [
            ("text/html,application/xhtml+xml,*/*;q=0.8", true),
            ("*/*", false),
            ("application/json", false),
            ("text/html;q=0, */*", false),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT, accept.parse().expect(accept))]);
            assert_eq!(wants_html(&headers), wanted, "{accept}");
        }
    }

    #[test]
    fn accept_is_negotiated() {
        let graphql = "application/graphql-response+json";
        for (accept, media) in [
            ("*/*", Some(Media::Json)),
            ("application/*", Some(Media::Json)),
            ("application/json", Some(Media::Json)),
            (graphql, Some(Media::GraphQL)),
            ("Application/GraphQL-Response+JSON; charset=utf-8", Some(Media::GraphQL)),
            ("application/graphql-response+json, application/json", Some(Media::GraphQL)),
            ("application/json, application/graphql-response+json", Some(Media::GraphQL)),
            ("application/graphql-response+json, application/json;q=0.9", Some(Media::GraphQL)),
            ("application/graphql-response+json;q=0.5, application/json", Some(Media::Json)),
            ("application/graphql-response+json, */*;q=0.1", Some(Media::GraphQL)),
            ("application/json;q=0, */*", Some(Media::GraphQL)),
            ("text/html, */*;q=0.8", Some(Media::Json)),
            ("text/html", None),
            ("application/json;q=0", None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, HeaderValue::from_static(accept));
            assert_eq!(Media::accepted(&headers), media, "{accept}");
        }
        assert_eq!(Media::accepted(&HeaderMap::new()), Some(Media::Json));
    }

    fn with(name: HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn encodings_are_negotiated() {
        for (accept, brotli, gzip) in [
            ("gzip, deflate, br", true, true),
            ("gzip", false, true),
            ("BR;q=1.0", true, false),
            ("br;q=0, *", false, true),
            ("*;q=0", false, false),
            ("identity", false, false),
        ] {
            let headers = with(header::ACCEPT_ENCODING, accept);
            let taken = (takes_encoding(&headers, "br"), takes_encoding(&headers, "gzip"));
            assert_eq!(taken, (brotli, gzip), "{accept}");
        }
        assert!(!takes_encoding(&HeaderMap::new(), "br"));
    }

    #[test]
    fn languages_are_negotiated() {
        use Language::{En, It};
        for (accept, language) in [
            ("it", It),
            ("it-CH", It),
            ("fr, it;q=0.5", It),
            ("en;q=0.5, it;q=0.8", It),
            ("en, it", En),
            ("it;q=0", En),
            ("fr", En),
        ] {
            assert_eq!(
                super::language(&with(header::ACCEPT_LANGUAGE, accept), &[En, It]),
                language
            );
        }
        assert_eq!(super::language(&HeaderMap::new(), &[En, It]), En);
    }

    #[test]
    fn the_language_liked_most_is_found() {
        for (accept, language) in [
            ("it", Language::It),
            ("it-IT,it;q=0.9,en;q=0.8", Language::It),
            ("pl, de-AT;q=0.5, fr;q=0.7", Language::Fr),
            ("en;q=0.1, es;q=0.1", Language::En),
            ("de;q=0, es", Language::Es),
            ("de;q=NaN, es", Language::Es),
            ("pl", Language::En),
            ("*", Language::En),
            ("", Language::En),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_LANGUAGE, HeaderValue::from_static(accept));
            assert_eq!(super::language(&headers, &Language::ALL), language, "{accept}");
        }
        assert_eq!(super::language(&HeaderMap::new(), &Language::ALL), Language::En);
    }

    #[test]
    fn only_json_in_utf8_is_read() {
        for (content_type, read) in [
            ("application/json", true),
            ("Application/JSON; charset=UTF-8", true),
            ("application/json;charset=\"utf-8\"", true),
            ("application/json; charset=utf-16", false),
            ("application/jsonx", false),
            ("text/plain", false),
            ("text/plain; application/json", false),
            ("multipart/form-data", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
            assert_eq!(is_json(&headers), read, "{content_type}");
        }
        assert!(!is_json(&HeaderMap::new()));
    }
}
