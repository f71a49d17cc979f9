use std::str::FromStr;

use chrono::{DateTime, Days, NaiveTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use serde::Deserialize;
use url::form_urlencoded::Serializer;

use super::{Assigned, Due, Sought};
use crate::checks::plain;
use crate::interest::store::Filter;
use crate::interest::{Side, StateName};

/// What of the list is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ListQuery {
    pub side: String,
    pub state: String,
    pub due: String,
    pub assigned: String,
    pub label: String,
    pub q: String,
    pub page: String,
}

fn line(text: &str, most: usize) -> String {
    let plain = plain(text).replace(char::is_control, " ");
    plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(most).collect()
}

impl ListQuery {
    /// What it asks for; what makes no sense is left out.
    pub fn sought(&self) -> Sought {
        Sought {
            side: if self.side == "sent" { Side::Sender } else { Side::Receiver },
            states: match self.state.as_str() {
                "open" => Filter::Open,
                "ended" => Filter::Ended,
                code => StateName::from_str(code).map_or(Filter::All, Filter::Only),
            },
            due: match self.due.as_str() {
                "today" => Some(Due::Today),
                "overdue" => Some(Due::Overdue),
                _ => None,
            },
            assigned: match self.assigned.as_str() {
                "me" => Some(Assigned::Me),
                "nobody" => Some(Assigned::Nobody),
                _ => None,
            },
            label: line(&self.label, 30),
            q: line(&self.q, 100),
        }
    }

    /// The page, from 1 on.
    pub fn page(&self) -> u64 {
        self.page.parse().unwrap_or(1).clamp(1, 1_000_000)
    }
}

/// The query by which a list is asked for, each condition by its name; the side always stands first.
pub fn conditions(sought: &Sought) -> Vec<(&'static str, String)> {
    let side = if sought.side == Side::Sender { "sent" } else { "received" };
    let state = match sought.states {
        Filter::All => String::new(),
        Filter::Open => "open".to_owned(),
        Filter::Ended => "ended".to_owned(),
        Filter::Only(name) => name.to_string(),
    };
    let due = sought.due.map_or("", |due| match due {
        Due::Today => "today",
        Due::Overdue => "overdue",
    });
    let assigned = sought.assigned.map_or("", |assigned| match assigned {
        Assigned::Me => "me",
        Assigned::Nobody => "nobody",
    });
    let all = [
        ("side", side.to_owned()),
        ("state", state),
        ("due", due.to_owned()),
        ("assigned", assigned.to_owned()),
        ("label", sought.label.clone()),
        ("q", sought.q.clone()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

/// An address of the list with some conditions and, from the second on, a page.
pub fn address(path: &str, conditions: &[(&'static str, String)], page: u64) -> String {
    let mut query = Serializer::new(String::new());
    query.extend_pairs(conditions);
    if page > 1 {
        query.append_pair("page", &page.to_string());
    }
    format!("{path}?{}", query.finish())
}

/// When the reader's today ends.
pub fn day_ends(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let tomorrow = now.with_timezone(&zone).date_naive() + Days::new(1);
    let midnight = tomorrow.and_time(NaiveTime::MIN);
    zone.from_local_datetime(&midnight).earliest().map_or_else(|| midnight.and_utc(), |at| at.to_utc())
}

/// The form of assignment and labels.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DeskForm {
    pub assignee: String,
    pub labels: String,
}

/// The form that makes a calendar feed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FeedForm {
    /// Key of the newest feed that its page showed; 0 if there was none.
    pub seen: String,
}

/// The form of a note.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct NoteForm {
    pub note: String,
}

/// What is picked to be closed: reference numbers, or in the form that closes reference number and version.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CloseForm {
    pub pick: Vec<String>,
    pub reason: String,
    /// What the person was asked about already.
    pub warned: String,
}

/// Most that are closed at once.
pub const MOST_CLOSED: usize = 50;

impl CloseForm {
    /// Reference numbers that were picked, each with the version that was shown.
    pub fn picked(&self) -> Vec<(String, i64)> {
        let one = |pick: &String| match pick.split_once('@') {
            Some((reference, version)) => (reference.to_owned(), version.parse().unwrap_or(0)),
            None => (pick.clone(), 0),
        };
        self.pick.iter().take(MOST_CLOSED).map(one).collect()
    }
}

/// Whether the dossier has the notes in it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct DossierQuery {
    pub notes: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_list_is_asked_never_fails_and_comes_back_as_an_address() {
        let wild = ListQuery {
            side: "'".to_owned(),
            state: "<b>".to_owned(),
            due: "never".to_owned(),
            page: "-9".to_owned(),
            ..Default::default()
        };
        assert_eq!((wild.sought(), wild.page()), (Sought::all(Side::Receiver), 1));
        let query = ListQuery {
            side: "sent".to_owned(),
            state: "open".to_owned(),
            due: "overdue".to_owned(),
            assigned: "me".to_owned(),
            label: "pilot & more".to_owned(),
            q: " a\u{0}  b ".to_owned(),
            page: "3".to_owned(),
        };
        let address = address("/interests", &conditions(&query.sought()), query.page());
        assert_eq!(
            address,
            "/interests?side=sent&state=open&due=overdue&assigned=me&label=pilot+%26+more&q=a+b&page=3"
        );
    }

    #[test]
    fn the_readers_day_ends_at_the_readers_midnight() {
        let now = "2026-11-23T18:00:00Z".parse().unwrap();
        assert_eq!(day_ends(now, Tz::Asia__Bangkok).to_rfc3339(), "2026-11-24T17:00:00+00:00");
        assert_eq!(day_ends(now, Tz::UTC).to_rfc3339(), "2026-11-24T00:00:00+00:00");
    }
}
