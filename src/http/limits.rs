//! Every limit of the transport, with its unit and its default.

use std::time::Duration;

use super::guard::DocumentLimits;
use super::rates::RateLimits;

/// How much, how long and how many. Tests make the times shorter; nothing switches one off.
#[derive(Clone, Debug)]
pub struct Limits {
    /// The body of a request, or its query string.
    pub body_bytes: usize,
    /// How long a body may take to arrive.
    pub body_time: Duration,
    /// How long an answer over HTTP may take. What runs is not cancelled by it.
    pub request_time: Duration,
    /// How long a server that stops still accepts connections, for balancers to read in `/readyz`
    /// that they are to send no more.
    pub notice_time: Duration,
    /// How long requests and sockets may take to end when the server stops.
    pub drain_time: Duration,
    /// Operations, but subscriptions, and other answers that need the database, at once.
    pub requests: usize,
    pub upload: UploadLimits,
    pub connection: ConnectionLimits,
    pub document: DocumentLimits,
    pub rates: RateLimits,
    pub socket: SocketLimits,
}

/// The limits of documents that customers send in.
#[derive(Clone, Copy, Debug)]
pub struct UploadLimits {
    pub bytes: usize,
    /// How long one may take to arrive.
    pub time: Duration,
    /// Documents that are on their way at once.
    pub at_once: usize,
    /// Of these, such of one customer.
    pub per_customer: usize,
}

/// The limits of connections, whatever they carry.
#[derive(Clone, Debug)]
pub struct ConnectionLimits {
    /// Connections that are open at once, WebSockets among them.
    pub all: usize,
    /// Of these, such that come from one address, unless it is a proxy's.
    pub per_address: usize,
    /// The first line and the headers of a request.
    pub head_bytes: usize,
    pub headers: usize,
    /// How long a head may take to arrive; and how long a new connection may say nothing.
    pub head_time: Duration,
    /// How long a connection may stay open between two requests.
    pub idle_time: Duration,
    /// Requests at once on one connection of HTTP/2.
    pub streams: u32,
}

/// The limits of one WebSocket.
#[derive(Clone, Debug)]
pub struct SocketLimits {
    pub message_bytes: usize,
    pub id_bytes: usize,
    /// Between the upgrade and `connection_init`.
    pub init_time: Duration,
    pub ping_every: Duration,
    /// How long a peer may stay silent after a ping.
    pub pong_time: Duration,
    /// How long one write may take before the reader counts as gone.
    pub write_time: Duration,
    /// How long the peer has to answer a close.
    pub close_time: Duration,
    /// How long before a token expires its holder is told.
    pub token_warning: chrono::TimeDelta,
    /// How often we look whether somebody has revoked the token of a connection that is open.
    pub token_look_every: chrono::TimeDelta,
    /// Operations that run at once on one socket.
    pub operations: usize,
    pub messages_per_second: u32,
    /// Messages that may come at once, before the rate applies.
    pub messages_burst: u32,
    /// Sockets that one customer, operator or service may hold.
    pub sockets_per_actor: usize,
    /// Sockets are closed over this long when the server stops, so that clients do not return all
    /// at once.
    pub stop_spread: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            body_bytes: 64 * 1024,
            body_time: Duration::from_secs(15),
            request_time: Duration::from_secs(10),
            notice_time: Duration::from_secs(1),
            drain_time: Duration::from_secs(30),
            requests: 512,
            upload: UploadLimits::default(),
            connection: ConnectionLimits::default(),
            document: DocumentLimits::default(),
            rates: RateLimits::default(),
            socket: SocketLimits::default(),
        }
    }
}

impl Default for UploadLimits {
    fn default() -> Self {
        Self { bytes: 10 * 1024 * 1024, time: Duration::from_mins(2), at_once: 64, per_customer: 5 }
    }
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            all: 20_000,
            per_address: 200,
            head_bytes: 64 * 1024,
            headers: 100,
            head_time: Duration::from_secs(10),
            idle_time: Duration::from_secs(75),
            streams: 100,
        }
    }
}

impl Default for SocketLimits {
    fn default() -> Self {
        Self {
            message_bytes: 64 * 1024,
            id_bytes: 64,
            init_time: Duration::from_secs(3),
            ping_every: Duration::from_secs(12),
            pong_time: Duration::from_secs(12),
            write_time: Duration::from_secs(10),
            close_time: Duration::from_secs(1),
            token_warning: chrono::TimeDelta::seconds(30),
            token_look_every: chrono::TimeDelta::seconds(60),
            operations: 20,
            messages_per_second: 20,
            messages_burst: 60,
            sockets_per_actor: 10,
            stop_spread: Duration::from_secs(1),
        }
    }
}
