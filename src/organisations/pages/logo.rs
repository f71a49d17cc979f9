//! The page of an organisation's logo.

use askama::Template;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};

use super::wrong;
use crate::app::App;
use crate::checks::{Problem, Problems};
use crate::listings::files::{Refusal, Room, Sent, Staging, bytes_of};
use crate::organisations::actions::{self, LogoDone};
use crate::organisations::policy::Edit;
use crate::organisations::store::Organisation;
use crate::web::form::Errors;
use crate::web::{Can, Error, Html, Page};

#[derive(Template)]
#[template(path = "organisations/logo.html")]
struct LogoPage {
    page: Page,
    organisation: Organisation,
    /// Most megabytes of a picture.
    largest: u32,
    errors: Errors,
}

fn shown(app: &App, page: Page, may: &Can<Edit>, problems: &Problems) -> Html<LogoPage> {
    let errors = wrong(&page, problems);
    Html(LogoPage { page, organisation: may.thing().clone(), largest: app.config.files.largest_mb, errors })
}

/// The logo with the form that changes it.
pub async fn show(State(app): State<App>, page: Page, may: Can<Edit>) -> Html<impl Template> {
    shown(&app, page, &may, &Problems::new())
}

/// Changes the logo. Goes on when the sender goes away, so that nothing half taken is left.
pub async fn update(State(app): State<App>, page: Page, may: Can<Edit>, request: Request) -> Result<Response, Error> {
    let taking = app.clone();
    let (may, done) = tokio::spawn(async move {
        let done = take(&taking, &may, request).await?;
        Ok::<_, Error>((may, done))
    })
    .await??;
    let settings = &app.config.files;
    let (problem, status) = match done {
        LogoDone::Changed => {
            return Ok(page
                .see(&format!("/organisations/{}", may.slug))
                .with_notice("organisations-logo-saved")
                .into_response());
        }
        LogoDone::Nothing => (Problem::Other("organisations-logo-missing"), 422),
        LogoDone::NoPicture | LogoDone::Refused(Refusal::Kind) => (Problem::Other("organisations-logo-kind"), 422),
        LogoDone::Refused(refusal) => (refusal.problem(settings), refusal.status()),
    };
    let status = axum::http::StatusCode::from_u16(status).unwrap_or_default();
    Ok((status, shown(&app, page, &may, &Problems::one("file", problem))).into_response())
}

async fn take(app: &App, may: &Can<Edit>, request: Request) -> Result<LogoDone, Error> {
    let used = bytes_of(app.db.conn(), may.actor()).await?.saturating_sub(may.logo_size.unsigned_abs());
    let files = Staging::begin(app, &may.slug, Room { count: 0, most: 1, used });
    let sent = Sent::receive(app, request, files).await?;
    if sent.too_large {
        return Ok(LogoDone::Refused(Refusal::Large));
    }
    actions::set_logo(app, may, sent.files).await
}

/// Takes the logo away.
pub async fn remove(State(app): State<App>, page: Page, may: Can<Edit>) -> Result<Response, Error> {
    actions::remove_logo(&app, &may).await?;
    Ok(page.see(&format!("/organisations/{}", may.slug)).with_notice("organisations-logo-removed").into_response())
}
