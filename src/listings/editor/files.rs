//! The page of a listing's files: upload, link, describe, remove.

use std::str::FromStr;

use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{DefaultBodyLimit, FromRequest as _, Multipart, Path, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::options::Choice;
use super::sections::work;
use super::typed;
use super::{field_name, refusal};
use crate::app::App;
use crate::checks::{self, Problem, Problems};
use crate::listings::actions::Failed;
use crate::listings::content::{FileKind, FileRef, Visibility};
use crate::listings::files::{self, About, Batch, CAPTION, MOST, Refusal, Taken};
use crate::listings::policy::Edit;
use crate::listings::{Listing, Rejected};
use crate::media::WIDTHS;
use crate::web::form::{self, Errors, Parts};
use crate::web::{Can, Error, Form, Html, Page};

/// Most characters of a link.
const LINK: usize = 500;
/// Width in pixels of a picture in the list.
const THUMBNAIL: u32 = 120;

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
    /// An upload that nothing was typed for yet.
    fn fresh() -> Self {
        Self { visibility: Visibility::Public.to_string(), kind: FileKind::Report.to_string(), ..Self::default() }
    }

    fn read(&self) -> Result<About, Problems> {
        let mut problems = Problems::new();
        let caption = typed::line(&self.caption);
        problems.text("caption", &caption, false, CAPTION);
        let kind: Option<FileKind> = typed::code(&mut problems, "kind", &self.kind);
        let visibility = typed::needed_code(&mut problems, "visibility", &self.visibility);
        let document = matches!(kind, None | Some(FileKind::Report | FileKind::Certificate));
        problems.check("kind", document, Problem::UnknownChoice);
        let visibility = visibility.unwrap_or(Visibility::AfterNda);
        problems.or(About { caption, kind: kind.unwrap_or(FileKind::Report), visibility })
    }

    /// What holds for files that came with a form that is wrong: they are kept, told nothing of, and shown to as few
    /// as can be.
    fn fallback(&self) -> About {
        let visibility = Visibility::from_str(&self.visibility).unwrap_or(Visibility::AfterNda);
        About { caption: String::new(), kind: FileKind::Report, visibility }
    }
}

/// A link to a video.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct LinkForm {
    link: String,
    link_caption: String,
    link_visibility: String,
}

impl LinkForm {
    fn read(&self) -> Result<(url::Url, String, Visibility), Problems> {
        let mut problems = Problems::new();
        problems.text("link", &self.link, true, LINK);
        let near = |url: &url::Url| url.domain().is_some_and(|domain| domain.contains('.'));
        let safe = |url: &url::Url| url.scheme() == "https" && url.username().is_empty() && url.password().is_none();
        let link = checks::web_address(&self.link).filter(|url| near(url) && safe(url));
        if problems.is_empty() && link.is_none() {
            problems.add("link", Problem::Other("problem-video-link"));
        }
        let caption = typed::line(&self.link_caption);
        problems.text("link_caption", &caption, false, CAPTION);
        let visibility = typed::needed_code(&mut problems, "link_visibility", &self.link_visibility);
        match (link, visibility, problems.is_empty()) {
            (Some(link), Some(visibility), true) => Ok((link, caption, visibility)),
            _ => Err(problems),
        }
    }
}

/// What the page shows besides the files as they stand.
#[derive(Default)]
struct Shown {
    upload: Option<FileForm>,
    link: LinkForm,
    /// A file whose own form was sent, and what was typed there.
    described: Option<(String, FileForm)>,
    /// What became of the files that were sent: name, and what is wrong, if anything.
    results: Vec<(String, Option<String>)>,
    errors: Errors,
    status: StatusCode,
}

#[derive(Template)]
#[template(path = "listings/edit/files.html")]
struct FilesPage {
    page: Page,
    listing: Listing,
    files: Vec<FileRef>,
    /// Bytes that the organisation uses.
    used: u64,
    /// Bytes that it may use.
    quota: u64,
    settings: crate::config::Files,
    form: FileForm,
    link: LinkForm,
    described: Option<(String, FileForm)>,
    results: Vec<(String, Option<String>)>,
    errors: Errors,
}

impl FilesPage {
    fn url(&self, part: &str) -> String {
        self.page.url(&format!("/listings/{}/edit{part}", self.listing.reference))
    }

    /// Address, width and height of a picture in the list.
    fn picture(&self, file: &FileRef) -> Option<(String, u32, Option<u32>)> {
        let height = file.pixels.map(|(width, height)| (height * THUMBNAIL / width.max(1)).max(1));
        (file.kind == FileKind::Image).then(|| (files::picture_url(&file.key, WIDTHS[0]), THUMBNAIL, height))
    }

    fn address(&self, file: &FileRef) -> String {
        files::url(file)
    }

