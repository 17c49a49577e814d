//! One operation on a socket, as a stream of what has to be told about it.

use std::{
    future::ready,
    panic::AssertUnwindSafe,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use async_graphql::{Response, Value, parser::types::OperationType};
use futures_util::{FutureExt, Stream, StreamExt, future::BoxFuture, stream};

use super::super::{
    Http,
    audience::Audience,
    request::{Prepared, broken, execute, kind_name, never_ran},
};
use crate::actions::charge::Till;
use crate::telemetry::metrics::{self, Ended, Open};

/// What an operation has to tell.
pub enum Event {
    Answer(Box<Response>),
    /// It never ran, or a subscription never began: there is nothing more either.
    Refused(Box<Response>),
    /// There is nothing more. A stream of its own would end in silence.
    Done,
}

/// An operation that runs.
pub struct Operation {
    pub kind: OperationType,
    events: Pin<Box<dyn Stream<Item = Event> + Send>>,
}

impl Stream for Operation {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Event>> {
        self.events.as_mut().poll_next(cx)
    }
}

/// Starts an operation. Queries and mutations run on even if the stream is dropped; a subscription ends
/// with it. A panic is an answer, so that one operation cannot end the others.
pub fn start(http: &Arc<Http>, prepared: Prepared) -> Operation {
    let (kind, name) = (prepared.kind, prepared.name.clone());
    let answers = if kind == OperationType::Subscription {
        let open = Open::subscription();
        let complexity = http.app.limits.document.complexity;
        let answers =
            AssertUnwindSafe(http.schema.stream(prepared.request, complexity)).catch_unwind();
        let sequence = prepared.sequence;
        let answers = answers.map(move |answer| {
            let _ = &open;
            let mut answer = answer.unwrap_or_else(|_| broken());
            sequence.arrange(&mut answer.data);
            answer
        });
        match prepared.audience {
            Some(audience) => {
                let till = http.till.clone();
                let written = move |answer| written(audience.clone(), till.clone(), answer);
                answers.then(written).boxed()
            }
            None => answers.boxed(),
        }
    } else {
        // Boxed by itself: a subscription, which waits for hours, would be as large as this.
        let http = Arc::clone(http);
        stream::once(async move { execute(&http, prepared).await }).boxed()
    };
    let done = stream::once(ready(Event::Done));
    let events = answers.enumerate().map(move |(at, answer)| {
        let begins = at == 0 && kind == OperationType::Subscription;
        let is_refused = never_ran(&answer) || (begins && has_nothing(&answer));
        if begins {
            let ended = if is_refused { Ended::Refused } else { Ended::Well };
            metrics::operation(name.as_deref(), kind_name(kind), ended, None);
        }
        if is_refused { Event::Refused(Box::new(answer)) } else { Event::Answer(Box::new(answer)) }
    });
    Operation { kind, events: events.chain(done).boxed() }
}

/// Boxed, since only operators' answers need it: what waits for the next one stays small.
fn written(audience: Audience, till: Till, answer: Response) -> BoxFuture<'static, Response> {
    async move { audience.written(&till, answer).await }.boxed()
}

/// When a resolver refuses to begin a subscription, the library names the field as if it had run.
fn has_nothing(answer: &Response) -> bool {
    answer.data == Value::Null && !answer.errors.is_empty()
}
