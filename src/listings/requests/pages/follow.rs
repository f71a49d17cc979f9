use askama::Template;
use axum::extract::State;
use axum::response::IntoResponse;

use super::{Refusal, page_of};
use crate::app::App;
use crate::listings::requests::forms::FollowForm;
use crate::listings::requests::policy::Follow;
use crate::listings::requests::{Request, actions, store};
use crate::web::{Can, Error, Form, Html, Page, Redirect};

#[derive(Template)]
#[template(path = "listings/requests/follow.html")]
struct FollowPage {
    page: Page,
    request: Request,
    follows: bool,
}

/// Where a link in a mail leads: what follows of following, and the button.
pub async fn show(State(app): State<App>, page: Page, may: Can<Follow>) -> Result<impl IntoResponse, Error> {
    let follows = store::follows(app.db.conn(), page.actor(), &may.listing).await?;
    Ok(Html(FollowPage { page, request: may.thing().clone(), follows }))
}

/// Begins or ends following.
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Follow>,
    Form(form): Form<FollowForm>,
) -> Result<Redirect, Error> {
    let (follows, notice) = match form.follow.as_str() {
        "yes" => (true, "request-followed"),
        "no" => (false, "request-unfollowed"),
        _ => return Err(Error::BadRequest),
    };
    if let Err(failed) = actions::follow(&app, &may, follows).await {
        return Err(Error::Conflict(Refusal::of(&page, failed)?.said().unwrap_or_default()));
    }
    let there = may.listing.is_public(page.now()) || page.actor().acts_for(may.listing.organisation_id);
    let back = if there { page_of(&may) } else { "/workspace".to_owned() };
    Ok(page.see(&back).with_notice(notice))
}
