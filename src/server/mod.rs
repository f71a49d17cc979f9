//! The front door: one accept loop for each listener, with a deadline for everything a peer can be slow at.
//!
//! `axum::serve` waits for ever for headers that never come, and its graceful shutdown waits for silent connections;
//! here every wait has an end. The server speaks HTTP/1.1 only: TLS and HTTP/2 belong to the proxy in front of it.
//! The proxy's keep-alive towards this server should be shorter than [`Limits::idle`], so that a connection is never
//! closed just as the proxy sends a request on it.

mod bind;
mod body;
mod connection;
mod pace;
mod stream;
#[cfg(test)]
mod tests;

use std::{convert::Infallible, future::Future, io, sync::Arc, time::Duration};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, header},
    response::Response,
};
use futures::FutureExt;
use hyper::server::conn::http1;
use hyper_util::rt::TokioTimer;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    task::JoinSet,
    time::{sleep, timeout},
};
use tower::Service;

pub use bind::{BindError, bind};

/// How long a peer may take over each step, and how many peers are served at once.
///
/// The defaults close every slow or silent connection within 15 seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// From the connection to its first byte; 5 seconds.
    pub first_byte: Duration,
    /// From the first byte of a request to the end of its headers; 10 seconds.
    pub header: Duration,
    /// The longest a request's body may keep the server waiting, and all its waits together beyond what
    /// [`Limits::rate`] grants; 10 seconds.
    pub body: Duration,
    /// The same for a reader who keeps a response waiting; 10 seconds.
    pub write: Duration,
    /// Bytes a second below which a body or its reader counts as dribbling; 1,024. A long upload over a slow line
    /// goes on for as long as it keeps up this rate.
    pub rate: u32,
    /// From the end of a response to the first byte of the next request on the same connection; 15 seconds.
    pub idle: Duration,
    /// Connections served at once; 2,048, or fewer if the system allows the process too few open files. Those
    /// above are answered 503 at once.
    pub connections: usize,
    /// What a refused reader is asked to wait, in `Retry-After`; 2 seconds.
    pub retry_after: Duration,
    /// After the signal to stop, how long requests in flight may take to finish; 8 seconds.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            first_byte: Duration::from_secs(5),
            header: Duration::from_secs(10),
            body: Duration::from_secs(10),
            write: Duration::from_secs(10),
            rate: 1_024,
            idle: Duration::from_secs(15),
            connections: 2_048,
            retry_after: Duration::from_secs(2),
            drain: Duration::from_secs(8),
        }
    }
}

/// How serving came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped {
    /// Connections that were still at work when [`Limits::drain`] was over, and were cut.
    pub cut: usize,
}

/// Where the server stands on its way out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Requests are welcome.
    Serving,
    /// No new connections; each open one is closed after its next answer.
    Stopping,
    /// Connections without a request are closed.
    Closing,
}

/// Files the process needs besides connections: database, index, uploads, log.
const OTHER_FILES: usize = 160;

/// Refusals that may be at their farewell at once; those above are closed without a word.
const REFUSALS: usize = 256;

/// What all connections share.
struct Front {
    http: http1::Builder,
    limits: Limits,
    stage: watch::Receiver<Stage>,
    places: Arc<Semaphore>,
    refusals: Arc<Semaphore>,
}

/// Serves `app` on all listeners until `stop` is ready, and returns when every connection is closed.
///
/// Each request carries the peer's address as `ConnectInfo<SocketAddr>`. On `stop` no connection is accepted any more,
/// requests in flight are finished, and what is left after [`Limits::drain`] is cut.
pub async fn serve<S>(listeners: Vec<TcpListener>, app: S, limits: Limits, stop: impl Future<Output = ()>) -> Stopped
where
    S: Service<Request, Response = Response, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    let (stage, watched) = watch::channel(Stage::Serving);
    // Connections that are open but quiet get a moment to send what is already under way, so that none of it is lost.
    let farewell = (limits.drain / 4).min(Duration::from_millis(500));
    let front = Arc::new(Front::new(limits, watched));
    let mut loops = JoinSet::new();
    for listener in listeners {
        loops.spawn(accept(listener, app.clone(), Arc::clone(&front)));
    }
    stop.await;
    tracing::info!("stopping: requests in flight are finished, new ones are not accepted");
    stage.send_replace(Stage::Stopping);
    let (cut, ()) = tokio::join!(loops.join_all(), async {
        sleep(farewell).await;
        stage.send_replace(Stage::Closing);
    });
    Stopped { cut: cut.into_iter().sum() }
}

/// Is ready when the process is asked to end: SIGTERM, or ctrl-c.
pub async fn stop_signal() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!(%error, "ctrl-c cannot be heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(error) => {
                tracing::warn!(%error, "SIGTERM cannot be heard");
                std::future::pending::<()>().await;
            }
        }
    };
    #[cfg(not(unix))]
    let terminated = std::future::pending::<()>();
    tokio::select! {
        () = interrupted => {}
        () = terminated => {}
    }
}

impl Front {
    fn new(limits: Limits, stage: watch::Receiver<Stage>) -> Self {
        let mut http = http1::Builder::new();
        // Our own stream watches each step more finely (see `stream`). This longer timer stands behind it, and it is
        // what makes hyper look at an idle connection again, without which no deadline on it could be kept.
        http.timer(TokioTimer::new()).header_read_timeout(limits.idle + limits.header);
        // hyper's own bound of about 400 kB for each connection would be 800 MB at the cap.
        http.max_buf_size(64 * 1_024);
        let connections = allowed_connections(limits.connections, open_files());
        if connections < limits.connections {
            tracing::warn!(
                connections,
                wanted = limits.connections,
                "the limit of open files allows fewer connections"
            );
        }
        let places = Arc::new(Semaphore::new(connections));
        Self { http, limits, stage, places, refusals: Arc::new(Semaphore::new(REFUSALS)) }
    }

