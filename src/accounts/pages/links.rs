use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::{sign_in::onward, unkept, wrong};
use crate::accounts::actions::{self, Client};
use crate::accounts::forms::{EmailForm, PasswordForm, SignInForm};
use crate::accounts::model::Purpose;
use crate::accounts::policy::{Address, AskLink, UseLink};
use crate::app::App;
use crate::checks::{self, Problem, Problems};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page, Query};

#[derive(Template)]
#[template(path = "accounts/stale.html")]
struct StalePage {
    page: Page,
    purpose: Purpose,
}

/// The page of a link that was used, is too old or never was.
fn stale(page: Page, purpose: Purpose) -> Response {
    unkept((StatusCode::GONE, Html(StalePage { page, purpose })))
}

#[derive(Template)]
#[template(path = "accounts/verify.html")]
struct VerifyPage {
    page: Page,
    token: String,
    email: String,
    next: String,
}

/// Asks for the click that proves an address. Opening the link alone changes nothing, since programs open links too.
pub async fn verify(
    State(app): State<App>,
    page: Page,
    Path(token): Path<String>,
    Query(sent): Query<SignInForm>,
) -> Result<Response, Error> {
    let Some(may) = usable(&app, &page, &token, Purpose::VerifyEmail).await? else {
        return Ok(stale(page, Purpose::VerifyEmail));
    };
    let (email, next) = (may.account.email.clone(), sent.next().to_owned());
    Ok(unkept(Html(VerifyPage { page, token, email, next })))
}

/// Proves an address and signs its person in.
pub async fn verified(
    State(app): State<App>,
    page: Page,
    client: Client,
    Path(token): Path<String>,
    Form(sent): Form<SignInForm>,
) -> Result<Response, Error> {
    let Some(may) = usable(&app, &page, &token, Purpose::VerifyEmail).await? else {
        return Ok(stale(page, Purpose::VerifyEmail));
    };
    if !actions::verify(&app, &may).await? {
        return Ok(stale(page, Purpose::VerifyEmail));
    }
    let to = page.see(onward(sent.next(), &may.account.role)).with_notice("accounts-verified");
    let cookies = actions::begin_session(&app, may.account.id, &client).await?;
    Ok(cookies.iter().fold(to, |to, cookie| to.with_cookie(cookie.to_string())).into_response())
}

async fn usable(app: &App, page: &Page, token: &str, purpose: Purpose) -> Result<Option<Can<UseLink>>, Error> {
    actions::link(app, page.actor(), token, purpose).await
}

#[derive(Template)]
#[template(path = "accounts/forgot.html")]
struct ForgotPage {
    page: Page,
    sent: EmailForm,
    errors: Errors,
}

pub async fn forgot(page: Page) -> Response {
    unkept(Html(ForgotPage { page, sent: EmailForm::default(), errors: Errors::default() }))
}

/// Mails a link for a new password; the answer is the same for every address.
pub async fn ask(
    State(app): State<App>,
    page: Page,
    client: Client,
    Form(sent): Form<EmailForm>,
) -> Result<Response, Error> {
    let Some(email) = checks::email(&sent.email) else {
        let errors = wrong(&page, &Problems::one("email", Problem::NotEmail));
        return Ok(Html(ForgotPage { page, sent, errors }).refused());
    };
    actions::allow_mail_request(&app, "reset", &client).await?;
    let may = Can::<AskLink>::check(page.actor(), Address(email))?;
    actions::ask_link(&app, &may, Purpose::ResetPassword, "").await?;
    Ok(page.see("/sign-in").with_notice("accounts-reset-mailed").into_response())
}

#[derive(Template)]
#[template(path = "accounts/reset.html")]
struct ResetPage {
    page: Page,
    token: String,
    email: String,
    errors: Errors,
}

pub async fn reset(State(app): State<App>, page: Page, Path(token): Path<String>) -> Result<Response, Error> {
    let Some(may) = usable(&app, &page, &token, Purpose::ResetPassword).await? else {
        return Ok(stale(page, Purpose::ResetPassword));
    };
    let email = may.account.email.clone();
    Ok(unkept(Html(ResetPage { page, token, email, errors: Errors::default() })))
}

/// Sets the new password and ends all sessions. The person signs in afterwards, from a browser that is known.
pub async fn set(
    State(app): State<App>,
    page: Page,
    Path(token): Path<String>,
    Form(sent): Form<PasswordForm>,
) -> Result<Response, Error> {
    let Some(may) = usable(&app, &page, &token, Purpose::ResetPassword).await? else {
        return Ok(stale(page, Purpose::ResetPassword));
    };
    match actions::reset(&app, &may, &sent.password).await? {
        Err(problems) => {
            let (email, errors) = (may.account.email.clone(), wrong(&page, &problems));
            Ok(Html(ResetPage { page, token, email, errors }).refused())
        }
        Ok(false) => Ok(stale(page, Purpose::ResetPassword)),
        Ok(true) => {
            let to = page.see("/sign-in").with_notice("accounts-reset");
            Ok(to.with_cookie(actions::device(&app, may.account.id)?.to_string()).into_response())
        }
    }
}
