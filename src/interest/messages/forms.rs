use serde::Deserialize;

use crate::checks::plain;

/// The form of a message.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct MessageForm {
    pub body: String,
    /// The button that was pressed: `keep`, `autosave`, `remove:KEY`; all else sends.
    pub action: String,
    /// Key of the newest message that the page showed.
    pub upto: String,
    /// What the writer was asked about already.
    pub warned: String,
}

/// What is to be done with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// It is sent.
    Send,
    /// It is kept for later.
    Keep,
    /// A file that waits is taken away; the rest is kept.
    Remove(String),
}

impl MessageForm {
    /// What was typed, as it is stored.
    pub fn text(&self) -> String {
        plain(&self.body)
    }

    /// Whether a script keeps what was typed so far.
    pub fn is_autosave(&self) -> bool {
        self.action == "autosave"
    }

    /// What is to be done.
    pub fn wish(&self) -> Wish {
        match self.action.split_once(':') {
            Some(("remove", key)) => Wish::Remove(key.to_owned()),
            _ if self.action == "keep" || self.is_autosave() => Wish::Keep,
            _ => Wish::Send,
        }
    }

    /// The newest message that the page showed; without the page's word, all that there are.
    pub fn upto(&self) -> i64 {
        self.upto.parse().unwrap_or(i64::MAX)
    }
}

/// The form of a report, and of the decision on one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReasonForm {
    pub reason: String,
    pub decision: String,
}
