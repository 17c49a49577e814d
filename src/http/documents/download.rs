//! `GET /documents/{id}`: a document that was sent in, for its customer and for operators who may read
//! documents. By token, or by the link of `Document.downloadUrl`.
//!
//! What is missing, somebody else's, or asked for with a bad link or token, is the same answer. A file
//! is never shown by us: whatever is in it, it is saved, and no page of ours is its context.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header, request::Parts};
use axum::response::{IntoResponse, Response};
use tracing::Instrument;

use super::super::{Http, audience, failure::Failure, graphql};
use super::disposition;
use super::named;
use crate::actions::read::Shown;
use crate::auth::links::{Reader, is_link};
use crate::domain::actor::{Actor, Reach};
use crate::domain::document::Document;
use crate::files::Reading;
use crate::graphql::ids::NodeId;
use crate::storage::{StorageError, documents};

const POLICY: &str = "sandbox; default-src 'none'; frame-ancestors 'none'";

pub async fn show(State(http): State<Arc<Http>>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let place = match http.places.take() {
        Ok(place) => place,
        Err(busy) => return Failure::from(busy).into_response(),
    };
    // In a task of its own: a reader who hangs up must not cut a statement short.
    let finding = http.app.tracker.spawn({
        let http = Arc::clone(&http);
        let find = async move {
            let found = find(&http, &parts).await;
            place.give_back();
            found
        };
        find.in_current_span()
    });
    match finding.await {
        Ok(Ok((document, reading))) => answer(&document, reading),
        Ok(Err(failure)) => failure.into_response(),
        Err(error) => failed(&error).into_response(),
    }
}

async fn find(http: &Http, parts: &Parts) -> Result<(Document, Reading), Failure> {
    let reader = reader(http, parts).await?;
    let Some(NodeId::Document(id)) = named(parts) else { return Err(Failure::not_found()) };
    let reach = match &reader {
        Reader::Customer(id) => Reach::Own(*id),
        Reader::Operator(_) => Reach::All,
        Reader::Service(_) => return Err(Failure::not_found()),
    };
    let found = documents::files(http.app.store.read(), reach, &[id]).await;
    let found = found.map_err(|error| failed(&error))?.pop();
    let document = found.ok_or_else(Failure::not_found)?;
    if let Reader::Operator(name) = reader {
        record(http, name, &document).await.map_err(|error| failed(&error))?;
    }
    let Some(files) = &http.app.files else {
        return Err(failed(&"BUONO_STORAGE_URL does not say where documents are"));
    };
    match files.read(&document.stored_as).await {
        Ok(Some(reading)) => Ok((document, reading)),
        Ok(None) => Err(failed(&format!("the file of the document {id} is not there"))),
        Err(error) => Err(failed(&error)),
    }
}

/// Who reads, if they may read documents at all.
async fn reader(http: &Http, parts: &Parts) -> Result<Reader, Failure> {
    let session = graphql::session(http, parts).await.map_err(|failure| match failure.status {
        StatusCode::TOO_MANY_REQUESTS => failure,
        status if status.is_server_error() => failure,
        _ => Failure::not_found(),
    })?;
    let actor = session.map(|session| session.actor);
    let query = parts.uri.query().unwrap_or_default();
    if !is_link(query) {
        let reader = actor.as_ref().and_then(Reader::of_documents);
        return reader.ok_or_else(Failure::not_found);
    }
    let grant = http.app.links.read(parts.uri.path(), query, http.app.clock.now());
    let grant = grant.ok_or_else(Failure::not_found)?;
    // A link is its reader's own: whoever is known to be somebody else cannot use it.
    if actor.is_some_and(|actor| Reader::of_documents(&actor).as_ref() != Some(&grant.reader)) {
        return Err(Failure::not_found());
    }
    Ok(grant.reader)
}

/// No record, no answer.
async fn record(http: &Http, name: String, document: &Document) -> Result<(), StorageError> {
    let operator = Actor::Operator { name, scopes: Vec::new() };
    let shown = vec![Shown::Document(document.order_id, document.id)];
    audience::write(&http.till.changes, operator, shown).await
}

fn answer(document: &Document, reading: Reading) -> Response {
    let name = disposition::attachment(&document.file_name);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(document.file_type.name())),
        (header::CONTENT_LENGTH, reading.size.into()),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(name).expect("it is ASCII")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    ];
    (StatusCode::OK, headers, Body::from_stream(reading.bytes)).into_response()
}

fn failed(error: &dyn std::fmt::Display) -> Failure {
    tracing::error!(%error, "a document could not be read");
    Failure::internal()
}
