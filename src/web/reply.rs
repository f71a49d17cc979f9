use askama::Template;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::web::Error;

/// A drawn page.
pub struct Html<T>(pub T);

impl<T: Template> IntoResponse for Html<T> {
    fn into_response(self) -> Response {
        match self.0.render() {
            Ok(html) => axum::response::Html(html).into_response(),
            Err(error) => Error::from(error).into_response(),
        }
    }
}

impl<T: Template> Html<T> {
    /// The page of a form that was refused.
    pub fn refused(self) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, self).into_response()
    }
}

/// Goes on to another page after a form was sent (303).
#[derive(Clone, Debug)]
pub struct Redirect {
    to: String,
    cookies: Vec<String>,
}

impl Redirect {
    /// Goes to an address.
    pub fn to(to: String) -> Self {
        Self { to, cookies: Vec::new() }
    }

    /// Where it goes.
    pub fn target(&self) -> &str {
        &self.to
    }

    /// Says on the next page what was achieved: the message `notice-{id}`.
    pub fn with_notice(self, id: &str) -> Self {
        self.with_cookie(format!("notice={id}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax"))
    }

    /// Sets a cookie.
    pub fn with_cookie(mut self, cookie: String) -> Self {
        self.cookies.push(cookie);
        self
    }
}

impl IntoResponse for Redirect {
    fn into_response(self) -> Response {
        let mut headers = HeaderMap::new();
        let Ok(to) = HeaderValue::from_str(&self.to) else { return Error::BadRequest.into_response() };
        headers.insert(header::LOCATION, to);
        for cookie in self.cookies.iter().filter_map(|cookie| HeaderValue::from_str(cookie).ok()) {
            headers.append(header::SET_COOKIE, cookie);
        }
        (StatusCode::SEE_OTHER, headers).into_response()
    }
}
