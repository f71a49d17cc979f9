//! What somebody sends whose sign-in has ended meanwhile: a page that keeps what was typed until it can be sent again.

use std::time::Duration;

use askama::Template;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use url::form_urlencoded;

use crate::web::form::{self, Parts};
use crate::web::{Context, Error, Html, Page};

/// Most bytes of all that was typed. It is held in memory for somebody who is nobody yet, so it is far less than a form
/// may bring, and yet all texts of a listing in a script of which each sign takes nine bytes on its way.
const TYPED: usize = 512 * 1024;
/// Most typed fields of a form.
const FIELDS: usize = 1_000;
/// Most bytes of a form with files. Files pass by and are not kept.
const WITH_FILES: usize = 128 * 1024 * 1024;
/// A form is given up after this long.
const PATIENCE: Duration = Duration::from_secs(300);
/// What a form sends without anybody typing it: hidden fields, and the button that was pressed. A name that is missing
/// here costs no more than a page where the way to sign in would do; one too many would lose what was typed.
const UNTYPED: [&str; 17] = [
    "accepting",
    "action",
    "case",
    "consent",
    "decision",
    "follow",
    "mark",
    "next",
    "number",
    "seen",
    "sha256",
    "then",
    "upto",
    "version",
    "warned",
    "warned[]",
    "whose",
];
/// What never stands on a page again. The `code` of a register's entry is none of these.
const SECRET: [&str; 2] = ["current", "password"];
/// A text of more characters than this is worth copying.
const LONG: usize = 60;

#[derive(Template)]
#[template(path = "errors/signed_out.html")]
struct SignedOutPage {
    page: Page,
    sign_in: String,
    sent: Sent,
}

/// A form as it came.
#[derive(Default)]
struct Sent {
    fields: Vec<(String, String)>,
    /// Files that came with it: name of the field and names of the files.
    files: Vec<(String, Vec<String>)>,
    in_parts: bool,
    /// Whether something was left out that is secret.
    secrets: bool,
    bytes: usize,
}

/// Answers a form that needs somebody to sign in first: with a page that keeps what was typed, or if nothing was, or
/// more than can be kept, with the way to sign in and on to the page of the form, the first `segments` of its path.
pub async fn answer(request: Request, segments: usize) -> Response {
    let page = match request.extensions().get::<Context>() {
        Some(context) => Page::new(context.clone()),
        None => return Error::SignIn.into_response(),
    };
    let sign_in = page.to_sign_in(&form_page(&page, segments));
    match tokio::time::timeout(PATIENCE, read(request)).await {
        Ok(Some(sent)) if sent.is_typed() => {
            let kept = Html(SignedOutPage { page, sign_in: sign_in.target().to_owned(), sent });
            (StatusCode::UNAUTHORIZED, [(header::CACHE_CONTROL, "no-store")], kept).into_response()
        }
        _ => sign_in.into_response(),
    }
}

/// The page on which a form stands. Its own address need not be one that can be read.
fn form_page(page: &Page, segments: usize) -> String {
    let path = &page.context().path;
    match path.match_indices('/').nth(segments) {
        None => page.here(),
        Some((0, _)) => "/".to_owned(),
        Some((end, _)) => path[..end].to_owned(),
    }
}

/// Reads a form; nothing if it is none, or more than can be kept.
async fn read(request: Request) -> Option<Sent> {
    if form::comes_in_parts(request.headers()) {
        return in_parts(request).await;
    }
    if !form::comes_encoded(request.headers()) {
        return None;
    }
    let bytes = axum::body::to_bytes(request.into_body(), TYPED).await.ok()?;
    let mut sent = Sent::default();
    for (name, text) in form_urlencoded::parse(&bytes) {
        sent.add(name.into_owned(), text.into_owned())?;
    }
    Some(sent)
}

async fn in_parts(mut request: Request) -> Option<Sent> {
    DefaultBodyLimit::max(WITH_FILES).apply(&mut request);
    let Parts(mut parts) = Parts::from_request(request, &()).await.ok()?;
    let mut sent = Sent { in_parts: true, ..Sent::default() };
    while let Some(mut field) = parts.next_field().await.ok()? {
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let mut text = Vec::new();
        while let Some(piece) = field.chunk().await.ok()? {
            if file.is_none() {
                text.extend_from_slice(&piece);
                (sent.bytes + text.len() <= TYPED).then_some(())?;
            }
        }
        match file {
            Some(file) => sent.add_file(name, file)?,
            None => sent.add(name, String::from_utf8_lossy(&text).into_owned())?,
        }
    }
    Some(sent)
}

impl Sent {
    /// Adds a field; nothing if that is more than can be kept.
    fn add(&mut self, name: String, text: String) -> Option<()> {
        self.count(name.len() + text.len())?;
        if SECRET.contains(&name.as_str()) {
            self.secrets = true;
        } else {
            self.fields.push((name, text));
        }
        Some(())
    }

    /// Notes a file that has to be chosen again. A field in which none was chosen comes with an empty name.
    fn add_file(&mut self, name: String, file: String) -> Option<()> {
        self.count(name.len() + file.len())?;
        if file.is_empty() {
            return Some(());
        }
        match self.files.iter_mut().find(|(field, _)| *field == name) {
            Some((_, files)) => files.push(file),
            None => self.files.push((name, vec![file])),
        }
        Some(())
    }

    fn count(&mut self, bytes: usize) -> Option<()> {
        self.bytes += bytes;
        let files: usize = self.files.iter().map(|(_, files)| files.len()).sum();
        (self.bytes <= TYPED && self.fields.len() + files < FIELDS).then_some(())
    }

    fn is_typed(&self) -> bool {
        self.fields.iter().any(|(name, text)| !text.trim().is_empty() && !UNTYPED.contains(&name.as_str()))
    }

    /// The texts that are long enough to be copied.
    fn texts(&self) -> Vec<&str> {
        let long = |text: &&str| text.trim().contains('\n') || text.chars().nth(LONG).is_some();
        self.fields.iter().map(|(_, text)| text.as_str()).filter(long).collect()
    }
}
