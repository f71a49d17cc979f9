//! The program is killed at any moment, and what it had said holds all the same.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use greenbridge::auth::start_session;
use greenbridge::clock::Clock;
use greenbridge::entity::{interest, interest_event, job};
use greenbridge::ids::Ids;
use sea_orm::{ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, QueryFilter, Statement};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::JoinSet;
use url::form_urlencoded;

use crate::support::{TestApp, offer};

/// Organisations that send, and listings to which each of them sends once: 1,000 in all.
const SENDERS: usize = 25;
const LISTINGS: usize = 40;
/// Clients at once.
const CLIENTS: usize = 8;
/// How often the program is killed.
const KILLS: usize = 20;
/// How long anything may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(60);

/// `greenbridge serve` over the data of a test, as a process of its own.
struct Program {
    process: Child,
    address: SocketAddr,
}

impl Drop for Program {
    fn drop(&mut self) {
        // One that has ended already cannot be killed, which is all that can fail.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn spawn(app: &TestApp, address: SocketAddr) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_greenbridge"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GREENBRIDGE_")) {
        command.env_remove(name);
    }
    let folder = &app.config.data_dir;
    let log = std::fs::OpenOptions::new().create(true).append(true).open(folder.join("log")).unwrap();
    command.arg("serve").arg("--data-dir").arg(folder).args(["--listen", &address.to_string()]);
    command.args(["--database-url", &app.config.database_url]).env("GREENBRIDGE_SECRET", &app.config.secret);
    command.current_dir(folder).stdout(Stdio::null()).stderr(log).spawn().unwrap()
}

impl Program {
    async fn start(app: &TestApp) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let program = Self { process: spawn(app, address), address };
        program.ready().await;
        program
    }

    /// Kills it as a power cut does and starts it again; gives the time to its first answer.
    async fn kill_and_start(&mut self, app: &TestApp) -> Duration {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
        let begin = Instant::now();
        self.process = spawn(app, self.address);
        self.ready().await;
        begin.elapsed()
    }

    async fn ready(&self) {
        let begin = Instant::now();
        let mut look = tokio::time::interval(Duration::from_millis(5));
        while !matches!(ask(self.address, "GET /readyz HTTP/1.1\r\n", "").await, Ok((200, _))) {
            assert!(begin.elapsed() < PATIENCE, "the program does not answer");
            look.tick().await;
        }
    }
}

