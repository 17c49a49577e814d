//! Asks as fast as answers come, over connections that stay open, and compares every answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::process::Server;

/// Questions that are under way at the same time.
const CONNECTIONS: usize = 16;

/// Questions that are asked in turn: each the bytes of a whole request.
pub struct Load(Arc<Vec<Vec<u8>>>);

/// What came of a round.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    pub per_second: f64,
    /// CPU time of the server for one answer, in microseconds.
    pub cpu_micros: f64,
}

impl Load {
    /// Of tokens and bodies.
    pub fn new(questions: Vec<(String, String)>) -> Self {
        let request = |(token, body): (String, String)| {
            format!(
                "POST /graphql HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer {token}\r\n\
                 content-type: application/json\r\naccept: application/json\r\n\
                 content-length: {}\r\n\r\n{body}",
                body.len()
            )
            .into_bytes()
        };
        Self(Arc::new(questions.into_iter().map(request).collect()))
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The body of the answer to one question.
    pub async fn answer(&self, server: &Server, at: usize) -> Vec<u8> {
        let mut connection = Connection::open(server.port).await.expect("the server listens");
        connection.ask(&self.0[at]).await.expect("the server answers").to_vec()
    }

    /// Asks for that long. Every answer has to be what it was at first.
    pub async fn run(&self, server: &Server, time: Duration) -> Measured {
        let mut expected = Vec::new();
        for at in 0..self.len() {
            expected.push(self.answer(server, at).await);
        }
        let expected = Arc::new(expected);
        let (next, stop) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let (cpu_before, begun) = (server.cpu(), Instant::now());
        let mut asking = tokio::task::JoinSet::new();
        for _ in 0..CONNECTIONS {
            let (questions, expected) = (Arc::clone(&self.0), Arc::clone(&expected));
            let (next, stop, port) = (Arc::clone(&next), Arc::clone(&stop), server.port);
            asking.spawn(async move {
                let mut connection = Connection::open(port).await.expect("the server listens");
                let mut count = 0_u32;
                while !stop.load(Ordering::Relaxed) {
                    let at = next.fetch_add(1, Ordering::Relaxed) % questions.len();
                    let answer = connection.ask(&questions[at]).await.expect("it answers");
                    assert!(answer == expected[at], "an answer has changed");
                    count += 1;
                }
                count
            });
        }
        tokio::time::sleep(time).await;
        stop.store(true, Ordering::Relaxed);
        let answered: u32 = asking.join_all().await.into_iter().sum();
        let (cpu, took) = (server.cpu().saturating_sub(cpu_before), begun.elapsed());
        let answered = f64::from(answered);
        Measured {
            per_second: answered / took.as_secs_f64(),
            cpu_micros: cpu.as_secs_f64() * 1e6 / answered,
        }
    }
}

/// HTTP/1.1 as far as these servers speak it: answers with a length.
pub struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// Bytes of the buffer that hold the last answer.
    used: usize,
}

impl Connection {
    pub async fn open(port: u16) -> std::io::Result<Self> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 * 1024), used: 0 })
    }

    /// Sends a request, and reads the body of its answer.
    pub async fn ask(&mut self, request: &[u8]) -> std::io::Result<&[u8]> {
        self.stream.write_all(request).await?;
        self.buffer.clear();
        let (start, length) = loop {
            if let Some(found) = head(&self.buffer) {
                break found;
            }
            self.more().await?;
        };
        while self.buffer.len() < start + length {
            self.more().await?;
        }
        self.used = start + length;
        Ok(&self.buffer[start..self.used])
    }

    async fn more(&mut self) -> std::io::Result<()> {
        match self.stream.read_buf(&mut self.buffer).await? {
            0 => Err(std::io::ErrorKind::UnexpectedEof.into()),
            _ => Ok(()),
        }
    }
}

/// Where the body begins, and how long it is.
fn head(bytes: &[u8]) -> Option<(usize, usize)> {
    let end = bytes.windows(4).position(|it| it == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&bytes[..end]).ok()?;
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse().ok())?
    })?;
    Some((end + 4, length))
}
