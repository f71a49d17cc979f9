use askama::Template;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sea_orm::DbErr;

use crate::web::{Context, Page};
use crate::{db, media};

/// What goes wrong in a request. Readers are told the kind; details go to the log with the request's number.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The request makes no sense.
    #[error("bad request")]
    BadRequest,
    /// Somebody must sign in first.
    #[error("sign in first")]
    SignIn,
    /// The person acts for no organisation yet.
    #[error("no organisation")]
    NoOrganisation,
    /// It may be seen and not done.
    #[error("forbidden")]
    Forbidden,
    /// It is not there, or may not be seen.
    #[error("not found")]
    NotFound,
    /// It was there and is not any more; the text says why, in the reader's language.
    #[error("gone")]
    Gone(Option<String>),
    /// Somebody else was first; the text says who or what, in the reader's language.
    #[error("conflict: {0}")]
    Conflict(String),
    /// Too much was sent.
    #[error("too large")]
    TooLarge,
    /// Too often; try again after so many seconds.
    #[error("too many requests")]
    TooMany(i64),
    /// Try again soon.
    #[error("unavailable")]
    Unavailable,
    /// There is no room left to keep what was sent.
    #[error("no room left")]
    Full,
    /// Our fault.
    #[error("internal: {0:#}")]
    Internal(anyhow::Error),
}

impl Error {
    const fn status(&self) -> StatusCode {
        match self {
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::NoOrganisation | Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone(_) => StatusCode::GONE,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Full => StatusCode::INSUFFICIENT_STORAGE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        if db::is_unavailable(&error) {
            tracing::warn!(%error, "the database is away or busy");
            Self::Unavailable
        } else if db::is_unreadable(&error) {
            Self::BadRequest
        } else {
            Self::Internal(error.into())
        }
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<DbErr>() {
            Ok(error) => error.into(),
            Err(error) => Self::Internal(error),
        }
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<object_store::Error> for Error {
    fn from(error: object_store::Error) -> Self {
        tracing::error!(%error, "the storage of files is away or full");
        if media::is_full(&error) { Self::Full } else { Self::Unavailable }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        if media::is_full(&error) {
            tracing::error!(%error, "the disk is full");
            return Self::Full;
        }
        Self::Internal(error.into())
    }
}

impl From<tokio::task::JoinError> for Error {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::Internal(error.into())
    }
}

/// What an error answer carries to the layer that draws it.
#[derive(Clone, Debug)]
struct Trouble {
    sign_in: bool,
    no_organisation: bool,
    said: Option<String>,
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = self.status();
        if let Self::Internal(error) = &self {
            tracing::error!(error = format!("{error:#}"), "a request failed");
        }
        let mut response = status.into_response();
        let wait = match self {
            Self::TooMany(seconds) => Some(seconds.max(1)),
            Self::Unavailable => Some(2),
            _ => None,
        };
        if let Some(value) = wait.and_then(|seconds| HeaderValue::from_str(&seconds.to_string()).ok()) {
            response.headers_mut().insert(header::RETRY_AFTER, value);
        }
        response.extensions_mut().insert(Trouble {
            sign_in: matches!(self, Self::SignIn),
            no_organisation: matches!(self, Self::NoOrganisation),
            said: match self {
                Self::Conflict(said) => Some(said),
                Self::Gone(said) => said,
                _ => None,
            },
        });
        response
    }
}

#[derive(Template)]
#[template(path = "errors/error.html")]
struct ErrorPage {
    page: Page,
    heading: String,
    text: String,
    said: Option<String>,
}

/// Draws every error answer without a body of its own as a page in the reader's language.
pub async fn pages(request: Request, next: Next) -> Response {
    let Some(context) = request.extensions().get::<Context>().cloned() else { return next.run(request).await };
    let response = next.run(request).await;
    let status = response.status();
    let drawn =
        response.headers().contains_key(header::CONTENT_TYPE) && response.extensions().get::<Trouble>().is_none();
    if !(status.is_client_error() || status.is_server_error())
        || (drawn && status != StatusCode::BAD_REQUEST && is_html(&response))
    {
        return response;
    }
    let trouble = response.extensions().get::<Trouble>().cloned();
    let page = Page::new(context);
    if trouble.as_ref().is_some_and(|trouble| trouble.sign_in) {
        return page.to_sign_in(&page.here()).into_response();
    }
    if trouble.as_ref().is_some_and(|trouble| trouble.no_organisation) {
        return page.see("/organisations/new").into_response();
    }
    let id = match status.as_u16() {
        code @ (400 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 503 | 507) => code,
        code if code < 500 => 400,
        _ => 500,
    };
    let heading = page.locale.get(&format!("error-{id}"));
    let text = page.locale.get(&format!("error-{id}-text"));
    let said = trouble.and_then(|trouble| trouble.said);
    let (parts, _) = response.into_parts();
    let Ok(html) = (ErrorPage { page, heading, text, said }).render() else { return status.into_response() };
    let mut drawn = (status, axum::response::Html(html)).into_response();
    for name in [header::RETRY_AFTER, header::ALLOW, header::SET_COOKIE, header::CONTENT_RANGE] {
        for value in parts.headers.get_all(&name) {
            drawn.headers_mut().append(name.clone(), value.clone());
        }
    }
    drawn
}

fn is_html(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}
