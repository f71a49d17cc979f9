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
    /// The address that switches such mails off by a single POST (RFC 8058), if they can be switched off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsubscribe: Option<String>,
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

/// Lines of a digest under one heading.
pub struct Group {
    /// Heading.
    pub heading: String,
    /// What happened, when, and the address at which to read on.
    pub lines: Vec<(String, String, String)>,
}

#[derive(Template)]
#[template(path = "mail/letter.html")]
struct LetterHtml<'a> {
    letter: &'a Letter,
    ends: &'a [(String, String)],
}

#[derive(Template)]
#[template(path = "mail/letter.txt")]
struct LetterText<'a> {
    letter: &'a Letter,
    ends: &'a [(String, String)],
}

#[derive(Template)]
#[template(path = "mail/digest.html")]
struct DigestHtml<'a> {
    letter: &'a Letter,
    groups: &'a [Group],
    ends: &'a [(String, String)],
}

#[derive(Template)]
#[template(path = "mail/digest.txt")]
struct DigestText<'a> {
    letter: &'a Letter,
    groups: &'a [Group],
    ends: &'a [(String, String)],
}

impl Letter {
    /// Draws both forms.
    pub fn draw(self) -> Result<Mail, askama::Error> {
        self.draw_with(Vec::new())
    }

    /// Draws both forms; `ends` are ways to get no more such mails: label and address of each.
    pub fn draw_with(self, ends: Vec<(String, String)>) -> Result<Mail, askama::Error> {
        let text = LetterText { letter: &self, ends: &ends }.render()?;
        let html = LetterHtml { letter: &self, ends: &ends }.render()?;
        Ok(Mail { to: self.to, subject: self.subject, text, html, unsubscribe: None })
    }

    /// Draws both forms of a mail that tells of many things.
    pub fn draw_digest(self, groups: Vec<Group>, ends: Vec<(String, String)>) -> Result<Mail, askama::Error> {
        let text = DigestText { letter: &self, groups: &groups, ends: &ends }.render()?;
        let html = DigestHtml { letter: &self, groups: &groups, ends: &ends }.render()?;
        Ok(Mail { to: self.to, subject: self.subject, text, html, unsubscribe: None })
    }
}
