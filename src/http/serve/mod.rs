//! Starts listening, and stops without leaving anything half done.

mod connection;
mod connections;
mod watch;

pub use self::watch::Progress;

use std::io::{self, ErrorKind};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use self::connection::Door;
use self::connections::{Connections, Seldom};
use crate::app::App;
use crate::telemetry::metrics;

/// How long nothing is accepted when the system has no more of what a connection needs: it tells so
/// at once, and again and again, until another has ended.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

/// Serves until `app.shutdown` is cancelled; then sockets are closed with 1012, after a short notice no
/// connection is accepted any more, and what still runs may end, within the limit.
pub async fn serve(listener: TcpListener, router: Router, app: Arc<App>) -> io::Result<()> {
    let limits = &app.limits;
    // The first to close idle connections as soon as nothing is accepted, the second for all others.
    let (stop, end) = (CancellationToken::new(), CancellationToken::new());
    let ends_all = end.clone().drop_guard();
    let tasks = TaskTracker::new();
    let door = Door::new(router, limits, tasks.clone(), stop.clone(), end);
    let connections = Connections::new(&limits.connection);
    tokio::select! {
        () = accept(&listener, &door, &connections, &app) => {}
        () = stopped_for(&app, limits.notice_time) => {}
    }
    drop(listener);
    stop.cancel();
    tasks.close();
    tokio::select! {
        () = tasks.wait() => {}
        // A request that never ends, or never fully arrives, must not keep the process.
        () = sleep(limits.drain_time.saturating_sub(limits.notice_time)) => {}
    }
    app.tracker.close();
    if timeout(limits.drain_time, app.tracker.wait()).await.is_err() {
        tracing::warn!(tasks = app.tracker.len(), "Stopped before every task had ended");
    }
    drop(ends_all);
    Ok(())
}

/// Ends this long after the server was told to stop.
async fn stopped_for(app: &App, time: Duration) {
    app.shutdown.cancelled().await;
    sleep(time).await;
}

/// Accepts for ever: nothing that goes wrong with one connection, or with all for a while, ends it.
async fn accept(listener: &TcpListener, door: &Door, connections: &Arc<Connections>, app: &App) {
    let complaints = Seldom::default();
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                let address = capped(app, peer.ip()).then(|| peer.ip());
                match connections.admit(address) {
                    Ok(place) => door.open(stream, peer, place),
                    Err(full) => refuse(&stream, full, connections),
                }
            }
            Err(error) if is_of_the_peer(&error) => {}
            Err(error) => {
                metrics::connection_refused("system");
                if complaints.is_due() {
                    tracing::error!(%error, "No connection can be accepted: {error}");
                }
                sleep(ACCEPT_PAUSE).await;
            }
        }
    }
}

/// Whether connections of this peer are counted against the limit of one address.
fn capped(app: &App, peer: IpAddr) -> bool {
    !app.proxies.trust(peer.to_canonical())
}

/// Closes it at once, without a word: whoever comes in thousands is not worth one.
fn refuse(stream: &TcpStream, full: connections::Full, connections: &Connections) {
    metrics::connection_refused(full.name());
    if connections.complaints.is_due() {
        tracing::warn!(reason = full.name(), "Connections are refused: {full}");
    }
    // A reset leaves nothing of it with us. What fails here is closed without one.
    let _ = stream.set_zero_linger();
}

/// The peer was gone before we came to it.
fn is_of_the_peer(error: &io::Error) -> bool {
    use ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}
