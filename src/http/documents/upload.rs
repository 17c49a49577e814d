//! `PUT /documents/{request}`: a document that was asked for, from the customer who was.
//!
//! Its bytes go to where files are kept as they come, and never all of them into memory. Then the file
//! is there, and after that its row: a crash between the two leaves a file that nobody knows of, which
//! a job removes, and never a row without its file. The same bytes once more are answered as before.

use std::sync::Arc;
use std::time::Duration;

use axum::Json;
use axum::body::BodyDataStream;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts};
use axum::response::{IntoResponse, Response};
use chrono::SecondsFormat;
use futures_util::StreamExt;
use serde_json::json;
use tokio::time::timeout;
use tracing::Instrument;

use super::super::{Http, failure::Failure, graphql, places::Busy, websocket::Seat};
use super::disposition;
use super::incoming::{Arrived, Incoming};
use super::named;
use crate::actions::Stop;
use crate::actions::receive_document::{ReceiveDocument, ReceiveRefusal, Received};
use crate::domain::actor::{Actor, Reach};
use crate::domain::document::{
    Document, DocumentRequest, FILES_PER_REQUEST_MAX, IntakeRefusal, file_name,
};
use crate::domain::ids::{CustomerId, DocumentId};
use crate::fault::{Fault, point};
use crate::files::Files;
use crate::graphql::ids::NodeId;
use crate::storage::{StorageError, documents, orders};

/// How long we listen to a file that is refused: whoever is busy with sending would miss the answer.
const HEAR_OUT_TIME: Duration = Duration::from_secs(5);
/// And to how much of it: so many times what a file may have.
const HEAR_OUT_TIMES: usize = 4;

/// Whose document it is to be.
struct Sender {
    id: CustomerId,
    reference: String,
}

pub async fn receive(State(http): State<Arc<Http>>, request: Request) -> Response {
    let (parts, content) = request.into_parts();
    // In a task of its own: who hangs up must not cut a transaction short, nor leave half a file.
    let receiving = http.app.tracker.spawn({
        let http = Arc::clone(&http);
        let receive = async move {
            let mut content = content.into_data_stream();
            let received = received(&http, &parts, &mut content).await;
            // By now no place is held any more.
            if received.is_err() {
                let most = HEAR_OUT_TIMES * http.app.limits.upload.bytes;
                hear_out(&parts.headers, &mut content, most).await;
            }
            received
        };
        receive.in_current_span()
    });
    match receiving.await {
        Ok(Ok(received)) => answer(&received),
        Ok(Err(failure)) => failure.into_response(),
        Err(error) => failed(&error).into_response(),
    }
}

