use std::fs::File;
use std::io;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncSeekExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpStream, UnixStream};
use tokio::time::timeout;

/// How long the scanner may take to answer a connection.
const CONNECT: Duration = Duration::from_secs(3);
/// How long the scanner may take over one file.
const SCAN: Duration = Duration::from_secs(60);
/// Bytes of a piece that is sent to it.
const PIECE: usize = 64 * 1024;
/// Most bytes of its answer that are read.
const ANSWER: u64 = 4096;

/// A virus scanner that speaks the protocol of clamd.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scanner {
    /// `host:port`.
    Tcp(String),
    /// Path of a socket.
    Unix(String),
}

/// What a scanner says of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing was found.
    Clean,
    /// This was found.
    Found(String),
}

trait Stream: AsyncRead + AsyncWrite + Send + Unpin {}
impl<S: AsyncRead + AsyncWrite + Send + Unpin> Stream for S {}

impl Scanner {
    /// The scanner of a setting: `tcp://host:port` or `unix:/path`; `None` for an empty one.
    pub fn of(setting: &str) -> anyhow::Result<Option<Self>> {
        match setting.split_once(':') {
            None if setting.is_empty() => Ok(None),
            Some(("tcp", rest)) => match rest.strip_prefix("//").filter(|address| address.contains(':')) {
                Some(address) => Ok(Some(Self::Tcp(address.to_owned()))),
                None => anyhow::bail!("files.scanner must name host and port: tcp://127.0.0.1:3310"),
            },
            Some(("unix", path)) if path.starts_with('/') => Ok(Some(Self::Unix(path.to_owned()))),
            _ => anyhow::bail!("files.scanner must begin with tcp:// or unix:/"),
        }
    }

    async fn connect(&self) -> io::Result<Box<dyn Stream>> {
        Ok(match self {
            Self::Tcp(address) => Box::new(TcpStream::connect(address).await?),
            Self::Unix(path) => Box::new(UnixStream::connect(path).await?),
        })
    }

    async fn ask(&self, command: &[u8], file: Option<File>) -> io::Result<String> {
        let mut stream = timeout(CONNECT, self.connect()).await??;
        let asked = async {
            stream.write_all(command).await?;
            if let Some(file) = file {
                send(&mut stream, file).await?;
            }
            let mut answer = Vec::new();
            stream.take(ANSWER).read_to_end(&mut answer).await?;
            Ok(String::from_utf8_lossy(&answer).trim_matches(['\0', '\n', '\r', ' ']).to_owned())
        };
        timeout(SCAN, asked).await?
    }

    /// Has a file looked through. Whatever is not a clear answer is an error, so that nothing passes unseen.
    pub async fn scan(&self, file: File) -> io::Result<Verdict> {
        let answer = self.ask(b"zINSTREAM\0", Some(file)).await?;
        let said = answer.strip_prefix("stream: ").unwrap_or(&answer);
        match said.strip_suffix(" FOUND") {
            Some(name) => Ok(Verdict::Found(name.to_owned())),
            None if said == "OK" => Ok(Verdict::Clean),
            None => Err(io::Error::other(format!("the scanner answered {answer:?}"))),
        }
    }

    /// Whether it answers.
    pub async fn check(&self) -> io::Result<()> {
        match self.ask(b"zPING\0", None).await? {
            answer if answer == "PONG" => Ok(()),
            answer => Err(io::Error::other(format!("the scanner answered {answer:?}"))),
        }
    }
}

/// Sends a file in pieces, each after its length; a length of nothing ends it.
async fn send(stream: &mut (impl AsyncWrite + Unpin), file: File) -> io::Result<()> {
    let mut file = tokio::fs::File::from_std(file);
    file.rewind().await?;
    let mut piece = vec![0; PIECE];
    loop {
        let read = file.read(&mut piece).await?;
        stream.write_all(&u32::try_from(read).unwrap_or(0).to_be_bytes()).await?;
        if read == 0 {
            return stream.flush().await;
        }
        stream.write_all(&piece[..read]).await?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_names_host_and_port_or_a_socket() {
        let of = |setting| Scanner::of(setting).map_err(|error| error.to_string());
        assert_eq!(of(""), Ok(None));
        assert_eq!(of("tcp://127.0.0.1:3310"), Ok(Some(Scanner::Tcp("127.0.0.1:3310".to_owned()))));
        assert_eq!(of("unix:/run/clamd.ctl"), Ok(Some(Scanner::Unix("/run/clamd.ctl".to_owned()))));
        for wrong in ["127.0.0.1:3310", "tcp://clamd", "tcp:clamd:1", "unix:clamd.ctl", "clamd", "http://clamd:3310"] {
            of(wrong).unwrap_err();
        }
    }
}
