use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{Refusal, again, page_of};
use crate::app::App;
use crate::checks::plain;
use crate::listings::requests::forms::EndorsementForm;
use crate::listings::requests::policy::{Endorse, TakeEndorsementBack};
use crate::listings::requests::{Endorsement, Request, actions, store};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page, Redirect};

#[derive(Template)]
#[template(path = "listings/requests/endorsement.html")]
struct EndorsementPage {
    page: Page,
    request: Request,
    standing: Option<Endorsement>,
    form: EndorsementForm,
    errors: Errors,
    refused: Option<String>,
}

impl EndorsementPage {
    async fn of(app: &App, page: Page, request: &Request, form: Option<EndorsementForm>) -> Result<Self, Error> {
        let standing = store::added(app.db.conn(), page.actor(), &request.listing).await?.endorsement;
        let said = standing.as_ref().map(|standing| EndorsementForm { text: standing.text.clone() });
        let form = form.or(said).unwrap_or_default();
        Ok(Self { page, request: request.clone(), standing, form, errors: Errors::default(), refused: None })
    }

    fn since(&self) -> Option<String> {
        self.standing.as_ref().map(|standing| self.page.date(&standing.at))
    }
}

/// The form to endorse, or to take it back.
pub async fn new(State(app): State<App>, page: Page, may: Can<Endorse>) -> Result<impl IntoResponse, Error> {
    Ok(Html(EndorsementPage::of(&app, page, &may, None).await?))
}

/// Endorses.
pub async fn create(
    State(app): State<App>,
    page: Page,
    may: Can<Endorse>,
    Form(form): Form<EndorsementForm>,
) -> Result<Response, Error> {
    let Err(failed) = actions::endorse(&app, &may, &plain(&form.text)).await else {
        return Ok(page.see(&page_of(&may)).with_notice("request-endorsed").into_response());
    };
    let mut drawn = EndorsementPage::of(&app, page, &may, Some(form)).await?;
    match Refusal::of(&drawn.page, failed)? {
        Refusal::Form(errors) => drawn.errors = errors,
        Refusal::Said(words) => drawn.refused = Some(words),
    }
    let late = drawn.refused.is_some();
    Ok(again(drawn, late))
}

/// Takes an endorsement back.
pub async fn take_back(State(app): State<App>, page: Page, may: Can<TakeEndorsementBack>) -> Result<Redirect, Error> {
    if let Err(failed) = actions::take_endorsement_back(&app, &may).await {
        return Err(Error::Conflict(Refusal::of(&page, failed)?.said().unwrap_or_default()));
    }
    Ok(page.see(&page_of(&may)).with_notice("request-endorsement-back"))
}
