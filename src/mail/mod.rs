//! Ground: mails. They are written as jobs in the transaction of the change that causes them and sent by the worker.

mod letter;
mod store;

use std::path::{Path, PathBuf};
use std::time::Duration;

use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor};

pub use letter::{Group, Letter, Mail};
pub use store::{Receiver, receivers};

/// Where mails go: to an SMTP server, or as files into a folder.
#[derive(Clone, Debug)]
pub struct Mailer {
    from: Mailbox,
    way: Way,
}

#[derive(Clone, Debug)]
enum Way {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Files(PathBuf, AsyncFileTransport<Tokio1Executor>),
}

/// Why mail cannot be set up; one sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The sender is no address.
    #[error("mail.from is not an address: {0}")]
    From(#[from] lettre::address::AddressError),
    /// The server's address cannot be used.
    #[error("mail.smtp_url cannot be used: {0}")]
    Smtp(#[from] lettre::transport::smtp::Error),
    /// The folder cannot be made.
    #[error("the mail folder cannot be used: {0}")]
    Folder(#[from] std::io::Error),
}

/// How long a server may take with one answer.
const ANSWER: Duration = Duration::from_secs(20);
/// How long it may take with a whole mail.
const SENDING: Duration = Duration::from_secs(60);

/// Why a mail did not leave.
#[derive(Debug)]
pub enum Undelivered {
    /// The server does not want it, or it is no mail: it need not be tried again.
    Refused(anyhow::Error),
    /// The server is away, slow or busy, or does not let us in: it is worth trying again.
    Away(anyhow::Error),
}

/// A refusal for good is a reply of the 500s, except those that say that we are not let in (530 to 538): that is for the
/// operator to mend, and no fault of the mail.
fn undelivered(error: lettre::transport::smtp::Error) -> Undelivered {
    let code = error.status().map(u16::from);
    if error.is_permanent() && !code.is_some_and(|code| (530..540).contains(&code)) {
        Undelivered::Refused(error.into())
    } else {
        Undelivered::Away(error.into())
    }
}

impl Mailer {
    /// Sends through the server of the settings, or writes files into `folder` when there is none.
    pub fn new(settings: &crate::config::Mail, folder: &Path) -> Result<Self, Unusable> {
        let from = settings.from.parse()?;
        let way = if settings.smtp_url.is_empty() {
            std::fs::create_dir_all(folder)?;
            Way::Files(folder.to_owned(), AsyncFileTransport::new(folder))
        } else {
            let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.smtp_url)?;
            Way::Smtp(transport.timeout(Some(ANSWER)).build())
        };
        Ok(Self { from, way })
    }

    /// Sends one mail. `id` makes its Message-ID, so that a mail that is sent twice can be told as one.
    pub async fn send(&self, mail: &Mail, id: &str) -> Result<(), Undelivered> {
        let message = self.message(mail, id).map_err(Undelivered::Refused)?;
        let sending = async {
            match &self.way {
                Way::Smtp(transport) => transport.send(message).await.map(|_| ()).map_err(undelivered),
                Way::Files(_, transport) => {
                    transport.send(message).await.map(|_| ()).map_err(|error| Undelivered::Away(error.into()))
                }
            }
        };
        let late = |_| Undelivered::Away(anyhow::anyhow!("the mail server took longer than {} s", SENDING.as_secs()));
        tokio::time::timeout(SENDING, sending).await.unwrap_or_else(|error| Err(late(error)))
    }

    fn message(&self, mail: &Mail, id: &str) -> anyhow::Result<Message> {
        let mut message = Message::builder()
            .from(self.from.clone())
            .to(mail.to.parse()?)
            .subject(&mail.subject)
            .message_id(Some(format!("<{id}@{}>", self.from.email.domain())));
        if let Some(address) = &mail.unsubscribe {
            let header = |name, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
            message = message
                .raw_header(header("List-Unsubscribe", format!("<{address}>")))
                .raw_header(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
        }
        Ok(message.multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))?)
    }

    /// Whether mails can leave now: the server answers, or the folder is there.
    pub async fn check(&self) -> anyhow::Result<()> {
        match &self.way {
            Way::Smtp(transport) => {
                anyhow::ensure!(transport.test_connection().await?, "the mail server does not answer");
            }
            Way::Files(folder, _) => {
                anyhow::ensure!(tokio::fs::metadata(folder).await?.is_dir(), "the mail folder is gone")
            }
        }
        Ok(())
    }
}
