use chrono::{DateTime, Datelike, Days, Utc, Weekday};

use super::{Action, Proposal, Side, State, StateName};
use crate::taxonomy::Kind;

/// Working days after which an unanswered one may lapse.
const LAPSES_AFTER: u32 = 15;

/// One of the two organisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Key of the organisation.
    pub organisation_id: i64,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

/// One change of the state; never changed itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
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
    /// The listing's title in its original language.
    pub listing_title: String,
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

    /// The latest change to a state.
    pub fn reached(&self, state: StateName) -> Option<&Event> {
        self.events.iter().rev().find(|event| event.to == state)
    }

    /// Whether the latest change is this action of this account, so that sending the same form again changes nothing.
    pub fn just_done(&self, action: Action, account_id: Option<i64>) -> bool {
        self.events.last().is_some_and(|event| event.action == action && event.account_id == account_id)
    }

    /// Whether the time for the receiver's answer is over.
    pub fn answer_overdue(&self, now: DateTime<Utc>) -> bool {
        self.reached(StateName::Sent).is_some_and(|event| answer_overdue(event.at, now))
    }
}

/// Whether more than 15 working days, Monday to Friday, have passed since it was sent or revived.
fn answer_overdue(sent: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    let mut day = sent.date_naive();
    let mut working = 0;
    while day < now.date_naive() {
        let Some(next) = day.checked_add_days(Days::new(1)) else { return false };
        day = next;
        working += u32::from(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
        if working > LAPSES_AFTER {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_overdue_after_fifteen_working_days() {
        // A Monday.
        let sent: DateTime<Utc> = "2026-11-02T08:00:00Z".parse().unwrap();
        assert!(!answer_overdue(sent, "2026-11-23T23:00:00Z".parse().unwrap()));
        assert!(answer_overdue(sent, "2026-11-24T01:00:00Z".parse().unwrap()));
        assert!(!answer_overdue(sent, sent));
    }
}
