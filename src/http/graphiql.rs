//! GraphiQL, which tries the API out in a browser: for developers and demos, and whoever enables it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::json;

use super::failure::Failure;
use super::people::people;
use super::{Http, assets};
use crate::app::App;

/// Everything comes from here, scripts, workers and sockets included. Two things are let in besides:
/// styles that scripts write (the editor and the menus make their style sheets as they go), and
/// pictures in `data:` addresses (the editor draws its squiggles with them).
const POLICY: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
                      object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const CONFIG: &str = "/graphiql/config.json";

/// Its routes: none where it is off. The people's tokens have an address in a demo only.
pub fn routes(app: &App) -> Router<Arc<Http>> {
    if !app.graphiql {
        return Router::new();
    }
    let routes = Router::new()
        .route("/graphiql", get(page))
        .route("/graphiql/", get(|| async { Redirect::permanent("/graphiql") }))
        .route("/graphiql/licenses.md", get(licences))
        .route("/graphiql/assets/{file}", get(asset));
    if app.people.is_empty() { routes } else { routes.route(CONFIG, get(config)) }
}

async fn page(State(http): State<Arc<Http>>) -> Response {
    let Some(mut html) = assets::text("graphiql/index.html") else {
        return Failure::not_found().into_response();
    };
    if !http.app.people.is_empty() {
        // The page asks for it only where it is, because a browser reports every 404.
        let hint = format!("<meta name=\"buono-config\" content=\"{CONFIG}\">\n  </head>");
        html = html.replacen("</head>", &hint, 1);
    }
    (uncached("no-cache"), Html(html)).into_response()
}

async fn config(State(http): State<Arc<Http>>) -> Response {
    (uncached("no-store"), Json(json!({ "people": people(&http) }))).into_response()
}

async fn licences(headers: HeaderMap) -> Response {
    assets::answer("graphiql/licenses.md", &headers)
}

async fn asset(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let mut response = assets::answer(&format!("graphiql/assets/{file}"), &headers);
    // A worker's policy is the one that its own script came with.
    response
        .headers_mut()
        .insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    response
}

fn uncached(how: &'static str) -> [(HeaderName, &'static str); 2] {
    [(header::CACHE_CONTROL, how), (header::CONTENT_SECURITY_POLICY, POLICY)]
}
