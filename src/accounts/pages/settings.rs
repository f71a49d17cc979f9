use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use chrono::Duration;

use super::wrong;
use crate::accounts::actions;
use crate::accounts::forms::{PasswordForm, ProfileForm};
use crate::accounts::model::{browser, zones};
use crate::accounts::policy::{Edit, EndSession};
use crate::accounts::store::{self, Account, OwnSession, SessionRow};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::Problems;
use crate::i18n::OFFERED;
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, LANGUAGE, Page, Redirect, Subject};

/// How long a chosen language is kept.
const LANGUAGE_LIFE: Duration = Duration::days(365);

impl Subject for Account {
    type Key = ();

    async fn find(app: &App, actor: &Actor, (): ()) -> Result<Option<Self>, Error> {
        Ok(store::own(app.db.conn(), actor).await?)
    }
}

impl Subject for OwnSession {
    type Key = i64;

    async fn find(app: &App, actor: &Actor, id: i64) -> Result<Option<Self>, Error> {
        Ok(store::session(app.db.conn(), actor, id).await?)
    }
}

#[derive(Template)]
#[template(path = "accounts/show.html")]
struct ShowPage {
    page: Page,
    email: String,
    sent: ProfileForm,
    errors: Errors,
    locales: Vec<(String, String)>,
    zones: Vec<(String, String)>,
    sessions: Vec<SessionRow>,
}

impl ShowPage {
    /// Browser and system of a session, in words.
    fn browser(&self, session: &SessionRow) -> String {
        match browser(&session.user_agent) {
            Some((browser, system)) => t!(self.page, "accounts-session-browser", browser = browser, system = system),
            None => t!(self.page, "accounts-session-unknown"),
        }
    }

    fn is_this(&self, session: &SessionRow) -> bool {
        self.page.person().is_some_and(|person| person.session_id == session.id)
    }
}

async fn draw(
    app: &App,
    page: Page,
    account: &Account,
    sent: Option<ProfileForm>,
    problems: &Problems,
) -> Result<Html<ShowPage>, Error> {
    let sessions = store::sessions(app.db.conn(), page.actor(), page.now()).await?;
    let locales = OFFERED.iter().map(|lang| (lang.code().to_owned(), page.native(*lang))).collect();
    let sent = sent.unwrap_or_else(|| ProfileForm {
        name: account.name.clone(),
        locale: account.locale.clone(),
        time_zone: account.time_zone.clone(),
    });
    let (errors, zones) = (wrong(&page, problems), zones(page.now()));
    Ok(Html(ShowPage { page, email: account.email.clone(), sent, errors, locales, zones, sessions }))
}

pub async fn show(State(app): State<App>, page: Page, may: Can<Edit>) -> Result<Html<impl Template>, Error> {
    draw(&app, page, &may, None, &Problems::new()).await
}

/// Changes name, language and zone; the chosen language is kept for this browser.
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Edit>,
    Form(sent): Form<ProfileForm>,
) -> Result<Response, Error> {
    let profile = match sent.check() {
        Ok(profile) => profile,
        Err(problems) => return Ok(draw(&app, page, &may, Some(sent), &problems).await?.refused()),
    };
    actions::change_profile(&app, &may, &profile).await?;
    let cookie = app.cookies().make(LANGUAGE, profile.locale.code().to_owned(), LANGUAGE_LIFE);
    // Without a language in the address, so that the chosen one counts.
    let to = Redirect::to("/account".to_owned()).with_notice("accounts-saved");
    Ok(to.with_cookie(cookie.to_string()).into_response())
}

/// Changes the password and ends the other sessions.
pub async fn change_password(
    State(app): State<App>,
    page: Page,
    may: Can<Edit>,
    Form(sent): Form<PasswordForm>,
) -> Result<Response, Error> {
    match actions::change_password(&app, &may, sent.current, sent.password).await? {
        Ok(()) => Ok(page.see("/account").with_notice("accounts-password-changed").into_response()),
        Err(problems) => Ok(draw(&app, page, &may, None, &problems).await?.refused()),
    }
}

/// Ends one session.
pub async fn end_session(State(app): State<App>, page: Page, may: Can<EndSession>) -> Result<Redirect, Error> {
    actions::end_session(&app, &may).await?;
    Ok(page.see("/account").with_notice("accounts-session-ended"))
}

/// Ends all sessions but this.
pub async fn end_others(State(app): State<App>, page: Page, may: Can<Edit>) -> Result<Redirect, Error> {
    actions::end_other_sessions(&app, &may).await?;
    Ok(page.see("/account").with_notice("accounts-sessions-ended"))
}
