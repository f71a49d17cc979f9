//! Handlers of messages. The exchange itself is drawn by [`crate::interest::pages`].

use askama::Template;
use askama::filters::Safe;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::actions::{self, Done, Typed};
use super::files::Came;
use super::forms::{MessageForm, ReasonForm};
use super::policy::{Edit, Report};
use super::{Source, reply};
use crate::app::App;
use crate::checks::{Problems, plain};
use crate::interest::actions::Failed;
use crate::interest::pages::{ShowPage, refusal};
use crate::interest::policy::Write;
use crate::interest::{Interest, Rejected, reports};
use crate::web::form::{Errors, Form};
use crate::web::{Can, Error, Html, Page, markdown};

/// Writes a message, keeps it as a draft, or takes a waiting file away. What has begun goes on when the sender goes away,
/// so that nothing of the files is left behind.
pub async fn write(State(app): State<App>, page: Page, may: Can<Write>, request: Request) -> Result<Response, Error> {
    let receiving = app.clone();
    let (may, came, done) = tokio::spawn(async move {
        let mut came = Came::receive(&receiving, may.actor(), &may.reference, request).await?;
        let done = deliver(&receiving, &may, &mut came).await;
        Ok::<_, Error>((may, came, done))
    })
    .await??;
    if came.form.is_autosave() {
        return match done {
            Ok(Done::Kept) => Ok(StatusCode::NO_CONTENT.into_response()),
            Err(Failed::Db(error)) => Err(error.into()),
            Err(Failed::Web(error)) => Err(error),
            _ => Ok(StatusCode::CONFLICT.into_response()),
        };
    }
    answer(&app, page, &may, &came, done).await
}

async fn deliver(app: &App, may: &Can<Write>, came: &mut Came<MessageForm>) -> Result<Done, Failed> {
    if came.too_large {
        return Ok(Done::Wrong(Problems::new()));
    }
    let (body, wish) = (came.form.text(), came.form.wish());
    let (upto, warned) = (came.form.upto(), came.form.warned.clone());
    actions::deliver(app, may, Typed { body: &body, wish: &wish, upto, warned: &warned }, &mut came.files).await
}

async fn answer(
    app: &App,
    page: Page,
    may: &Can<Write>,
    came: &Came<MessageForm>,
    done: Result<Done, Failed>,
) -> Result<Response, Error> {
    let to = format!("/interests/{}", may.reference);
    let done = match done {
        Ok(Done::Sent) => return Ok(page.see(&to).with_notice("interest-written").into_response()),
        Ok(Done::Kept) => return Ok(page.see(&format!("{to}#reply")).with_notice("interest-kept").into_response()),
        other => other,
    };
    let mut again = ShowPage::again(app, page, may).await?;
    again.reply.body = came.form.text();
    let done = match done {
        Ok(done) => done,
        Err(failed) => return again.refuse(None, failed),
    };
    if let Done::Asks(found) = done {
        again.reply.asks = Some(found);
        return Ok(Html(again).refused());
    }
    let (errors, status) = reply::wrong(&again.page, came, &done, &app.config.files);
    again.errors = errors;
    Ok((StatusCode::from_u16(status).unwrap_or(StatusCode::UNPROCESSABLE_ENTITY), Html(again)).into_response())
}

/// Marks as read what the page has shown.
pub async fn read(
    State(app): State<App>,
    page: Page,
    may: Can<Write>,
    Form(form): Form<MessageForm>,
) -> Result<Response, Error> {
    let upto = form.upto.parse().unwrap_or(0);
    match actions::read(&app, &may, upto).await {
        Ok(()) => Ok(page.see(&format!("/interests/{}", may.reference)).into_response()),
        Err(failed) => ShowPage::again(&app, page, &may).await?.refuse(None, failed),
    }
}

