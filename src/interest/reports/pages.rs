//! The moderators' queue of reported messages, and one of them with its exchange.

use std::str::FromStr;

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::actions::{self, Refused};
use super::policy::{Decide, Read};
use super::store::{self, Line};
use super::{Report, State as Standing, Verdict};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::{Problem, Problems, plain};
use crate::interest::messages::thread::{self, Exchange, Item};
use crate::interest::messages::{Attachment, Source, reply};
use crate::web::form::{Errors, Form};
use crate::web::{Access, Can, Error, Html, Page, Query, Routes};

/// Reports on one page of the queue.
const PAGE: u64 = 20;

/// Routes of reported messages.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/moderation/messages", Access::Moderator, index)
        .get("/moderation/messages/{id}", Access::Moderator, show)
        .post("/moderation/messages/{id}", Access::Moderator, decide)
}

/// The query of the queue.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct QueueQuery {
    show: String,
    page: String,
}

#[derive(Template)]
#[template(path = "interest/reports/index.html")]
struct IndexPage {
    page: Page,
    open: bool,
    lines: Vec<Line>,
    total: u64,
    number: u64,
    pages: u64,
}

impl IndexPage {
    fn to_page(&self, number: u64) -> String {
        let show = if self.open { "open" } else { "decided" };
        self.page.url(&format!("/moderation/messages?show={show}&page={number}"))
    }

    fn number(&self) -> String {
        self.page.integer(self.number)
    }

    fn pages(&self) -> String {
        self.page.integer(self.pages)
    }
}

async fn index(
    State(app): State<App>,
    page: Page,
    Query(query): Query<QueueQuery>,
) -> Result<Html<impl Template>, Error> {
    let open = query.show != "decided";
    let number = query.page.parse().unwrap_or(1).clamp(1, 10_000);
    let (lines, total) = store::queue(app.db.conn(), page.actor(), open, (number, PAGE)).await?;
    Ok(Html(IndexPage { page, open, lines, total, number, pages: total.div_ceil(PAGE) }))
}

#[derive(Template)]
#[template(path = "interest/reports/show.html")]
struct ShowPage {
    page: Page,
    report: Report,
    items: Vec<Item>,
    reason: String,
    errors: Errors,
}

impl ShowPage {
    async fn of(app: &App, page: Page, report: Report, reason: String) -> Result<Self, Error> {
        // Nothing but the report lets a moderator read the exchange.
        let see = Can::check(&Actor::System, report.interest.clone())?;
        let exchange = Exchange::with(app.db.conn(), &see, report.exchange.clone()).await?;
        let items = thread::items(&page, &report.interest, &exchange, true);
        Ok(Self { page, report, items, reason, errors: Errors::default() })
    }

    fn is_open(&self) -> bool {
        self.report.state == Standing::Open
    }

    fn is_reported(&self, source: &Option<Source>) -> bool {
        *source == Some(self.report.passage.source)
    }

    /// Who reported it.
    fn reporter(&self) -> String {
        let interest = &self.report.interest;
        let party = interest.side_of(self.report.organisation_id).and_then(|side| interest.party(side));
        party.map(|party| party.name.clone()).unwrap_or_default()
    }

    fn size(&self, file: &Attachment) -> String {
        reply::size(&self.page, file.size)
    }
}

async fn show(State(app): State<App>, page: Page, may: Can<Read>) -> Result<Response, Error> {
    let report = may.thing().clone();
    Ok(Html(ShowPage::of(&app, page, report, String::new()).await?).into_response())
}

/// The form of a decision.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DecisionForm {
    decision: String,
    reason: String,
}

async fn decide(
    State(app): State<App>,
    page: Page,
    may: Can<Read>,
    Form(form): Form<DecisionForm>,
) -> Result<Response, Error> {
    let reason = plain(&form.reason);
    let done = match (Verdict::from_str(&form.decision), Can::<Decide>::check(may.actor(), may.thing().clone())) {
        (Ok(verdict), Err(_)) if may.was_decided_by(may.actor(), verdict) => Ok(()),
        (_, Err(_)) => Err(Refused::Taken),
        (Err(_), _) => Err(Refused::Form(Problems::one("decision", Problem::UnknownChoice))),
        (Ok(verdict), Ok(decide)) => actions::decide(&app, &decide, verdict, &reason).await,
    };
    match done {
        Ok(()) => Ok(page.see("/moderation/messages").with_notice("message-decided").into_response()),
        Err(Refused::Form(problems)) => {
            let mut again = ShowPage::of(&app, page, may.thing().clone(), reason).await?;
            again.errors =
                Errors::new(&again.page, &problems, |field| again.page.label("interest-decision-field", field));
            Ok(Html(again).refused())
        }
        Err(Refused::Taken) => Err(Error::Conflict(t!(page, "interest-report-decided"))),
        Err(Refused::Web(error)) => Err(error),
    }
}
