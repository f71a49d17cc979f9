//! A small load generator: connections that ask one request after the other, each as soon as the last was answered.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;

/// An answer: status, headers as they came, body.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The value of a header, named in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then_some(value.trim())
        })
    }
}

/// A connection that is kept open.
struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    async fn open(to: SocketAddr) -> std::io::Result<Self> {
        let stream = TcpStream::connect(to).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, buffer: Vec::with_capacity(64 << 10) })
    }

    /// Sends a request and reads its answer; gives the status and where the body stands in the buffer.
    async fn ask(&mut self, path: &str, encoding: &str) -> std::io::Result<(u16, usize, usize)> {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: {encoding}\r\n\r\n");
        self.stream.write_all(request.as_bytes()).await?;
        self.buffer.clear();
        let head = loop {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            if let Some(end) = self.buffer.windows(4).position(|window| window == b"\r\n\r\n") {
                break end;
            }
        };
        let text = std::str::from_utf8(&self.buffer[..head]).map_err(std::io::Error::other)?;
        let status = text.get(9..12).and_then(|status| status.parse().ok()).unwrap_or(0);
        let length = text.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
        });
        let body = head + 4;
        match length {
            Some(length) => {
                self.fill(body + length).await?;
                Ok((status, body, body + length))
            }
            None => Ok((status, body, self.chunks(body).await?)),
        }
    }

    /// Reads until the buffer has so many bytes.
    async fn fill(&mut self, bytes: usize) -> std::io::Result<()> {
        while self.buffer.len() < bytes {
            if self.stream.read_buf(&mut self.buffer).await? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(())
    }

    /// Reads a body that comes in chunks, takes their sizes out, and gives its end.
    async fn chunks(&mut self, mut at: usize) -> std::io::Result<usize> {
        loop {
            let line = loop {
                match self.buffer[at..].windows(2).position(|window| window == b"\r\n") {
                    Some(length) => break length,
                    None => self.fill(self.buffer.len() + 1).await?,
                }
            };
            let size = std::str::from_utf8(&self.buffer[at..at + line]).map_err(std::io::Error::other)?;
            let size = usize::from_str_radix(size.trim(), 16).map_err(std::io::Error::other)?;
            self.fill(at + line + 2 + size + 2).await?;
            self.buffer.drain(at..at + line + 2);
            at += size;
            self.buffer.drain(at..at + 2);
            if size == 0 {
                return Ok(at);
            }
        }
    }
}

/// Asks once.
pub async fn get(to: SocketAddr, path: &str, encoding: &str) -> std::io::Result<Answer> {
    let mut connection = Connection::open(to).await?;
    let (status, from, end) = connection.ask(path, encoding).await?;
    let head = String::from_utf8_lossy(&connection.buffer[..from]).into_owned();
    Ok(Answer { status, head, body: connection.buffer[from..end].to_vec() })
}

/// What a run has shown.
pub struct Run {
    pub requests: u64,
    /// Answers other than 200, and connections that broke.
    pub refused: u64,
    pub time: Duration,
    pub p99: Duration,
}

impl Run {
    pub fn per_second(&self) -> f64 {
        self.requests as f64 / self.time.as_secs_f64()
    }
}

/// Makes the path of the request with a number.
pub type Paths = Arc<dyn Fn(u64) -> String + Send + Sync>;

/// Asks over so many connections for so long; `first` is the number of the first request.
pub async fn run(to: SocketAddr, connections: usize, time: Duration, first: u64, paths: Paths) -> Run {
    let numbers = Arc::new(AtomicU64::new(first));
    let start = Instant::now();
    let mut tasks = JoinSet::new();
    for _ in 0..connections {
        let (numbers, paths) = (Arc::clone(&numbers), Arc::clone(&paths));
        tasks.spawn(async move {
            let (mut times, mut refused) = (Vec::new(), 0_u64);
            let Ok(mut connection) = Connection::open(to).await else { return (times, 1) };
            while start.elapsed() < time {
                let path = paths(numbers.fetch_add(1, Ordering::Relaxed));
                let asked = Instant::now();
                match connection.ask(&path, "gzip, br").await {
                    Ok((200, ..)) => times.push(asked.elapsed()),
                    Ok(_) => refused += 1,
                    Err(_) => {
                        refused += 1;
                        match Connection::open(to).await {
                            Ok(new) => connection = new,
                            Err(_) => break,
                        }
                    }
                }
            }
            (times, refused)
        });
    }
    let (mut times, mut refused) = (Vec::new(), 0);
    while let Some(ended) = tasks.join_next().await {
        let (of_one, more) = ended.expect("a connection");
        times.extend(of_one);
        refused += more;
    }
    let time = start.elapsed();
    times.sort_unstable();
    let p99 = times.get(times.len() * 99 / 100).copied().unwrap_or_default();
    Run { requests: times.len() as u64, refused, time, p99 }
}
