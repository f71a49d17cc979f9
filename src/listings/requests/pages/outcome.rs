use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{Refusal, again, page_of};
use crate::app::App;
use crate::listings::requests::forms::OutcomeForm;
use crate::listings::requests::policy::Conclude;
use crate::listings::requests::{Added, Recorded, Rejected, Request, actions, store};
use crate::taxonomy::{self, Outcome};
use crate::web::form::Errors;
use crate::web::{Can, Error, Form, Html, Page, listed};

#[derive(Template)]
#[template(path = "listings/requests/outcome.html")]
struct OutcomePage {
    page: Page,
    request: Request,
    added: Added,
    form: OutcomeForm,
    errors: Errors,
    refused: Option<String>,
}

impl OutcomePage {
    async fn of(app: &App, page: Page, request: &Request, form: Option<OutcomeForm>) -> Result<Self, Error> {
        let added = store::added(app.db.conn(), page.actor(), &request.listing).await?;
        let recorded = added.ending.as_ref().map(|recorded| OutcomeForm::of(&recorded.ending));
        let today = page.now().with_timezone(&request.zone()).date_naive().to_string();
        let fresh = || OutcomeForm { day: today, currency: request.needs.currency.clone(), ..OutcomeForm::default() };
        let form = form.or(recorded).unwrap_or_else(fresh);
        Ok(Self { page, request: request.clone(), added, form, errors: Errors::default(), refused: None })
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
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Conclude>,
    Form(form): Form<OutcomeForm>,
) -> Result<Response, Error> {
    let done = match form.read() {
        Ok(ending) => actions::conclude(&app, &may, ending).await,
        Err(problems) => Err(Rejected::Form(problems).into()),
    };
    let Err(failed) = done else {
        return Ok(page.see(&page_of(&may)).with_notice("request-outcome").into_response());
    };
    let mut drawn = OutcomePage::of(&app, page, &may, Some(form)).await?;
    match Refusal::of(&drawn.page, failed)? {
        Refusal::Form(errors) => drawn.errors = errors,
        Refusal::Said(words) => drawn.refused = Some(words),
    }
    let late = drawn.refused.is_some();
    Ok(again(drawn, late))
}
