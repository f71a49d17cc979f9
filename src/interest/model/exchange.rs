use std::ops::RangeInclusive;

use chrono::{DateTime, Months, NaiveDate, Utc};

use super::{Action, Deadlines, Proposal, Side, State, StateName};
use crate::i18n::Worded;
use crate::taxonomy::{Kind, holidays};

/// Months from now within which an agreement begins.
const AHEAD: Months = Months::new(120);

/// One of the two organisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Key of the organisation.
    pub organisation_id: i64,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its country.
    pub country: String,
}

/// One change of the state; never changed itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Key.
    pub id: i64,
    /// When.
    pub at: DateTime<Utc>,
    /// What was done.
    pub action: Action,
    /// The state before.
    pub from: StateName,
    /// The state after.
    pub to: StateName,
    /// The account that did it; none for the system.
    pub account_id: Option<i64>,
    /// The name of the person; empty for the system and for closed accounts.
    pub person: String,
    /// The organisation that the person acted for.
    pub organisation_id: Option<i64>,
    /// What was said with it.
    pub reason: String,
    /// Whether what was said with it was reported to the moderators.
    pub reported: bool,
    /// Why a moderator hid what was said with it.
    pub hidden: Option<String>,
}

impl Event {
    /// What was said with it, unless a moderator hid it.
    pub fn shown(&self) -> &str {
        if self.hidden.is_some() { "" } else { &self.reason }
    }
}

/// A person of one side whom the other may write to, from acceptance on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// The side.
    pub side: Side,
    /// Name.
    pub name: String,
    /// Address.
    pub email: String,
}

/// An expression of interest with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    /// Key.
    pub id: i64,
    /// Number for people.
    pub reference: String,
    /// Key of the listing.
    pub listing_id: i64,
    /// The listing's number for people.
    pub listing_reference: String,
    /// The listing's title.
    pub listing_title: Worded,
    /// The listing's kind.
    pub listing_kind: Kind,
    /// Who expresses interest.
    pub sender: Party,
    /// Whose listing it is.
    pub receiver: Party,
    /// State.
    pub state: State,
    /// What the sender says.
    pub proposal: Proposal,
    /// Who began it.
    pub created_by: Option<i64>,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When it was first sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When something happened last.
    pub updated_at: DateTime<Utc>,
    /// Grows with each change of state or draft.
    pub version: i64,
    /// Until when the receiver answers, counted from when it was sent or revived last.
    pub deadlines: Option<Deadlines>,
    /// Its history, oldest first.
    pub events: Vec<Event>,
}

impl Interest {
    /// The side of an organisation.
    pub fn side_of(&self, organisation_id: i64) -> Option<Side> {
        if organisation_id == self.sender.organisation_id {
            Some(Side::Sender)
        } else if organisation_id == self.receiver.organisation_id {
            Some(Side::Receiver)
        } else {
            None
        }
    }

    /// The organisation of a side.
    pub fn party(&self, side: Side) -> Option<&Party> {
        match side {
            Side::Sender => Some(&self.sender),
            Side::Receiver => Some(&self.receiver),
            Side::System => None,
        }
    }

    /// Whether it was revived before.
    pub fn revived(&self) -> bool {
        self.events.iter().any(|event| event.action == Action::Revive)
    }

    /// The step with which the first words came; none while it is a draft.
    pub fn opening(&self) -> Option<&Event> {
        self.events.iter().find(|event| event.action == Action::Send)
    }

    /// The latest change to a state.
    pub fn reached(&self, state: StateName) -> Option<&Event> {
        self.events.iter().rev().find(|event| event.to == state)
    }

    /// Whether the latest change is this action of this account, so that sending the same form again changes nothing.
    pub fn just_done(&self, action: Action, account_id: Option<i64>) -> bool {
        self.events.last().is_some_and(|event| event.action == action && event.account_id == account_id)
    }

    /// The days on which an agreement about it can begin: from the day on which it was sent, which is that of the
    /// receiver's capital as for its deadlines, to ten years from now.
    pub fn may_begin(&self, now: DateTime<Utc>) -> RangeInclusive<NaiveDate> {
        let zone = holidays::zone(&self.receiver.country);
        let day = |moment: DateTime<Utc>| moment.with_timezone(&zone).date_naive();
        let last = day(now).checked_add_months(AHEAD).unwrap_or(NaiveDate::MAX);
        day(self.sent_at.unwrap_or(self.created_at))..=last
    }

    /// Until when the receiver answers; none where no answer is awaited.
    pub fn answer_due(&self) -> Option<&Deadlines> {
        self.deadlines.as_ref().filter(|_| self.state.name().awaits_answer())
    }

    /// Whether the time for the receiver's answer is over.
    pub fn answer_overdue(&self, now: DateTime<Utc>) -> bool {
        self.answer_due().is_some_and(|deadlines| deadlines.lapses <= now)
    }
}
