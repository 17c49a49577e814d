//! Starts listening, and stops without leaving anything half done.

use std::{io, net::SocketAddr, sync::Arc};

use axum::Router;
use tokio::{net::TcpListener, time::timeout};

use crate::app::App;

/// Serves until `app.shutdown` is cancelled; then no connection is accepted any more, sockets are closed
/// with 1012, and what still runs may end, within the limit.
pub async fn serve(listener: TcpListener, router: Router, app: Arc<App>) -> io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let stop = app.shutdown.clone().cancelled_owned();
    let server = axum::serve(listener, service).with_graceful_shutdown(stop).into_future();
    tokio::pin!(server);
    tokio::select! {
        ended = &mut server => ended?,
        // A request that never ends, or never fully arrives, must not keep the process.
        () = drained(&app) => {}
    }
    app.tracker.close();
    if timeout(app.limits.drain_time, app.tracker.wait()).await.is_err() {
        tracing::warn!(tasks = app.tracker.len(), "Stopped before every task had ended");
    }
    Ok(())
}

async fn drained(app: &App) {
    app.shutdown.cancelled().await;
    tokio::time::sleep(app.limits.drain_time).await;
}
