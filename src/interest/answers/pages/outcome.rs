//! The outcome of a request: how it ended, and which answers were chosen. It stands here and not with requests, since
//! those who answered are told in the same transaction.

use std::str::FromStr as _;

use askama::Template;
use axum::extract::{Request as Sent, State};
use axum::response::{IntoResponse, Response};

use super::label;
use crate::app::App;
use crate::checks::Problems;
use crate::interest::answers::forms::ChoiceForm;
use crate::interest::answers::{Decision, Entry, actions};
use crate::listings::requests::actions::Failed;
use crate::listings::requests::policy::Conclude;
use crate::listings::requests::{Added, OutcomeForm, Recorded, Refusal, Rejected, Request, again, page_of, store};
use crate::taxonomy::{self, Outcome};
use crate::web::form::{self, Errors};
use crate::web::{Can, Error, Html, Page, listed};

#[derive(Template)]
#[template(path = "listings/requests/outcome.html")]
struct OutcomePage {
    page: Page,
    request: Request,
    added: Added,
    /// The answers among which to choose.
    entries: Vec<Entry>,
    form: OutcomeForm,
    choice: ChoiceForm,
    errors: Errors,
    refused: Option<String>,
}

impl OutcomePage {
    async fn of(
        app: &App,
        page: Page,
        request: &Request,
        sent: Option<(OutcomeForm, ChoiceForm)>,
    ) -> Result<Self, Error> {
        let added = store::added(app.db.conn(), page.actor(), &request.listing).await?;
        let recorded = added.ending.as_ref().map(|recorded| OutcomeForm::of(&recorded.ending));
        let today = page.now().with_timezone(&request.zone()).date_naive().to_string();
        let fresh = || OutcomeForm { day: today, currency: request.needs.currency.clone(), ..OutcomeForm::default() };
        let entries = actions::entries(app.db.conn(), page.actor(), request).await.map_err(error)?;
        let chosen = |entry: &&Entry| entry.told.as_ref().is_some_and(|told| told.chosen);
        let stands = || ChoiceForm {
            chosen: entries.iter().filter(chosen).map(|entry| entry.reference.clone()).collect(),
            ..ChoiceForm::default()
        };
        let (form, choice) = match sent {
            Some(sent) => sent,
            None => (recorded.unwrap_or_else(fresh), stands()),
        };
        let (errors, refused) = (Errors::default(), None);
        Ok(Self { page, request: request.clone(), added, entries, form, choice, errors, refused })
    }

    /// Number of the outcome that the page shows.
    fn seen(&self) -> i64 {
        self.added.ending.as_ref().map_or(0, |recorded| recorded.number)
    }

    /// The answers that can be chosen.
    fn choosable(&self) -> Vec<&Entry> {
        self.entries.iter().filter(|entry| entry.can_be_chosen()).collect()
    }

    fn offer_title(&self, entry: &Entry) -> String {
        let offer = entry.answer.as_ref().and_then(|answer| answer.offer.as_ref());
        offer.map(|offer| offer.title.clone()).unwrap_or_default()
    }

    /// What was decided of it last, with the internal reason.
    fn decided(&self, entry: &Entry) -> Option<(Decision, String, String)> {
        let last = entry.judgements.last()?;
        Some((last.decision, self.page.text("answer-decision", last.decision), last.reason.clone()))
    }

    fn reason_error(&self, entry: &Entry) -> &str {
        self.errors.at(&format!("reason-{}", entry.reference))
    }

    /// What its organisation was told.
    fn told(&self, entry: &Entry) -> Option<(bool, String)> {
        entry.told.as_ref().map(|told| (told.chosen, told.reason.clone()))
    }

    fn outcomes(&self) -> Vec<(String, String, String, bool)> {
        let option = |outcome: &Outcome| {
            let name = self.page.name(taxonomy::outcomes(), outcome);
            let hint = self.page.text("request-outcome-hint", outcome);
            (outcome.to_string(), name, hint, self.form.outcome == outcome.code())
        };
        Outcome::ALL.iter().map(option).collect()
    }

    fn currencies(&self) -> Vec<(String, String)> {
        let name =
            |entry: &taxonomy::Entry| (entry.code.clone(), listed([&entry.code[..], entry.name(self.page.lang())]));
        taxonomy::currencies().current().map(name).collect()
    }

    /// What was recorded before, as lines.
    fn corrected(&self) -> Vec<String> {
        let line = |recorded: &Recorded| {
            let ending = &recorded.ending;
            let value = ending.value.map(|value| self.page.money(&value, &ending.currency));
            listed([
                self.page.date(&recorded.at),
                self.page.name(taxonomy::outcomes(), ending.outcome),
                ending.organisation.clone(),
                value.unwrap_or_default(),
                ending.text.clone(),
            ])
        };
        self.added.corrected.iter().map(line).collect()
    }
}

/// The form of the outcome.
pub async fn edit(State(app): State<App>, page: Page, may: Can<Conclude>) -> Result<impl IntoResponse, Error> {
    Ok(Html(OutcomePage::of(&app, page, &may, None).await?))
}

/// Records the outcome, or corrects it.
pub async fn update(State(app): State<App>, page: Page, may: Can<Conclude>, sent: Sent) -> Result<Response, Error> {
    let body = form::body(sent, &app).await?;
    let (typed, choice): (OutcomeForm, ChoiceForm) = (form::read(&body)?, form::read(&body)?);
    let done = match typed.read() {
        Ok(ending) => actions::conclude(&app, &may, ending, &choice).await,
        Err(mut problems) => {
            let outcome = Outcome::from_str(&typed.outcome).ok();
            let entries = actions::entries(app.db.conn(), page.actor(), &may).await.map_err(error)?;
            problems.extend(actions::check_choice(&entries, &choice, outcome));
            Err(Rejected::Form(problems).into())
        }
    };
    let Err(failed) = done else {
        return Ok(page.see(&page_of(&may)).with_notice("request-outcome").into_response());
    };
    let mut drawn = OutcomePage::of(&app, page, &may, Some((typed, choice))).await?;
    if let Failed::Rejected(Rejected::Form(problems)) = &failed {
        drawn.errors = named(&drawn.page, problems);
        return Ok(again(drawn, false));
    }
    drawn.refused = Refusal::of(&drawn.page, failed)?.said();
    Ok(again(drawn, true))
}

/// What is wrong, with the names of the fields of both parts.
fn named(page: &Page, problems: &Problems) -> Errors {
    Errors::new(page, problems, |field| match label(page, field) {
        // The text of an addendum bears another name than that of an outcome.
        none if none.is_empty() && field == "text" => t!(page, "request-field-public"),
        none if none.is_empty() => page.label("request-field", field),
        label => label,
    })
}

fn error(failed: Failed) -> Error {
    match failed {
        Failed::Db(error) => error.into(),
        Failed::Web(error) => error,
        Failed::Rejected(rejected) => Error::Internal(anyhow::anyhow!(rejected)),
    }
}
