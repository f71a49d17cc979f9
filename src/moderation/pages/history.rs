use askama::Template;
use axum::extract::State;
use chrono::{DateTime, Utc};

use super::page_number;
use crate::app::App;
use crate::listings::content::Content;
use crate::listings::policy::Inspect;
use crate::listings::{self, Listing};
use crate::moderation::diff::{Change, changes};
use crate::moderation::lines;
use crate::moderation::model::Reason;
use crate::moderation::store::{self, Handed};
use crate::taxonomy::Lang;
use crate::web::{Can, Error, Html, Page, Query};

/// Revisions on one page.
const REVISIONS: u64 = 10;

/// The page that is asked for.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub struct Asked {
    page: String,
}

/// One revision with what it changed and what was decided.
struct Step {
    handed: Handed,
    /// What differs from the revision before; `None` for the first.
    changes: Option<Vec<Change>>,
    is_public: bool,
}

#[derive(Template)]
#[template(path = "moderation/history.html")]
struct HistoryPage {
    page: Page,
    listing: Listing,
    /// When a moderator took it off, and why.
    removal: Option<(DateTime<Utc>, String)>,
    steps: Vec<Step>,
    number: u64,
    pages: u64,
}

impl HistoryPage {
    fn field(&self, field: &str) -> String {
        self.page.text("review-field", field)
    }

    fn language(&self, lang: &Lang) -> String {
        self.page.native(*lang)
    }

    fn said(&self, reason: &Reason) -> String {
        let field = self.field(&reason.field);
        t!(self.page, "review-reason", field = field, text = reason.text.clone())
    }

    fn to_page(&self, number: u64) -> String {
        self.page.url(&format!("/listings/{}/history?page={number}", self.listing.reference))
    }
}

/// What was handed in over time: for its owner and for moderators.
pub async fn show(
    State(app): State<App>,
    page: Page,
    may: Can<Inspect>,
    Query(asked): Query<Asked>,
) -> Result<Html<impl Template>, Error> {
    let number = page_number(&asked.page);
    let (handed, total) = store::handed_in(app.db.conn(), &may, number, REVISIONS).await?;
    let pages = total.div_ceil(REVISIONS).max(1);
    if number > pages {
        return Err(Error::NotFound);
    }
    // One revision more than the page shows is read, to compare its oldest with.
    let ids: Vec<i64> = handed.iter().map(|handed| handed.revision_id).collect();
    let contents = listings::store::revisions(app.db.conn(), &may, &ids).await?;
    let steps = steps(&page, &may, handed, &contents);
    let removal = store::removal(app.db.conn(), &may).await?;
    Ok(Html(HistoryPage { listing: may.thing().clone(), page, removal, steps, number, pages }))
}

fn steps(page: &Page, listing: &Listing, handed: Vec<Handed>, contents: &[(i64, Content)]) -> Vec<Step> {
    let lines_of = |id: i64| {
        let content = contents.iter().find(|(known, _)| *known == id).map(|(_, content)| content);
        content.map(|content| lines::lines(content, page.locale, page.registers()))
    };
    let previous: Vec<Option<i64>> = handed.iter().skip(1).map(|older| Some(older.revision_id)).chain([None]).collect();
    let step = |(handed, previous): (Handed, Option<i64>)| Step {
        changes: previous.and_then(|id| Some(changes(&lines_of(id)?, &lines_of(handed.revision_id)?))),
        is_public: listing.published_revision_id == Some(handed.revision_id),
        handed,
    };
    let shown = usize::try_from(REVISIONS).unwrap_or(usize::MAX);
    handed.into_iter().zip(previous).map(step).take(shown).collect()
}
