use askama::Template;
use axum::extract::State;

use crate::app::App;
use crate::entity::notification;
use crate::notifications::forms::{ListQuery, OpenForm, TidyForm};
use crate::notifications::policy::{Open, Tidy};
use crate::notifications::{actions, letters, store};
use crate::web::{Can, Error, Form, Html, Page, Query, Redirect};

#[derive(Template)]
#[template(path = "notifications/index.html")]
struct IndexPage {
    page: Page,
    number: u64,
    pages: u64,
    found: u64,
    items: Vec<notification::Model>,
    /// Key of the newest on the page: what comes after it was not seen and stays unread.
    newest: i64,
}

impl IndexPage {
    fn unread(&self) -> i64 {
        self.page.person().map_or(0, |person| person.unread)
    }

    /// The count of what is unread, which is counted to a hundred.
    fn shown(&self) -> String {
        if self.unread() > 99 { "99+".to_owned() } else { self.page.integer(self.unread()) }
    }

    /// Whether a text is in another language than the page.
    fn is_foreign(&self, item: &notification::Model) -> bool {
        item.locale != self.page.lang().code()
    }

    fn kind(&self, item: &notification::Model) -> String {
        letters::name(self.page.locale, store::kind(item))
    }

    fn to_page(&self, number: u64) -> String {
        self.page.url(&format!("/notifications?page={number}"))
    }
}

/// What the person was told of, newest first.
pub async fn index(
    State(app): State<App>,
    page: Page,
    Query(query): Query<ListQuery>,
) -> Result<Html<impl Template>, Error> {
    let (db, actor) = (app.db.conn(), page.actor());
    let found = store::count(db, actor).await?;
    let pages = found.div_ceil(store::PAGE).max(1);
    let number = query.number().min(pages);
    let items = store::list(db, actor, number).await?;
    let newest = items.iter().map(|item| item.id).max().unwrap_or(0);
    Ok(Html(IndexPage { page, number, pages, found, items, newest }))
}

/// Marks one as read, and goes on to its thing or stays.
pub async fn open(
    State(app): State<App>,
    page: Page,
    may: Can<Open>,
    Form(sent): Form<OpenForm>,
) -> Result<Redirect, Error> {
    actions::open(&app, &may).await?;
    let onward = if sent.then == "open" && may.path.starts_with('/') { &may.path } else { "/notifications" };
    Ok(page.see(onward))
}

/// Marks all as read that were there when the page was drawn.
pub async fn tidy(
    State(app): State<App>,
    page: Page,
    may: Can<Tidy>,
    Form(sent): Form<TidyForm>,
) -> Result<Redirect, Error> {
    let until = sent.until.parse().map_err(|_| Error::BadRequest)?;
    actions::tidy(&app, &may, until).await?;
    Ok(page.see("/notifications").with_notice("notifications-read"))
}
