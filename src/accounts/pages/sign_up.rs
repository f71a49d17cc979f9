use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{unkept, wrong};
use crate::accounts::actions::{self, Client};
use crate::accounts::forms::{EmailForm, SignInForm, SignUpForm, next_query};
use crate::accounts::model::Purpose;
use crate::accounts::policy::{Address, AskLink};
use crate::app::App;
use crate::checks::{self, Problem, Problems};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page, Query};

#[derive(Template)]
#[template(path = "accounts/sign_up.html")]
struct SignUpPage {
    page: Page,
    sent: SignUpForm,
    sign_in: String,
    errors: Errors,
}

fn sign_up_page(page: Page, sent: SignUpForm, problems: &Problems) -> Html<SignUpPage> {
    let (errors, sign_in) = (wrong(&page, problems), format!("/sign-in{}", next_query(sent.next())));
    Html(SignUpPage { page, sent, sign_in, errors })
}

pub async fn show(page: Page, Query(sent): Query<SignUpForm>) -> Response {
    let sent = SignUpForm { next: sent.next().to_owned(), email: sent.email, ..SignUpForm::default() };
    unkept(sign_up_page(page, sent, &Problems::new()))
}

/// Signs somebody up; the answer is the same for every address.
pub async fn create(
    State(app): State<App>,
    page: Page,
    client: Client,
    Form(sent): Form<SignUpForm>,
) -> Result<Response, Error> {
    let wanted = match sent.check(page.lang()) {
        Ok(wanted) => wanted,
        Err(problems) => return Ok(sign_up_page(page, sent, &problems).refused()),
    };
    actions::allow_mail_request(&app, "sign-up", &client).await?;
    actions::sign_up(&app, page.actor(), wanted, sent.next()).await?;
    Ok(page.see(&format!("/verify{}", next_query(sent.next()))).with_notice("accounts-mailed").into_response())
}

#[derive(Template)]
#[template(path = "accounts/verify_sent.html")]
struct VerifySentPage {
    page: Page,
    sent: EmailForm,
    errors: Errors,
}

/// The page after signing up: look into your mailbox, or ask for another mail.
pub async fn sent(page: Page, Query(sent): Query<SignInForm>) -> Response {
    let sent = EmailForm { email: String::new(), next: sent.next().to_owned() };
    unkept(Html(VerifySentPage { page, sent, errors: Errors::default() }))
}

/// Mails another link; the answer is the same for every address.
pub async fn resend(
    State(app): State<App>,
    page: Page,
    client: Client,
    Form(sent): Form<EmailForm>,
) -> Result<Response, Error> {
    let Some(email) = checks::email(&sent.email) else {
        let errors = wrong(&page, &Problems::one("email", Problem::NotEmail));
        return Ok(Html(VerifySentPage { page, sent, errors }).refused());
    };
    actions::allow_mail_request(&app, "resend", &client).await?;
    let may = Can::<AskLink>::check(page.actor(), Address(email))?;
    actions::ask_link(&app, &may, Purpose::VerifyEmail, sent.next()).await?;
    Ok(page.see(&format!("/verify{}", next_query(sent.next()))).with_notice("accounts-mailed").into_response())
}
