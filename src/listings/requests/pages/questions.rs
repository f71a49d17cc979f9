use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::{Refusal, again, page_of};
use crate::app::App;
use crate::listings::policy::Inspect;
use crate::listings::requests::actions::{self, Failed};
use crate::listings::requests::forms::{AskForm, ReasonForm, ReplyForm};
use crate::listings::requests::policy::{Answer, Ask, Follow, TakeOff};
use crate::listings::requests::{Question, Rejected, Request, store};
use crate::listings::words;
use crate::web::form::Errors;
use crate::web::{Action as _, Can, Error, Form, Html, Page};

/// What was typed into the form of one question.
#[derive(Default)]
struct Typed {
    question: String,
    /// Number of the question, and what was said to it.
    reply: (i64, String),
    reason: (i64, String),
}

#[derive(Template)]
#[template(path = "listings/requests/questions.html")]
struct QuestionsPage {
    page: Page,
    request: Request,
    questions: Vec<Question>,
    typed: Typed,
    errors: Errors,
    refused: Option<String>,
    /// Whether the reader answers.
    answers: bool,
    /// Whether the reader may take questions off.
    moderates: bool,
    /// Whether the reader may ask, the time apart.
    asks: bool,
    /// Why no question is taken now.
    closed: Option<String>,
    /// Why no answer is taken now.
    late: Option<String>,
}

impl QuestionsPage {
    async fn of(app: &App, page: Page, request: &Request) -> Result<Self, Error> {
        let listing = &request.listing;
        if !listing.is_public(page.now()) && !Inspect::allowed(page.actor(), listing) {
            return Err(Error::Gone(Some(words::gone(&page, listing))));
        }
        let added = store::added(app.db.conn(), page.actor(), listing).await?;
        let words = |rejected: Rejected| Refusal::of(&page, rejected.into()).ok().and_then(Refusal::said);
        Ok(Self {
            questions: added.questions,
            typed: Typed::default(),
            errors: Errors::default(),
            refused: None,
            answers: page.actor().edits_for(listing.organisation_id),
            moderates: page.actor().moderates() && !page.actor().has_stake_in(listing.organisation_id),
            asks: Ask::allowed(page.actor(), request),
            closed: request.takes_questions(page.now()).err().and_then(words),
            late: request.takes_answers(page.now()).err().and_then(words),
            request: request.clone(),
            page,
        })
    }

    fn refused(mut self, failed: Failed) -> Result<Response, Error> {
        match Refusal::of(&self.page, failed)? {
            Refusal::Form(errors) => self.errors = errors,
            Refusal::Said(words) => self.refused = Some(words),
        }
        let late = self.refused.is_some();
        Ok(again(self, late))
    }

    /// Who asked: the owner and moderators read the name, others the country.
    fn who(&self, question: &Question) -> String {
        let country = self.page.country(&question.country);
        if self.answers || self.moderates {
            return t!(
                self.page,
                "request-asked-by-name",
                name = question.organisation_name.clone(),
                country = country
            );
        }
        if self.page.actor().acts_for(question.organisation_id) {
            return t!(self.page, "request-asked-by-you");
        }
        t!(self.page, "request-asked-by", country = country)
    }

    fn until(&self) -> Option<String> {
        let end = self.request.questions_until()?;
        Some(self.page.locale.formats().moment(end, self.request.zone()))
    }

    fn answered_until(&self) -> Option<String> {
        let end = self.request.answers_until()?;
        Some(self.page.locale.formats().moment(end, self.request.zone()))
    }

    fn reply_of(&self, question: &Question) -> &str {
        if self.typed.reply.0 == question.number { &self.typed.reply.1 } else { "" }
    }

    fn reason_of(&self, question: &Question) -> &str {
        if self.typed.reason.0 == question.number { &self.typed.reason.1 } else { "" }
    }

    fn error(&self, name: &str, question: &Question) -> &str {
        self.errors.at(&format!("{name}-{}", question.number))
    }

    fn is(&self, question: &Question, state: &str) -> bool {
        question.state.code() == state
    }
}

fn to(page: &Page, request: &Request, notice: &str) -> Response {
    page.see(&format!("{}/questions", page_of(request))).with_notice(notice).into_response()
}

/// The questions that the reader may see, with the forms to ask and to answer. Whoever may follow may read.
pub async fn index(State(app): State<App>, page: Page, may: Can<Follow>) -> Result<impl IntoResponse, Error> {
    Ok(Html(QuestionsPage::of(&app, page, &may).await?))
}

/// Asks a question.
pub async fn create(
    State(app): State<App>,
    page: Page,
    may: Can<Ask>,
    Form(form): Form<AskForm>,
) -> Result<Response, Error> {
    match actions::ask(&app, &may, &crate::checks::plain(&form.question)).await {
        Ok(()) => Ok(to(&page, &may, "request-asked")),
        Err(failed) => {
            let mut drawn = QuestionsPage::of(&app, page, &may).await?;
            drawn.typed.question = form.question;
            drawn.refused(failed)
        }
    }
}

/// Answers a question, or declines to.
pub async fn reply(
    State(app): State<App>,
    page: Page,
    may: Can<Answer>,
    Form(form): Form<ReplyForm>,
) -> Result<Response, Error> {
    let (answered, notice) = match form.then.as_str() {
        "answer" => (true, "request-answered"),
        "decline" => (false, "request-declined"),
        _ => return Err(Error::BadRequest),
    };
    let Err(failed) = actions::reply(&app, &may, answered, &crate::checks::plain(&form.reply)).await else {
        return Ok(to(&page, &may.request, notice));
    };
    let mut drawn = QuestionsPage::of(&app, page, &may.request).await?;
    drawn.typed.reply = (may.question.number, form.reply);
    drawn.refused(failed)
}

/// Takes a question off, as a moderator.
pub async fn remove(
    State(app): State<App>,
    page: Page,
    may: Can<TakeOff>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Error> {
    let Err(failed) = actions::take_off(&app, &may, &crate::checks::plain(&form.reason)).await else {
        return Ok(to(&page, &may.request, "request-question-removed"));
    };
    let mut drawn = QuestionsPage::of(&app, page, &may.request).await?;
    drawn.typed.reason = (may.question.number, form.reason);
    drawn.refused(failed)
}
