//! Closing several at once: what was picked and what becomes of each, one reason, and what came of it.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::checks::{Problem, Problems, plain};
use crate::interest::desk::actions::{self, Closed};
use crate::interest::desk::forms::CloseForm;
use crate::interest::desk::model::closing;
use crate::interest::desk::store::{self, Entry};
use crate::interest::messages::revealed;
use crate::interest::model::LONGEST_REASON;
use crate::interest::{Action, Side, StateName};
use crate::web::form::{Errors, Form};
use crate::web::{Error, Html, Page, Query};

/// One that was picked, and by what it would be closed.
struct Line {
    entry: Entry,
    side: Side,
    by: Option<Action>,
    /// What came of it; nothing before it was tried.
    fate: Option<String>,
}

#[derive(Template)]
#[template(path = "interest/desk/close.html")]
struct ClosePage {
    page: Page,
    lines: Vec<Line>,
    reason: String,
    errors: Errors,
    /// The ways to be reached in the reason, about which the reader is asked.
    asks: Option<String>,
    /// Whether it was tried, and something was not closed.
    tried: bool,
}

impl ClosePage {
    fn closable(&self) -> usize {
        self.lines.iter().filter(|line| line.by.is_some()).count()
    }

    fn other<'a>(&self, line: &'a Line) -> &'a str {
        if line.side == Side::Sender { &line.entry.receiver_name } else { &line.entry.sender_name }
    }

    fn back(&self) -> String {
        let sent = self.lines.iter().all(|line| line.side == Side::Sender) && !self.lines.is_empty();
        self.page.url(if sent { "/interests?side=sent" } else { "/interests" })
    }
}

async fn lines(app: &App, page: &Page, form: &CloseForm) -> Result<Vec<Line>, Error> {
    let references: Vec<String> = form.picked().into_iter().map(|(reference, _)| reference).collect();
    let entries = store::picked(app.db.conn(), page.actor(), &references).await?;
    let line = |(side, entry): (Side, Entry)| {
        let state = entry.state.parse::<StateName>().ok();
        Line { by: state.and_then(|state| closing(state, side)), side, entry, fate: None }
    };
    Ok(entries.into_iter().map(line).collect())
}

/// The ways to be reached in a reason that would be read before both sides see each other's contact.
fn asks(lines: &[Line], reason: &str) -> Option<String> {
    let closed = lines.iter().filter(|line| line.by.is_some());
    closed.filter_map(|line| line.entry.state.parse().ok()).find_map(|state| revealed(state, reason))
}

fn drawn(page: Page, lines: Vec<Line>, form: CloseForm, problems: &Problems) -> ClosePage {
    let errors = Errors::new(&page, problems, |field| page.label("interest-field", field));
    ClosePage { page, lines, reason: form.reason, errors, asks: None, tried: false }
}

/// What was picked in the list, before anything happens.
pub async fn confirm(
    State(app): State<App>,
    page: Page,
    Query(form): Query<CloseForm>,
) -> Result<Html<impl Template>, Error> {
    let lines = lines(&app, &page, &form).await?;
    Ok(Html(drawn(page, lines, CloseForm::default(), &Problems::new())))
}

/// Closes what can be closed, and says what could not.
pub async fn close(State(app): State<App>, page: Page, Form(form): Form<CloseForm>) -> Result<Response, Error> {
    let reason = plain(&form.reason).trim().to_owned();
    let mut problems = Problems::new();
    let before = lines(&app, &page, &form).await?;
    // Where nothing can be closed there is no field for a reason either.
    if before.iter().any(|line| line.by.is_some()) {
        problems.check("reason", !reason.is_empty(), Problem::Other("interest-problem-reason"));
        problems.text("reason", &reason, false, LONGEST_REASON);
    }
    let asks = asks(&before, &reason).filter(|found| problems.is_empty() && *found != form.warned);
    if !problems.is_empty() || asks.is_some() {
        return Ok(Html(ClosePage { asks, ..drawn(page, before, form, &problems) }).refused());
    }
    let fates = actions::close(&app, page.actor(), &form.picked(), (&reason, &form.warned)).await?;
    if !fates.is_empty() && fates.iter().all(|(_, fate)| matches!(fate, Closed::Done)) {
        let sent = before.iter().all(|line| line.side == Side::Sender);
        let to = if sent { "/interests?side=sent" } else { "/interests" };
        return Ok(page.see(to).with_notice("interest-closed").into_response());
    }
    let mut lines = lines(&app, &page, &form).await?;
    for line in &mut lines {
        let fate = fates.iter().find(|(reference, _)| *reference == line.entry.reference);
        line.fate = fate.map(|(_, fate)| match fate {
            Closed::Done => t!(page, "interest-close-done"),
            Closed::Not => t!(page, "interest-close-not"),
            Closed::Changed => t!(page, "interest-close-changed"),
        });
    }
    let mut again = drawn(page, lines, form, &Problems::new());
    again.tried = true;
    Ok((axum::http::StatusCode::CONFLICT, Html(again)).into_response())
}
