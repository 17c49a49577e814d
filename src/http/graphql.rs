//! GraphQL over HTTP, to the letter of its specification.

use std::sync::Arc;

use async_graphql::parser::types::OperationType;
use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value};
use tokio::time::timeout;

use super::{
    Http, address,
    failure::{Failure, code},
    negotiate::{Media, is_json},
    request::{Params, Prepared, body, execute, never_ran, refusals},
    websocket,
};
use crate::auth::{AuthError, Session, TokenRefused, Viewer, identify};
use crate::graphql::error::BUSY;

/// `POST /graphql`: any query or mutation, in JSON.
pub async fn post(State(http): State<Arc<Http>>, request: Request) -> Response {
    let (parts, content) = request.into_parts();
    let Some(media) = Media::accepted(&parts.headers) else { return not_acceptable() };
    match posted(&http, &parts, content, media).await {
        Ok(response) => response,
        Err(failure) => failure.answer(media),
    }
}

/// `GET /graphql`: a query in the address, or the start of a WebSocket.
pub async fn get(State(http): State<Arc<Http>>, request: Request) -> Response {
    if websocket::is_upgrade(request.headers()) {
        return websocket::upgrade(http, request).await;
    }
    let (parts, _) = request.into_parts();
    let Some(media) = Media::accepted(&parts.headers) else { return not_acceptable() };
    match got(&http, &parts, media).await {
        Ok(response) => response,
        Err(failure) => allow(failure.answer(media), "POST"),
    }
}

/// Any other method.
pub async fn other(method: Method) -> Response {
    let failure = Failure::method_not_allowed(format!("{method} is not supported here."));
    allow(failure.into_response(), "GET, HEAD, POST")
}

async fn posted(
    http: &Http,
    parts: &Parts,
    content: Body,
    media: Media,
) -> Result<Response, Failure> {
    let viewer = viewer(http, parts).await?;
    let params = params(http, &parts.headers, content).await?;
    match params.prepare(viewer, &http.app.limits.document) {
        Ok(Prepared { kind: OperationType::Subscription, .. }) => Err(Failure::bad_request(
            "Subscriptions need a WebSocket, with the subprotocol `graphql-transport-ws`, or \
             `POST /graphql/stream`.",
        )),
        Ok(prepared) => run(http, prepared, media).await,
        Err(errors) => Err(Failure { status: status_of_refusal(media), errors }),
    }
}

async fn got(http: &Http, parts: &Parts, media: Media) -> Result<Response, Failure> {
    let viewer = viewer(http, parts).await?;
    let params =
        from_address(parts.uri.query().unwrap_or_default()).map_err(Failure::bad_request)?;
    match params.prepare(viewer, &http.app.limits.document) {
        Ok(prepared) if prepared.kind == OperationType::Query => run(http, prepared, media).await,
        Ok(_) => {
            Err(Failure::method_not_allowed("GET is for queries only. Use POST for mutations."))
        }
        Err(errors) => Err(Failure { status: status_of_refusal(media), errors }),
    }
}

/// Waits for the answer. When that takes too long the client is told, but what runs is not cut short:
/// it may be in the middle of a transaction.
async fn run(http: &Http, prepared: Prepared, media: Media) -> Result<Response, Failure> {
    http.rates.act(prepared.purpose, prepared.actor(), http.app.clock.now())?;
    let answer = execute(http, prepared);
    let Ok(response) = timeout(http.app.limits.request_time, answer).await else {
        return Err(Failure::new(
            StatusCode::GATEWAY_TIMEOUT,
            "TIMEOUT",
            format!(
                "This takes longer than {} s. A change may still be made: look before you try again.",
                http.app.limits.request_time.as_secs_f64()
            ),
        ));
    };
    if never_ran(&response) {
        let errors = refusals(response);
        let ours = Failure::internal().errors;
        let broke = errors.iter().any(|error| error.message == ours[0].message);
        let status = match errors.first().and_then(code) {
            Some(BUSY) => StatusCode::SERVICE_UNAVAILABLE,
            _ if broke => StatusCode::INTERNAL_SERVER_ERROR,
            _ => status_of_refusal(media),
        };
        return Err(Failure { status, errors });
    }
    let headers = [
        (header::CONTENT_TYPE, media.name()),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, body(&response)).into_response())
}

