//! What owners do with a listing besides editing it: hand it in, take it back, pause, resume, renew, archive.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::{overview, refusal};
use crate::app::App;
use crate::listings::actions::{self, Failed, Work};
use crate::listings::policy::{Archive, Run, Submit, TakeBack};
use crate::listings::{Change, Listing, Rejected, Status};
use crate::web::{Access, Can, Error, Form, Html, Page, Redirect, Routes};

/// Routes of a listing's life.
pub fn routes(routes: Routes) -> Routes {
    routes
        .post("/listings/{reference}/submit", Access::Member, submit)
        .post("/listings/{reference}/take-back", Access::Member, take_back)
        .post("/listings/{reference}/pause", Access::Member, pause)
        .post("/listings/{reference}/resume", Access::Member, resume)
        .post("/listings/{reference}/renew", Access::Member, renew)
        .post("/listings/{reference}/accepting", Access::Member, accepting)
        .get("/listings/{reference}/archive", Access::Member, confirm_archive)
        .post("/listings/{reference}/archive", Access::Member, archive)
}

/// What can be done with a listing now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Acts {
    /// Its submission can be taken back.
    pub take_back: bool,
    /// It can be paused.
    pub pause: bool,
    /// It can be resumed.
    pub resume: bool,
    /// It can be renewed.
    pub renew: bool,
    /// Interest can be switched on and off.
    pub accepting: bool,
    /// It can be read by the public.
    pub public: bool,
}

impl Acts {
    /// What can be done with a listing in its state.
    pub fn of(listing: &Listing, work: &Work, now: DateTime<Utc>) -> Self {
        Self {
            take_back: work.under_review && listing.status != Status::InReview,
            pause: listing.status == Status::Published,
            resume: listing.status == Status::Paused,
            renew: listing.renewable(now),
            accepting: listing.published_revision_id.is_some(),
            public: listing.is_public(now),
        }
    }
}

async fn submit(State(app): State<App>, page: Page, may: Can<Submit>) -> Result<Response, Error> {
    match actions::submit(&app, &may).await {
        Err(Failed::Rejected(Rejected::Content(_))) => overview::refused(&app, page, &may).await,
        // The same button pressed twice: it was handed in already.
        Ok(()) | Err(Failed::Rejected(Rejected::State(Status::Submitted | Status::InReview))) => {
            Ok(page.see("/workspace").with_notice("listing-submitted").into_response())
        }
        Err(failed) => Err(refusal(&page, failed)),
    }
}

fn back(page: &Page, listing: &Listing, done: Result<(), Failed>, notice: &str) -> Result<Redirect, Error> {
    done.map_err(|failed| refusal(page, failed))?;
    Ok(page.see(&format!("/listings/{}/edit", listing.reference)).with_notice(notice))
}

async fn take_back(State(app): State<App>, page: Page, may: Can<TakeBack>) -> Result<Redirect, Error> {
    back(&page, &may, actions::take_back(&app, &may).await, "listing-taken-back")
}

async fn pause(State(app): State<App>, page: Page, may: Can<Run>) -> Result<Redirect, Error> {
    back(&page, &may, actions::run(&app, &may, Change::Pause).await, "listing-paused")
}

async fn resume(State(app): State<App>, page: Page, may: Can<Run>) -> Result<Redirect, Error> {
    back(&page, &may, actions::run(&app, &may, Change::Resume).await, "listing-resumed")
}

async fn renew(State(app): State<App>, page: Page, may: Can<Run>) -> Result<Redirect, Error> {
    back(&page, &may, actions::run(&app, &may, Change::Renew).await, "listing-renewed")
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct AcceptingForm {
    accepting: String,
}

async fn accepting(
    State(app): State<App>,
    page: Page,
    may: Can<Run>,
    Form(form): Form<AcceptingForm>,
) -> Result<Redirect, Error> {
    let (accepting, notice) = match form.accepting.as_str() {
        "yes" => (true, "listing-accepting"),
        "no" => (false, "listing-not-accepting"),
        _ => return Err(Error::BadRequest),
    };
    back(&page, &may, actions::accept_interest(&app, &may, accepting).await, notice)
}

#[derive(Template)]
#[template(path = "listings/edit/archive.html")]
struct ArchivePage {
    page: Page,
    listing: Listing,
}

async fn confirm_archive(page: Page, may: Can<Archive>) -> impl IntoResponse {
    Html(ArchivePage { page, listing: may.thing().clone() })
}

async fn archive(State(app): State<App>, page: Page, may: Can<Archive>) -> Result<Redirect, Error> {
    actions::archive(&app, &may).await.map_err(|failed| refusal(&page, failed))?;
    Ok(page.see("/workspace/listings").with_notice("listing-archived"))
}
