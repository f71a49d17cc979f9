use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use mail_parser::MessageParser;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How a mail server treats what comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// It takes everything.
    Well,
    /// It asks to come again later (451).
    Busy,
    /// It takes each mail that it has not seen and breaks off before it says so.
    Breaks,
    /// It says nothing after the end of a mail until its mood changes.
    Hangs,
}

#[derive(Default)]
struct Taken {
    /// How often each Message-ID was taken, and for whom.
    mails: BTreeMap<String, (String, usize)>,
    /// Receivers that there are none of (550).
    unknown: Vec<String>,
    /// Connections that were made.
    connections: usize,
}

/// A real mail server on this machine that misbehaves when a test says so.
pub struct SmtpServer {
    port: u16,
    mood: watch::Sender<Mood>,
    taken: Arc<Mutex<Taken>>,
    listening: Option<JoinHandle<()>>,
}

impl SmtpServer {
    /// A server that has its address and is down.
    pub async fn down() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
        Self { port, mood: watch::channel(Mood::Well).0, taken: Arc::default(), listening: None }
    }

    /// Its address, as settings want it.
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// Comes up.
    pub async fn start(&mut self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.unwrap();
        let (mood, taken) = (self.mood.clone(), self.taken.clone());
        self.listening = Some(tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                taken.lock().unwrap().connections += 1;
                tokio::spawn(serve(stream, mood.subscribe(), taken.clone()));
            }
        }));
    }

    /// How it is from now on.
    pub fn is(&self, mood: Mood) {
        self.mood.send_replace(mood);
    }

    /// Says from now on that there is no such receiver, or that there is.
    pub fn knows(&self, receiver: &str, known: bool) {
        let mut taken = self.taken.lock().unwrap();
        taken.unknown.retain(|unknown| unknown != receiver);
        if !known {
            taken.unknown.push(receiver.to_owned());
        }
    }

    /// The mails that it took: Message-ID, receiver, and how often.
    pub fn mails(&self) -> Vec<(String, String, usize)> {
        let taken = self.taken.lock().unwrap();
        taken.mails.iter().map(|(id, (to, count))| (id.clone(), to.clone(), *count)).collect()
    }

    /// Waits until so many connections were made.
    pub async fn connected(&self, connections: usize) {
        while self.taken.lock().unwrap().connections < connections {
            tokio::task::yield_now().await;
        }
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
        }
    }
}

/// One conversation (RFC 5321), as far as a sender of plain mails goes. It ends when the sender is gone.
async fn serve(stream: TcpStream, mut mood: watch::Receiver<Mood>, taken: Arc<Mutex<Taken>>) -> Option<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut to = String::new();
    write.write_all(b"220 test.example\r\n").await.ok()?;
    while let Some(line) = lines.next_line().await.ok()? {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" | "HELO" => "250 test.example",
            "MAIL" if *mood.borrow() == Mood::Busy => "451 4.3.2 come again later",
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                let unknown = taken.lock().unwrap().unknown.contains(&to);
                if unknown { "550 5.1.1 there is nobody of this name here" } else { "250 ok" }
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.ok()?;
                let mut mail = String::new();
                while let Some(line) = lines.next_line().await.ok()?.filter(|line| line != ".") {
                    mail.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.push_str("\r\n");
                }
                mood.wait_for(|mood| *mood != Mood::Hangs).await.ok()?;
                let first = take(&taken, &mail, &to);
                if first && *mood.borrow() == Mood::Breaks {
                    return None;
                }
                "250 taken"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await.ok()?;
                return None;
            }
            _ => "250 ok",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
    }
    None
}

/// Notes a mail; whether it is the first with its Message-ID.
fn take(taken: &Mutex<Taken>, mail: &str, to: &str) -> bool {
    let message = MessageParser::default().parse(mail.as_bytes()).unwrap();
    let id = message.message_id().unwrap().to_owned();
    let mut taken = taken.lock().unwrap();
    let entry = taken.mails.entry(id).or_insert_with(|| (to.to_owned(), 0));
    entry.1 += 1;
    entry.1 == 1
}