async fn received(
    http: &Http,
    parts: &Parts,
    content: &mut BodyDataStream,
) -> Result<Received, Failure> {
    let actor = graphql::session(http, parts).await?.map(|session| session.actor);
    let _seat = actor.as_ref().map(|actor| seat(http, actor)).transpose()?;
    let sender = match actor {
        Some(Actor::Customer { id, reference }) => Sender { id, reference },
        Some(_) => {
            let message = "Only a customer can do this, for themselves.";
            return Err(Failure::new(StatusCode::FORBIDDEN, "FORBIDDEN", message));
        }
        None => {
            let message = "Say who is sending: send `Authorization: Bearer <token>`.";
            return Err(Failure::new(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", message));
        }
    };
    let _place = http.uploads.take()?;
    take(http, parts, sender, content).await
}

/// One customer must not take all the places there are.
fn seat(http: &Http, actor: &Actor) -> Result<Seat, Failure> {
    let limit = http.app.limits.upload.per_customer;
    http.senders.take(actor, limit).ok_or_else(|| {
        let message = format!("More than {limit} documents at once. Let one arrive first.");
        Failure::new(StatusCode::TOO_MANY_REQUESTS, "TOO_MANY_CONNECTIONS", message)
    })
}

async fn take(
    http: &Http,
    parts: &Parts,
    sender: Sender,
    content: &mut BodyDataStream,
) -> Result<Received, Failure> {
    let files = http.app.files.as_ref().ok_or_else(|| {
        let message = "This server has no place for documents yet. Whoever runs it has to set \
                       BUONO_STORAGE_URL to file:// and a folder.";
        Failure::new(StatusCode::SERVICE_UNAVAILABLE, "STORAGE_NOT_CONFIGURED", message)
    })?;
    let request = wanted(http, parts, &sender).await?;
    let id = DocumentId::new(http.app.clock.now());
    let stored_as = id.to_string();
    let incoming = Incoming::new(http.app.limits.upload, parts);
    let Arrived { file_type, size, sha256 } = incoming.keep(content, files, &stored_as).await?;
    point(Fault::AfterFile).await;
    let given = parts.headers.get(header::CONTENT_DISPOSITION).map(HeaderValue::as_bytes);
    let given = given.and_then(disposition::file_name);
    let document = Document {
        id,
        request_id: request.id,
        order_id: request.order_id,
        file_name: file_name(given.as_deref(), request.kind, file_type),
        file_type,
        size: i64::try_from(size).unwrap_or(i64::MAX),
        sha256,
        stored_as,
        uploaded_at: http.app.clock.now(),
    };
    let Sender { id: customer, reference } = sender;
    write_down(http, files, ReceiveDocument { customer, reference, document }).await
}

/// The request that the address names, if it takes something. When a file has come already, this may
/// be that file once more, whatever has become of the request: its bytes will tell.
async fn wanted(http: &Http, parts: &Parts, sender: &Sender) -> Result<DocumentRequest, Failure> {
    let Some(NodeId::DocumentRequest(id)) = named(parts) else { return Err(missing()) };
    let (db, reach) = (http.app.store.read(), Reach::Own(sender.id));
    let request = documents::find(db, reach, id)
        .await
        .map_err(|error| unread(&error))?
        .ok_or_else(missing)?;
    let order =
        orders::many(db, reach, &[request.order_id]).await.map_err(|error| unread(&error))?;
    let order = order.first().ok_or_else(missing)?;
    if let Err(why) = request.takes_more(order.status)
        && documents::files_of(db, request.id).await.map_err(|error| unread(&error))?.is_empty()
    {
        return Err(not_taken(why));
    }
    Ok(request)
}

async fn write_down(
    http: &Http,
    files: &Files,
    action: ReceiveDocument,
) -> Result<Received, Failure> {
    let made = http.till.changes.make(&action).await;
    // Of what has failed nobody knows whether it was committed: the file stays, until a job looks.
    let is_of_no_use = !matches!(&made, Ok(Received { is_new: true, .. }) | Err(Stop::Broken(_)));
    if is_of_no_use && let Err(error) = files.remove(&action.document.stored_as).await {
        tracing::warn!(%error, "a file that is of no use could not be removed");
    }
    made.map_err(|stop| match stop {
        Stop::Refused(ReceiveRefusal::NotFound) => missing(),
        Stop::Refused(ReceiveRefusal::NotTaken(why)) => not_taken(why),
        Stop::Refused(ReceiveRefusal::TooLate) => Failure::from(Busy),
        Stop::Broken(error) => unread(&error),
    })
}

/// Reads on, and forgets it: what is still on its way would else cost the sender our answer.
async fn hear_out(headers: &HeaderMap, content: &mut BodyDataStream, most: usize) {
    // Who asks first has not begun to send, and must not be told to.
    if headers.contains_key(header::EXPECT) {
        return;
    }
    let listening = async {
        let mut heard = 0;
        while let Some(Ok(bytes)) = content.next().await {
            heard += bytes.len();
            if most < heard {
                break;
            }
        }
    };
    // Whether it has come to its end makes no difference.
    let _ = timeout(HEAR_OUT_TIME, listening).await;
}

fn answer(received: &Received) -> Response {
    let Received { document, is_new } = received;
    let status = if *is_new { StatusCode::CREATED } else { StatusCode::OK };
    let body = json!({
        "id": NodeId::Document(document.id).encode().0,
        "fileName": document.file_name,
        "contentType": document.file_type.name(),
        "size": document.size,
        "uploadedAt": document.uploaded_at.to_rfc3339_opts(SecondsFormat::Millis, true),
    });
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

/// The same whether there is no such request or it is somebody else's.
fn missing() -> Failure {
    let message = "There is no such request for a document. Use the `uploadUrl` of one.";
    Failure::new(StatusCode::NOT_FOUND, "NOT_FOUND", message)
}

fn not_taken(why: IntakeRefusal) -> Failure {
    let (code, message) = match why {
        IntakeRefusal::Order(status) => {
            let status = status.name();
            let message = format!("The order is {status}: no document is needed for it any more.");
            ("WRONG_STATUS", message)
        }
        IntakeRefusal::Reviewed(status) => {
            let status = status.name();
            let message =
                format!("This has been looked at and is {status}. Nothing more is needed.");
            ("ALREADY_REVIEWED", message)
        }
        IntakeRefusal::Full => {
            let message = format!(
                "{FILES_PER_REQUEST_MAX} documents have come for this already, and that is the most."
            );
            ("TOO_MANY_DOCUMENTS", message)
        }
    };
    Failure::new(StatusCode::CONFLICT, code, message)
}

fn unread(error: &StorageError) -> Failure {
    if error.is_overload() || error.is_race() {
        tracing::warn!(%error, "the database does not keep up");
        return Busy.into();
    }
    failed(error)
}

fn failed(error: &dyn std::fmt::Display) -> Failure {
    tracing::error!(%error, "a document could not be taken");
    Failure::internal()
}
