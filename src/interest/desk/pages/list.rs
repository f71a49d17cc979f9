use askama::Template;
use axum::extract::State;

use super::View;
use crate::app::App;
use crate::auth::MemberRole;
use crate::interest::desk::forms::{self, ListQuery, day_ends};
use crate::interest::desk::store::{self, Entry, PAGE};
use crate::interest::desk::{Assigned, Due, Sought};
use crate::interest::store::Filter;
use crate::interest::{Side, StateName, store as interests};
use crate::web::{Error, Html, Page, Query};

#[derive(Template)]
#[template(path = "interest/desk/index.html")]
struct IndexPage {
    page: Page,
    sought: Sought,
    number: u64,
    pages: u64,
    received: u64,
    sent: u64,
    found: u64,
    entries: Vec<Entry>,
    labels: Vec<String>,
    /// Whether the reader may act.
    acts: bool,
}

impl IndexPage {
    fn view(&self) -> View<'_> {
        View { page: &self.page, sought: &self.sought }
    }

    fn side_url(&self, side: Side) -> String {
        self.page.url(&forms::address("/interests", &forms::conditions(&Sought::all(side)), 1))
    }

    fn unfiltered_url(&self) -> String {
        self.side_url(self.sought.side)
    }

    fn page_url(&self, number: &u64) -> String {
        self.page.url(&forms::address("/interests", &forms::conditions(&self.sought), *number))
    }

    fn previous_url(&self) -> String {
        self.page_url(&(self.number - 1))
    }

    fn next_url(&self) -> String {
        self.page_url(&(self.number + 1))
    }

    fn count(&self, number: &u64) -> String {
        self.page.integer(*number)
    }

    fn side(&self) -> &'static str {
        if self.view().sends() { "sent" } else { "received" }
    }

    /// The choices of state: code, name and whether it is chosen. Nobody receives drafts.
    fn states(&self) -> Vec<(String, String, bool)> {
        let of = |filter: Filter| filter == self.sought.states;
        let groups = [
            ("open", t!(self.page, "interest-filter-open"), of(Filter::Open)),
            ("ended", t!(self.page, "interest-filter-ended"), of(Filter::Ended)),
        ];
        let groups = groups.into_iter().map(|(code, name, on)| (code.to_owned(), name, on));
        let states = StateName::ALL.iter().filter(|name| self.view().sends() || **name != StateName::Draft);
        let states =
            states.map(|name| (name.to_string(), self.page.text("interest-state", name), of(Filter::Only(*name))));
        groups.chain(states).collect()
    }

    fn dues(&self) -> Vec<(&'static str, String, bool)> {
        let on = |due| self.sought.due == Some(due);
        vec![
            ("today", t!(self.page, "interest-due-today"), on(Due::Today)),
            ("overdue", t!(self.page, "interest-due-overdue"), on(Due::Overdue)),
        ]
    }

    fn assignees(&self) -> Vec<(&'static str, String, bool)> {
        let on = |assigned| self.sought.assigned == Some(assigned);
        vec![
            ("me", t!(self.page, "interest-assigned-me"), on(Assigned::Me)),
            ("nobody", t!(self.page, "interest-assigned-nobody"), on(Assigned::Nobody)),
        ]
    }

    /// Numbers of the pages near this one, with the first and the last.
    fn numbers(&self) -> Vec<u64> {
        (1..=self.pages).filter(|n| *n == 1 || *n == self.pages || n.abs_diff(self.number) <= 2).collect()
    }
}

/// What the organisation has sent and received.
pub async fn index(
    State(app): State<App>,
    page: Page,
    Query(query): Query<ListQuery>,
) -> Result<Html<impl Template>, Error> {
    let (db, actor, sought) = (app.db.conn(), page.actor(), query.sought());
    let sum = |counts: Vec<(StateName, u64)>| counts.into_iter().map(|(_, count)| count).sum();
    let received = sum(interests::counts(db, actor, Side::Receiver).await?);
    let sent = sum(interests::counts(db, actor, Side::Sender).await?);
    let times = (page.now(), day_ends(page.now(), page.context().zone));
    let (entries, found) = store::list(db, actor, &sought, times, query.page()).await?;
    let labels = store::labels(db, actor).await?;
    let pages = found.div_ceil(PAGE).max(1);
    let number = query.page().min(pages);
    let acts = actor.acting().is_some_and(|acting| acting.role <= MemberRole::Editor);
    Ok(Html(IndexPage { page, sought, number, pages, received, sent, found, entries, labels, acts }))
}
