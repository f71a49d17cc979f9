mod addendum;
mod endorsement;
mod follow;
mod questions;
mod shown;

pub use shown::OnPage;
pub(in crate::listings) use shown::{Ended, outcome};

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::actions::Failed;
use super::model::OPEN_QUESTIONS;
use super::{Rejected, Request};
use crate::checks::Problems;
use crate::web::form::Errors;
use crate::web::{Access, Error, Html, Page, Routes};

/// Routes of what happens to a request after it is published.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings/{reference}/questions", Access::SignedIn, questions::index)
        .post("/listings/{reference}/questions", Access::Member, questions::create)
        .post("/listings/{reference}/questions/{number}", Access::Member, questions::reply)
        .post("/listings/{reference}/questions/{number}/remove", Access::Moderator, questions::remove)
        .get("/listings/{reference}/addenda", Access::Member, addendum::new)
        .post("/listings/{reference}/addenda", Access::Member, addendum::create)
        .get("/listings/{reference}/follow", Access::SignedIn, follow::show)
        .post("/listings/{reference}/follow", Access::SignedIn, follow::update)
        .get("/listings/{reference}/endorsement", Access::Member, endorsement::new)
        .post("/listings/{reference}/endorsement", Access::Member, endorsement::create)
        .post("/listings/{reference}/endorsement/take-back", Access::Member, endorsement::take_back)
}

/// Why something was refused: at its fields, or in words for the whole.
pub enum Refusal {
    /// At its fields.
    Form(Errors),
    /// In words.
    Said(String),
}

impl Refusal {
    /// What a reader is told; what is no refusal is an error.
    pub fn of(page: &Page, failed: Failed) -> Result<Self, Error> {
        Ok(Self::Said(match failed {
            Failed::Rejected(Rejected::Form(problems)) => return Ok(Self::Form(errors(page, &problems))),
            Failed::Rejected(Rejected::Closed) => t!(page, "request-refused-closed"),
            Failed::Rejected(Rejected::QuestionsOver) => t!(page, "request-refused-questions"),
            Failed::Rejected(Rejected::AnswersOver) => t!(page, "request-refused-answers"),
            Failed::Rejected(Rejected::TooMany) => t!(page, "request-refused-too-many", n = OPEN_QUESTIONS),
            Failed::Rejected(Rejected::Suspended) => t!(page, "request-refused-suspended"),
            Failed::Rejected(Rejected::Settled) => t!(page, "request-refused-settled"),
            Failed::Rejected(Rejected::Stale) => t!(page, "listing-refused-stale"),
            Failed::Db(error) => return Err(error.into()),
            Failed::Web(error) => return Err(error),
        }))
    }

    /// The words for the whole.
    pub fn said(self) -> Option<String> {
        match self {
            Self::Form(_) => None,
            Self::Said(words) => Some(words),
        }
    }
}

/// The problems of a form, whose fields may end in the number of a question.
fn errors(page: &Page, problems: &Problems) -> Errors {
    Errors::new(page, problems, |field| page.label("request-field", field.split('-').next().unwrap_or_default()))
}

/// The page of a form that was not taken: 422 for what is wrong at a field, 409 for what is too late.
pub fn again<T: askama::Template>(drawn: T, refused: bool) -> Response {
    if refused { (StatusCode::CONFLICT, Html(drawn)).into_response() } else { Html(drawn).refused() }
}

/// The page of a request.
pub fn page_of(request: &Request) -> String {
    format!("/listings/{}", request.listing.reference)
}
