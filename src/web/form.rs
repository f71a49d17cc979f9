//! Forms and queries: read leniently, so that a handler can say what is wrong at the field and keep what was typed.

use std::task::Poll;

use axum::body::{Body, Bytes};
use axum::extract::multipart::MultipartError;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::{HeaderMap, StatusCode, header, request};
use futures::{StreamExt as _, stream};
use serde::de::DeserializeOwned;
use url::form_urlencoded;

use crate::app::App;
use crate::checks::{Problem, Problems};
use crate::i18n::{At, Locale};
use crate::web::{Error, Page};

/// A form that was sent, with nested fields (`benefits[0][unit]`) and repeated ones (`themes=water&themes=air`).
#[derive(Debug)]
pub struct Form<T>(pub T);

/// The query of an address, read like a form.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        read(&body(request, app).await?).map(Self)
    }
}

/// The parts of a form that brings files. The reader of parts takes a body as broken off when its last piece and its end
/// come between two looks of one turn, as they can from a fast sender; so the end waits for a turn of its own.
#[derive(Debug)]
pub struct Parts(pub Multipart);

impl<S: Send + Sync> FromRequest<S> for Parts {
    type Rejection = Error;

    async fn from_request(request: Request, state: &S) -> Result<Self, Error> {
        let unhurried = request.map(|body| {
            let mut pieces = body.into_data_stream().fuse();
            let mut ended = false;
            Body::from_stream(stream::poll_fn(move |context| match pieces.poll_next_unpin(context) {
                Poll::Ready(None) if !std::mem::replace(&mut ended, true) => {
                    context.waker().wake_by_ref();
                    Poll::Pending
                }
                other => other,
            }))
        });
        Multipart::from_request(unhurried, state).await.map(Self).map_err(|_| Error::BadRequest)
    }
}

/// A form without files that comes urlencoded or in parts, as programs send it that are no browsers.
#[derive(Debug)]
pub struct AnyForm<T>(pub T);

impl<T: DeserializeOwned> FromRequest<App> for AnyForm<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        if !comes_in_parts(request.headers()) {
            return read(&body(request, app).await?).map(Self);
        }
        let broken = |error: MultipartError| match error.status() {
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            _ => Error::BadRequest,
        };
        let Parts(mut parts) = Parts::from_request(request, app).await?;
        let mut fields = Vec::new();
        while let Some(field) = parts.next_field().await.map_err(broken)? {
            let name = field.name().unwrap_or_default().to_owned();
            fields.push((name, field.text().await.map_err(broken)?));
        }
        let sent = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        read(sent.as_bytes()).map(Self)
    }
}

/// Whether a form comes in parts.
pub fn comes_in_parts(headers: &HeaderMap) -> bool {
    is_kind(headers, "multipart/form-data")
}

/// Whether a form comes urlencoded, as forms without files do.
pub fn comes_encoded(headers: &HeaderMap) -> bool {
    is_kind(headers, "application/x-www-form-urlencoded")
}

fn is_kind(headers: &HeaderMap, kind: &str) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|sent| sent.as_bytes().starts_with(kind.as_bytes()))
}

/// The body of a form, for readers that take it apart themselves.
pub async fn body(request: Request, app: &App) -> Result<Bytes, Error> {
    if !comes_encoded(request.headers()) {
        return Err(Error::BadRequest);
    }
    Bytes::from_request(request, app).await.map_err(|rejected| match rejected.status().as_u16() {
        413 => Error::TooLarge,
        _ => Error::BadRequest,
    })
}

impl<T: DeserializeOwned + Send> FromRequestParts<App> for Query<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut request::Parts, _: &App) -> Result<Self, Error> {
        read(parts.uri.query().unwrap_or_default().as_bytes()).map(Self)
    }
}

/// Reads what a form or a query has sent.
pub fn read<T: DeserializeOwned>(sent: &[u8]) -> Result<T, Error> {
    // Form encoding writes the brackets of nested names as %5B and %5D, which this mode reads.
    let config = serde_qs::Config::new().max_depth(6).use_form_encoding(true);
    config.deserialize_bytes(sent).map_err(|error| {
        tracing::debug!(%error, "a form cannot be read");
        Error::BadRequest
    })
}

/// What a form page shows of its problems: a summary at the top and the same words at each field.
#[derive(Debug, Default)]
pub struct Errors(Vec<Wrong>);

/// What is wrong at one field.
#[derive(Debug)]
pub struct Wrong {
    /// Id of the field.
    pub field: String,
    /// The words at the field.
    pub words: String,
    /// The words in the summary, far from the field: they name it.
    pub named: String,
}

impl Errors {
    /// The words for all problems of a form. `name` gives a field's label for the summary, or nothing if the words
    /// need none.
    pub fn new(page: &Page, problems: &Problems, name: impl Fn(&str) -> String) -> Self {
        let wrong = |(field, problem): (&str, &Problem)| {
            let (words, label) = (words(page, problem), name(field));
            let named = match label.as_str() {
                "" => words.clone(),
                label => t!(page, "problem-at", field = label, problem = words.clone()),
            };
            Wrong { field: field.to_owned(), words, named }
        };
        Self(problems.iter().map(wrong).collect())
    }

    /// Adds what is wrong at a field, in words of its own.
    pub fn add(&mut self, field: &str, words: String, named: String) {
        self.0.push(Wrong { field: field.to_owned(), words, named });
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong, in order.
    pub fn list(&self) -> &[Wrong] {
        &self.0
    }

    /// The words at a field; empty if it is right.
    pub fn at(&self, field: &str) -> &str {
        self.0.iter().find(|wrong| wrong.field == field).map_or("", |wrong| &wrong.words)
    }
}

/// A problem in the reader's words.
pub fn words(page: &Page, problem: &Problem) -> String {
    words_in(page.locale, problem)
}

/// A problem in the words of a language.
pub fn words_in(locale: &'static Locale, problem: &Problem) -> String {
    let page = At { locale };
    match problem {
        Problem::Missing => t!(page, "problem-missing"),
        Problem::TooLong { max } => t!(page, "problem-too-long", max = *max),
        Problem::TooShort { min } => t!(page, "problem-too-short", min = *min),
        Problem::TooMany { max } => t!(page, "problem-too-many", max = *max),
        Problem::NotEmail => t!(page, "problem-not-email"),
        Problem::NotUrl => t!(page, "problem-not-url"),
        Problem::NotNumber => t!(page, "problem-not-number"),
        Problem::OutOfRange { min, max } => t!(page, "problem-out-of-range", min = *min, max = *max),
        Problem::NotDate => t!(page, "problem-not-date"),
        Problem::UnknownChoice => t!(page, "problem-unknown-choice"),
        Problem::Other(id) => page.locale.get(id),
        Problem::Counted(id, n) => page.locale.loader.get_args(id, [("n", *n)].into()),
    }
}
