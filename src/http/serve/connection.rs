//! One connection, from its first byte to its last, or to its becoming a WebSocket.

use std::convert::Infallible;
use std::future::poll_fn;
use std::net::SocketAddr;
use std::pin::pin;
use std::task::{Poll, ready};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use hyper::body::Incoming;
use hyper::rt::Executor;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::connections::Place;
use super::watch::{Answer, Patience, Progress, Waiting, Watch, Watched};
use crate::http::Limits;
use crate::telemetry::metrics;

/// What every request may have of headers at no cost: the library then keeps them off the heap.
const HEADERS_FOR_FREE: usize = 100;
/// Bodies of HTTP/2 that may be on their way before somebody reads them: of a request, of all.
const STREAM_WINDOW_BYTES: u32 = 64 * 1024;
const CONNECTION_WINDOW_BYTES: u32 = 256 * 1024;
/// Pieces of answers that are kept for a stream whose reader is slow.
const STREAM_SEND_BYTES: usize = 64 * 1024;
/// Streams of HTTP/2 that are begun and taken back before we come to them.
const RESETS_PENDING_MAX: usize = 20;
/// Streams of HTTP/2 that we had to end for their mistakes.
const RESETS_FOR_MISTAKES_MAX: usize = 100;

/// What all connections have in common.
pub struct Door {
    router: Router,
    builder: Builder<Tasks>,
    patience: Patience,
    /// How long a connection may take to part.
    parting_time: Duration,
    tasks: TaskTracker,
    stop: CancellationToken,
    end: CancellationToken,
}

/// Runs the requests of HTTP/2 as tasks that are counted.
#[derive(Clone)]
struct Tasks(TaskTracker);

impl<F> Executor<F> for Tasks
where
    F: Future<Output = ()> + Send + 'static,
{
    fn execute(&self, future: F) {
        self.0.spawn(future);
    }
}

impl Door {
    /// Connections part when `stop` is cancelled, and are gone with `end`.
    pub fn new(
        router: Router,
        limits: &Limits,
        tasks: TaskTracker,
        stop: CancellationToken,
        end: CancellationToken,
    ) -> Self {
        let mut builder = Builder::new(Tasks(tasks.clone()));
        let head_bytes = limits.connection.head_bytes;
        // Our own watch tells a head that does not arrive from a connection that is not used.
        builder.http1().timer(TokioTimer::new()).header_read_timeout(None).max_buf_size(head_bytes);
        if limits.connection.headers != HEADERS_FOR_FREE {
            builder.http1().max_headers(limits.connection.headers);
        }
        builder
            .http2()
            .timer(TokioTimer::new())
            .max_concurrent_streams(limits.connection.streams)
            .max_header_list_size(u32::try_from(head_bytes).unwrap_or(u32::MAX))
            .initial_stream_window_size(STREAM_WINDOW_BYTES)
            .initial_connection_window_size(CONNECTION_WINDOW_BYTES)
            .max_send_buf_size(STREAM_SEND_BYTES)
            .max_pending_accept_reset_streams(RESETS_PENDING_MAX)
            .max_local_error_reset_streams(RESETS_FOR_MISTAKES_MAX)
            .keep_alive_interval(limits.socket.ping_every)
            .keep_alive_timeout(limits.socket.pong_time);
        let (patience, parting_time) = (Patience::from(limits), limits.socket.close_time);
        Self { router, builder, patience, parting_time, tasks, stop, end }
    }

    /// Serves a connection in a task of its own.
    pub fn open(&self, stream: TcpStream, peer: SocketAddr, place: Place) {
        // Answers and updates are written in one piece: to wait for more would only delay them.
        // Where it fails the connection is gone, and serving it will say so.
        let _ = stream.set_nodelay(true);
        let watch = Watch::new(self.patience);
        let stream = Watched { stream, watch: watch.clone(), _place: place };
        let service = {
            let (router, watch) = (TowerToHyperService::new(self.router.clone()), watch.clone());
            service_fn(move |request: Request<Incoming>| {
                let (asking, progress) = (watch.begin(request.version()), Progress(watch.clone()));
                let mut request = request.map(Body::new);
                request.extensions_mut().insert(ConnectInfo(peer));
                request.extensions_mut().insert(progress);
                let answer = router.call(request);
                async move {
                    let answer = answer.await?;
                    Ok::<_, Infallible>(answer.map(|body| Answer { body, asking }))
                }
            })
        };
        let connection =
            self.builder.serve_connection_with_upgrades(TokioIo::new(stream), service).into_owned();
        let (stop, end, parting_time) =
            (self.stop.clone().cancelled_owned(), self.end.clone(), self.parting_time);
        let served = async move {
            let (mut connection, mut stop) = (pin!(connection), pin!(stop));
            let mut timer = pin!(sleep_until(watch.waits().1));
            let mut gone_by = None;
            let mut is_parting = false;
            // The connection first, since the time it has follows from what it has done.
            poll_fn(|context| {
                if connection.as_mut().poll(context).is_ready() {
                    return Poll::Ready(());
                }
                if !is_parting && stop.as_mut().poll(context).is_ready() {
                    is_parting = true;
                    connection.as_mut().graceful_shutdown();
                    if connection.as_mut().poll(context).is_ready() {
                        return Poll::Ready(());
                    }
                }
                loop {
                    let (waiting, until) = watch.waits();
                    let until = gone_by.unwrap_or(until);
                    // A later time is looked at when the timer is up: most are put off many times.
                    if until < timer.deadline() {
                        timer.as_mut().reset(until);
                    }
                    ready!(timer.as_mut().poll(context));
                    if Instant::now() < until {
                        timer.as_mut().reset(until);
                        continue;
                    }
                    if gone_by.is_none() {
                        metrics::connection_ended(waiting.name());
                    }
                    if waiting != Waiting::Next || gone_by.is_some() {
                        return Poll::Ready(());
                    }
                    // Over HTTP/2 the peer is told, so that it loses no request.
                    gone_by = Some(Instant::now() + parting_time);
                    connection.as_mut().graceful_shutdown();
                    if connection.as_mut().poll(context).is_ready() {
                        return Poll::Ready(());
                    }
                }
            })
            .await;
        };
        self.tasks.spawn(end.run_until_cancelled_owned(served));
    }
}
