//! What the public reads where a listing was: that it is gone and why. A request that has expired leaves its outcome,
//! since whoever followed it may ask how it ended; what it said is not shown.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use crate::app::App;
use crate::listings::requests::{self, Ended};
use crate::listings::{Listing, words};
use crate::web::{Error, Html, Page};

#[derive(Template)]
#[template(path = "listings/gone.html")]
struct GonePage {
    page: Page,
    listing: Listing,
    ended: Ended,
}

/// Answers for a listing that was public. What its owner or a moderator took off says nothing of itself.
pub(super) async fn answer(app: &App, page: Page, listing: Listing) -> Result<Response, Error> {
    let ended = if listing.is_expired(page.now()) { requests::outcome(app, &page, &listing).await? } else { None };
    match ended {
        Some(ended) => Ok((StatusCode::GONE, Html(GonePage { page, listing, ended })).into_response()),
        None => Err(Error::Gone(Some(words::gone(&page, &listing)))),
    }
}
