use askama::Template;
use axum::extract::State;

use super::state_name;
use crate::app::App;
use crate::interest::forms::ListQuery;
use crate::interest::store::{self, Entry, Filter};
use crate::interest::{Side, StateName};
use crate::web::form::Query;
use crate::web::{Error, Html, Page};

use std::str::FromStr;

#[derive(Template)]
#[template(path = "interest/index.html")]
struct IndexPage {
    page: Page,
    side: Side,
    filter: Filter,
    /// The filter as it stands in the address.
    chosen: String,
    number: u64,
    pages: u64,
    received: u64,
    sent: u64,
    found: u64,
    entries: Vec<Entry>,
}

impl IndexPage {
    fn url(&self, side: Side, state: &str, number: u64) -> String {
        let side = if side == Side::Sender { "sent" } else { "received" };
        let mut url = format!("/interests?side={side}");
        if !state.is_empty() {
            url.push_str(&format!("&state={state}"));
        }
        if number > 1 {
            url.push_str(&format!("&page={number}"));
        }
        self.page.url(&url)
    }

    fn received_url(&self) -> String {
        self.url(Side::Receiver, "", 1)
    }

    fn sent_url(&self) -> String {
        self.url(Side::Sender, "", 1)
    }

    fn unfiltered_url(&self) -> String {
        self.url(self.side, "", 1)
    }

    fn page_url(&self, number: &u64) -> String {
        self.url(self.side, &self.chosen, *number)
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

    fn sends(&self) -> bool {
        self.side == Side::Sender
    }

    fn filter_name(&self) -> String {
        match self.filter {
            Filter::All => t!(self.page, "interest-filter-all"),
            Filter::Open => t!(self.page, "interest-filter-open"),
            Filter::Ended => t!(self.page, "interest-filter-ended"),
            Filter::Only(name) => state_name(&self.page, name),
        }
    }

    /// The choices of the filter: code and name. Nobody receives drafts.
    fn filters(&self) -> Vec<(String, String)> {
        let groups =
            [("open", t!(self.page, "interest-filter-open")), ("ended", t!(self.page, "interest-filter-ended"))];
        let groups = groups.into_iter().map(|(code, name)| (code.to_owned(), name));
        let states = StateName::ALL.iter().filter(|name| self.sends() || **name != StateName::Draft);
        groups.chain(states.map(|name| (name.to_string(), state_name(&self.page, *name)))).collect()
    }

    fn other<'a>(&self, entry: &'a Entry) -> &'a str {
        if self.sends() { &entry.receiver_name } else { &entry.sender_name }
    }

    fn waits(&self, entry: &Entry) -> bool {
        StateName::from_str(&entry.state).ok().and_then(StateName::awaits) == Some(self.side)
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
    let (side, filter) = (query.side(), query.filter());
    let (db, actor) = (app.db.conn(), page.actor());
    let received = store::counts(db, actor, Side::Receiver).await?;
    let sent = store::counts(db, actor, Side::Sender).await?;
    let sum = |counts: &[(StateName, u64)], filter: Filter| {
        counts.iter().filter(|(name, _)| filter.shows(*name)).map(|(_, count)| count).sum::<u64>()
    };
    let found = sum(if side == Side::Sender { &sent } else { &received }, filter);
    let pages = found.div_ceil(store::PAGE).max(1);
    let number = query.page().min(pages);
    let entries = store::list(db, actor, side, filter, number).await?;
    let chosen = if filter == Filter::All { String::new() } else { query.state };
    let (received, sent) = (sum(&received, Filter::All), sum(&sent, Filter::All));
    Ok(Html(IndexPage { page, side, filter, chosen, number, pages, received, sent, found, entries }))
}
