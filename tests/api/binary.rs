//! The program itself, run as a person runs it: in a folder of its own, with variables of its own.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::sync::Notify;
use tokio::time::timeout;
use tokio_util::task::TaskTracker;

/// Longer than any command takes, on a busy machine too.
pub const PATIENCE: Duration = Duration::from_mins(1);
/// What the tests sign with.
pub const SECRET: &str = "k3Jx9vQm2LrT7yPz5WbN8cHd4GfS6aUe";

/// Where the program runs, and with which settings.
pub struct Buono {
    folder: tempfile::TempDir,
    variables: BTreeMap<String, String>,
}

/// How a command ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Buono {
    /// A database that does not exist yet, and a secret.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let it = Self { folder, variables: BTreeMap::new() };
        it.with("JWT_SECRET", SECRET).with("LISTEN", "127.0.0.1:0")
    }

    /// With a setting as a variable: `LISTEN` for `BUONO_LISTEN`. An empty one is none.
    pub fn with(self, setting: &str, value: &str) -> Self {
        self.with_variable(&format!("BUONO_{setting}"), value)
    }

    /// With a variable that is not ours.
    pub fn with_variable(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.to_owned());
        self
    }

    /// Writes a file into the folder that the program runs in.
    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).expect("the folder is ours");
        path
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_buono"));
        command.args(arguments).current_dir(self.folder.path()).env_clear().kill_on_drop(true);
        command.envs(&self.variables);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a command to its end.
    pub async fn run(&self, arguments: &[&str]) -> Ended {
        let output = timeout(PATIENCE, self.command(arguments).output()).await;
        let output = output.expect("it ends in time").expect("it runs");
        Ended {
            code: output.status.code().expect("no signal ended it"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Runs a command that has to succeed, and answers what it printed.
    pub async fn done(&self, arguments: &[&str]) -> String {
        let ended = self.run(arguments).await;
        assert_eq!(ended.code, 0, "{arguments:?}: {}", ended.stderr);
        ended.stdout
    }

    /// Runs a command that has to fail with this code: nothing is on stdout, and one sentence, with
    /// what to do after it, is all of stderr.
    pub async fn fails(&self, arguments: &[&str], code: i32) -> String {
        let ended = self.run(arguments).await;
        assert_eq!(ended.code, code, "{arguments:?}: {}", ended.stderr);
        assert_eq!(ended.stdout, "", "{arguments:?}");
        let said = ended.stderr.trim_end();
        assert_eq!(said.lines().count(), 1, "{arguments:?}: {said}");
        assert!(said.ends_with(['.', '?']), "{arguments:?}: {said}");
        said.to_owned()
    }

    /// Starts a server, and waits until it listens.
    pub async fn serve(&self, arguments: &[&str]) -> Serving {
        self.serve_with(arguments, &[]).await
    }

    /// The same without waiting: it may end before it listens.
    pub fn begin_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> (Child, Log) {
        let mut command = self.command(&[&["serve"], arguments].concat());
        let mut child = command.envs(variables.iter().copied()).spawn().expect("it runs");
        let log = Log::of(&mut child);
        (child, log)
    }

    /// Starts a server, with variables that the next one does not get.
    pub async fn serve_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Serving {
        let (child, log) = self.begin_with(arguments, variables);
        let line = log.wait_for(|line| line.contains("Listening on ")).await;
        let line: Value = serde_json::from_str(&line).expect("logs are JSON");
        let address = line["address"].as_str().expect("an address").parse();
        Serving { child, log, address: address.expect("an address") }
    }
}

/// A server that runs, until it is told to stop.
pub struct Serving {
    child: Child,
    pub log: Log,
    pub address: SocketAddr,
}

impl Serving {
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Leaves it so many files to open, besides those that it has open.
    pub async fn leave_files(&self, more: usize) {
        let id = self.child.id().expect("it runs");
        let open = std::fs::read_dir(format!("/proc/{id}/fd")).expect("this is Linux").count();
        let mut command = Command::new("prlimit");
        command.args([format!("--pid={id}"), format!("--nofile={}", open + more)]);
        assert!(command.status().await.expect("Debian has it").success());
    }

    /// Tells it to stop, as a supervisor does.
    pub async fn terminate(&self) {
        let id = self.child.id().expect("it runs").to_string();
        let status = Command::new("kill").args(["-TERM", &id]).status().await;
        assert!(status.expect("there is a `kill`").success());
    }

    /// Ends it as a power cut would, if it has not ended by itself.
    pub async fn kill(mut self) {
        // It may have ended meanwhile, which is what is wanted.
        let _ = self.child.start_kill();
        timeout(PATIENCE, self.child.wait()).await.expect("it ends in time").expect("it ran");
    }

    /// Waits for its end: the exit code, what it printed, and its whole log.
    pub async fn ended(mut self) -> (i32, String, Vec<String>) {
        let status = timeout(PATIENCE, self.child.wait()).await;
        let code = status.expect("it ends in time").expect("it ran").code();
        let mut printed = String::new();
        let mut stdout = self.child.stdout.take().expect("it is a pipe");
        stdout.read_to_string(&mut printed).await.expect("UTF-8");
        (code.expect("no signal ended it"), printed, self.log.whole().await)
    }
}

/// What a server has written to stderr so far.
#[derive(Clone, Default)]
pub struct Log {
    written: Arc<Mutex<Written>>,
    grown: Arc<Notify>,
}

#[derive(Default)]
struct Written {
    lines: Vec<String>,
    is_whole: bool,
}

impl Log {
    fn of(child: &mut Child) -> Self {
        let log = Self::default();
        let mut lines = BufReader::new(child.stderr.take().expect("it is a pipe")).lines();
        let reader = log.clone();
        TaskTracker::new().spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                reader.grow(|written| written.lines.push(line));
            }
            reader.grow(|written| written.is_whole = true);
        });
        log
    }

    fn grow(&self, by: impl FnOnce(&mut Written)) {
        by(&mut self.written.lock().expect("nobody panics with it"));
        self.grown.notify_waiters();
    }

    pub fn lines(&self) -> Vec<String> {
        self.written.lock().expect("nobody panics with it").lines.clone()
    }

    fn is_whole(&self) -> bool {
        self.written.lock().expect("nobody panics with it").is_whole
    }

    /// The first line that is as wanted, once there is one.
    pub async fn wait_for(&self, wanted: impl Fn(&str) -> bool) -> String {
        let look = async {
            loop {
                let grown = self.grown.notified();
                let is_whole = self.is_whole();
                if let Some(line) = self.lines().into_iter().find(|line| wanted(line)) {
                    return line;
                }
                assert!(!is_whole, "the log has ended: {:#?}", self.lines());
                grown.await;
            }
        };
        timeout(PATIENCE, look).await.unwrap_or_else(|_| panic!("not logged: {:#?}", self.lines()))
    }

    /// Waits until nothing more can come.
    async fn whole(&self) -> Vec<String> {
        let look = async {
            loop {
                let grown = self.grown.notified();
                if self.is_whole() {
                    return self.lines();
                }
                grown.await;
            }
        };
        timeout(PATIENCE, look).await.expect("stderr closes with the process")
    }
}
