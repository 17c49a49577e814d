//! GraphQL over server-sent events, in distinct connections mode: one operation a request, its
//! answers as `next` events, and `complete` at the end. Any program that reads lines can follow.

use std::{convert::Infallible, sync::Arc};

use async_graphql::ServerError;
use axum::{
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    response::{
        IntoResponse, Response,
        sse::{Event as Sent, KeepAlive, Sse},
    },
};
use futures_util::{Stream, StreamExt, stream};

use super::{
    Http,
    failure::Failure,
    graphql::{params, session},
    negotiate::Media,
    request::body,
    websocket::{Event, Seat, start},
};
use crate::app::App;
use crate::auth::{Session, Viewer, has_ended};
use crate::telemetry::metrics::Open;

/// `POST /graphql/stream`: a query, a mutation or a subscription, in JSON.
pub async fn post(State(http): State<Arc<Http>>, request: Request) -> Response {
    match open(&http, request).await {
        Ok(response) => response,
        Err(failure) => failure.answer(Media::GraphQL),
    }
}

/// Any other method: single connection mode is not offered.
pub async fn other(method: Method) -> Response {
    let message = format!("{method} is not supported here. Send the operation by POST.");
    let mut response = Failure::method_not_allowed(message).into_response();
    response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("POST"));
    response
}

async fn open(http: &Arc<Http>, request: Request) -> Result<Response, Failure> {
    let (parts, content) = request.into_parts();
    let session = session(http, &parts).await?;
    let params = params(http, &parts.headers, content).await?;
    let seat = session.as_ref().map(|session| seat(http, session)).transpose()?;
    let viewer = Viewer(session.as_ref().map(|session| session.actor.clone()));
    let operation = match params.prepare(viewer, &http.app.limits.document) {
        Ok(prepared) => {
            http.rates.act(prepared.purpose, prepared.actor(), http.app.clock.now())?;
            start(http, prepared).left_stream()
        }
        Err(errors) => refused(errors).right_stream(),
    };
    let events = until_over(http, session, operation);
    let open = Open::connection("sse");
    let events = events.map(move |event| {
        // The connection counts, and has its place among its actor's, for as long as it lasts.
        let _ = (&seat, &open);
        Ok::<_, Infallible>(event)
    });
    let alive = KeepAlive::new().interval(http.app.limits.socket.ping_every);
    Ok(Sse::new(events).keep_alive(alive).into_response())
}

fn seat(http: &Http, session: &Session) -> Result<Seat, Failure> {
    let limit = http.app.limits.socket.sockets_per_actor;
    http.seats.take(&session.actor, limit).ok_or_else(|| {
        let message = format!("More than {limit} live connections at once. Close one first.");
        Failure::new(StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_CONNECTIONS", message)
    })
}

/// What is wrong with a document is told in the stream, as the protocol wants it: browsers do not show
/// what is in an answer of another status, and clients would try again.
fn refused(errors: Vec<ServerError>) -> impl Stream<Item = Event> {
    let answer = Box::new(async_graphql::Response::from_errors(errors));
    stream::iter([Event::Refused(answer), Event::Done])
}

/// The events of an operation, until it, the token or the server comes to its end.
fn until_over(
    http: &Arc<Http>,
    session: Option<Session>,
    operation: impl Stream<Item = Event> + Send + 'static,
) -> impl Stream<Item = Sent> + Send + 'static {
    let (app, shutdown) = (Arc::clone(&http.app), http.app.shutdown.clone());
    let over = async move {
        let expired = async {
            match session {
                Some(session) => ended(&app, &session).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = shutdown.cancelled() => {}
            () = expired => {}
        }
    };
    operation.map(sent).take_until(Box::pin(over))
}

/// Waits until the token is not good any more: it has expired, or somebody has revoked it.
async fn ended(app: &Arc<App>, session: &Session) {
    loop {
        let look_at = app.clock.now() + app.limits.socket.token_look_every;
        app.clock.reaches(look_at.min(session.expires_at)).await;
        let is_over = session.expires_at <= app.clock.now();
        if is_over || has_ended(app, session).await.is_some() {
            return;
        }
    }
}

fn sent(event: Event) -> Sent {
    match event {
        Event::Answer(response) | Event::Refused(response) => {
            Sent::default().event("next").data(body(&response))
        }
        Event::Done => Sent::default().event("complete").data(""),
    }
}