    fn size(&self, size: impl std::borrow::Borrow<u64>) -> String {
        let size: u64 = *size.borrow();
        match size {
            0..1_048_576 => t!(self.page, "listing-size-kb", n = self.page.integer(size.div_ceil(1024))),
            size => t!(self.page, "listing-size-mb", n = self.page.integer(size.div_ceil(1_048_576))),
        }
    }

    /// What stands in the form of a file: what was typed there, or what is stored.
    fn said(&self, file: &FileRef) -> FileForm {
        match &self.described {
            Some((key, typed)) if *key == file.key => typed.clone(),
            _ => FileForm {
                caption: file.caption.clone(),
                kind: file.kind.to_string(),
                visibility: file.visibility.to_string(),
                ..FileForm::default()
            },
        }
    }

    fn is_described(&self, file: &FileRef) -> bool {
        self.described.as_ref().is_some_and(|(key, _)| *key == file.key)
    }

    /// The id of a field in the form of a file.
    fn at(&self, field: &str, file: &FileRef) -> String {
        format!("{field}-{}", file.key)
    }

    fn wrong(&self, field: &str, file: &FileRef) -> &str {
        self.errors.at(&self.at(field, file))
    }

    fn visibilities(&self, chosen: impl std::fmt::Display) -> Vec<Choice> {
        let chosen = chosen.to_string();
        let known = Visibility::from_str(&chosen).unwrap_or(Visibility::Public);
        let choice = |code: &Visibility| Choice {
            code: code.to_string(),
            name: self.page.text("listing-visibility", code),
            on: *code == known,
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

    /// Whether it can be said what a file is: a picture and a video are what they are.
    fn is_document(&self, file: &FileRef) -> bool {
        matches!(file.kind, FileKind::Report | FileKind::Certificate)
    }

    fn full(&self) -> bool {
        self.files.len() >= MOST
    }
}

fn errors(page: &Page, problems: &Problems) -> Errors {
    // A field of a file's own form has its key behind its name.
    Errors::new(page, problems, |field| field_name(page.locale, field.split('-').next().unwrap_or_default()))
}

async fn page_with(app: &App, page: Page, may: &Can<Edit>, shown: Shown) -> Result<Response, Error> {
    let work = work(app, may).await?;
    if work.under_review {
        return Ok(page.see(&format!("/listings/{}/edit", may.reference)).into_response());
    }
    let Shown { upload, link, described, results, errors, status } = shown;
    let shown = FilesPage {
        page,
        listing: may.thing().clone(),
        files: work.content.files,
        used: files::used(app, may).await?,
        quota: u64::from(app.config.files.quota_mb) * 1_048_576,
        settings: app.config.files.clone(),
        form: upload.unwrap_or_else(FileForm::fresh),
        link,
        described,
        results,
        errors,
    };
    Ok((status, Html(shown)).into_response())
}

/// Shows the files.
pub async fn show(State(app): State<App>, page: Page, may: Can<Edit>) -> Result<Response, Error> {
    page_with(&app, page, &may, Shown::default()).await
}

/// Takes files. What has begun goes on when the sender goes away, so that nothing of it is left behind.
pub async fn upload(State(app): State<App>, page: Page, may: Can<Edit>, request: Request) -> Result<Response, Error> {
    let receiving = app.clone();
    let received = tokio::spawn(async move { Upload::receive(&receiving, may, request).await }).await?;
    let (may, upload) = received.map_err(|failed| refusal(&page, failed))?;
    if upload.is_right() {
        let notice = if upload.taken.fates.len() == 1 { "listing-file-added" } else { "listing-files-added" };
        let files = format!("/listings/{}/edit/files", may.reference);
        return Ok(page.see(&files).with_notice(notice).into_response());
    }
    let shown = upload.shown(&app, &page);
    page_with(&app, page, &may, shown).await
}

/// Adds a link to a video.
pub async fn link(
    State(app): State<App>,
    page: Page,
    may: Can<Edit>,
    Form(form): Form<LinkForm>,
) -> Result<Response, Error> {
    let done = match form.read() {
        Ok((link, caption, visibility)) => files::link(&app, &may, &link, &caption, visibility).await,
        Err(problems) => Err(Failed::Rejected(Rejected::Content(problems))),
    };
    let shown = |errors| Shown { link: form, errors, status: StatusCode::UNPROCESSABLE_ENTITY, ..Shown::default() };
    answer(&app, page, &may, done, "listing-file-linked", shown).await
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
    let (done, notice) = if form.action == "remove" {
        (files::remove(&app, &may, &key).await, "listing-file-removed")
    } else {
        (describe(&app, &may, &key, &form).await, "listing-saved")
    };
    let described = Some((key, form));
    let shown = |errors| Shown { described, errors, status: StatusCode::UNPROCESSABLE_ENTITY, ..Shown::default() };
    answer(&app, page, &may, done, notice, shown).await
}

async fn describe(app: &App, may: &Can<Edit>, key: &str, form: &FileForm) -> Result<(), Failed> {
    let About { caption, kind, visibility } = form.read().map_err(|problems| Rejected::Content(of(problems, key)))?;
    let kind = (!form.kind.is_empty()).then_some(kind);
    files::describe(app, may, key, &caption, kind, visibility).await
}

/// The same problems at the fields of a file's own form.
fn of(problems: Problems, key: &str) -> Problems {
    let mut at_file = Problems::new();
    for (field, problem) in problems.iter() {
        at_file.add(format!("{field}-{key}"), problem.clone());
    }
    at_file
}

async fn answer(
    app: &App,
    page: Page,
    may: &Can<Edit>,
    done: Result<(), Failed>,
    notice: &str,
    shown: impl FnOnce(Errors) -> Shown,
) -> Result<Response, Error> {
    match done {
        Ok(()) => {
            let files = format!("/listings/{}/edit/files", may.reference);
            Ok(page.see(&files).with_notice(notice).into_response())
        }
        Err(Failed::Rejected(Rejected::Content(problems))) => {
            let shown = shown(errors(&page, &problems));
            page_with(app, page, may, shown).await
        }
        Err(failed) => Err(refusal(&page, failed)),
    }
}

/// What an upload has brought.
#[derive(Default)]
struct Upload {
    form: FileForm,
    /// What is wrong with what was typed.
    said: Problems,
    taken: Taken,
    /// Whether more was sent than one form may bring; then nothing of it is kept.
    too_large: bool,
}

impl Upload {
    /// Reads all parts, takes the files and keeps what is right.
    async fn receive(app: &App, may: Can<Edit>, mut request: Request) -> Result<(Can<Edit>, Self), Failed> {
        let most = files::largest_form(&app.config.files);
        let announced =
            request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length: usize| length > most) {
            return Ok((may, Self { form: FileForm::fresh(), too_large: true, ..Self::default() }));
        }
        DefaultBodyLimit::max(most).apply(&mut request);
        let Parts(multipart) = Parts::from_request(request, app).await?;
        let mut batch = Batch::begin(app, &may).await?;
        let mut form = FileForm::default();
        if let Err(error) = parts(app, multipart, &mut batch, &mut form).await {
            batch.abandon(app).await;
            let too_large = error.status() == StatusCode::PAYLOAD_TOO_LARGE;
            return if too_large {
                Ok((may, Self { form, too_large, ..Self::default() }))
            } else {
                Err(Error::BadRequest.into())
            };
        }
        let (about, said) = match form.read() {
            Ok(about) => (about, Problems::new()),
            Err(problems) => (form.fallback(), problems),
        };
        let taken = batch.keep(app, &about).await?;
        Ok((may, Self { form, said, taken, too_large: false }))
    }

    fn is_right(&self) -> bool {
        let taken = !self.taken.fates.is_empty() && self.taken.worst().is_none();
        taken && self.said.is_empty() && !self.too_large
    }

    /// What the page says of it: each file has its own result, and what was typed is kept, at a file that is there or
    /// at the form that has to be sent again.
    fn shown(self, app: &App, page: &Page) -> Shown {
        let settings = &app.config.files;
        let named = self.taken.keys.first().filter(|_| !self.said.is_empty()).cloned();
        let mut wrong = match &named {
            Some(key) => errors(page, &of(self.said, key)),
            None => errors(page, &self.said),
        };
        let mut results = Vec::new();
        for fate in &self.taken.fates {
            let words = fate.refusal.map(|refusal| form::words(page, &refusal.problem(settings)));
            if let Some(words) = &words {
                let named = t!(page, "problem-at", field = fate.name.clone(), problem = words.clone());
                wrong.add("file", words.clone(), named);
            }
            results.push((fate.name.clone(), words));
        }
        let mut status = self.taken.worst().map_or(422, Refusal::status);
        if self.too_large {
            status = 413;
            let words = form::words(page, &Problem::Counted("problem-form-large", settings.quota_mb));
            wrong.add("file", words.clone(), words);
        } else if results.is_empty() {
            let words = form::words(page, &Problem::Missing);
            wrong.add(
                "file",
                words.clone(),
                t!(page, "problem-at", field = field_name(page.locale, "file"), problem = words),
            );
        }
        Shown {
            described: named.map(|key| (key, self.form.clone())),
            upload: Some(self.form),
            results,
            errors: wrong,
            status: StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY),
            ..Shown::default()
        }
    }
}

async fn parts(
    app: &App,
    mut multipart: Multipart,
    batch: &mut Batch,
    form: &mut FileForm,
) -> Result<(), MultipartError> {
    while let Some(field) = multipart.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let sent = field.file_name().unwrap_or_default().to_owned();
            batch.take(app, &sent, field).await?;
            continue;
        }
        let text = files::typed(field).await?;
        match name.as_str() {
            "caption" => form.caption = text,
            "kind" => form.kind = text,
            "visibility" => form.visibility = text,
            _ => {}
        }
    }
    Ok(())
}
