//! The servers as processes of their own, and the memory that the kernel says they hold.

use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use tempfile::TempDir;

const SECRET: &str = "k3Jx9vQm2LrT7yPz5WbN8cHd4GfS6aUe";
/// Files that a process opens besides its sockets.
const FILES_BESIDES: usize = 200;
/// Set when this program has raised its limit of files already.
const RAISED: &str = "BUONO_BENCH_RAISED";

/// A process that runs; it is ended when this is dropped.
pub struct Process {
    child: Child,
    pub port: u16,
}

/// A database with one customer.
pub struct Shop(TempDir);

/// Each socket is a file. Where the usual limit is too low this starts anew, with the most there may be.
pub fn allow_files(sockets: usize) {
    let limits = std::fs::read_to_string("/proc/self/limits").expect("this is Linux");
    let line = limits.lines().find(|it| it.starts_with("Max open files")).expect("a limit");
    let soft = line.split_whitespace().nth(3).and_then(|it| it.parse().ok()).unwrap_or(usize::MAX);
    if sockets + FILES_BESIDES <= soft {
        return;
    }
    assert!(std::env::var_os(RAISED).is_none(), "no more than {soft} files: raise `ulimit -Hn`");
    let this = std::env::current_exe().expect("we know where we are");
    let mut shell = Command::new("sh");
    shell.args(["-c", r#"ulimit -n "$(ulimit -Hn)" && exec "$0" "$@""#]).arg(this);
    let error = shell.args(std::env::args().skip(1)).env(RAISED, "1").exec();
    panic!("a shell is there: {error}");
}

impl Shop {
    pub fn new() -> Self {
        let shop = Self(tempfile::tempdir().expect("a temporary folder"));
        shop.done(&["migrate", "up"]);
        let who = ["customer", "add", "--reference", "anna", "--kind", "INDIVIDUAL", "--name"];
        let more = ["Anna Rossi", "--email", "anna@example.com", "--country", "IT"];
        shop.done(&[&who[..], &more].concat());
        shop
    }

    pub fn token(&self) -> String {
        self.done(&["token", "--customer", "anna"]).trim().to_owned()
    }

    /// The program as it is shipped, with room for so many sockets of one customer.
    pub async fn serve(&self, sockets: usize) -> Process {
        let probe = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port is free");
        let port = probe.local_addr().expect("it is bound").port();
        drop(probe);
        let room = (sockets + FILES_BESIDES).to_string();
        let mut command = self.command(&["serve", "--listen", &format!("127.0.0.1:{port}")]);
        for limit in ["CONNECTIONS", "CONNECTIONS_PER_ADDRESS", "SOCKETS_PER_CALLER"] {
            command.env(format!("BUONO_{limit}"), &room);
        }
        let child = command.spawn().expect("the program starts");
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        Process { child, port }
    }

    fn done(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().expect("the program starts");
        assert!(output.status.success(), "{arguments:?}: {output:?}");
        String::from_utf8(output.stdout).expect("it is text")
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_buono"));
        let database = format!("sqlite://{}", self.0.path().join("buono.db").display());
        command.args(arguments).env("BUONO_DATABASE_URL", database);
        command.env("BUONO_JWT_SECRET", SECRET).env("BUONO_RATE_LIMITS", "off");
        command.env("BUONO_LOG", "warn");
        command.env_remove("BUONO_BENCH_SOCKETS").env_remove(RAISED);
        command
    }
}

impl Process {
    /// This very program in another part; it prints its port.
    pub fn bare() -> Self {
        let this = std::env::current_exe().expect("we know where we are");
        let mut child =
            Command::new(this).arg("bare").stdout(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        let stdout = child.stdout.take().expect("it is piped");
        BufReader::new(stdout).read_line(&mut line).expect("it says its port");
        Self { child, port: line.trim().parse().expect("a port") }
    }

    pub fn resident_kib(&self) -> u64 {
        let path = format!("/proc/{}/smaps_rollup", self.child.id());
        let rollup = std::fs::read_to_string(path).expect("it runs");
        let line = rollup.lines().find_map(|line| line.strip_prefix("Rss:"));
        let kib = line.and_then(|it| it.split_whitespace().next()).and_then(|it| it.parse().ok());
        kib.expect("a resident set")
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself; either way it is gone.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
