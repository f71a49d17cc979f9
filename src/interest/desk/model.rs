use chrono::{DateTime, Utc};

use crate::checks::{Problem, Problems};
use crate::interest::store::Filter;
use crate::interest::{Action, Side, StateName, TABLE};

/// Most labels of one expression of interest.
pub const MOST_LABELS: usize = 10;
/// Longest label, in characters.
const LONGEST_LABEL: usize = 30;
/// Longest note, in characters.
const LONGEST_NOTE: usize = 4_000;

/// What an organisation keeps beside an expression of interest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The member who sees to it.
    pub assignee: Option<Member>,
    /// Labels, in their order.
    pub labels: Vec<String>,
    /// How many notes there are.
    pub notes: i64,
}

/// A member who can see to expressions of interest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The account.
    pub account_id: i64,
    /// The name.
    pub name: String,
}

/// A note that the other side never sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; empty for closed accounts.
    pub person: String,
    /// What.
    pub body: String,
}

/// A calendar feed of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// Key.
    pub id: i64,
    /// Whose it is.
    pub account_id: i64,
    /// For which organisation.
    pub organisation_id: i64,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When a program read it last.
    pub read_at: Option<DateTime<Utc>>,
}

/// When an answer is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    /// On the reader's today.
    Today,
    /// Before now.
    Overdue,
}

/// Who sees to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assigned {
    /// The reader.
    Me,
    /// Nobody yet.
    Nobody,
}

/// What a list is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// What was sent, or what was received.
    pub side: Side,
    /// In which states.
    pub states: Filter,
    /// When an answer is due.
    pub due: Option<Due>,
    /// Who sees to it.
    pub assigned: Option<Assigned>,
    /// With this label; empty for all.
    pub label: String,
    /// With all of these words anywhere; empty for all.
    pub q: String,
}

impl Sought {
    /// All of one side.
    pub const fn all(side: Side) -> Self {
        Self { side, states: Filter::All, due: None, assigned: None, label: String::new(), q: String::new() }
    }
}

/// Labels as they were typed: between commas or on lines of their own, each once.
pub fn labels(typed: &str) -> Result<Vec<String>, Problems> {
    let mut labels: Vec<String> = Vec::new();
    for label in typed.split([',', '，', '、', ';', '\n']) {
        let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
        if !label.is_empty() && !labels.iter().any(|known| known.to_lowercase() == label.to_lowercase()) {
            labels.push(label);
        }
    }
    let mut problems = Problems::new();
    for label in &labels {
        problems.text("labels", label, false, LONGEST_LABEL);
    }
    problems.check("labels", labels.len() <= MOST_LABELS, Problem::Counted("interest-problem-labels", 10));
    problems.or(labels)
}

/// A note as it was typed.
pub fn note(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::new();
    let note = typed.trim();
    problems.text("note", note, true, LONGEST_NOTE);
    problems.or(note.to_owned())
}

/// The action by which a side ends what is in a state, with a reason: the receiver declines, the sender withdraws, and
/// whoever negotiates ends it without agreement.
pub fn closing(state: StateName, side: Side) -> Option<Action> {
    let ends = [Action::Decline, Action::Withdraw, Action::NoAgreement];
    let edge = |action: &Action| TABLE.iter().any(|e| e.from == state && e.action == *action && e.by.contains(&side));
    // Both sides may end a negotiation; the sender then withdraws from nothing that is not yet its own to end.
    let preferred =
        if state == StateName::Negotiating { [Action::NoAgreement, Action::Decline, Action::Withdraw] } else { ends };
    preferred.into_iter().find(edge)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_stand_between_commas_of_any_script_and_count_once() {
        assert_eq!(labels("urgent,  pilot plant\nUrgent，水处理、,").unwrap(), ["urgent", "pilot plant", "水处理"]);
        assert!(labels("").unwrap().is_empty());
        assert!(labels(&"x".repeat(31)).unwrap_err().of("labels").is_some());
        let many: Vec<String> = (0..11).map(|number| number.to_string()).collect();
        assert!(labels(&many.join(",")).is_err());
    }

    #[test]
    fn each_side_closes_by_the_action_that_is_its_own() {
        use StateName as S;
        for (state, receiver, sender) in [
            (S::Draft, None, None),
            (S::Sent, Some(Action::Decline), Some(Action::Withdraw)),
            (S::InfoRequested, Some(Action::Decline), Some(Action::Withdraw)),
            (S::Accepted, None, Some(Action::Withdraw)),
            (S::Negotiating, Some(Action::NoAgreement), Some(Action::NoAgreement)),
            (S::Agreement, None, None),
            (S::Lapsed, None, None),
        ] {
            assert_eq!((closing(state, Side::Receiver), closing(state, Side::Sender)), (receiver, sender), "{state}");
        }
    }

    #[test]
    fn a_note_says_something() {
        assert_eq!(note(" Ask the ministry. \n").unwrap(), "Ask the ministry.");
        assert!(note("  ").is_err() && note(&"水".repeat(4_001)).is_err());
    }
}
