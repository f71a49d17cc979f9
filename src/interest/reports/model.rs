use chrono::{DateTime, Utc};

use crate::auth::Actor;
use crate::interest::messages::{Passage, Version};
use crate::interest::{Interest, Message};

crate::codes! {
    /// What became of a report.
    pub enum State { Open = "open", Kept = "kept", Hidden = "hidden" }
}

crate::codes! {
    /// How a moderator decides.
    pub enum Verdict { Keep = "keep", Hide = "hide" }
}

impl Verdict {
    /// What the report becomes.
    pub const fn state(self) -> State {
        match self {
            Self::Keep => State::Kept,
            Self::Hide => State::Hidden,
        }
    }
}

/// A report of words of an exchange.
#[derive(Clone, Debug)]
pub struct Report {
    /// Key.
    pub id: i64,
    /// The exchange in which the words stand.
    pub interest: Interest,
    /// The words.
    pub passage: Passage,
    /// All messages of the exchange and their earlier wordings, read with it.
    pub exchange: (Vec<Message>, Vec<Version>),
    /// The organisation that reported them.
    pub organisation_id: i64,
    /// Who reported them.
    pub account_id: i64,
    /// Why.
    pub reason: String,
    /// What became of it.
    pub state: State,
    /// When they were reported.
    pub at: DateTime<Utc>,
    /// When a moderator decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// The moderator who decided.
    pub decided_by: Option<i64>,
    /// The moderator's name.
    pub moderator: String,
    /// What the moderator said.
    pub decision_reason: String,
}

impl Report {
    /// Whether this is what an actor has decided already, so that sending the same form again changes nothing.
    pub fn was_decided_by(&self, actor: &Actor, verdict: Verdict) -> bool {
        self.state == verdict.state() && self.decided_by.is_some() && self.decided_by == actor.account_id()
    }
}
