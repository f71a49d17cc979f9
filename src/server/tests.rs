use std::{net::SocketAddr, time::Instant};

use axum::{
    Router,
    extract::ConnectInfo,
    routing::{get, post},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    sync::oneshot,
    task::JoinHandle,
};

use super::*;

const SOON: Duration = Duration::from_millis(60);
const NEVER: Duration = Duration::from_secs(60);

/// Limits that let no test fail on a busy machine unless it shortens one itself.
fn patient() -> Limits {
    Limits {
        first_byte: NEVER,
        header: NEVER,
        body: NEVER,
        write: NEVER,
        idle: NEVER,
        drain: NEVER,
        ..Limits::default()
    }
}

struct Running {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<Stopped>,
}

impl Running {
    async fn start(app: Router, limits: Limits) -> Self {
        let listener = bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let ended = tokio::spawn(serve(vec![listener], app, limits, async move {
            let _ = stopped.await;
        }));
        Self { address, stop, ended }
    }

    async fn send(&self, bytes: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(bytes.as_bytes()).await.unwrap();
        stream
    }
}

/// Everything the server sends until it closes.
async fn rest(mut stream: TcpStream) -> String {
    let mut bytes = Vec::new();
    // A reset is a way of closing, too.
    let _ = timeout(Duration::from_secs(20), stream.read_to_end(&mut bytes)).await.expect("the server closes");
    String::from_utf8(bytes).unwrap()
}

/// What has come up to a text.
async fn until(stream: &mut TcpStream, text: &str) -> String {
    let mut bytes = Vec::new();
    while !bytes.ends_with(text.as_bytes()) {
        bytes.push(stream.read_u8().await.unwrap());
    }
    String::from_utf8(bytes).unwrap()
}

fn app() -> Router {
    Router::new()
        .route("/", get(|ConnectInfo(peer): ConnectInfo<SocketAddr>| async move { peer.ip().to_string() }))
        .route("/echo", post(|body: String| async move { body }))
        .route("/large", get(|| async { vec![b'x'; 32 * 1_024 * 1_024] }))
        .route("/deaf", post(|| async { "not read" }))
}

/// An application whose one route waits: it says when it has begun and goes on when told.
fn waiting_app() -> (Router, oneshot::Receiver<()>, oneshot::Sender<()>) {
    let (begun, begins) = oneshot::channel::<()>();
    let (go, goes) = oneshot::channel::<()>();
    let once = Arc::new(std::sync::Mutex::new(Some((begun, goes))));
    let app = Router::new().route(
        "/",
        get(|| async move {
            let (begun, goes) = once.lock().unwrap().take().unwrap();
            begun.send(()).unwrap();
            let _ = goes.await;
            "finished"
        }),
    );
    (app, begins, go)
}

