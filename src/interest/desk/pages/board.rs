//! The board: a column for each stage of the way, and what can be done with one press on each card.

use askama::Template;
use axum::extract::State;
use chrono::Duration;

use super::View;
use crate::app::App;
use crate::auth::MemberRole;
use crate::interest::desk::forms::{self, ListQuery, day_ends};
use crate::interest::desk::store::{self, Entry};
use crate::interest::desk::{Assigned, Sought};
use crate::interest::model::offers_at_once;
use crate::interest::store::Filter;
use crate::interest::{Action, Side, StateName};
use crate::web::{Error, Html, Page, Query};

/// Most cards of the board, newest first; the list has them all.
const CARDS: u64 = 200;
/// How long what has ended stays on the board.
const STAYS: Duration = Duration::days(30);

/// The columns, each with the states it holds.
const COLUMNS: [(&str, &[StateName]); 7] = [
    ("draft", &[StateName::Draft]),
    ("sent", &[StateName::Sent]),
    ("acknowledged", &[StateName::Acknowledged]),
    ("in_discussion", &[StateName::InDiscussion, StateName::InfoRequested]),
    ("accepted", &[StateName::Accepted]),
    ("negotiating", &[StateName::Negotiating]),
    (
        "ended",
        &[StateName::Agreement, StateName::NoAgreement, StateName::Declined, StateName::Withdrawn, StateName::Lapsed],
    ),
];

struct Column {
    name: String,
    /// Address of the list with all of it.
    all: String,
    cards: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "interest/desk/board.html")]
struct BoardPage {
    page: Page,
    sought: Sought,
    columns: Vec<Column>,
    /// Whether there are more than the board shows.
    more: bool,
    acts: bool,
}

impl BoardPage {
    fn view(&self) -> View<'_> {
        View { page: &self.page, sought: &self.sought }
    }

    fn side_url(&self, side: Side) -> String {
        self.page.url(&forms::address("/interests/board", &forms::conditions(&Sought::all(side)), 1))
    }

    fn count(&self, column: &Column) -> String {
        self.page.integer(i64::try_from(column.cards.len()).unwrap_or(0))
    }

    fn list_url(&self) -> String {
        self.view().address("/interests", "")
    }

    /// The address with only what the reader sees to, or with everything.
    fn mine_url(&self) -> String {
        let assigned = if self.is_mine() { None } else { Some(Assigned::Me) };
        let sought = Sought { assigned, ..Sought::all(self.sought.side) };
        self.page.url(&forms::address("/interests/board", &forms::conditions(&sought), 1))
    }

    fn is_mine(&self) -> bool {
        self.sought.assigned == Some(Assigned::Me)
    }

    /// What the reader can do with a card at one press.
    fn actions(&self, entry: &Entry) -> Vec<Action> {
        let state = self.view().state(entry).filter(|_| self.acts);
        state.map(|state| offers_at_once(state, self.sought.side).collect()).unwrap_or_default()
    }
}

/// The board of what was received, or of what was sent.
pub async fn show(
    State(app): State<App>,
    page: Page,
    Query(query): Query<ListQuery>,
) -> Result<Html<impl Template>, Error> {
    let asked = query.sought();
    let sought = Sought { assigned: asked.assigned, label: asked.label, ..Sought::all(asked.side) };
    let (db, actor, now) = (app.db.conn(), page.actor(), page.now());
    let times = (now, day_ends(now, page.context().zone));
    let open = Sought { states: Filter::Open, ..sought.clone() };
    let mut entries = store::newest(db, actor, &open, times, CARDS).await?;
    let more = entries.len() as u64 == CARDS;
    let ended = Sought { states: Filter::Ended, ..sought.clone() };
    let ended = store::newest(db, actor, &ended, times, CARDS).await?;
    entries.extend(ended.into_iter().filter(|entry| entry.updated_at > now - STAYS));
    let columns = COLUMNS
        .iter()
        .filter(|(code, _)| *code != "draft" || sought.side == Side::Sender)
        .map(|(code, states)| {
            let only = if states.len() == 1 { (*code).to_owned() } else { String::new() };
            let state = if *code == "ended" { "ended".to_owned() } else { only };
            let mut conditions = forms::conditions(&sought);
            conditions.push(("state", state));
            conditions.retain(|(_, value)| !value.is_empty());
            let holds = |entry: &&Entry| states.iter().any(|state| state.code() == entry.state);
            Column {
                name: page.text("interest-column", code),
                all: page.url(&forms::address("/interests", &conditions, 1)),
                cards: entries.iter().filter(holds).cloned().collect(),
            }
        })
        .collect();
    let acts = actor.acting().is_some_and(|acting| acting.role <= MemberRole::Editor);
    Ok(Html(BoardPage { page, sought, columns, more, acts }))
}
