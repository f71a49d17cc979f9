use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::label;
use crate::app::App;
use crate::auth::Actor;
use crate::interest::Rejected;
use crate::interest::actions::Failed;
use crate::interest::answers::forms::JudgeForm;
use crate::interest::answers::policy::{Answers, Compare, Judge};
use crate::interest::answers::words::{self, Drawn};
use crate::interest::answers::{Decision, Entry, Judgement, Offered, Tally, actions, model, store};
use crate::listings::requests::Request;
use crate::listings::store as listings;
use crate::listings::words as said;
use crate::taxonomy;
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page, listed};

/// An answer beside others.
struct Column {
    entry: Entry,
    essential: String,
    desirable: String,
    /// Whether its offer has a newer approved revision than the one that was compared.
    is_newer: bool,
    /// What it says to each requirement, in the order of the rows; nothing where the requirement was another then.
    cells: Vec<Option<Drawn>>,
}

impl Column {
    fn offer(&self) -> Option<&Offered> {
        self.entry.answer.as_ref()?.offer.as_ref()
    }
}

#[derive(Template)]
#[template(path = "interest/answers/index.html")]
struct IndexPage {
    page: Page,
    request: Request,
    /// Requirements: whether essential, and in words; the essential ones first.
    rows: Vec<(bool, String)>,
    columns: Vec<Column>,
    /// Whether the reader may decide.
    decides: bool,
    /// The answer that the reader tried to decide on, with what was typed.
    tried: Option<(String, JudgeForm)>,
    errors: Errors,
    refused: Option<String>,
}

impl IndexPage {
    async fn of(app: &App, page: Page, may: &Can<Compare>) -> Result<Self, Error> {
        let db = app.db.conn();
        let request = may.request.clone();
        // The essential ones stand first, each kind in its own order.
        let mut required = request.needs.requirements.clone();
        required.sort_by_key(|requirement| !requirement.essential);
        let entries = model::ranked(store::of_request(db, may).await?, &required);
        let offered = entries.iter().filter_map(|entry| Some(entry.answer.as_ref()?.offer.as_ref()?.listing_id));
        // Whatever has become of an offer since, the answer that names it says so.
        let offers = listings::of_ids(db, &Actor::System, &offered.collect::<Vec<_>>()).await?;
        let now = page.now();
        let newer = |offer: &Offered| {
            let listing = offers.iter().find(|listing| listing.id == offer.listing_id);
            listing.is_some_and(|it| it.is_public(now) && it.published_revision_id != Some(offer.revision_id))
        };
        let column = |entry: Entry| {
            let answer = entry.answer.as_ref();
            let cell = |requirement| answer.and_then(|answer| answer.to(requirement)).map(|it| Drawn::of(&page, it));
            Column {
                essential: words::tally(&page, Tally::of(answer, &required, true)),
                desirable: words::tally(&page, Tally::of(answer, &required, false)),
                is_newer: answer.and_then(|answer| answer.offer.as_ref()).is_some_and(newer),
                cells: required.iter().map(cell).collect(),
                entry,
            }
        };
        Ok(Self {
            columns: entries.into_iter().map(column).collect(),
            rows: required.iter().map(|it| (it.essential, said::requirement(&page, it))).collect(),
            decides: page.actor().edits_for(request.listing.organisation_id),
            request,
            tried: None,
            errors: Errors::default(),
            refused: None,
            page,
        })
    }

    fn cell<'a>(&self, column: &'a Column, row: &usize) -> Option<&'a Drawn> {
        column.cells.get(*row)?.as_ref()
    }

    fn state(&self, column: &Column) -> String {
        self.page.text("interest-state", column.entry.state)
    }

    fn country(&self, column: &Column) -> String {
        self.page.country(&column.entry.country)
    }

    fn sent(&self, column: &Column) -> String {
        column.entry.sent_at.map(|at| self.page.date(&at)).unwrap_or_default()
    }

    /// What stands of what was decided, in words.
    fn decision(&self, column: &Column) -> Option<(Decision, String)> {
        column.entry.decision().map(|decision| (decision, self.page.text("answer-decision", decision)))
    }

    /// A decision as a line of the history.
    fn line(&self, judgement: &Judgement) -> String {
        listed([
            self.page.text("answer-decision", judgement.decision),
            judgement.person.clone(),
            self.page.moment(&judgement.at),
        ])
    }

    /// Number of the decision that the page shows last.
    fn seen(&self, column: &Column) -> i64 {
        column.entry.judgements.last().map_or(0, |judgement| judgement.number)
    }

    /// What was typed as a reason and not taken.
    fn typed(&self, column: &Column) -> &str {
        match &self.tried {
            Some((answer, form)) if *answer == column.entry.reference => &form.reason,
            _ => "",
        }
    }

    fn error(&self, column: &Column) -> &str {
        self.errors.at(&format!("reason-{}", column.entry.reference))
    }

    /// What became of it with the outcome.
    fn told(&self, column: &Column) -> Option<(bool, String, String)> {
        let told = column.entry.told.as_ref()?;
        let line = listed([self.page.name(taxonomy::outcomes(), told.outcome), self.page.date(&told.at)]);
        Some((told.chosen, line, told.reason.clone()))
    }
}

/// The answers to a request side by side.
pub async fn index(State(app): State<App>, page: Page, may: Can<Compare>) -> Result<Html<impl Template>, Error> {
    Ok(Html(IndexPage::of(&app, page, &may).await?))
}

/// Keeps an answer or sets it aside.
pub async fn judge(
    State(app): State<App>,
    page: Page,
    may: Can<Judge>,
    Form(form): Form<JudgeForm>,
) -> Result<Response, Error> {
    let answer = may.interest.reference.clone();
    let done = match form.read(&answer) {
        Ok((decision, reason, seen)) => actions::judge(&app, &may, (decision, &reason, seen)).await,
        Err(problems) => Err(Rejected::Form(problems).into()),
    };
    let failed = match done {
        Ok(()) => {
            let to = format!("/listings/{}/answers", may.request.listing.reference);
            return Ok(page.see(&to).with_notice("answer-judged").into_response());
        }
        Err(Failed::Rejected(rejected)) => rejected,
        Err(Failed::Db(error)) => return Err(error.into()),
        Err(Failed::Web(error)) => return Err(error),
    };
    let see = Can::check(page.actor(), Answers { request: may.request.clone() })?;
    let mut drawn = IndexPage::of(&app, page, &see).await?;
    drawn.tried = Some((answer, form));
    if let Rejected::Form(problems) = &failed {
        drawn.errors = Errors::new(&drawn.page, problems, |field| label(&drawn.page, field));
        return Ok(Html(drawn).refused());
    }
    drawn.refused = Some(t!(drawn.page, "answer-refused-stale"));
    Ok((StatusCode::CONFLICT, Html(drawn)).into_response())
}