    fn stage(&self) -> Stage {
        *self.stage.borrow()
    }

    /// Is ready when connections without a request are to be closed, or when nobody serves any more.
    async fn closing(&self) {
        let _ = self.stage.clone().wait_for(|stage| *stage == Stage::Closing).await;
    }
}

/// Accepts connections until the server stops, sees them to their end, and says how many had to be cut.
async fn accept<S>(listener: TcpListener, app: S, front: Arc<Front>) -> usize
where
    S: Service<Request, Response = Response, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    let mut open = JoinSet::new();
    let mut stage = front.stage.clone();
    let mut pause = Duration::ZERO;
    while front.stage() == Stage::Serving {
        let accepted = tokio::select! {
            _ = stage.changed() => continue,
            Some(ended) = open.join_next() => {
                report(ended);
                continue;
            }
            accepted = async { sleep_unless_zero(pause).await; listener.accept().await } => accepted,
        };
        pause = match accepted {
            Ok((stream, _)) => {
                admit(&mut open, stream, &app, &front);
                Duration::ZERO
            }
            Err(error) => pause_after(&error, pause),
        };
    }
    // Closing the listener resets the connections the system has already made for us: take them in first.
    while let Some(Ok((stream, _))) = listener.accept().now_or_never() {
        admit(&mut open, stream, &app, &front);
    }
    drop(listener);
    let finished = async {
        while let Some(ended) = open.join_next().await {
            report(ended);
        }
    };
    if timeout(front.limits.drain, finished).await.is_ok() {
        return 0;
    }
    let cut = open.len();
    tracing::warn!(connections = cut, "time to finish is over: what is left is cut");
    open.shutdown().await;
    cut
}

/// Gives the connection a place, or tells it that there is none.
fn admit<S>(open: &mut JoinSet<()>, stream: TcpStream, app: &S, front: &Arc<Front>)
where
    S: Service<Request, Response = Response, Error = Infallible> + Clone + Send + 'static,
    S::Future: Send,
{
    // A small answer must not wait for the acknowledgement of the one before. A failure means the peer has gone.
    if stream.set_nodelay(true).is_err() {
        return;
    }
    let Ok(peer) = stream.peer_addr() else { return };
    if let Ok(place) = Arc::clone(&front.places).try_acquire_owned() {
        open.spawn(connection::run(stream, peer, app.clone(), Arc::clone(front), place));
        return;
    }
    metrics::counter!("http_connections_refused_total").increment(1);
    if let Ok(place) = Arc::clone(&front.refusals).try_acquire_owned() {
        open.spawn(refuse(stream, front.limits.retry_after, place));
    }
}

/// Answers 503 without reading the request, and closes.
async fn refuse(mut stream: TcpStream, retry_after: Duration, _place: OwnedSemaphorePermit) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let answer = format!(
        "HTTP/1.1 503 Service Unavailable\r\nretry-after: {}\r\nconnection: close\r\ncontent-length: 0\r\n\
         cache-control: no-store\r\nx-content-type-options: nosniff\r\n\r\n",
        retry_after.as_secs().max(1)
    );
    // Closing while the request still lies unread would reset the connection, and the peer would lose the answer:
    // so the request is taken off the line, for a moment.
    let farewell = async {
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await?;
        let mut unread = [0; 4_096];
        while stream.read(&mut unread).await? > 0 {}
        io::Result::Ok(())
    };
    let _ = timeout(Duration::from_secs(1), farewell).await;
}

/// A connection ends in peace or by a panic of the application, which the layer above should have caught.
fn report(ended: Result<(), tokio::task::JoinError>) {
    if let Err(error) = ended
        && error.is_panic()
    {
        tracing::error!(%error, "a connection ended by a panic");
    }
}

/// How long to wait before accepting again: not at all if only that one peer failed, longer and longer if it is the
/// system that has run out of something (EMFILE, ENFILE, ENOMEM), where trying at once would only burn the processor.
fn pause_after(error: &io::Error, last: Duration) -> Duration {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    if matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted) {
        return Duration::ZERO;
    }
    let pause = (last * 2).clamp(Duration::from_millis(20), Duration::from_secs(1));
    tracing::warn!(%error, pause_ms = pause.as_millis(), "connections cannot be accepted");
    pause
}

async fn sleep_unless_zero(pause: Duration) {
    if !pause.is_zero() {
        sleep(pause).await;
    }
}

/// The wanted number of connections, lowered if the process may not open so many files. At least 16 remain.
fn allowed_connections(wanted: usize, open_files: Option<usize>) -> usize {
    match open_files {
        Some(files) => wanted.min(files.saturating_sub(OTHER_FILES).max(16)),
        None => wanted,
    }
}

/// The process's soft limit of open files, where the system tells it (Linux).
fn open_files() -> Option<usize> {
    let limits = std::fs::read_to_string("/proc/self/limits").ok()?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max open files"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// The answer to a body that did not arrive in time. It says goodbye: what follows on the line is the rest of a body
/// that nobody waits for.
fn too_slow() -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = axum::http::StatusCode::REQUEST_TIMEOUT;
    let headers = response.headers_mut();
    headers.insert(header::CONNECTION, HeaderValue::from_static("close"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}
