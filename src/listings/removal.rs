//! Taking a listing off as a moderator, with a reason that its owner reads.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::Listing;
use super::actions;
use super::editor::refusal;
use super::policy::Remove;
use crate::app::App;
use crate::checks::{Problems, plain};
use crate::web::form::Errors;
use crate::web::{Access, Can, Error, Form, Html, Page, Routes};

/// Longest reason, in characters.
const REASON: usize = 2_000;

/// Routes of removal.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/listings/{reference}/remove", Access::Moderator, confirm).post(
        "/listings/{reference}/remove",
        Access::Moderator,
        remove,
    )
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct RemoveForm {
    reason: String,
}

#[derive(Template)]
#[template(path = "listings/remove.html")]
struct RemovePage {
    page: Page,
    listing: Listing,
    form: RemoveForm,
    errors: Errors,
}

fn draw(page: Page, may: &Can<Remove>, form: RemoveForm, problems: &Problems) -> Html<RemovePage> {
    let errors = Errors::new(&page, problems, |field| page.label("removal-field", field));
    Html(RemovePage { listing: may.thing().clone(), page, form, errors })
}

async fn confirm(page: Page, may: Can<Remove>) -> Html<RemovePage> {
    draw(page, &may, RemoveForm::default(), &Problems::new())
}

async fn remove(
    State(app): State<App>,
    page: Page,
    may: Can<Remove>,
    Form(form): Form<RemoveForm>,
) -> Result<Response, Error> {
    let reason = plain(&form.reason);
    let mut problems = Problems::new();
    problems.text("reason", &reason, true, REASON);
    if !problems.is_empty() {
        return Ok(draw(page, &may, form, &problems).refused());
    }
    actions::remove(&app, &may, &reason).await.map_err(|failed| refusal(&page, failed))?;
    Ok(page.see("/moderation").with_notice("listing-removed").into_response())
}
