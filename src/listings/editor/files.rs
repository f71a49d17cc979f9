//! The page of a listing's files: upload, describe, remove.

use std::str::FromStr;

use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use serde::Deserialize;

use super::options::Choice;
use super::sections::work;
use super::typed;
use super::{field_name, refusal};
use crate::app::App;
use crate::checks::{Problem, Problems};
use crate::listings::actions::Failed;
use crate::listings::content::{FileKind, FileRef, Visibility};
use crate::listings::files::{self, CAPTION, LARGEST, MOST, Upload};
use crate::listings::policy::Edit;
use crate::listings::{Listing, Rejected};
use crate::media::WIDTHS;
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page};

/// Most bytes of a typed field that are read; much more than is allowed, so that what was typed can be shown again.
const TYPED: usize = 64 * 1024;

/// What is said of a file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct FileForm {
    caption: String,
    kind: String,
    visibility: String,
    action: String,
}

impl FileForm {
    fn read(&self) -> Result<(String, Option<FileKind>, Visibility), Problems> {
        let mut problems = Problems::new();
        let caption = typed::line(&self.caption);
        problems.text("caption", &caption, false, CAPTION);
        let kind = typed::code(&mut problems, "kind", &self.kind);
        let visibility = typed::needed_code(&mut problems, "visibility", &self.visibility);
        problems.check("kind", kind != Some(FileKind::Video), Problem::UnknownChoice);
        let visibility = visibility.unwrap_or(Visibility::AfterNda);
        problems.or((caption, kind, visibility))
    }
}

#[derive(Template)]
#[template(path = "listings/edit/files.html")]
struct FilesPage {
    page: Page,
    listing: Listing,
    files: Vec<FileRef>,
    form: FileForm,
    errors: Errors,
}

impl FilesPage {
    fn url(&self, part: &str) -> String {
        self.page.url(&format!("/listings/{}/edit{part}", self.listing.reference))
    }

    fn picture(&self, file: &FileRef) -> Option<String> {
        (file.kind == FileKind::Image).then(|| files::picture_url(&file.key, WIDTHS[0]))
    }

    fn address(&self, file: &FileRef) -> String {
        files::url(file)
    }

    fn size(&self, file: &FileRef) -> String {
        match file.size {
            0..1_048_576 => t!(self.page, "listing-size-kb", n = self.page.integer(file.size.div_ceil(1024))),
            size => t!(self.page, "listing-size-mb", n = self.page.integer(size.div_ceil(1_048_576))),
        }
    }

    fn visibilities(&self, chosen: impl std::fmt::Display) -> Vec<Choice> {
        let chosen = chosen.to_string();
        let choice = |code: &Visibility| Choice {
            code: code.to_string(),
            name: self.page.text("listing-visibility", code),
            on: code.code() == chosen,
        };
        Visibility::ALL.iter().map(choice).collect()
    }

    fn kinds(&self, chosen: impl std::fmt::Display) -> Vec<Choice> {
        let chosen = chosen.to_string();
        let choice = |code: &FileKind| Choice {
            code: code.to_string(),
            name: self.page.text("listing-file-kind", code),
            on: code.code() == chosen,
        };
        [FileKind::Report, FileKind::Certificate].iter().map(choice).collect()
    }

    fn full(&self) -> bool {
        self.files.len() >= MOST
    }
}

async fn page_with(
    app: &App,
    page: Page,
    may: &Can<Edit>,
    form: FileForm,
    problems: &Problems,
) -> Result<Response, Error> {
    let work = work(app, may).await?;
    if work.under_review {
        return Ok(page.see(&format!("/listings/{}/edit", may.reference)).into_response());
    }
    let errors = Errors::new(&page, problems, |field| field_name(&page, field));
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let shown = FilesPage { page, listing: may.thing().clone(), files: work.content.files, form, errors };
    Ok((status, Html(shown)).into_response())
}

