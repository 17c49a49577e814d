//! One socket, one task, no queue: the next event of an operation is asked for only when the one before
//! has been written. A slow reader slows its own subscriptions down, and nothing piles up here.

use std::{convert::Infallible, net::IpAddr, sync::Arc, time::Duration};

use async_graphql::ServerError;
use axum::{
    Error,
    extract::ws::{Message, WebSocket},
};
use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use tokio::time::{Instant, sleep_until, timeout};
use tokio_stream::StreamMap;
use uuid::Uuid;

use budget::Budget;

use super::{
    PROTOCOL, Seat,
    message::{self, ClientMessage, Close},
    operation::{self, Event, Operation},
};
use crate::{
    auth::{Session, Viewer, identify},
    clock::{Clock, MANUAL_LOOK_EVERY},
    http::{
        Http, SocketLimits,
        rates::Limited,
        request::{Params, Prepared, body, refusals},
    },
    telemetry::metrics::Open,
};

mod budget;
mod token;

/// Serves one socket to its end. The connection is made outside of the future, which would otherwise
/// keep room for the socket alone as well.
pub fn run(http: Arc<Http>, from: IpAddr, socket: WebSocket) -> impl Future<Output = ()> + Send {
    let mut connection = Connection::new(http, from, socket);
    async move {
        let Err(end) = connection.serve().await;
        connection.operations.clear();
        Box::pin(connection.part(end)).await;
    }
}

/// How a connection ends.
enum End {
    Close(Close),
    /// The peer said goodbye; the library answers for us.
    Closed,
    /// There is nobody to talk to.
    Gone,
}

impl From<Limited> for End {
    fn from(limited: Limited) -> Self {
        Close::new(Close::TOO_MANY, limited.message()).into()
    }
}

impl From<Close> for End {
    fn from(close: Close) -> Self {
        Self::Close(close)
    }
}

enum Step {
    Look,
    Stop,
    Read(Option<Result<Message, Error>>),
    Tell(String, Event),
}

/// A session, and the socket's place among those of its actor.
struct Admitted {
    session: Session,
    is_warned: bool,
    /// When we look whether it was revoked.
    look_at: DateTime<Utc>,
    _seat: Seat,
}

struct Connection {
    http: Arc<Http>,
    from: IpAddr,
    socket: WebSocket,
    admitted: Option<Admitted>,
    operations: StreamMap<String, Operation>,
    init_by: Instant,
    ping_at: Instant,
    pong_by: Option<Instant>,
    stop_at: Option<Instant>,
    budget: Budget,
    _open: Open,
}

impl Connection {
    fn new(http: Arc<Http>, from: IpAddr, socket: WebSocket) -> Self {
        let limits = &http.app.limits.socket;
        let now = Instant::now();
        Self {
            admitted: None,
            // Most sockets are opened for one.
            operations: StreamMap::with_capacity(1),
            init_by: now + limits.init_time,
            ping_at: now + limits.ping_every,
            pong_by: None,
            stop_at: None,
            budget: Budget::new(limits, now),
            _open: Open::connection("websocket"),
            http,
            from,
            socket,
        }
    }

    async fn serve(&mut self) -> Result<Infallible, End> {
        if self.socket.protocol().is_none() {
            let reason = format!("The subprotocol has to be `{PROTOCOL}`.");
            return Err(Close::new(Close::BAD_PROTOCOL, reason).into());
        }
        loop {
            // Boxed where something is done, since most sockets are silent most of the time: what
            // waits stays small.
            if self.is_time() {
                Box::pin(self.look_at_the_time()).await?;
            }
            let step = tokio::select! {
                biased;
                () = self.http.app.shutdown.cancelled(), if self.stop_at.is_none() => Step::Stop,
                () = sleep_until(self.next_look()) => Step::Look,
                message = self.socket.next() => Step::Read(message),
                Some((id, event)) = self.operations.next() => Step::Tell(id, event),
            };
            match step {
                Step::Look => {}
                Step::Stop => self.stop_at = Some(Instant::now() + self.stop_delay()),
                Step::Read(message) => Box::pin(self.read(message)).await?,
                Step::Tell(id, event) => Box::pin(self.tell(&id, event)).await?,
            }
        }
    }

