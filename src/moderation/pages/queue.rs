use std::str::FromStr;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::{PAGE, page_number, span};
use crate::app::App;
use crate::labels;
use crate::moderation::model::{Figures, Moderator};
use crate::moderation::store::{self, Order, Show, Waiting};
use crate::web::{Error, Html, Page, Query};

/// The query of the queue; what it does not know is taken for the first choice.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct QueueQuery {
    show: String,
    order: String,
    page: String,
}

#[derive(Template)]
#[template(path = "moderation/index.html")]
struct IndexPage {
    page: Page,
    show: Show,
    order: Order,
    number: u64,
    pages: u64,
    total: u64,
    cases: Vec<Waiting>,
    figures: Figures,
    certificates: u64,
}

impl IndexPage {
    fn filter(&self, show: &Show) -> String {
        self.at(*show, self.order, 1)
    }

    fn is_shown(&self, show: &Show) -> bool {
        *show == self.show
    }

    fn sorted(&self, order: Order) -> String {
        self.at(self.show, order, 1)
    }

    fn to_page(&self, number: u64) -> String {
        self.at(self.show, self.order, number)
    }

    fn number(&self) -> String {
        self.page.integer(self.number)
    }

    fn pages(&self) -> String {
        self.page.integer(self.pages)
    }

    fn certificates(&self) -> String {
        self.page.integer(self.certificates)
    }

    fn waiting(&self) -> String {
        self.page.integer(self.figures.waiting)
    }

    fn at(&self, show: Show, order: Order, number: u64) -> String {
        let mut path = format!("/moderation?show={show}&order={order}");
        if number > 1 {
            path.push_str(&format!("&page={number}"));
        }
        self.page.url(&path)
    }

    fn age(&self, case: &Waiting) -> String {
        span(&self.page, self.page.now() - case.opened_at)
    }

    fn oldest(&self) -> Option<String> {
        self.figures.oldest.map(|since| span(&self.page, self.page.now() - since))
    }

    fn median(&self) -> Option<String> {
        self.figures.median.map(|median| span(&self.page, median))
    }

    fn is_mine(&self, by: &Moderator) -> bool {
        self.page.actor().account_id() == Some(by.account_id)
    }
}

/// The queue of submissions.
pub async fn index(
    State(app): State<App>,
    page: Page,
    Query(query): Query<QueueQuery>,
) -> Result<Html<impl Template>, Error> {
    let show = Show::from_str(&query.show).unwrap_or(Show::Waiting);
    let order = Order::from_str(&query.order).unwrap_or(Order::Age);
    let (db, number) = (app.db.conn(), page_number(&query.page));
    let (cases, total) = store::queue(db, page.actor(), (show, order), (number, PAGE), page.now()).await?;
    let figures = store::figures(db, page.actor(), page.now()).await?;
    let (_, certificates) = labels::store::waiting(db, page.actor(), (1, 0)).await?;
    let pages = total.div_ceil(PAGE);
    Ok(Html(IndexPage { page, show, order, number, pages, total, cases, figures, certificates }))
}
