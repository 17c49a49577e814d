//! The customer area and the desk: one page that a browser gets at whatever address it opens, and the
//! files that it loads. Programs, which do not ask for HTML by name, get what they got without it.

use std::sync::Arc;

use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::failure::Failure;
use super::people::people;
use super::{Http, Provider, assets, home, negotiate};
use crate::app::App;

/// Scripts, styles, pictures and sockets are all from here, and nothing is written into the page.
const POLICY: &str = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
                      frame-ancestors 'none'";
const CONFIG: &str = "/config.json";
/// What begins like this belongs to programs, and never is an address of the page.
const OTHERS: [&str; 10] = [
    "graphql",
    "graphiql",
    "assets",
    "sandbox",
    "webhooks",
    "documents",
    "metrics",
    "healthz",
    "readyz",
    "config",
];

/// Its routes. What it is told has an address where there is something to tell: the people's tokens
/// in a demo only, and the identity provider where there is one.
pub fn routes(app: &App) -> Router<Arc<Http>> {
    let routes = Router::new()
        .route("/", get(first))
        .route("/assets/{file}", get(asset))
        .route("/licenses.md", get(licences));
    if app.people.is_empty() && app.provider.is_none() {
        return routes;
    }
    routes.route(CONFIG, get(config))
}

/// At `/` a program gets a page without a script, that says what is where.
async fn first(State(http): State<Arc<Http>>, headers: HeaderMap) -> Response {
    if negotiate::wants_html(&headers) {
        return page(&http);
    }
    home::page(&http, &headers)
}

/// Whatever has no route: the page finds out what is meant, if it is a page that is asked for.
pub async fn fallback(State(http): State<Arc<Http>>, request: Request) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if reads && is_of_page(request.uri().path()) && negotiate::wants_html(request.headers()) {
        page(&http)
    } else {
        Failure::not_found().into_response()
    }
}

/// Names with a dot are those of files.
fn is_of_page(path: &str) -> bool {
    let mut parts = path.split('/').skip(1);
    let first = parts.next().unwrap_or_default();
    !OTHERS.contains(&first) && !path.contains('.')
}

fn page(http: &Http) -> Response {
    let Some(html) = assets::text("app/index.html") else {
        return Failure::not_found().into_response();
    };
    // The page asks for these only where they are, because a browser reports every 404.
    let hints = [
        (!http.app.people.is_empty()).then_some(("buono-config", CONFIG)),
        http.app.provider.is_some().then_some(("buono-oidc", CONFIG)),
        http.app.graphiql.then_some(("buono-graphiql", "/graphiql")),
    ];
    let hints: Vec<String> = hints
        .into_iter()
        .flatten()
        .map(|(name, content)| format!("<meta name=\"{name}\" content=\"{content}\">\n    "))
        .collect();
    let html = html.replacen("</head>", &format!("{}</head>", hints.concat()), 1);
    let vary = (header::VARY, "accept");
    let provider = http.app.provider.as_ref();
    (uncached("no-cache", provider), [vary], Html(html)).into_response()
}

async fn config(State(http): State<Arc<Http>>) -> Response {
    let mut told = json!({ "people": people(&http) });
    if let Some(provider) = &http.app.provider {
        told["oidc"] = provider.told();
    }
    (uncached("no-store", None), Json(told)).into_response()
}

async fn licences(headers: HeaderMap) -> Response {
    assets::answer("app/licenses.md", &headers)
}

async fn asset(Path(file): Path<String>, headers: HeaderMap) -> Response {
    assets::answer(&format!("app/assets/{file}"), &headers)
}

fn uncached(how: &'static str, provider: Option<&Provider>) -> [(HeaderName, HeaderValue); 2] {
    let policy = provider
        .map_or_else(|| HeaderValue::from_static(POLICY), |provider| provider.policy(POLICY));
    [
        (header::CACHE_CONTROL, HeaderValue::from_static(how)),
        (header::CONTENT_SECURITY_POLICY, policy),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_programs_and_files_are_none_of_the_page() {
        for path in ["/orders", "/orders/BO26-7K4Q9-MT2XA", "/desk", "/connect", "/no/such/page"] {
            assert!(is_of_page(path), "{path}");
        }
        for path in ["/graphql", "/graphql/x", "/graphiql", "/assets/none", "/robots.txt", "/a.b/c"]
        {
            assert!(!is_of_page(path), "{path}");
        }
    }
}
