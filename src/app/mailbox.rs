//! The mailbox of the demonstration: the mails that it wrote as files, for everybody to read.

use askama::Template;
use axum::extract::{Path, State};
use mail_parser::MessageParser;

use crate::app::App;
use crate::web::{Access, Error, Html, Page, Routes};

/// Most mails that are listed.
const SHOWN: usize = 100;

/// Routes of the mailbox; they exist only in the demonstration.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/demo/mailbox", Access::Demo, index).get("/demo/mailbox/{name}", Access::Demo, show)
}

/// One mail in the list.
struct Entry {
    name: String,
    to: String,
    subject: String,
    at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Template)]
#[template(path = "demo/index.html")]
struct IndexPage {
    page: Page,
    mails: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "demo/show.html")]
struct ShowPage {
    page: Page,
    mail: Entry,
    lines: Vec<(String, bool)>,
}

async fn index(State(app): State<App>, page: Page) -> Result<Html<impl Template>, Error> {
    let mut names = Vec::new();
    let mut folder = tokio::fs::read_dir(app.config.data_dir.join("mail")).await.map_err(anyhow::Error::from)?;
    while let Some(file) = folder.next_entry().await.map_err(anyhow::Error::from)? {
        let written = file.metadata().await.and_then(|data| data.modified()).map_err(anyhow::Error::from)?;
        if let Some(name) = file.file_name().to_str().and_then(|name| name.strip_suffix(".eml")) {
            names.push((written, name.to_owned()));
        }
    }
    names.sort_by(|a, b| b.cmp(a));
    let mut mails = Vec::new();
    for (_, name) in names.into_iter().take(SHOWN) {
        mails.extend(read(&app, &name).await?.map(|(mail, _)| mail));
    }
    Ok(Html(IndexPage { page, mails }))
}

async fn show(State(app): State<App>, page: Page, Path(name): Path<String>) -> Result<Html<impl Template>, Error> {
    let (mail, text) = read(&app, &name).await?.ok_or(Error::NotFound)?;
    Ok(Html(ShowPage { page, mail, lines: lines(&text) }))
}

/// Lines of a mail's text, each with whether it is an address to follow.
fn lines(text: &str) -> Vec<(String, bool)> {
    text.lines().map(|line| (line.to_owned(), line.starts_with("http://") || line.starts_with("https://"))).collect()
}

/// A mail by the name of its file; names that could lead out of the folder are none.
async fn read(app: &App, name: &str) -> Result<Option<(Entry, String)>, Error> {
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Ok(None);
    }
    let path = app.config.data_dir.join("mail").join(format!("{name}.eml"));
    let Ok(bytes) = tokio::fs::read(path).await else { return Ok(None) };
    let Some(message) = MessageParser::default().parse(&bytes) else { return Ok(None) };
    let to = message.to().and_then(|to| to.first()).and_then(|to| to.address()).unwrap_or_default().to_owned();
    let at = message.date().and_then(|date| chrono::DateTime::from_timestamp(date.to_timestamp(), 0));
    let entry = Entry { name: name.to_owned(), to, subject: message.subject().unwrap_or_default().to_owned(), at };
    Ok(Some((entry, message.body_text(0).unwrap_or_default().into_owned())))
}
