//! Starts listening, and stops without leaving anything half done.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use axum::Router;
use tokio::{net::TcpListener, time::timeout};

use crate::app::App;

/// Serves until `app.shutdown` is cancelled; then sockets are closed with 1012, after a short notice no
/// connection is accepted any more, and what still runs may end, within the limit.
pub async fn serve(listener: TcpListener, router: Router, app: Arc<App>) -> io::Result<()> {
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let stop = stopped_for(Arc::clone(&app), app.limits.notice_time);
    let server = axum::serve(listener, service).with_graceful_shutdown(stop).into_future();
    tokio::pin!(server);
    tokio::select! {
        ended = &mut server => ended?,
        // A request that never ends, or never fully arrives, must not keep the process.
        () = stopped_for(Arc::clone(&app), app.limits.drain_time) => {}
    }
    app.tracker.close();
    if timeout(app.limits.drain_time, app.tracker.wait()).await.is_err() {
        tracing::warn!(tasks = app.tracker.len(), "Stopped before every task had ended");
    }
    Ok(())
}

/// Ends this long after the server was told to stop.
async fn stopped_for(app: Arc<App>, time: Duration) {
    app.shutdown.cancelled().await;
    tokio::time::sleep(time).await;
}
