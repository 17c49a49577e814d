//! The servers as processes of their own, and what the kernel says of them.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::data::SECRET;
use super::load::{Connection, Load};

/// A server that runs; it is ended when this is dropped.
pub struct Server {
    child: Child,
    pub port: u16,
}

/// How long a start took, and the memory that the process then holds.
#[derive(Clone, Copy, Debug)]
pub struct Started {
    pub time: Duration,
    pub resident_kib: u64,
}

impl Server {
    /// The program as it is shipped, over this database.
    pub async fn ours(path: &Path) -> Self {
        let server = Self::spawn_ours(path);
        server.listening().await;
        server
    }

    pub fn spawn_ours(path: &Path) -> Self {
        let probe = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = probe.local_addr().expect("it is bound").port();
        drop(probe);
        let child = Command::new(env!("CARGO_BIN_EXE_buono"))
            .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
            .env("BUONO_DATABASE_URL", format!("sqlite://{}", path.display()))
            .env("BUONO_JWT_SECRET", SECRET)
            .env("BUONO_RATE_LIMITS", "off")
            .env("BUONO_LOG", "warn")
            .env_remove("BUONO_BENCH_ORDERS")
            .spawn()
            .expect("the program starts");
        Self { child, port }
    }

    pub async fn limit(path: &Path) -> Self {
        let server = Self::spawn_self(&["limit", &path.display().to_string()]);
        server.listening().await;
        server
    }

    pub fn spawn_empty() -> Self {
        Self::spawn_self(&["empty"])
    }

    /// This very program in another part; it prints its port.
    fn spawn_self(arguments: &[&str]) -> Self {
        let this = std::env::current_exe().expect("we know where we are");
        let mut command = Command::new(this);
        let mut child =
            command.args(arguments).stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut line).expect("it says its port");
        Self { child, port: line.trim().parse().expect("a port") }
    }

    async fn listening(&self) {
        while Connection::open(self.port).await.is_err() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// CPU time that it has used so far, of all threads.
    pub fn cpu(&self) -> Duration {
        /// Of `/proc`, on every Linux that we know.
        const TICKS_PER_SECOND: u64 = 100;
        let stat = self.proc("stat");
        // The name in brackets may hold spaces; user and system time are the 14th and 15th field.
        let fields: Vec<&str> =
            stat.rsplit(')').next().expect("a stat line").split_whitespace().collect();
        let ticks: u64 = fields[11..13].iter().map(|it| it.parse::<u64>().expect("ticks")).sum();
        Duration::from_millis(ticks * 1000 / TICKS_PER_SECOND)
    }

    fn resident_kib(&self) -> u64 {
        let status = self.proc("status");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|it| it.split_whitespace().next()).and_then(|it| it.parse().ok());
        kib.expect("a resident set")
    }

    fn proc(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.child.id())).expect("it runs")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// From before the process is started to its first answer; and its memory a second later.
pub async fn start_time(spawn: impl Fn() -> Server, load: &Load) -> Started {
    let begun = Instant::now();
    let server = spawn();
    server.listening().await;
    load.answer(&server, 0).await;
    let time = begun.elapsed();
    tokio::time::sleep(Duration::from_secs(1)).await;
    Started { time, resident_kib: server.resident_kib() }
}
