//! The servers that are measured: the program itself and a bare one, each a process of its own.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse as _;
use axum::routing::get;
use bytes::Bytes;

use super::load;

/// Clock ticks of `/proc/PID/stat` in a second: a constant of Linux's interface, whatever the kernel's own clock.
const TICKS: f64 = 100.0;

/// How long a server may take to its first answer.
const PATIENCE: Duration = Duration::from_secs(300);

/// A server in a process of its own; it ends with this value.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    /// From its start to its first answer.
    pub started: Duration,
}

impl Drop for Server {
    fn drop(&mut self) {
        // What has ended cannot be ended again, and that is all that can fail here.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An address that is free at this moment.
fn free_address() -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address")
}

impl Server {
    /// `greenbridge serve` over a data folder, with the settings everybody gets.
    pub async fn program(folder: &Path) -> Self {
        let address = free_address();
        let mut command = Command::new(env!("CARGO_BIN_EXE_greenbridge"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GREENBRIDGE_") || name == "DATABASE_URL")
        {
            command.env_remove(name);
        }
        command.arg("serve").arg("--data-dir").arg(folder).args(["--listen", &address.to_string()]).current_dir(folder);
        let log = std::fs::OpenOptions::new().create(true).append(true).open(folder.join("log")).expect("a log");
        // One sender asks for all.
        command.env("GREENBRIDGE_LIMITS__SEARCH_PER_MINUTE", "100000000");
        command.stdout(Stdio::null()).stderr(log);
        Self::start(command, address, "/").await
    }

    /// The bare server, which answers `/` with the content of a file.
    pub async fn bare(file: &Path, encoding: &str) -> Self {
        let address = free_address();
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.arg("bare").arg(address.to_string()).arg(file).arg(encoding);
        Self::start(command, address, "/").await
    }

    async fn start(mut command: Command, address: SocketAddr, path: &str) -> Self {
        let start = Instant::now();
        let process = command.spawn().expect("a server");
        let mut server = Self { process, address, started: Duration::ZERO };
        while !load::get(address, path, "gzip, deflate, br").await.is_ok_and(|answer| answer.status == 200) {
            assert!(start.elapsed() < PATIENCE, "the server does not answer");
            assert!(server.process.try_wait().expect("its state").is_none(), "the server has ended");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        server.started = start.elapsed();
        server
    }

    fn proc(&self, file: &str) -> String {
        std::fs::read_to_string(format!("/proc/{}/{file}", self.process.id())).expect("figures of the process")
    }

    /// Seconds of CPU it has used, in the program and in the kernel.
    pub fn cpu(&self) -> f64 {
        let stat = self.proc("stat");
        let after_name = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
        let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
        ticks.sum::<f64>() / TICKS
    }

    /// A figure of memory such as `VmRSS`, in MB.
    pub fn memory(&self, name: &str) -> f64 {
        let status = self.proc("status");
        let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.unwrap_or(0.0) / 1_024.0
    }
}

/// Runs the bare server: axum as it comes, one route, bytes from memory.
pub async fn run_bare(address: &str, file: &str, encoding: &str) {
    let bytes = Bytes::from(std::fs::read(file).expect("the bytes"));
    let encoding = encoding.to_owned();
    let answer = async move || {
        let headers =
            [(header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (header::CONTENT_ENCODING, encoding)];
        (headers, bytes).into_response()
    };
    let listener = tokio::net::TcpListener::bind(address).await.expect("a port");
    axum::serve(listener, Router::new().route("/", get(answer))).await.expect("served");
}