/// Shows the files.
pub async fn show(State(app): State<App>, page: Page, may: Can<Edit>) -> Result<Response, Error> {
    let form = FileForm {
        visibility: Visibility::Public.to_string(),
        kind: FileKind::Report.to_string(),
        ..FileForm::default()
    };
    page_with(&app, page, &may, form, &Problems::new()).await
}

/// Takes a file.
pub async fn upload(
    State(app): State<App>,
    page: Page,
    may: Can<Edit>,
    multipart: Multipart,
) -> Result<Response, Error> {
    let Received { form, name, content, too_large } = Received::read(multipart).await?;
    let mut problems = Problems::new();
    problems.check("file", !too_large, Problem::Other("problem-file-large"));
    problems.check("file", too_large || !content.is_empty(), Problem::Missing);
    let said = form.read().map_err(|wrong| problems.extend(wrong));
    let done = match (said, problems.is_empty()) {
        (Ok((caption, kind, visibility)), true) => {
            let kind = kind.unwrap_or(FileKind::Report);
            files::add(&app, &may, Upload { name, caption, kind, visibility, content }).await
        }
        _ => Err(Failed::Rejected(Rejected::Content(problems))),
    };
    answer(&app, page, &may, form, done, "listing-file-added").await
}

/// Changes what is said of a file, or removes it.
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Edit>,
    Path((_, key)): Path<(String, String)>,
    Form(form): Form<FileForm>,
) -> Result<Response, Error> {
    if !work(&app, &may).await?.content.files.iter().any(|file| file.key == key) {
        return Err(Error::NotFound);
    }
    if form.action == "remove" {
        let done = files::remove(&app, &may, &key).await;
        return answer(&app, page, &may, form, done, "listing-file-removed").await;
    }
    let done = match form.read() {
        Ok((caption, kind, visibility)) => files::describe(&app, &may, &key, &caption, kind, visibility).await,
        Err(problems) => Err(Failed::Rejected(Rejected::Content(problems))),
    };
    answer(&app, page, &may, form, done, "listing-saved").await
}

async fn answer(
    app: &App,
    page: Page,
    may: &Can<Edit>,
    form: FileForm,
    done: Result<(), Failed>,
    notice: &str,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            let files = format!("/listings/{}/edit/files", may.reference);
            Ok(page.see(&files).with_notice(notice).into_response())
        }
        Err(Failed::Rejected(Rejected::Content(problems))) => page_with(app, page, may, form, &problems).await,
        Err(failed) => Err(refusal(&page, failed)),
    }
}

/// What an upload has brought.
#[derive(Default)]
struct Received {
    form: FileForm,
    name: String,
    content: Bytes,
    too_large: bool,
}

fn broken(error: &MultipartError) -> Error {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE { Error::TooLarge } else { Error::BadRequest }
}

impl Received {
    /// Reads all parts. A file that is too large is not kept but read to its end, so that the browser hears the answer.
    async fn read(mut multipart: Multipart) -> Result<Self, Error> {
        let mut received = Self::default();
        while let Some(mut field) = multipart.next_field().await.map_err(|error| broken(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            if name == "file" {
                received.name = field.file_name().unwrap_or_default().to_owned();
            }
            let most = if name == "file" { LARGEST } else { TYPED };
            let mut bytes = BytesMut::new();
            while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
                if bytes.len() + chunk.len() <= most {
                    bytes.extend_from_slice(&chunk);
                } else if name == "file" {
                    received.too_large = true;
                    bytes.clear();
                } else {
                    return Err(Error::TooLarge);
                }
            }
            received.put(&name, bytes.freeze());
        }
        Ok(received)
    }

    fn put(&mut self, name: &str, bytes: Bytes) {
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match name {
            "file" => self.content = bytes,
            "caption" => self.form.caption = text(),
            "kind" => self.form.kind = text(),
            "visibility" => self.form.visibility = text(),
            _ => {}
        }
    }
}

impl FileForm {
    /// Whether a visibility is chosen.
    fn visibility(&self) -> Visibility {
        Visibility::from_str(&self.visibility).unwrap_or(Visibility::Public)
    }
}
