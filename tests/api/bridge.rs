//! A line between a client and a server that can be cut, and mended.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::net::SocketAddr;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

pub struct Bridge {
    /// What clients take for the server.
    pub address: SocketAddr,
    whole: watch::Sender<bool>,
    _end: DropGuard,
}

impl Bridge {
    pub async fn to(server: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (whole, _) = watch::channel(true);
        let end = CancellationToken::new();
        let (tasks, changes) = (TaskTracker::new(), whole.clone());
        let ending = end.clone().drop_guard();
        tasks.clone().spawn(end.run_until_cancelled_owned(async move {
            while let Ok((client, _)) = listener.accept().await {
                // Whoever comes while the line is cut is let go at once.
                if *changes.borrow() {
                    tasks.spawn(carry(client, server, changes.subscribe()));
                }
            }
        }));
        Self { address, whole, _end: ending }
    }

    /// Ends every connection, and lets no new one through.
    pub fn cut(&self) {
        self.whole.send_replace(false);
    }

    pub fn mend(&self) {
        self.whole.send_replace(true);
    }
}

async fn carry(mut client: TcpStream, server: SocketAddr, mut whole: watch::Receiver<bool>) {
    let Ok(mut server) = TcpStream::connect(server).await else { return };
    tokio::select! {
        // How it ends is between the two.
        _ = copy_bidirectional(&mut client, &mut server) => {}
        _ = whole.wait_for(|whole| !whole) => {}
    }
}
