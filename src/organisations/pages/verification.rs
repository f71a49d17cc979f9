use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::wrong;
use crate::app::App;
use crate::checks::{Problem, Problems};
use crate::organisations::actions::{self, Rejected};
use crate::organisations::forms::DecisionForm;
use crate::organisations::model::{Decision, check_reason};
use crate::organisations::policy::{AskVerification, Verify};
use crate::organisations::store::Organisation;
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page, Redirect};

/// Asks for the verified badge.
pub async fn ask(State(app): State<App>, page: Page, may: Can<AskVerification>) -> Result<Redirect, Error> {
    actions::ask_verification(&app, &may).await.map_err(|rejected| conflict(&page, rejected))?;
    Ok(page.see(&format!("/organisations/{}", may.slug)).with_notice("organisations-asked"))
}

fn conflict(page: &Page, rejected: Rejected) -> Error {
    match rejected {
        Rejected::Changed => Error::Conflict(t!(page, "organisations-changed-meanwhile")),
        Rejected::LastOwner => Error::Conflict(t!(page, "organisations-last-owner")),
        Rejected::Failed(error) => error,
    }
}

#[derive(Template)]
#[template(path = "organisations/verify.html")]
struct VerifyPage {
    page: Page,
    organisation: Organisation,
    sent: DecisionForm,
    errors: Errors,
}

fn draw(page: Page, may: &Can<Verify>, sent: DecisionForm, problems: &Problems) -> Html<VerifyPage> {
    let (organisation, errors) = (may.thing().clone(), wrong(&page, problems));
    Html(VerifyPage { page, organisation, sent, errors })
}

pub async fn show(page: Page, may: Can<Verify>) -> Html<impl Template> {
    draw(page, &may, DecisionForm::default(), &Problems::new())
}

/// Gives or refuses the badge.
pub async fn decide(
    State(app): State<App>,
    page: Page,
    may: Can<Verify>,
    Form(sent): Form<DecisionForm>,
) -> Result<Response, Error> {
    let Ok(decision) = sent.decision.parse::<Decision>() else {
        let problems = Problems::one("decision", Problem::UnknownChoice);
        return Ok(draw(page, &may, sent, &problems).refused());
    };
    let reason = match check_reason(decision, &sent.reason) {
        Ok(reason) => reason,
        Err(problems) => return Ok(draw(page, &may, sent, &problems).refused()),
    };
    let version = sent.version.parse().unwrap_or_default();
    let decided = actions::decide(&app, &may, decision, &reason, version).await;
    decided.map_err(|rejected| conflict(&page, rejected))?;
    Ok(page.see(&format!("/organisations/{}", may.slug)).with_notice("organisations-decided").into_response())
}
