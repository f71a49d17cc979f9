use askama::Template;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use url::form_urlencoded::Serializer;

use crate::app::App;
use crate::ids::token_hash;
use crate::organisations::actions;
use crate::organisations::policy::{Accept, RevokeInvitation};
use crate::organisations::store::{self, Invitation};
use crate::web::{Can, Error, Html, Page, Redirect};

#[derive(Template)]
#[template(path = "organisations/invitation.html")]
struct InvitationPage {
    page: Page,
    token: String,
    /// None when it does not work any more.
    invitation: Option<Invitation>,
}

impl InvitationPage {
    fn is_mine(&self, invitation: &Invitation) -> bool {
        self.page.person().is_some_and(|person| person.email == invitation.email)
    }

    /// A page to which somebody goes first and comes back from.
    fn by_way_of(&self, path: &str, invitation: &Invitation) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("next", &format!("/invitations/{}", self.token)).append_pair("email", &invitation.email);
        self.page.url(&format!("{path}?{}", query.finish()))
    }
}

fn draw(page: Page, token: String, invitation: Option<Invitation>) -> Response {
    let status = if invitation.is_some() { StatusCode::OK } else { StatusCode::GONE };
    let drawn = Html(InvitationPage { page, token, invitation });
    (status, [(header::CACHE_CONTROL, "no-store")], drawn).into_response()
}

/// Shows an invitation to whoever holds its link.
pub async fn show(State(app): State<App>, page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    let found = store::invitation_of(app.db.conn(), page.actor(), &token_hash(&token), page.now()).await?;
    Ok(draw(page, token, found))
}

/// Accepts an invitation to one's own address.
pub async fn accept(State(app): State<App>, page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    let found = store::invitation_of(app.db.conn(), page.actor(), &token_hash(&token), page.now()).await?;
    let Some(invitation) = found else { return Ok(draw(page, token, None)) };
    let may = Can::<Accept>::check(page.actor(), invitation)?;
    if !actions::accept(&app, &may).await? {
        return Ok(draw(page, token, None));
    }
    let to = format!("/organisations/{}", may.organisation.slug);
    Ok(page.see(&to).with_notice("organisations-joined").into_response())
}

/// Takes an invitation back.
pub async fn revoke(State(app): State<App>, page: Page, may: Can<RevokeInvitation>) -> Result<Redirect, Error> {
    actions::revoke_invitation(&app, &may).await?;
    let to = format!("/organisations/{}/members", may.organisation.slug);
    Ok(page.see(&to).with_notice("organisations-invitation-revoked"))
}
