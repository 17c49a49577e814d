//! The first page: what this is, and where everything is. Written by the server, without a script.

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::{Http, negotiate};
use crate::domain::text::Language;
use words::{EN, IT, Words};

mod words;

pub(super) const STYLE: &str = include_str!("home.css");
const ICON: &str = include_str!("icon.svg");

pub fn page(http: &Http, headers: &HeaderMap) -> Response {
    let words = match negotiate::language(headers, &[Language::En, Language::It]) {
        Language::It => &IT,
        _ => &EN,
    };
    let origin = http.app.origins.first().map(String::as_str).unwrap_or_default();
    let mut response = Html(html(words, origin, http.app.graphiql)).into_response();
    let fields = response.headers_mut();
    fields.insert(header::CONTENT_SECURITY_POLICY, policy("'none'"));
    fields.insert(header::CONTENT_LANGUAGE, HeaderValue::from_static(words.language));
    fields.insert(header::VARY, HeaderValue::from_static("accept-language"));
    fields.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

pub async fn icon() -> impl IntoResponse {
    let headers =
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "max-age=86400")];
    (headers, ICON)
}

/// Nothing but our own style sheet, by its hash, and the icon; and forms to where it is said.
pub(super) fn policy(forms: &str) -> HeaderValue {
    let hash = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; img-src 'self'; base-uri 'none'; \
         form-action {forms}; frame-ancestors 'none'"
    );
    HeaderValue::try_from(policy).expect("a hash in Base64 is plain text")
}

fn html(words: &Words, origin: &str, graphiql: bool) -> String {
    let Words { language, lead, open, closed, at_hand, try_it, .. } = words;
    let version = env!("CARGO_PKG_VERSION");
    let entrance = if graphiql {
        format!("<p><a class=open href=/graphiql>{open}</a></p>")
    } else {
        format!("<p class=closed>{closed}</p>")
    };
    let rows: String = words.routes.iter().map(|(route, what)| row(route, what)).collect();
    let origin = escaped(origin);
    format!(
        "<!doctype html>
<html lang={language}>
<head>
<meta charset=utf-8>
<meta name=viewport content='width=device-width'>
<meta name=color-scheme content='light dark'>
<title>Buono</title>
<link rel=icon href=/icon.svg type=image/svg+xml>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1><img src=/icon.svg alt='' width=40 height=40> Buono</h1>
<p class=lead>{lead}</p>
{entrance}
<h2>{at_hand}</h2>
<dl>
{rows}</dl>
<h2>{try_it}</h2>
<pre tabindex=0><code>curl {origin}/graphql \\
  -H 'content-type: application/json' \\
  -d '{{\"query\": \"{{ catalog(country: \\\"IT\\\") {{ nodes {{ code name }} }} }}\"}}'</code></pre>
</main>
<footer>Buono {version}</footer>
</body>
</html>
"
    )
}

/// A route and what it is. What a browser can look at is a link.
fn row(route: &str, what: &str) -> String {
    let shown = match route.strip_prefix("GET ") {
        Some(path) if !path.contains(' ') => format!("<a href={path}>{path}</a>"),
        _ => route.to_owned(),
    };
    format!("<div><dt><code>{shown}</code></dt><dd>{what}</dd></div>\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_public_address_stays_text() {
        let page = html(&EN, "http://x/\"><script>alert(1)</script>", true);
        assert!(!page.contains("<script"), "{page}");
        assert!(page.contains("curl http://x/&quot;&gt;&lt;script&gt;alert(1)"), "{page}");
    }

    #[test]
    fn graphiql_is_linked_where_it_is() {
        assert!(html(&EN, "", true).contains("href=/graphiql>"));
        assert!(!html(&EN, "", false).contains("/graphiql"));
    }

    #[test]
    fn both_languages_name_the_same_routes() {
        let routes = |words: &Words| words.routes.map(|(route, _)| route);
        assert_eq!(routes(&EN), routes(&IT));
    }
}
