//! Pages of the desk.

mod board;
mod close;
mod desk;
mod dossier;
mod export;
mod feeds;
mod list;

use std::str::FromStr;

use super::forms::{self, day_ends};
use super::store::Entry;
use super::{Assigned, Due, Sought};
use crate::interest::store::Filter;
use crate::interest::{Side, StateName};
use crate::web::{Access, Page, Routes};

/// Routes of the desk.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/interests", Access::Member, list::index)
        .get("/interests/board", Access::Member, board::show)
        .get("/interests/export.csv", Access::Member, export::csv)
        .get("/interests/close", Access::Member, close::confirm)
        .post("/interests/close", Access::Member, close::close)
        .get("/interests/calendar", Access::Member, feeds::index)
        .post("/interests/calendar", Access::Member, feeds::create)
        .post("/interests/calendar/{id}/revoke", Access::Member, feeds::revoke)
        .get("/calendar/{token}", Access::Public, feeds::read)
        .get("/interests/{reference}/desk", Access::Member, desk::show)
        .post("/interests/{reference}/desk", Access::Member, desk::keep)
        .post("/interests/{reference}/notes", Access::Member, desk::write)
        .get("/interests/{reference}/dossier", Access::Member, dossier::show)
}

/// A list as its page speaks of it.
struct View<'a> {
    page: &'a Page,
    sought: &'a Sought,
}

impl View<'_> {
    fn sends(&self) -> bool {
        self.sought.side == Side::Sender
    }

    fn other<'e>(&self, entry: &'e Entry) -> &'e str {
        if self.sends() { &entry.receiver_name } else { &entry.sender_name }
    }

    fn state(&self, entry: &Entry) -> Option<StateName> {
        StateName::from_str(&entry.state).ok()
    }

    /// Whether it is the reader's side that is asked to do something.
    fn waits(&self, entry: &Entry) -> bool {
        self.state(entry).and_then(StateName::awaits) == Some(self.sought.side)
    }

    /// When an answer is due, in words, and whether that is today or was before.
    fn due(&self, entry: &Entry) -> Option<(String, bool)> {
        let due = entry.due()?;
        let now = self.page.now();
        let last = due - chrono::Duration::minutes(1);
        let over = due <= now;
        let words = t!(
            self.page,
            "interest-list-due",
            day = self.page.date(&last),
            ago = self.page.relative(&last),
            over = over.to_string()
        );
        Some((words, due <= day_ends(now, self.page.context().zone)))
    }

    fn address(&self, path: &str, without: &str) -> String {
        let mut conditions = forms::conditions(self.sought);
        conditions.retain(|(name, _)| *name != without);
        self.page.url(&forms::address(path, &conditions, 1))
    }

    /// The conditions that are set, each in words with the address of the list without it.
    fn set(&self, path: &str) -> Vec<(String, String)> {
        let page = self.page;
        let mut set = Vec::new();
        let mut add = |name: &str, words: String| set.push((words, self.address(path, name)));
        match self.sought.states {
            Filter::All => {}
            Filter::Open => add("state", t!(page, "interest-filter-open")),
            Filter::Ended => add("state", t!(page, "interest-filter-ended")),
            Filter::Only(name) => add("state", page.text("interest-state", name)),
        }
        match self.sought.due {
            None => {}
            Some(Due::Today) => add("due", t!(page, "interest-due-today")),
            Some(Due::Overdue) => add("due", t!(page, "interest-due-overdue")),
        }
        match self.sought.assigned {
            None => {}
            Some(Assigned::Me) => add("assigned", t!(page, "interest-assigned-me")),
            Some(Assigned::Nobody) => add("assigned", t!(page, "interest-assigned-nobody")),
        }
        if !self.sought.label.is_empty() {
            add("label", t!(page, "interest-labelled", label = self.sought.label.clone()));
        }
        if !self.sought.q.is_empty() {
            add("q", t!(page, "interest-holds", q = self.sought.q.clone()));
        }
        set
    }
}