/// Clients that only know `application/json` take every other status for a broken connection.
fn status_of_refusal(media: Media) -> StatusCode {
    match media {
        Media::GraphQL => StatusCode::BAD_REQUEST,
        Media::Json => StatusCode::OK,
    }
}

/// The parameters of a POST, which has to be JSON.
pub async fn params(http: &Http, headers: &HeaderMap, content: Body) -> Result<Params, Failure> {
    if !is_json(headers) {
        return Err(Failure::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "UNSUPPORTED_MEDIA_TYPE",
            "Send the request as `application/json` in UTF-8.",
        ));
    }
    let bytes = arrived(http, headers, content, http.app.limits.body_bytes).await?;
    let json = serde_json::from_slice(&bytes)
        .map_err(|_| Failure::bad_request("The body is not valid JSON."))?;
    Params::read(json).map_err(Failure::bad_request)
}

async fn viewer(http: &Http, parts: &Parts) -> Result<Viewer, Failure> {
    Ok(Viewer(session(http, parts).await?.map(|session| session.actor)))
}

/// Who asks, and until when we believe it; `None` is nobody. Each request is counted here, before
/// anything else is done for it.
pub async fn session(http: &Http, parts: &Parts) -> Result<Option<Session>, Failure> {
    let from = address::caller(&http.app.proxies, &parts.extensions, &parts.headers);
    match presented(http, &parts.headers).await {
        Ok(session) => {
            let actor = session.as_ref().map(|it| &it.actor);
            http.rates.ask(actor, from, http.app.clock.now())?;
            Ok(session)
        }
        Err(refused) => {
            if refused.is_of_caller() {
                http.rates.refuse_token(from, http.app.clock.now())?;
            }
            Err(refused.into())
        }
    }
}

/// The session of the token in the headers.
async fn presented(http: &Http, headers: &HeaderMap) -> Result<Option<Session>, AuthError> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (value, None) = (values.next(), values.next()) else { return Err(AuthError::NotBearer) };
    let text = value.map(HeaderValue::to_str).transpose();
    identify(&http.app, text.map_err(|_| TokenRefused::Malformed)?).await
}

/// The body, once all of it is here.
pub(super) async fn arrived(
    http: &Http,
    headers: &HeaderMap,
    content: Body,
    limit: usize,
) -> Result<axum::body::Bytes, Failure> {
    let too_large = || {
        let message = format!("The body is larger than {} KiB.", limit / 1024);
        Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "PAYLOAD_TOO_LARGE", message)
    };
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    if announced.and_then(|length| length.parse::<usize>().ok()).is_some_and(|it| limit < it) {
        return Err(too_large());
    }
    let time = http.app.limits.body_time;
    match timeout(time, to_bytes(content, limit)).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(_)) => Err(too_large()),
        Err(_) => Err(Failure::new(
            StatusCode::REQUEST_TIMEOUT,
            "REQUEST_TIMEOUT",
            format!("The body did not arrive within {} s.", time.as_secs_f64()),
        )),
    }
}

/// The parameters of a GET: `variables` and `extensions` are JSON inside the address.
fn from_address(query: &str) -> Result<Params, String> {
    let uri = format!("/?{query}").parse::<Uri>().map_err(|err| err.to_string())?;
    let pairs = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&uri)
        .map_err(|_| "The address is not well-formed.".to_owned())?;
    let mut body = Map::new();
    for (name, text) in pairs.0 {
        let value = match name.as_str() {
            "query" | "operationName" => Value::String(text),
            "variables" | "extensions" if text.is_empty() => Value::Null,
            "variables" | "extensions" => {
                serde_json::from_str(&text).map_err(|_| format!("`{name}` is not valid JSON."))?
            }
            _ => continue,
        };
        if body.insert(name, value).is_some() {
            return Err("A parameter is given twice.".into());
        }
    }
    Params::read(Value::Object(body))
}

fn not_acceptable() -> Response {
    Failure::new(
        StatusCode::NOT_ACCEPTABLE,
        "NOT_ACCEPTABLE",
        "Accept `application/graphql-response+json` or `application/json`.",
    )
    .into_response()
}

fn allow(mut response: Response, methods: &'static str) -> Response {
    if response.status() == StatusCode::METHOD_NOT_ALLOWED {
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(methods));
    }
    response
}
