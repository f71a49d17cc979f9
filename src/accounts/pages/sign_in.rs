use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{unkept, wrong};
use crate::accounts::actions::{self, Client, Outcome};
use crate::accounts::forms::{SignInForm, next_query};
use crate::accounts::policy::{Address, SignIn};
use crate::app::App;
use crate::auth;
use crate::checks::{Problem, Problems, plain};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page, Query};

#[derive(Template)]
#[template(path = "accounts/sign_in.html")]
struct SignInPage {
    page: Page,
    sent: SignInForm,
    errors: Errors,
}

/// Where somebody goes on after signing in: back to where the way in began, or to the work that the role brings.
pub fn onward<'a>(next: &'a str, role: &str) -> &'a str {
    match (next, role) {
        ("", "none") => "/workspace",
        ("", _) => "/moderation",
        (next, _) => next,
    }
}

pub async fn show(page: Page, Query(sent): Query<SignInForm>) -> Response {
    if let Some(person) = page.person() {
        return page.see(onward(sent.next(), person.role.code())).into_response();
    }
    let sent = SignInForm { next: sent.next().to_owned(), ..SignInForm::default() };
    unkept(Html(SignInPage { page, sent, errors: Errors::default() }))
}

/// Signs somebody in; what is wrong is not told more closely than "e-mail or password".
pub async fn create(
    State(app): State<App>,
    page: Page,
    client: Client,
    Form(sent): Form<SignInForm>,
) -> Result<Response, Error> {
    let may = Can::<SignIn>::check(page.actor(), Address(plain(&sent.email).to_lowercase()))?;
    match actions::sign_in(&app, &may, sent.password.clone(), sent.next(), &client).await? {
        Outcome::Right(account) => {
            let onward = page.see(onward(sent.next(), &account.role));
            let cookies = actions::begin_session(&app, account.id, &client).await?;
            Ok(cookies.iter().fold(onward, |to, cookie| to.with_cookie(cookie.to_string())).into_response())
        }
        Outcome::Unproved => {
            let verify = format!("/verify{}", next_query(sent.next()));
            Ok(page.see(&verify).with_notice("accounts-unproved").into_response())
        }
        Outcome::Wrong => {
            let errors = wrong(&page, &Problems::one("email", Problem::Other("accounts-sign-in-wrong")));
            Ok(Html(SignInPage { page, sent, errors }).refused())
        }
    }
}

/// Signs out. The language and the mark of the browser stay, so the session's cookies are emptied one by one and the
/// browser is asked to forget only what it keeps of pages.
pub async fn end(State(app): State<App>, page: Page) -> Result<Response, Error> {
    if let Some(person) = page.person() {
        auth::end_session(&app.db, person.session_id, page.now()).await?;
        tracing::info!(account = person.account_id, "signed out");
    }
    let home = page.see("/").with_notice("accounts-signed-out");
    let home = app.cookies().cleared().iter().fold(home, |to, cookie| to.with_cookie(cookie.to_string()));
    Ok(([("clear-site-data", "\"cache\", \"storage\"")], home).into_response())
}
