use chrono::{DateTime, Duration, Utc};

use crate::checks::{Problem, Problems};
use crate::interest::{Action, Interest};
use crate::listings::files;

/// How long an author may change a message.
pub const EDITABLE: Duration = Duration::minutes(5);
/// Within this time the same message is taken for the same press of a button.
pub const AGAIN: Duration = Duration::minutes(10);
/// Most files of a message.
pub const MOST_FILES: usize = 10;
/// Longest message, in characters.
const LONGEST: usize = 8_000;
/// Longest reason of a report or a decision on it, in characters.
const LONGEST_REASON: usize = 2_000;

/// One message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Key.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// The account that wrote it.
    pub account_id: i64,
    /// The name of the person; empty for closed accounts.
    pub person: String,
    /// The organisation that the person acted for.
    pub organisation_id: i64,
    /// Text, in Markdown.
    pub body: String,
    /// When the other side said that it has read it, or answered after it.
    pub read_at: Option<DateTime<Utc>>,
    /// When its author last changed it.
    pub edited_at: Option<DateTime<Utc>>,
    /// Why a moderator hid it.
    pub hidden: Option<String>,
    /// Whether it was reported to the moderators.
    pub reported: bool,
}

impl Message {
    /// Whether its author may still change it.
    pub fn is_editable(&self, now: DateTime<Utc>) -> bool {
        self.hidden.is_none() && now - self.at <= EDITABLE
    }
}

/// Which words of an exchange: those of a message, or those that came with a step. The first words came with sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Key of a message.
    Message(i64),
    /// Key of a step.
    Step(i64),
}

impl Source {
    /// Their id on the page of the exchange.
    pub fn anchor(self) -> String {
        match self {
            Self::Message(id) => format!("m{id}"),
            Self::Step(id) => format!("s{id}"),
        }
    }

    /// Their part of an address below that of the exchange.
    pub fn path(self) -> String {
        match self {
            Self::Message(id) => format!("messages/{id}"),
            Self::Step(id) => format!("steps/{id}"),
        }
    }
}

/// Words of one side, as somebody reports them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Which.
    pub source: Source,
    /// The organisation whose words they are.
    pub organisation_id: i64,
    /// Text, in Markdown.
    pub body: String,
    /// Whether a moderator hid them.
    pub hidden: bool,
    /// Whether they were reported to the moderators.
    pub reported: bool,
}

impl From<&Message> for Passage {
    fn from(message: &Message) -> Self {
        Self {
            source: Source::Message(message.id),
            organisation_id: message.organisation_id,
            body: message.body.clone(),
            hidden: message.hidden.is_some(),
            reported: message.reported,
        }
    }
}

impl Passage {
    /// What came with a step; nothing where neither side said anything.
    pub fn of_step(interest: &Interest, id: i64) -> Option<Self> {
        let event = interest.events.iter().find(|event| event.id == id)?;
        let body = if event.action == Action::Send { &interest.proposal.message } else { &event.reason };
        Some(Self {
            source: Source::Step(id),
            organisation_id: event.organisation_id.filter(|_| !body.is_empty())?,
            body: body.clone(),
            hidden: event.hidden.is_some(),
            reported: event.reported,
        })
    }
}

/// An earlier wording of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The message.
    pub message_id: i64,
    /// When it was replaced.
    pub at: DateTime<Utc>,
    /// What the message said until then.
    pub body: String,
}

/// A file of a message or of the first words, or one that waits for its message to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Key.
    pub key: String,
    /// The message; none while it is a draft, and none for what came with the first words.
    pub message_id: Option<i64>,
    /// Whether it came with the first words of the exchange.
    pub opening: bool,
    /// Name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of what was sent.
    pub sha256: String,
}

impl Attachment {
    /// Its address.
    pub fn address(&self) -> String {
        files::address(&self.key, &self.media_type)
    }
}

/// What a person has written and not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The text so far.
    pub body: String,
    /// When it was last kept; none if nothing is kept.
    pub kept_at: Option<DateTime<Utc>>,
    /// Files that wait.
    pub files: Vec<Attachment>,
}

/// What a mail quotes: the words, and the names of the files in brackets, each in a line of its own.
pub fn quoted(words: &str, files: &[Attachment]) -> String {
    let names = files.iter().map(|file| format!("[{}]", file.name));
    let lines: Vec<String> = std::iter::once(words.to_owned()).filter(|words| !words.is_empty()).chain(names).collect();
    lines.join("\n")
}

/// A message as it is stored, or what is wrong with it. It may have no words if it has files.
pub fn said(body: &str, has_files: bool) -> Result<String, Problems> {
    let body = body.trim();
    let mut problems = Problems::new();
    problems.check("body", has_files || !body.is_empty(), Problem::Other("interest-problem-body"));
    problems.text("body", body, false, LONGEST);
    problems.or(body.to_owned())
}

/// The reason of a report or a decision, or what is wrong with it.
pub fn why(text: &str) -> Result<String, Problems> {
    let mut problems = Problems::new();
    problems.text("reason", text, true, LONGEST_REASON);
    problems.or(text.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(at: &str) -> Message {
        Message {
            id: 1,
            at: at.parse().unwrap(),
            account_id: 1,
            person: "Mei Lin".to_owned(),
            organisation_id: 1,
            body: "Yes.".to_owned(),
            read_at: None,
            edited_at: None,
            hidden: None,
            reported: false,
        }
    }

    #[test]
    fn a_message_can_be_changed_for_five_minutes_and_never_after() {
        let message = message("2026-11-23T09:00:00Z");
        assert!(message.is_editable("2026-11-23T09:05:00Z".parse().unwrap()));
        assert!(!message.is_editable("2026-11-23T09:05:00.000001Z".parse().unwrap()));
        let hidden = Message { hidden: Some("rude".to_owned()), ..message };
        assert!(!hidden.is_editable("2026-11-23T09:01:00Z".parse().unwrap()));
    }

    #[test]
    fn a_message_has_words_or_files_and_an_end() {
        assert!(said(" \n ", false).is_err());
        assert_eq!(said(" \n ", true).unwrap(), "");
        assert!(said(&"水".repeat(8_001), true).is_err());
        assert_eq!(said(" Yes. ", false).unwrap(), "Yes.");
        assert!(why("  ").is_err() && why(&"x".repeat(2_001)).is_err());
    }
}
