//! A throw-away PostgreSQL server, one for the whole test process, made of Debian's programs.
//!
//! A small shell stands between us and the server. It reads from a pipe that only we hold: when
//! this process ends, however it ends, the pipe closes, and the shell stops the server and removes
//! its folder. Should the shell itself be killed, the kernel kills the server with it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use sea_orm::{ConnectOptions, ConnectionTrait, Database};
use uuid::Uuid;

/// The URL of a server to use instead, as a user who may create databases.
const OVERRIDE: &str = "BUONO_TEST_POSTGRES_URL";
const PROGRAMS: &str = "/usr/lib/postgresql";
/// How long a server may take to start, on a busy machine too.
const START_MAX: Duration = Duration::from_mins(1);
const LOOK_AGAIN: Duration = Duration::from_millis(20);
/// Somebody may take the free port between our finding it and the server's binding it.
const ATTEMPTS: u32 = 3;

/// `$1` is the folder; the rest is the server's command line.
const KEEPER: &str = r#"
folder=$1
shift
"$@" > "$folder/log" 2>&1 &
server=$!
read -r _
kill -INT "$server"
wait "$server"
rm -rf "$folder"
"#;

struct Server {
    url: String,
    #[expect(dead_code, reason = "only held open, for as long as the server is to live")]
    pipe: Option<ChildStdin>,
}

static SERVER: OnceLock<Server> = OnceLock::new();

/// The URL of a database that is empty and that nobody else has.
pub async fn database() -> String {
    database_like("template0").await
}

/// The URL of a copy of this database, which nobody may be connected to.
pub async fn copy_of(url: &str) -> String {
    let name = url.split('?').next().and_then(|it| it.rsplit('/').next());
    database_like(name.expect("a URL names its database")).await
}

async fn database_like(template: &str) -> String {
    let server = SERVER.get_or_init(|| match std::env::var(OVERRIDE) {
        Ok(url) => Server { url, pipe: None },
        Err(_) => start(),
    });
    let name = format!("buono_{}", Uuid::new_v4().simple());
    let mut options = ConnectOptions::new(&server.url);
    options.max_connections(1).sqlx_logging(false);
    let db = Database::connect(options).await.expect("the server answers");
    let create = format!("CREATE DATABASE {name} TEMPLATE {template} ENCODING 'UTF8'");
    db.execute_unprepared(&create).await.expect("the user may create databases");
    db.close().await.expect("nobody else uses this connection");
    with_database(&server.url, &name)
}

/// The same URL, for another database of its server.
fn with_database(url: &str, name: &str) -> String {
    let (address, options) = url.split_once('?').map_or((url, None), |(it, rest)| (it, Some(rest)));
    let host_at = address.find("://").map_or(0, |at| at + 3);
    let end = address[host_at..].find('/').map_or(address.len(), |at| host_at + at);
    let options = options.map(|it| format!("?{it}")).unwrap_or_default();
    format!("{}/{name}{options}", &address[..end])
}

fn start() -> Server {
    let programs = programs(Path::new(PROGRAMS)).unwrap_or_else(|| {
        panic!("{PROGRAMS} holds no PostgreSQL: `make test` installs it, or set {OVERRIDE}")
    });
    let mut last = String::new();
    for _ in 0..ATTEMPTS {
        match try_start(&programs) {
            Ok(server) => return server,
            Err(why) => last = why,
        }
    }
    panic!("PostgreSQL does not start: {last}");
}

/// The newest version's programs.
fn programs(root: &Path) -> Option<PathBuf> {
    let version = |path: &Path| path.file_name()?.to_str()?.parse::<u32>().ok();
    fs::read_dir(root)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("bin/initdb").exists() && path.join("bin/postgres").exists())
        .max_by_key(|path| version(path))
        .map(|path| path.join("bin"))
}

fn try_start(programs: &Path) -> Result<Server, String> {
    // The server refuses to run as root, so that its folder must be another user's, too.
    let root = run(Command::new("id").arg("-u"))?.trim() == "0";
    let folder = run(as_server(root, "mktemp").args(["-d", "/tmp/buono-postgres-XXXXXX"]))?;
    let folder = PathBuf::from(folder.trim());
    let data = folder.join("data");
    let made = run(as_server(root, programs.join("initdb")).arg("--pgdata").arg(&data).args([
        "--username=postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--no-sync",
    ]));
    if let Err(why) = made {
        let _ = fs::remove_dir_all(&folder);
        return Err(why);
    }
    let port = free_port();
    let mut keeper = Command::new("sh");
    keeper.current_dir("/").args(["-c", KEEPER, "sh"]).arg(&folder).arg("setpriv");
    if root {
        keeper.args(["--reuid=postgres", "--regid=postgres", "--init-groups"]);
    }
    keeper.args(["--pdeathsig", "KILL"]).arg(programs.join("postgres")).arg("-D").arg(&data);
    for setting in [
        "listen_addresses=127.0.0.1",
        &format!("port={port}"),
        "unix_socket_directories=",
        "max_connections=400",
        "fsync=off",
        "synchronous_commit=off",
        "full_page_writes=off",
    ] {
        keeper.args(["-c", setting]);
    }
    // A group of its own, so that an interrupt at the terminal leaves it the time to clean up.
    keeper.process_group(0).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut keeper = keeper.spawn().map_err(|error| format!("sh: {error}"))?;
    let pipe = keeper.stdin.take();
    wait_until_ready(&folder)?;
    Ok(Server { url: format!("postgres://postgres@127.0.0.1:{port}/postgres"), pipe })
}

/// The server itself writes into its lock file that it is ready: no other server can be meant.
fn wait_until_ready(folder: &Path) -> Result<(), String> {
    let begun = Instant::now();
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap_or_default();
    while begun.elapsed() < START_MAX {
        if read("data/postmaster.pid").lines().any(|line| line.trim() == "ready") {
            return Ok(());
        }
        let log = read("log");
        if log.contains("FATAL") || log.contains("setpriv:") {
            return Err(log);
        }
        std::thread::sleep(LOOK_AGAIN);
    }
    Err(format!("not ready within {START_MAX:?}: {}", read("log")))
}

/// A program, run as the user whom the server is to run as.
fn as_server(root: bool, program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(if root { "runuser".as_ref() } else { program.as_ref() });
    if root {
        command.args(["-u", "postgres", "--"]).arg(program);
    }
    // Our own folder may be closed to that user.
    command.current_dir("/");
    command
}

fn run(command: &mut Command) -> Result<String, String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)))
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
    listener.local_addr().expect("a bound socket has an address").port()
}

#[test]
fn urls_are_pointed_at_another_database() {
    for (url, expected) in [
        ("postgres://me@host:1/old", "postgres://me@host:1/new"),
        ("postgres://me@host:1", "postgres://me@host:1/new"),
        ("postgres://me@host/old?sslmode=disable", "postgres://me@host/new?sslmode=disable"),
        ("postgres://host/?a=/b", "postgres://host/new?a=/b"),
    ] {
        assert_eq!(with_database(url, "new"), expected);
    }
}

#[test]
fn the_newest_programs_are_taken() {
    let root = tempfile::tempdir().unwrap();
    assert_eq!(programs(root.path()), None);
    for version in ["9", "17", "15"] {
        let folder = root.path().join(version).join("bin");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("initdb"), "").unwrap();
        fs::write(folder.join("postgres"), "").unwrap();
    }
    assert_eq!(programs(root.path()), Some(root.path().join("17/bin")));
}