/// Sends a request over a connection of its own; gives the status and where a redirect points.
async fn ask(to: SocketAddr, head: &str, body: &str) -> std::io::Result<(u16, String)> {
    let mut stream = TcpStream::connect(to).await?;
    let request = format!("{head}Host: {to}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    let answer = String::from_utf8_lossy(&answer);
    let (head, _) = answer.split_once("\r\n\r\n").ok_or(std::io::ErrorKind::UnexpectedEof)?;
    let status = head.get(9..12).and_then(|status| status.parse().ok()).ok_or(std::io::ErrorKind::InvalidData)?;
    let location = head.lines().find_map(|line| line.strip_prefix("location: ")).unwrap_or_default();
    Ok((status, location.to_owned()))
}

/// One expression of interest to be sent: the cookie of its sender, and the listing.
#[derive(Clone)]
struct Errand {
    sender: i64,
    cookie: String,
    listing_id: i64,
    listing: String,
}

impl Errand {
    /// Sends until it is acknowledged, however often the program goes away meanwhile; gives the reference.
    async fn run(&self, to: SocketAddr) -> String {
        let fields =
            [("purpose[]", "licence"), ("country", "SG"), ("message", "Does it fit our tanks?"), ("then", "send")];
        let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let head = format!(
            "POST /listings/{}/interest HTTP/1.1\r\nOrigin: http://{to}\r\nSec-Fetch-Site: same-origin\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\n",
            self.listing, self.cookie
        );
        let begin = Instant::now();
        let mut again = tokio::time::interval(Duration::from_millis(5));
        loop {
            match ask(to, &head, &body).await {
                Ok((303, location)) => return location.rsplit('/').next().unwrap_or_default().to_owned(),
                Ok((status, _)) => assert!(status >= 500, "answered with {status}"),
                Err(_) => {}
            }
            assert!(begin.elapsed() < PATIENCE, "never acknowledged");
            again.tick().await;
        }
    }
}

/// A marketplace of today, whose senders are signed in by the clock of the program.
async fn errands(app: &TestApp) -> Vec<Errand> {
    let today = Clock::system();
    app.advance(today.now() - app.now());
    let provider = app.owner("Bao Tran", "Red River Membranes", "VN").await;
    let mut listings = Vec::new();
    for number in 0..LISTINGS {
        listings.push(app.published(&provider, &offer(&format!("Ceramic membranes {number}"))).await);
    }
    let mut errands = Vec::new();
    for number in 0..SENDERS {
        let sender = app.owner(&format!("Mei Lin {number}"), &format!("Straits Office {number}"), "SG").await;
        let cookies = start_session(app.sessions(today.now()), sender.account_id, "test").await.unwrap();
        let cookie = cookies.iter().map(|cookie| format!("{}={}", cookie.name(), cookie.value()));
        let cookie = cookie.collect::<Vec<_>>().join("; ");
        errands.extend(listings.iter().map(|listing| Errand {
            sender: sender.organisation_id.unwrap(),
            cookie: cookie.clone(),
            listing_id: listing.id,
            listing: listing.reference.clone(),
        }));
    }
    errands
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_is_there_once_however_often_the_program_is_killed() {
    let app = TestApp::start().await;
    let errands = Arc::new(errands(&app).await);
    let mut program = Program::start(&app).await;
    let address = program.address;
    let (next, done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let acknowledged = Arc::new(Mutex::new(BTreeMap::new()));
    let mut clients = JoinSet::new();
    for _ in 0..CLIENTS {
        let (errands, next, done) = (errands.clone(), next.clone(), done.clone());
        let acknowledged = acknowledged.clone();
        clients.spawn(async move {
            while let Some(errand) = errands.get(next.fetch_add(1, Ordering::SeqCst)) {
                let reference = errand.run(address).await;
                acknowledged.lock().unwrap().insert((errand.sender, errand.listing_id), reference);
                done.fetch_add(1, Ordering::SeqCst);
            }
        });
    }

    let chance = Ids::seeded(20);
    let moment = |_| usize::from_str_radix(&chance.name()[..8], 16).unwrap() % (errands.len() - CLIENTS);
    let mut moments: Vec<usize> = (0..KILLS).map(moment).collect();
    moments.sort_unstable();
    let mut starts = Vec::new();
    let mut look = tokio::time::interval(Duration::from_millis(1));
    for moment in moments {
        while done.load(Ordering::SeqCst) < moment {
            look.tick().await;
        }
        starts.push(program.kill_and_start(&app).await);
    }
    while let Some(client) = clients.join_next().await {
        client.unwrap();
    }

    let db = app.db.conn();
    let rows = interest::Entity::find().all(db).await.unwrap();
    let stored: BTreeMap<_, _> =
        rows.iter().map(|row| ((row.sender_organisation_id, row.listing_id), row.reference.clone())).collect();
    assert_eq!((rows.len(), &stored), (errands.len(), &*acknowledged.lock().unwrap()), "none lost and none doubled");
    assert!(rows.iter().all(|row| row.state == "sent" && row.sent_at.is_some()));
    let events = interest_event::Entity::find().all(db).await.unwrap();
    let of: BTreeMap<i64, usize> = events.iter().fold(BTreeMap::new(), |mut of, event| {
        *of.entry(event.interest_id).or_default() += 1;
        of
    });
    assert!(rows.iter().all(|row| of.get(&row.id) == Some(&1)) && of.len() == rows.len(), "each was sent once");
    let mails = job::Entity::find().filter(job::Column::Kind.eq("mail"));
    assert_eq!(mails.count(db).await.unwrap(), rows.len() as u64, "one mail for each, of the same transaction");
    if db.get_database_backend() == DbBackend::Sqlite {
        let check = Statement::from_string(DbBackend::Sqlite, "PRAGMA integrity_check");
        let said: String = db.query_one_raw(check).await.unwrap().unwrap().try_get_by_index(0).unwrap();
        assert_eq!(said, "ok");
    }

    // Leases of killed workers end by the clock; then every mail has left.
    drop(program);
    app.advance(chrono::Duration::minutes(10));
    app.run_jobs().await;
    let left = job::Entity::find().filter(job::Column::Kind.eq("mail")).filter(job::Column::DoneAt.is_null());
    assert_eq!(left.count(db).await.unwrap(), 0, "every mail has left");
    let slowest = starts.iter().max().unwrap();
    println!("{} kills, {} acknowledged, slowest start {} ms", starts.len(), rows.len(), slowest.as_millis());
}
