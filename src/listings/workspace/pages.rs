use std::str::FromStr;

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::response::IntoResponse;
use serde::Deserialize;

use super::store::{self, Asked};
use crate::app::App;
use crate::auth::Acting;
use crate::listings::policy::{Create, Owner};
use crate::listings::{Listing, Status};
use crate::web::{Action as _, Error, Html, Page, Query};

/// Listings on a page of the list.
const SIZE: u64 = 20;
/// Lines of each part of the dashboard.
const FEW: u64 = 8;

fn acting(page: &Page) -> Result<Acting, Error> {
    page.actor().acting().cloned().ok_or(Error::NoOrganisation)
}

/// One line of a list of one's own listings.
struct Line {
    listing: Listing,
    draft: bool,
}

impl Line {
    /// Whether changes of a listing that is or was public wait to be handed in.
    fn changed(&self) -> bool {
        self.draft && self.listing.published_revision_id.is_some()
    }
}

async fn lines(app: &App, listings: Vec<Listing>) -> Result<Vec<Line>, Error> {
    let drafts = if listings.is_empty() { Vec::new() } else { store::with_draft(app.db.conn(), &listings).await? };
    let line = |listing: Listing| Line { draft: drafts.contains(&listing.id), listing };
    Ok(listings.into_iter().map(line).collect())
}

/// What both pages say of listings.
struct Rows<'a>(&'a Page, &'a Acting);

impl Rows<'_> {
    fn editor(&self) -> bool {
        Create::allowed(self.0.actor(), &Owner::from(self.1))
    }

    fn address(&self, listing: &Listing) -> String {
        let ended = matches!(listing.status, Status::Archived | Status::Removed);
        let end = if self.editor() && !ended { "/edit" } else { "/edit/check" };
        self.0.url(&format!("/listings/{}{end}", listing.reference))
    }

    fn title(&self, listing: &Listing) -> Safe<String> {
        match listing.title.shown(self.0.lang()).1 {
            "" => Safe(t!(self.0, "workspace-untitled")),
            _ => self.0.worded(&listing.title),
        }
    }

    fn until(&self, listing: &Listing) -> String {
        listing.expires_at.map(|end| self.0.date(&end)).unwrap_or_default()
    }
}

#[derive(Template)]
#[template(path = "listings/workspace/show.html")]
struct ShowPage {
    page: Page,
    acting: Acting,
    counts: Vec<(Status, i64)>,
    asked: Vec<(Listing, Asked)>,
    ending: Vec<Listing>,
    lines: Vec<Line>,
}

impl ShowPage {
    fn rows(&self) -> Rows<'_> {
        Rows(&self.page, &self.acting)
    }

    fn count(&self, states: &[Status]) -> i64 {
        self.counts.iter().filter(|(status, _)| states.contains(status)).map(|(_, count)| count).sum()
    }

    fn total(&self) -> i64 {
        self.counts.iter().map(|(_, count)| count).sum()
    }

    /// Counts of the tiles: what it is called, how many, the filter of the list and whether something is due.
    fn tiles(&self) -> Vec<(String, String, (&'static str, bool))> {
        let tiles = [
            (t!(self.page, "workspace-tile-published"), self.count(&[Status::Published]), "published"),
            (t!(self.page, "workspace-tile-drafts"), self.count(&[Status::Draft]), "draft"),
            (
                t!(self.page, "workspace-tile-review"),
                self.count(&[Status::Submitted, Status::InReview]),
                if self.count(&[Status::Submitted]) > 0 { "submitted" } else { "in_review" },
            ),
            (t!(self.page, "workspace-tile-changes"), self.count(&[Status::ChangesRequested]), "changes_requested"),
        ];
        let tile = |(name, count, status): (String, i64, &'static str)| {
            (name, self.page.integer(count), (status, status == "changes_requested" && count > 0))
        };
        tiles.into_iter().map(tile).collect()
    }

    fn field(&self, name: &str) -> String {
        super::super::editor::field_name(self.page.locale, name)
    }
}

/// The dashboard of the organisation acted for.
pub async fn show(State(app): State<App>, page: Page) -> Result<impl IntoResponse, Error> {
    let acting = acting(&page)?;
    let (db, actor, id) = (app.db.conn(), page.actor(), acting.organisation_id);
    let counts = crate::listings::store::count_by_status(db, actor, id).await?;
    let asked = store::asked(db, actor, id, FEW).await?;
    let ending = store::ending(db, actor, id, page.now(), FEW).await?;
    let lines = lines(&app, store::latest(db, actor, id, FEW).await?).await?;
    Ok(Html(ShowPage { page, acting, counts, asked, ending, lines }))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    status: String,
    page: String,
}

#[derive(Template)]
#[template(path = "listings/workspace/index.html")]
struct IndexPage {
    page: Page,
    acting: Acting,
    status: Option<Status>,
    counts: Vec<(Status, i64)>,
    lines: Vec<Line>,
    total: u64,
    number: u64,
    pages: u64,
}

impl IndexPage {
    fn rows(&self) -> Rows<'_> {
        Rows(&self.page, &self.acting)
    }

    /// The states that can be asked for: code, name with count, whether it is chosen.
    fn states(&self) -> Vec<(Status, String, bool)> {
        let state = |(status, count): &(Status, i64)| {
            let name = self.page.text("status", status);
            (*status, format!("{name} ({})", self.page.integer(*count)), self.status == Some(*status))
        };
        self.counts.iter().map(state).collect()
    }

    fn address(&self, number: u64) -> String {
        let status = self.status.map(|status| format!("status={status}&")).unwrap_or_default();
        self.page.url(&format!("/workspace/listings?{status}page={number}"))
    }
}

/// All listings of the organisation acted for, by state.
pub async fn index(
    State(app): State<App>,
    page: Page,
    Query(filter): Query<Filter>,
) -> Result<impl IntoResponse, Error> {
    let acting = acting(&page)?;
    let status = Some(filter.status.as_str()).filter(|code| !code.is_empty()).map(Status::from_str).transpose()?;
    let number: u32 = if filter.page.is_empty() { 1 } else { filter.page.parse().map_err(|_| Error::BadRequest)? };
    let number = u64::from(number);
    let (db, actor, id) = (app.db.conn(), page.actor(), acting.organisation_id);
    let counts = crate::listings::store::count_by_status(db, actor, id).await?;
    let (listings, total) = store::page(db, actor, id, status, (number, SIZE)).await?;
    let pages = total.div_ceil(SIZE).max(1);
    if number == 0 || number > pages {
        return Err(Error::NotFound);
    }
    let lines = lines(&app, listings).await?;
    Ok(Html(IndexPage { page, acting, status, counts, lines, total, number, pages }))
}