#[derive(Template)]
#[template(path = "interest/messages/edit.html")]
struct EditPage {
    page: Page,
    interest: Interest,
    id: i64,
    body: String,
    errors: Errors,
    asks: Option<String>,
    refused: Option<String>,
}

impl EditPage {
    fn of(page: Page, may: &Can<Edit>, body: String) -> Self {
        let (interest, id) = (may.interest.clone(), may.message.id);
        Self { page, interest, id, body, errors: Errors::default(), asks: None, refused: None }
    }
}

/// The form that changes a message.
pub async fn edit(page: Page, may: Can<Edit>) -> Result<Response, Error> {
    if !may.message.is_editable(page.now()) {
        return Err(Error::Conflict(t!(page, "interest-problem-edit-over")));
    }
    let body = may.message.body.clone();
    Ok(Html(EditPage::of(page, &may, body)).into_response())
}

/// Changes a message.
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Edit>,
    Form(form): Form<MessageForm>,
) -> Result<Response, Error> {
    let body = form.text();
    let done = actions::edit(&app, &may, &body, &form.warned).await;
    let mut again = EditPage::of(page, &may, body);
    match done {
        Ok(None) => {
            let to = format!("/interests/{}#m{}", may.interest.reference, may.message.id);
            return Ok(again.page.see(&to).with_notice("interest-edited").into_response());
        }
        Ok(Some(found)) => again.asks = Some(found),
        Err(Failed::Rejected(Rejected::Form(problems))) => {
            again.errors = Errors::new(&again.page, &problems, |field| again.page.label("interest-field", field));
        }
        Err(Failed::Rejected(rejected)) => {
            again.refused = Some(refusal(&again.page, &rejected));
            return Ok((StatusCode::CONFLICT, Html(again)).into_response());
        }
        Err(Failed::Db(error)) => return Err(error.into()),
        Err(Failed::Web(error)) => return Err(error),
    }
    Ok(Html(again).refused())
}

#[derive(Template)]
#[template(path = "interest/messages/report.html")]
struct ReportPage {
    page: Page,
    interest: Interest,
    source: Source,
    words: Safe<String>,
    hidden: bool,
    form: ReasonForm,
    errors: Errors,
}

impl ReportPage {
    fn of(page: Page, may: &Can<Report>, form: ReasonForm) -> Self {
        Self {
            page,
            interest: may.interest.clone(),
            source: may.passage.source,
            hidden: may.passage.hidden,
            words: markdown::message(if may.passage.hidden { "" } else { &may.passage.body }),
            form,
            errors: Errors::default(),
        }
    }
}

/// The form that reports words of the other side.
pub async fn report(page: Page, may: Can<Report>) -> Result<Response, Error> {
    if may.passage.reported {
        let to = format!("/interests/{}#{}", may.interest.reference, may.passage.source.anchor());
        return Ok(page.see(&to).with_notice("interest-reported-before").into_response());
    }
    Ok(Html(ReportPage::of(page, &may, ReasonForm::default())).into_response())
}

/// Reports words of the other side to the moderators.
pub async fn send_report(
    State(app): State<App>,
    page: Page,
    may: Can<Report>,
    Form(form): Form<ReasonForm>,
) -> Result<Response, Error> {
    match reports::actions::report(&app, &may, &plain(&form.reason)).await {
        Ok(new) => {
            let to = format!("/interests/{}#{}", may.interest.reference, may.passage.source.anchor());
            let notice = if new { "interest-reported" } else { "interest-reported-before" };
            Ok(page.see(&to).with_notice(notice).into_response())
        }
        Err(reports::actions::Refused::Form(problems)) => {
            let mut again = ReportPage::of(page, &may, form);
            again.errors =
                Errors::new(&again.page, &problems, |field| again.page.label("interest-report-field", field));
            Ok(Html(again).refused())
        }
        Err(reports::actions::Refused::Taken) => Err(Error::NotFound),
        Err(reports::actions::Refused::Web(error)) => Err(error),
    }
}
