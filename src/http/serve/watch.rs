//! What a connection is waited for, and until when: its first bytes, the rest of a request's head, the
//! next request, or some progress with those that are under way.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::Version;
use hyper::body::{Frame, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::Instant;

use super::connections::Place;
use crate::http::Limits;

/// How long each kind of waiting may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    head: Duration,
    idle: Duration,
    progress: Duration,
}

impl From<&Limits> for Patience {
    fn from(limits: &Limits) -> Self {
        Self {
            head: limits.connection.head_time,
            idle: limits.connection.idle_time,
            // A request arrives, is answered, and its answer is taken, one after the other.
            progress: limits.body_time + limits.request_time + limits.socket.write_time,
        }
    }
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    Head,
    Next,
    Progress,
}

impl Waiting {
    /// A label for the metrics.
    pub fn name(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Next => "idle",
            Self::Progress => "stalled",
        }
    }
}

/// Shared by what reads, what answers and what looks at the time, all of one connection.
#[derive(Clone)]
pub struct Watch {
    patience: Patience,
    state: Arc<Mutex<State>>,
}

struct State {
    /// Requests whose answers are not yet handed over in full.
    requests: usize,
    /// Over HTTP/2 what comes between requests need not be the head of one.
    is_multiplexed: bool,
    has_asked: bool,
    /// When bytes of a head began to arrive.
    head_at: Option<Instant>,
    /// When something last moved on: the connection, a request, or a piece of an answer.
    moved_at: Instant,
}

impl Watch {
    pub fn new(patience: Patience) -> Self {
        let state = State {
            requests: 0,
            is_multiplexed: false,
            has_asked: false,
            head_at: None,
            moved_at: Instant::now(),
        };
        Self { patience, state: Arc::new(Mutex::new(state)) }
    }

    /// What is waited for now, and until when.
    pub fn waits(&self) -> (Waiting, Instant) {
        let state = self.state();
        if 0 < state.requests {
            return (Waiting::Progress, state.moved_at + self.patience.progress);
        }
        match state.head_at {
            Some(at) => (Waiting::Head, at + self.patience.head),
            None if state.has_asked => (Waiting::Next, state.moved_at + self.patience.idle),
            None => (Waiting::Head, state.moved_at + self.patience.head),
        }
    }

    /// A request has arrived: its head at least.
    pub fn begin(&self, version: Version) -> Asking {
        let mut state = self.state();
        state.requests += 1;
        state.is_multiplexed |= version == Version::HTTP_2;
        state.has_asked = true;
        state.head_at = None;
        state.moved_at = Instant::now();
        drop(state);
        Asking(self.clone())
    }

    fn has_read(&self) {
        let mut state = self.state();
        if state.requests == 0 && !state.is_multiplexed {
            state.head_at.get_or_insert_with(Instant::now);
        }
    }

    fn has_moved(&self) {
        self.state().moved_at = Instant::now();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().expect("no holder of this lock can panic")
    }
}

/// For a request whose body may take longer than others': whoever reads it says that it goes on, and has
/// to have a limit of its own.
#[derive(Clone)]
pub struct Progress(pub Watch);

impl Progress {
    pub fn made(&self) {
        self.0.has_moved();
    }
}

/// A request that is under way, until this is dropped.
pub struct Asking(Watch);

impl Drop for Asking {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.requests -= 1;
        state.head_at = None;
        state.moved_at = Instant::now();
    }
}

/// The body of an answer: its request is under way for as long as it lasts.
pub struct Answer {
    pub body: Body,
    pub asking: Asking,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(context);
        if polled.is_ready() {
            self.asking.0.has_moved();
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream that tells when bytes have come, and holds the connection's place: also as a WebSocket,
/// which nobody but its own limits watches.
pub struct Watched {
    pub stream: TcpStream,
    pub watch: Watch,
    pub _place: Place,
}

impl AsyncRead for Watched {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        let polled = Pin::new(&mut self.stream).poll_read(context, buffer);
        if before < buffer.filled().len() {
            self.watch.has_read();
        }
        polled
    }
}

impl AsyncWrite for Watched {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, slices)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn a_request_that_makes_progress_may_go_on() {
        let patience = Patience::from(&Limits::default());
        let watch = Watch::new(patience);
        let _asking = watch.begin(Version::HTTP_11);
        let progress = Progress(watch.clone());
        for _ in 0..10 {
            tokio::time::advance(patience.progress / 2).await;
            progress.made();
        }
        assert_eq!(watch.waits(), (Waiting::Progress, Instant::now() + patience.progress));
    }
}