#[tokio::test]
async fn a_request_is_answered_and_knows_its_peer() {
    let server = Running::start(app(), patient()).await;
    let answer = rest(server.send("GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("127.0.0.1"), "{answer}");
}

#[tokio::test]
async fn a_silent_connection_is_closed() {
    let server = Running::start(app(), Limits { first_byte: SOON, ..patient() }).await;
    assert_eq!(rest(server.send("").await).await, "");
}

#[tokio::test]
async fn headers_that_dribble_are_cut_off() {
    let server = Running::start(app(), Limits { header: SOON, ..patient() }).await;
    let (mut from, mut to) = server.send("GET / HTTP/1.1\r\n").await.into_split();
    let dribble = tokio::spawn(async move {
        while to.write_all(b"x-a: b\r\n").await.is_ok() {
            sleep(SOON / 10).await;
        }
    });
    let mut answer = Vec::new();
    let _ = timeout(Duration::from_secs(20), from.read_to_end(&mut answer)).await.expect("the server closes");
    assert!(!answer.starts_with(b"HTTP/1.1 200"));
    dribble.abort();
}

#[tokio::test]
async fn a_connection_that_idles_after_its_answer_is_closed() {
    let server = Running::start(app(), Limits { idle: SOON, ..patient() }).await;
    let answer = rest(server.send("GET / HTTP/1.1\r\nhost: x\r\n\r\n").await).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
}

#[tokio::test]
async fn two_requests_on_one_connection_are_both_answered() {
    let server = Running::start(app(), patient()).await;
    let mut stream = server.send("GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    until(&mut stream, "127.0.0.1").await;
    stream.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
    assert!(rest(stream).await.ends_with("127.0.0.1"));
}

#[tokio::test]
async fn a_body_that_does_not_come_is_answered_408() {
    let server = Running::start(app(), Limits { body: SOON, ..patient() }).await;
    let answer = rest(server.send("POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 10\r\n\r\nhalf").await).await;
    assert!(answer.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{answer}");
    assert!(answer.contains("connection: close\r\n"), "{answer}");
}

#[tokio::test]
async fn a_body_that_dribbles_is_answered_408() {
    let server = Running::start(app(), Limits { body: SOON, ..patient() }).await;
    let head = "POST /echo HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\n";
    let (mut from, mut to) = server.send(head).await.into_split();
    let dribble = tokio::spawn(async move {
        while to.write_all(b"x").await.is_ok() {
            sleep(SOON / 10).await;
        }
    });
    let mut answer = [0; 12];
    timeout(Duration::from_secs(20), from.read_exact(&mut answer)).await.expect("an answer").unwrap();
    assert_eq!(&answer, b"HTTP/1.1 408");
    dribble.abort();
}

#[tokio::test]
async fn a_body_nobody_reads_does_not_hold_its_connection() {
    let server = Running::start(app(), patient()).await;
    let answer = rest(server.send("POST /deaf HTTP/1.1\r\nhost: x\r\ncontent-length: 1000000\r\n\r\nhalf").await).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.ends_with("not read"), "{answer}");
}

#[tokio::test]
async fn a_reader_that_does_not_read_is_cut_off_and_one_that_reads_gets_everything() {
    let server = Running::start(app(), Limits { write: SOON * 5, ..patient() }).await;
    let request = "GET /large HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
    let stalled = server.send(request).await;
    sleep(SOON * 10).await;
    assert!(rest(stalled).await.len() < 32 * 1_024 * 1_024);
    assert!(rest(server.send(request).await).await.len() > 32 * 1_024 * 1_024);
}

#[tokio::test]
async fn a_connection_above_the_cap_is_answered_503_at_once_and_finds_a_place_later() {
    let server = Running::start(app(), Limits { connections: 1, ..patient() }).await;
    let mut first = server.send("GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    until(&mut first, "127.0.0.1").await;
    let refused = rest(server.send("GET / HTTP/1.1\r\nhost: x\r\n\r\n").await).await;
    assert!(refused.starts_with("HTTP/1.1 503 ") && refused.contains("\r\nretry-after: 2\r\n"), "{refused}");
    assert!(rest(server.send("").await).await.starts_with("HTTP/1.1 503 "), "even before it asks");
    drop(first);
    let later = async {
        let request = "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        while !rest(server.send(request).await).await.starts_with("HTTP/1.1 200") {
            sleep(Duration::from_millis(5)).await;
        }
    };
    timeout(Duration::from_secs(20), later).await.expect("the place is free again");
}

#[tokio::test]
async fn stopping_finishes_the_request_in_flight() {
    let (app, begins, go) = waiting_app();
    let server = Running::start(app, patient()).await;
    let stream = server.send("GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    begins.await.unwrap();
    server.stop.send(()).unwrap();
    sleep(SOON).await;
    assert!(TcpStream::connect(server.address).await.is_err(), "new connections are not accepted");
    go.send(()).unwrap();
    let answer = rest(stream).await;
    assert!(answer.contains("connection: close\r\n") && answer.ends_with("finished"), "{answer}");
    assert_eq!(server.ended.await.unwrap(), Stopped { cut: 0 });
}

#[tokio::test]
async fn stopping_cuts_a_request_that_is_stuck() {
    let (app, begins, _stuck) = waiting_app();
    let server = Running::start(app, Limits { drain: SOON, ..patient() }).await;
    let stream = server.send("GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    begins.await.unwrap();
    server.stop.send(()).unwrap();
    assert_eq!(server.ended.await.unwrap(), Stopped { cut: 1 });
    assert_eq!(rest(stream).await, "");
}

#[tokio::test]
async fn stopping_does_not_wait_for_silent_connections() {
    let server = Running::start(app(), patient()).await;
    let silent = server.send("").await;
    let mut idle = server.send("GET / HTTP/1.1\r\nhost: x\r\n\r\n").await;
    until(&mut idle, "127.0.0.1").await;
    let began = Instant::now();
    server.stop.send(()).unwrap();
    assert_eq!(server.ended.await.unwrap(), Stopped { cut: 0 });
    assert!(began.elapsed() < Duration::from_secs(20));
    assert_eq!(rest(silent).await + &rest(idle).await, "");
}

#[tokio::test]
async fn an_address_that_cannot_be_taken_is_explained() {
    let taken = bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap().to_string();
    assert!(matches!(bind(&address).await, Err(BindError::InUse { .. })));
    assert!(matches!(bind("nonsense").await, Err(BindError::Malformed { .. })));
    assert!(matches!(bind("127.0.0.1:99999").await, Err(BindError::Malformed { .. })));
    assert!(matches!(bind("192.0.2.1:0").await, Err(BindError::Foreign { .. })));
    let sentence = bind(&address).await.unwrap_err().to_string();
    assert!(sentence.starts_with(&address) && !sentence.contains('\n'), "{sentence}");
}

#[test]
fn connections_leave_room_for_the_other_files() {
    assert_eq!(allowed_connections(2_048, None), 2_048);
    assert_eq!(allowed_connections(2_048, Some(20_000)), 2_048);
    assert_eq!(allowed_connections(2_048, Some(1_024)), 864);
    assert_eq!(allowed_connections(2_048, Some(10)), 16);
}

#[test]
fn the_system_is_given_time_when_it_has_run_out_of_files() {
    let exhausted = io::Error::from_raw_os_error(24);
    let first = pause_after(&exhausted, Duration::ZERO);
    assert!(first >= Duration::from_millis(20));
    assert!(pause_after(&exhausted, first) > first);
    assert!(pause_after(&exhausted, NEVER) <= Duration::from_secs(1));
    assert_eq!(pause_after(&io::ErrorKind::ConnectionAborted.into(), first), Duration::ZERO);
}
