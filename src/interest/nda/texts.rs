//! The page on which an organisation writes the non-disclosure text that it offers.

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::actions::{self, Refused};
use super::model::own_text;
use super::policy::{Author, Compose};
use super::{OwnText, store};
use crate::app::App;
use crate::checks::plain;
use crate::i18n;
use crate::taxonomy;
use crate::web::form::{Errors, Form};
use crate::web::{Can, Error, Html, Page, markdown};

/// The form of a text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct TextForm {
    kind: String,
    lang: String,
    body: String,
    number: String,
}

#[derive(Template)]
#[template(path = "interest/nda/text.html")]
struct TextPage {
    page: Page,
    author: Author,
    versions: Vec<OwnText>,
    form: TextForm,
    errors: Errors,
    refused: Option<String>,
}

impl TextPage {
    async fn of(app: &App, page: Page, may: &Can<Compose>, form: Option<TextForm>) -> Result<Self, Error> {
        let versions = store::versions(app.db.conn(), may).await?;
        let latest = versions.first();
        let stored = || TextForm {
            kind: if latest.is_some_and(|text| !text.body.is_empty()) { "own" } else { "platform" }.to_owned(),
            lang: latest.map_or_else(|| page.lang().to_string(), |text| text.lang.clone()),
            body: latest.map(|text| text.body.clone()).unwrap_or_default(),
            number: latest.map_or(0, |text| text.number).to_string(),
        };
        let form = form.unwrap_or_else(stored);
        Ok(Self { page, author: may.thing().clone(), versions, form, errors: Errors::default(), refused: None })
    }

    fn kinds(&self) -> Vec<(String, String, bool)> {
        let kind = |code: &str, name| (code.to_owned(), name, self.form.kind == code);
        vec![
            kind("platform", t!(self.page, "interest-nda-text-platform")),
            kind("own", t!(self.page, "interest-nda-text-own")),
        ]
    }

    fn languages(&self) -> Vec<(String, String)> {
        let option = |entry: &taxonomy::Entry| (entry.code.clone(), entry.name(self.page.lang()).to_owned());
        taxonomy::languages().current().map(option).collect()
    }

    fn draw(&self, text: &OwnText) -> Safe<String> {
        markdown::html(&text.body)
    }

    fn platform(&self) -> Safe<String> {
        markdown::html(&i18n::document(self.page.lang(), "nda").unwrap_or_default())
    }
}

/// The form, with the versions so far.
pub async fn edit(State(app): State<App>, page: Page, may: Can<Compose>) -> Result<Response, Error> {
    Ok(Html(TextPage::of(&app, page, &may, None).await?).into_response())
}

/// Writes the next version.
pub async fn update(
    State(app): State<App>,
    page: Page,
    may: Can<Compose>,
    Form(form): Form<TextForm>,
) -> Result<Response, Error> {
    let read = own_text(&form.kind, &form.lang, &plain(&form.body)).map_err(Refused::Form);
    let done = match read {
        Ok((lang, body)) => actions::compose(&app, &may, &lang, &body, form.number.parse().unwrap_or(-1)).await,
        Err(refused) => Err(refused),
    };
    let refused = match done {
        Ok(()) => {
            let to = format!("/organisations/{}/nda", may.slug);
            return Ok(page.see(&to).with_notice("nda-text-saved").into_response());
        }
        Err(Refused::Web(error)) => return Err(error),
        Err(refused) => refused,
    };
    let mut again = TextPage::of(&app, page, &may, Some(form)).await?;
    if let Refused::Form(problems) = refused {
        again.errors = Errors::new(&again.page, &problems, |field| again.page.label("interest-nda-field", field));
        return Ok(Html(again).refused());
    }
    again.refused = Some(t!(again.page, "interest-nda-text-stale"));
    Ok((StatusCode::CONFLICT, Html(again)).into_response())
}
