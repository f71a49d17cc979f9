//! Pages of accounts.

mod links;
mod settings;
mod sign_in;
mod sign_up;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum_extra::extract::cookie::CookieJar;

use super::actions::Client;
use crate::app::App;
use crate::checks::Problems;
use crate::web::form::Errors;
use crate::web::{Access, Context, Error, Page, Routes};

/// Routes of accounts.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/sign-up", Access::Public, sign_up::show)
        .post("/sign-up", Access::Public, sign_up::create)
        .get("/verify", Access::Public, sign_up::sent)
        .post("/verify", Access::Public, sign_up::resend)
        .get("/verify/{token}", Access::Public, links::verify)
        .post("/verify/{token}", Access::Public, links::verified)
        .get("/sign-in", Access::Public, sign_in::show)
        .post("/sign-in", Access::Public, sign_in::create)
        .post("/sign-out", Access::Public, sign_in::end)
        .get("/forgot", Access::Public, links::forgot)
        .post("/forgot", Access::Public, links::ask)
        .get("/reset/{token}", Access::Public, links::reset)
        .post("/reset/{token}", Access::Public, links::set)
        .get("/account", Access::SignedIn, settings::show)
        .post("/account", Access::SignedIn, settings::update)
        .post("/account/password", Access::SignedIn, settings::change_password)
        .post("/account/sessions/end", Access::SignedIn, settings::end_others)
        .post("/account/sessions/{id}/end", Access::SignedIn, settings::end_session)
}

impl FromRequestParts<App> for Client {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let text = |headers: &HeaderMap| Some(headers.get(header::USER_AGENT)?.to_str().ok()?.to_owned());
        let jar = CookieJar::from_headers(&parts.headers);
        Ok(Self {
            address: Context::of(parts)?.client,
            user_agent: text(&parts.headers).unwrap_or_default(),
            device: jar.get(app.cookies().device()).map(|cookie| cookie.value().to_owned()),
        })
    }
}

/// A page that no cache may keep, since its address holds a secret or it shows what somebody entered.
fn unkept(page: impl IntoResponse) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], page).into_response()
}

/// What is wrong with a form of this feature, in words.
fn wrong(page: &Page, problems: &Problems) -> Errors {
    Errors::new(page, problems, |field| page.label("accounts-field", field))
}
