//! Ground: mails. They are written as jobs in the transaction of the change that causes them and sent by the worker.

mod letter;
mod store;

use std::path::{Path, PathBuf};

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

impl Mailer {
    /// Sends through the server of the settings, or writes files into `folder` when there is none.
    pub fn new(settings: &crate::config::Mail, folder: &Path) -> Result<Self, Unusable> {
        let from = settings.from.parse()?;
        let way = if settings.smtp_url.is_empty() {
            std::fs::create_dir_all(folder)?;
            Way::Files(folder.to_owned(), AsyncFileTransport::new(folder))
        } else {
            let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&settings.smtp_url)?;
            Way::Smtp(transport.timeout(Some(std::time::Duration::from_secs(20))).build())
        };
        Ok(Self { from, way })
    }

    /// Sends one mail. `id` makes its Message-ID, so that a mail that is sent twice can be told as one.
    pub async fn send(&self, mail: &Mail, id: &str) -> anyhow::Result<()> {
        let message = self.message(mail, id)?;
        match &self.way {
            Way::Smtp(transport) => transport.send(message).await.map(|_| ())?,
            Way::Files(_, transport) => transport.send(message).await.map(|_| ())?,
        }
        Ok(())
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
