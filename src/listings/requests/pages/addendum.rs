use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{Refusal, again, page_of};
use crate::app::App;
use crate::listings::requests::forms::AddendumForm;
use crate::listings::requests::policy::Amend;
use crate::listings::requests::{Rejected, Request, actions};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page};

#[derive(Template)]
#[template(path = "listings/requests/addendum.html")]
struct AddendumPage {
    page: Page,
    request: Request,
    form: AddendumForm,
    errors: Errors,
    refused: Option<String>,
}

impl AddendumPage {
    fn of(page: Page, request: &Request, form: AddendumForm) -> Self {
        Self { page, request: request.clone(), form, errors: Errors::default(), refused: None }
    }

    /// The present closing, while it can be postponed.
    fn closes(&self) -> Option<String> {
        let closes_at = self.request.listing.closes_at?;
        let open = self.request.can_be_postponed(self.page.now());
        open.then(|| self.page.locale.formats().moment(closes_at, self.request.zone()))
    }
}

/// The form of an addendum.
pub async fn new(page: Page, may: Can<Amend>) -> Result<impl IntoResponse, Error> {
    let mut drawn = AddendumPage::of(page, &may, AddendumForm::default());
    if let Err(rejected) = may.takes_addenda() {
        drawn.refused = Refusal::of(&drawn.page, rejected.into())?.said();
    }
    Ok(Html(drawn))
}

/// Publishes an addendum.
pub async fn create(
    State(app): State<App>,
    page: Page,
    may: Can<Amend>,
    Form(form): Form<AddendumForm>,
) -> Result<Response, Error> {
    let done = match form.read(&may) {
        Ok((text, closes_at)) => actions::amend(&app, &may, &text, closes_at).await,
        Err(problems) => Err(Rejected::Form(problems).into()),
    };
    let Err(failed) = done else {
        return Ok(page.see(&page_of(&may)).with_notice("request-addendum").into_response());
    };
    let mut drawn = AddendumPage::of(page, &may, form);
    match Refusal::of(&drawn.page, failed)? {
        Refusal::Form(errors) => drawn.errors = errors,
        Refusal::Said(words) => drawn.refused = Some(words),
    }
    let late = drawn.refused.is_some();
    Ok(again(drawn, late))
}
