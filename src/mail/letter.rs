use askama::Template;
use serde::{Deserialize, Serialize};

use crate::i18n::Locale;

/// A mail ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Address of the receiver.
    pub to: String,
    /// Subject.
    pub subject: String,
    /// The text form.
    pub text: String,
    /// The HTML form.
    pub html: String,
}

/// What a mail says, before it is drawn: short paragraphs, one action, and why it was sent. All texts are already in
/// the receiver's language.
pub struct Letter {
    /// The receiver's language.
    pub locale: &'static Locale,
    /// Address of the receiver.
    pub to: String,
    /// Subject, also the heading.
    pub subject: String,
    /// Paragraphs.
    pub paragraphs: Vec<String>,
    /// Words of somebody else that are shown as such, line by line.
    pub quote: Option<String>,
    /// What to do: label and address.
    pub action: Option<(String, String)>,
    /// Why the receiver got it.
    pub reason: String,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct LetterHtml<'a> {
    letter: &'a Letter,
    stop: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct LetterText<'a> {
    letter: &'a Letter,
    stop: Option<(String, String)>,
}

impl Letter {
    /// Draws both forms.
    pub fn draw(self) -> Result<Mail, askama::Error> {
        self.draw_with(None)
    }

    /// Draws both forms; `stop` is the way to get no more such mails: label and address.
    pub fn draw_with(self, stop: Option<(String, String)>) -> Result<Mail, askama::Error> {
        let text = LetterText { letter: &self, stop: stop.clone() }.render()?;
        let html = LetterHtml { letter: &self, stop }.render()?;
        Ok(Mail { to: self.to, subject: self.subject, text, html })
    }
}