    /// Everything that happens because of the time, in one place.
    async fn look_at_the_time(&mut self) -> Result<(), End> {
        let now = Instant::now();
        if self.stop_at.is_some_and(|at| at <= now) {
            return Err(Close::new(Close::RESTART, "The server restarts. Connect again.").into());
        }
        if self.admitted.is_none() && self.init_by <= now {
            let time = self.http.app.limits.socket.init_time.as_secs_f64();
            let reason = format!("`connection_init` did not come within {time} s.");
            return Err(Close::new(Close::INIT_TIMEOUT, reason).into());
        }
        if self.pong_by.is_some_and(|by| by <= now) {
            return Err(End::Gone);
        }
        if self.ping_at <= now {
            let limits = &self.http.app.limits.socket;
            self.ping_at = now + limits.ping_every;
            self.pong_by.get_or_insert(now + limits.pong_time);
            self.write(Message::Ping(axum::body::Bytes::new())).await?;
        }
        self.look_at_the_token().await
    }

    async fn look_at_the_token(&mut self) -> Result<(), End> {
        let now = self.http.app.clock.now();
        let Some(due) = self.token_due() else { return Ok(()) };
        let Some(admitted) = self.admitted.as_mut().filter(|_| due <= now) else { return Ok(()) };
        if admitted.session.expires_at <= now {
            return Err(Close::new(Close::FORBIDDEN, "The token has expired.").into());
        }
        let is_to_be_looked_at = admitted.look_at <= now;
        let warning = self.http.app.limits.socket.token_warning;
        if !admitted.is_warned && admitted.session.expires_at - warning <= now {
            admitted.is_warned = true;
            self.write(text(message::token_ends())).await?;
        }
        if is_to_be_looked_at { self.look_for_a_revocation(now).await } else { Ok(()) }
    }

    /// When the token's holder has to be told something, first that it ends soon, then that it has;
    /// or when the token has to be looked at.
    fn token_due(&self) -> Option<DateTime<Utc>> {
        let Admitted { session, is_warned, look_at, .. } = self.admitted.as_ref()?;
        let warning = self.http.app.limits.socket.token_warning;
        let end = if *is_warned { session.expires_at } else { session.expires_at - warning };
        Some(end.min(*look_at))
    }

    /// One timer for all of them: most sockets are silent most of the time.
    fn next_look(&self) -> Instant {
        let token = self.token_due().map(|due| match &self.http.app.clock {
            clock @ Clock::System => {
                Instant::now() + (due - clock.now()).to_std().unwrap_or_default()
            }
            Clock::Manual(_) => Instant::now() + MANUAL_LOOK_EVERY,
        });
        token.into_iter().fold(self.due(), Instant::min)
    }

    /// When something has to be done, whatever the token says.
    fn due(&self) -> Instant {
        let init_by = self.admitted.is_none().then_some(self.init_by);
        let times = [init_by, self.pong_by, self.stop_at];
        times.into_iter().flatten().fold(self.ping_at, Instant::min)
    }

    fn is_time(&self) -> bool {
        let token = self.token_due();
        self.due() <= Instant::now() || token.is_some_and(|due| due <= self.http.app.clock.now())
    }

    async fn read(&mut self, message: Option<Result<Message, Error>>) -> Result<(), End> {
        let message = match message {
            Some(Ok(message)) => message,
            Some(Err(err)) => return Err(end_of(&err, &self.http.app.limits.socket)),
            None => return Err(End::Gone),
        };
        let now = Instant::now();
        self.pong_by = None;
        let limits = &self.http.app.limits.socket;
        self.ping_at = now + limits.ping_every;
        if !self.budget.spend(limits, now) {
            let most = limits.messages_per_second;
            let reason = format!("More than {most} messages a second. Slow down.");
            return Err(Close::new(Close::TOO_MANY, reason).into());
        }
        match message {
            Message::Text(text) => {
                let id_bytes = self.http.app.limits.socket.id_bytes;
                self.handle(ClientMessage::read(&text, id_bytes)?).await
            }
            Message::Binary(_) => {
                Err(Close::new(Close::BAD_MESSAGE, "Binary messages are not supported.").into())
            }
            Message::Close(_) => Err(End::Closed),
            Message::Ping(_) | Message::Pong(_) => Ok(()),
        }
    }

    async fn handle(&mut self, message: ClientMessage) -> Result<(), End> {
        match message {
            ClientMessage::ConnectionInit { authorization } => self.admit(authorization).await,
            ClientMessage::Subscribe { id, payload } => self.start(id, payload).await,
            ClientMessage::Complete { id } => {
                self.operations.remove(&id);
                Ok(())
            }
            ClientMessage::Ping { payload } => self.write(text(message::pong(payload))).await,
            ClientMessage::Renew { authorization } => self.renew(&authorization).await,
            ClientMessage::Pong => Ok(()),
        }
    }

