//! What the machine has to have: the right time, a free port, and space on its disk.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use secrecy::ExposeSecret;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::Finding;
use crate::app;
use crate::config::{Database, Settings};

/// This program was not written before: a clock that says so has never been set.
const EARLIEST: &str = "2026-11-01T00:00:00Z";
/// How long whoever listens on our port may take to say who they are.
const ANSWER_TIME: Duration = Duration::from_secs(2);
/// More than our own answer has.
const ANSWER_BYTES_MAX: u64 = 4 * 1024;
/// Below this there is a warning.
const FREE_BYTES_LOW: u64 = 1024 * 1024 * 1024;
/// Below this writing will soon fail.
const FREE_BYTES_MIN: u64 = 100 * 1024 * 1024;

pub(super) fn clock(now: DateTime<Utc>) -> Finding {
    const WHAT: &str = "clock";
    let earliest: DateTime<Utc> = EARLIEST.parse().expect("this is a time");
    if now < earliest {
        let message = format!(
            "It says {now}, which is long ago. Set it by a time service (NTP): tokens, payments and \
             deadlines depend on it."
        );
        return Finding::fail(WHAT, message);
    }
    Finding::ok(WHAT, format!("It says {now}."))
}

/// The port has to be free, unless it is a server of ours that has it.
pub(super) async fn port(address: SocketAddr) -> Finding {
    const WHAT: &str = "port";
    if address.port() == 0 {
        return Finding::ok(WHAT, "The system chooses one.");
    }
    let Err(error) = app::bind(address).await else {
        return Finding::ok(WHAT, format!("{address} is free."));
    };
    match timeout(ANSWER_TIME, probe(address)).await {
        Ok(Ok(answer)) if answer.ends_with("\r\n\r\nready\n") => {
            Finding::ok(WHAT, format!("A server of ours listens on {address}, and is ready."))
        }
        Ok(Ok(answer))
            if answer.starts_with("HTTP/1.1 503 ") && answer.contains("x-request-id:") =>
        {
            let said = answer.lines().last().unwrap_or_default();
            let message =
                format!("A server of ours listens on {address}, and says: {said}. See to that.");
            Finding::warn(WHAT, message)
        }
        _ => Finding::fail(WHAT, error.to_string()),
    }
}

/// The whole answer of whoever listens there.
async fn probe(address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET /readyz HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.take(ANSWER_BYTES_MAX).read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// The space beside a SQLite file; PostgreSQL's disk is not ours to see.
pub(super) fn disk(settings: &Settings) -> Finding {
    const WHAT: &str = "disk";
    let Ok(Database::Sqlite(options)) = Database::parse(settings.database_url.expose_secret())
    else {
        return Finding::ok(WHAT, "Nothing is kept here: the database has its own.");
    };
    let folder = folder_of(options.get_filename());
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let shown = whole.display();
    let free = match rustix::fs::statvfs(folder) {
        Ok(disk) => disk.f_bavail.saturating_mul(disk.f_frsize),
        Err(error) => {
            let message = format!(
                "The free space of {shown} cannot be read: {error}. Correct BUONO_DATABASE_URL."
            );
            return Finding::fail(WHAT, message);
        }
    };
    space(free, &shown.to_string())
}

fn space(free: u64, place: &str) -> Finding {
    const WHAT: &str = "disk";
    let message = format!("{} MiB are free in {place}.", free / (1024 * 1024));
    let make_room = "Make room, or move the database.";
    match free {
        0..FREE_BYTES_MIN => Finding::fail(WHAT, format!("{message} {make_room}")),
        FREE_BYTES_MIN..FREE_BYTES_LOW => Finding::warn(WHAT, format!("{message} {make_room}")),
        _ => Finding::ok(WHAT, message),
    }
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::super::Verdict;
    use super::*;

    #[test]
    fn a_clock_that_was_never_set_is_found() {
        let of = |now: &str| clock(now.parse().expect("a time")).verdict;
        assert_eq!(of("1970-01-01T00:00:07Z"), Verdict::Fail);
        assert_eq!(of("2026-12-01T00:00:00Z"), Verdict::Ok);
    }

    #[test]
    fn space_that_runs_out_is_found() {
        for (free, verdict) in [
            (0, Verdict::Fail),
            (FREE_BYTES_MIN - 1, Verdict::Fail),
            (FREE_BYTES_MIN, Verdict::Warn),
            (FREE_BYTES_LOW, Verdict::Ok),
        ] {
            assert_eq!(space(free, "here").verdict, verdict, "{free}");
        }
    }
}
