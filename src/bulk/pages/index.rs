use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use bytes::BytesMut;

use super::refusal;
use crate::app::App;
use crate::bulk::actions::{self, Failed, Sent};
use crate::bulk::policy::Import;
use crate::bulk::table::{LARGEST, Unreadable};
use crate::bulk::{Run, store};
use crate::checks::{Problem, Problems, plain};
use crate::listings::policy::Owner;
use crate::web::form::{Errors, Parts};
use crate::web::{Can, Error, Html, Page};

/// Imports on the page.
const FEW: u64 = 30;
/// Longest name of a sheet, in characters; workbooks have 31 of them.
const SHEET: usize = 100;

#[derive(Template)]
#[template(path = "bulk/index.html")]
struct IndexPage {
    page: Page,
    runs: Vec<Run>,
    /// The sheet that was named.
    sheet: String,
    errors: Errors,
}

impl IndexPage {
    fn address(&self, run: &Run) -> String {
        self.page.url(&format!("/workspace/import/{}", run.id))
    }
}

fn may(page: &Page) -> Result<Can<Import>, Error> {
    let acting = page.actor().acting().ok_or(Error::NoOrganisation)?;
    Can::<Import>::check(page.actor(), Owner::from(acting))
}

async fn page_with(app: &App, page: Page, sheet: String, problems: &Problems) -> Result<Response, Error> {
    let runs = store::latest(app.db.conn(), page.actor(), FEW).await?;
    let errors = Errors::new(&page, problems, |field| match field {
        "sheet" => t!(page, "table-sheet"),
        _ => t!(page, "table-file"),
    });
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, Html(IndexPage { page, runs, sheet, errors })).into_response())
}

/// The tables that were sent, and the form to send one.
pub async fn index(State(app): State<App>, page: Page) -> Result<Response, Error> {
    may(&page)?;
    page_with(&app, page, String::new(), &Problems::new()).await
}

/// Takes a table.
pub async fn upload(State(app): State<App>, page: Page, Parts(multipart): Parts) -> Result<Response, Error> {
    let may = may(&page)?;
    let Received { sent, too_large } = Received::read(multipart).await?;
    let sheet = sent.sheet.clone();
    let mut problems = Problems::new();
    problems.text("sheet", &sheet, false, SHEET);
    problems.check("file", !too_large, Problem::Other("problem-table-large"));
    problems.check("file", too_large || !sent.bytes.is_empty(), Problem::Missing);
    if problems.is_empty() {
        match actions::upload(&app, &may, sent, page.lang()).await {
            Ok(id) => return Ok(page.see(&format!("/workspace/import/{id}")).into_response()),
            Err(Failed::Unreadable(why @ Unreadable::NoSheet)) => problems.add("sheet", Problem::Other(why.message())),
            Err(Failed::Unreadable(why)) => problems.add("file", Problem::Other(why.message())),
            Err(failed) => return Err(refusal(&page, failed)),
        }
    }
    page_with(&app, page, sheet, &problems).await
}

/// What an upload has brought.
#[derive(Default)]
struct Received {
    sent: Sent,
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
            let wanted = field.name() == Some("file");
            if wanted {
                received.sent.name = field.file_name().unwrap_or_default().to_owned();
            } else if field.name() == Some("sheet") {
                let typed = field.text().await.map_err(|error| broken(&error))?;
                received.sent.sheet = plain(&typed);
                continue;
            }
            let mut bytes = BytesMut::new();
            while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error))? {
                if wanted && bytes.len() + chunk.len() <= LARGEST {
                    bytes.extend_from_slice(&chunk);
                } else if wanted {
                    received.too_large = true;
                    bytes.clear();
                }
            }
            if wanted {
                received.sent.bytes = bytes.freeze();
            }
        }
        Ok(received)
    }
}