    async fn admit(&mut self, authorization: Option<String>) -> Result<(), End> {
        if self.admitted.is_some() {
            return Err(Close::new(Close::TOO_MANY, "`connection_init` came twice.").into());
        }
        let app = &self.http.app;
        let session = match identify(app, authorization.as_deref()).await {
            Ok(Some(session)) => session,
            Ok(None) => {
                self.http.rates.refuse_token(self.from, app.clock.now())?;
                let reason = "`connection_init` needs an `authorization` in its payload.";
                return Err(Close::new(Close::FORBIDDEN, reason).into());
            }
            Err(refused) => return Err(self.refused(&refused)),
        };
        let limit = app.limits.socket.sockets_per_actor;
        let Some(seat) = self.http.seats.take(&session.actor, limit) else {
            let reason = format!("More than {limit} live connections at once.");
            return Err(Close::new(Close::TOO_MANY, reason).into());
        };
        let look_at = app.clock.now() + app.limits.socket.token_look_every;
        self.admitted = Some(Admitted { session, is_warned: false, look_at, _seat: seat });
        self.write(text(message::connection_ack())).await
    }

    async fn start(&mut self, id: String, payload: serde_json::Value) -> Result<(), End> {
        let Some(Admitted { session, .. }) = &self.admitted else {
            return Err(Close::new(Close::UNAUTHORIZED, "`connection_init` comes first.").into());
        };
        if self.operations.contains_key(&id) {
            let reason = format!("Subscriber for {id} already exists");
            return Err(Close::new(Close::DUPLICATE, reason).into());
        }
        let most = self.http.app.limits.socket.operations;
        if most <= self.operations.len() {
            let reason = format!("More than {most} operations at once.");
            return Err(Close::new(Close::TOO_MANY, reason).into());
        }
        let params =
            Params::read(payload).map_err(|reason| Close::new(Close::BAD_MESSAGE, reason))?;
        match self.prepare(params, session) {
            Ok(prepared) => {
                self.operations.insert(id, operation::start(&self.http, prepared));
                Ok(())
            }
            Err(errors) => self.write(text(message::error(&id, &errors))).await,
        }
    }

    /// Passes what is within the actor's rates and the limits of documents.
    fn prepare(&self, params: Params, session: &Session) -> Result<Prepared, Vec<ServerError>> {
        let (app, rates) = (&self.http.app, &self.http.rates);
        let (actor, now) = (&session.actor, app.clock.now());
        rates.ask(Some(actor), self.from, now).map_err(|limited| vec![limited.into()])?;
        let prepared = params.prepare(Viewer(Some(actor.clone())), &app.limits.document)?;
        rates.act(prepared.purpose, Some(actor), now).map_err(|limited| vec![limited.into()])?;
        Ok(prepared)
    }

    async fn tell(&mut self, id: &str, event: Event) -> Result<(), End> {
        let words = match event {
            Event::Refused(response) => {
                self.operations.remove(id);
                message::error(id, &refusals(*response))
            }
            Event::Answer(response) => message::next(id, &body(&response)),
            Event::Done => {
                self.operations.remove(id);
                message::complete(id)
            }
        };
        self.write(text(words)).await
    }

    async fn write(&mut self, message: Message) -> Result<(), End> {
        let limit = self.http.app.limits.socket.write_time;
        match timeout(limit, self.socket.send(message)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(End::Gone),
        }
    }

    /// Says why, and gives the peer a moment to say goodbye as well.
    async fn part(mut self, end: End) {
        let frame = match end {
            End::Close(close) => Some(close.into_frame()),
            End::Closed => None,
            End::Gone => return,
        };
        let limit = self.http.app.limits.socket.close_time;
        let goodbye = async {
            if let Some(frame) = frame
                && self.socket.send(frame).await.is_err()
            {
                return;
            }
            while let Some(Ok(_)) = self.socket.next().await {}
        };
        // Whoever does not answer is left without.
        timeout(limit, goodbye).await.unwrap_or_default();
    }

    /// A random part of the spread; a version 4 id is random enough for that.
    fn stop_delay(&self) -> Duration {
        let part = f64::from(Uuid::new_v4().as_fields().0) / f64::from(u32::MAX);
        self.http.app.limits.socket.stop_spread.mul_f64(part)
    }
}

/// The library's error is of a type we do not import, so its words have to do; tests hold them to it.
fn end_of(err: &Error, limits: &SocketLimits) -> End {
    let words = err.to_string();
    if words.contains("Space limit exceeded") {
        let most = limits.message_bytes / 1024;
        return Close::new(Close::TOO_BIG, format!("The message is larger than {most} KiB."))
            .into();
    }
    if words.contains("UTF-8") {
        return Close::new(Close::NOT_UTF8, "The message is not UTF-8.").into();
    }
    End::Gone
}

fn text(words: String) -> Message {
    Message::Text(words.into())
}
