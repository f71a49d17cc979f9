//! The page of the non-disclosure agreement of an exchange: the whole text, who has accepted it, and the forms that propose
//! and accept one.

use std::str::FromStr;

use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::actions::{self, Refused, Signed};
use super::model::{Text, current, parts, takes_agreements};
use super::policy::Agree;
use super::{Nda, Whose, opens_files, store, texts};
use crate::app::App;
use crate::auth::MemberRole;
use crate::interest::policy::See;
use crate::interest::{Interest, store as interests};
use crate::web::form::{Errors, Form};
use crate::web::{Access, Can, Error, Html, Page, Query, Routes, markdown};

/// Routes of non-disclosure agreements.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/interests/{reference}/nda", Access::Member, show)
        .post("/interests/{reference}/nda", Access::Member, accept)
        .post("/interests/{reference}/nda/propose", Access::Member, propose)
        .get("/interests/{reference}/nda/text", Access::Member, download)
        .get("/organisations/{slug}/nda", Access::SignedIn, texts::edit)
        .post("/organisations/{slug}/nda", Access::SignedIn, texts::update)
}

/// Which text is looked at.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct TextQuery {
    text: String,
}

/// The form that proposes a text, and the one that accepts it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
struct SignForm {
    whose: String,
    sha256: String,
    name: String,
    agree: Vec<String>,
}

impl SignForm {
    fn signed(&self) -> Signed<'_> {
        Signed { name: &self.name, agrees: self.agree.iter().any(|agree| agree == "yes"), sha256: &self.sha256 }
    }
}

#[derive(Template)]
#[template(path = "interest/nda/show.html")]
struct ShowPage {
    page: Page,
    interest: Interest,
    /// Whether the reader may propose and accept.
    takes_part: bool,
    current: Option<Nda>,
    /// Texts that can be proposed: whose, and whether it is the one that is shown.
    choices: Vec<(Whose, bool)>,
    /// The text that is shown: the one that stands, or the one that may be proposed.
    text: Text,
    form: SignForm,
    errors: Errors,
    refused: Option<String>,
}

impl ShowPage {
    /// The page; `wanted` is a text that the reader would propose.
    async fn of(app: &App, page: Page, may: &Can<See>, wanted: Option<Whose>) -> Result<Self, Error> {
        let interest = may.thing().clone();
        let current = current(&store::of_interest(app.db.conn(), may).await?).cloned();
        let signed = current.as_ref().is_some_and(|nda| nda.signed_at.is_some());
        let takes_part = page.actor().acting().is_some_and(|acting| acting.role <= MemberRole::Editor)
            && takes_agreements(interest.state.name())
            && !signed;
        let (mut choices, mut text) = (Vec::new(), current.as_ref().map(|nda| nda.text.clone()));
        if takes_part && (current.is_none() || wanted.is_some()) {
            text = None;
            for whose in Whose::ALL {
                let Some(offered) = actions::text(app, &interest, *whose).await? else { continue };
                let shown = text.is_none() && wanted.is_none_or(|wanted| wanted == *whose);
                choices.push((*whose, shown));
                text = if shown { Some(offered) } else { text };
            }
        }
        let text = text.unwrap_or_else(|| Text::of_platform(&interest));
        let form = SignForm {
            name: page.person().map(|person| person.name.clone()).unwrap_or_default(),
            ..SignForm::default()
        };
        Ok(Self { page, interest, takes_part, current, choices, text, form, errors: Errors::default(), refused: None })
    }

    async fn again(app: &App, page: Page, may: &Can<Agree>, form: SignForm) -> Result<Self, Error> {
        let now = interests::find_by_id(app.db.conn(), page.actor(), may.id).await?.ok_or(Error::NotFound)?;
        let see = Can::<See>::check(page.actor(), now)?;
        let wanted = Whose::from_str(&form.whose).ok();
        Ok(Self { form, ..Self::of(app, page, &see, wanted).await? })
    }

    fn sha256(&self) -> String {
        self.text.sha256()
    }

    /// Whether the reader looks at a text to propose it.
    fn proposes(&self) -> bool {
        !self.choices.is_empty()
    }

    /// Whether the reader's side is asked to accept the text that stands.
    fn accepts(&self) -> bool {
        let own = self.page.actor().organisation_id();
        self.takes_part && !self.proposes() && self.current.as_ref().is_some_and(|nda| !nda.is_accepted_by(own))
    }

    /// Whether the other side is awaited.
    fn waits(&self) -> bool {
        self.takes_part && !self.proposes() && !self.accepts()
    }

    fn signed(&self) -> Option<String> {
        self.current.as_ref()?.signed_at.map(|at| self.page.moment(&at))
    }

    /// Whether the agreement opens files now.
    fn opens(&self) -> bool {
        opens_files(self.interest.state.name())
    }

    fn organisation(&self, id: &i64) -> String {
        let party = self.interest.side_of(*id).and_then(|side| self.interest.party(side));
        party.map(|party| party.name.clone()).unwrap_or_default()
    }

    fn own(&self) -> String {
        self.page.actor().acting().map(|acting| acting.name.clone()).unwrap_or_default()
    }

    fn whose(&self, whose: &Whose) -> String {
        let side = whose.side().and_then(|side| self.interest.party(side));
        let organisation = side.map(|party| party.name.clone()).unwrap_or_default();
        t!(self.page, "interest-nda-whose", whose = whose.code(), organisation = organisation)
    }

    fn parts(&self) -> Vec<(&str, Safe<String>)> {
        let parts = parts(&self.text.languages, &self.text.body);
        parts.into_iter().map(|(lang, body)| (lang, markdown::html(body))).collect()
    }

    fn agrees(&self) -> Vec<(String, String, bool)> {
        let words = t!(self.page, "interest-nda-agree", organisation = self.own());
        vec![("yes".to_owned(), words, !self.form.agree.is_empty())]
    }

    fn refuse(mut self, refused: Refused) -> Result<Response, Error> {
        self.refused = Some(match refused {
            Refused::Form(problems) => {
                self.errors = Errors::new(&self.page, &problems, |field| self.page.label("interest-nda-field", field));
                return Ok(Html(self).refused());
            }
            Refused::Changed => t!(self.page, "interest-nda-changed"),
            Refused::Signed => t!(self.page, "interest-nda-signed-before"),
            Refused::State(state) => {
                t!(self.page, "interest-refused-state", state = self.page.text("interest-state", state))
            }
            Refused::Web(error) => return Err(error),
        });
        Ok((StatusCode::CONFLICT, Html(self)).into_response())
    }
}

async fn show(
    State(app): State<App>,
    page: Page,
    may: Can<See>,
    Query(query): Query<TextQuery>,
) -> Result<Response, Error> {
    let wanted = Whose::from_str(&query.text).ok();
    Ok(Html(ShowPage::of(&app, page, &may, wanted).await?).into_response())
}

async fn propose(
    State(app): State<App>,
    page: Page,
    may: Can<Agree>,
    Form(form): Form<SignForm>,
) -> Result<Response, Error> {
    let Ok(whose) = Whose::from_str(&form.whose) else { return Err(Error::BadRequest) };
    let done = actions::propose(&app, &may, whose, form.signed()).await;
    answer(&app, page, &may, form, (done, "nda-proposed")).await
}

async fn accept(
    State(app): State<App>,
    page: Page,
    may: Can<Agree>,
    Form(form): Form<SignForm>,
) -> Result<Response, Error> {
    let done = actions::accept(&app, &may, form.signed()).await;
    answer(&app, page, &may, SignForm { whose: String::new(), ..form }, (done, "nda-accepted")).await
}

async fn answer(
    app: &App,
    page: Page,
    may: &Can<Agree>,
    form: SignForm,
    (done, notice): (Result<(), Refused>, &str),
) -> Result<Response, Error> {
    match done {
        Ok(()) => Ok(page.see(&format!("/interests/{}/nda", may.reference)).with_notice(notice).into_response()),
        Err(refused) => ShowPage::again(app, page, may, form).await?.refuse(refused),
    }
}

/// The frozen text as its bytes were hashed.
async fn download(State(app): State<App>, may: Can<See>) -> Result<Response, Error> {
    let ndas = store::of_interest(app.db.conn(), &may).await?;
    let nda = current(&ndas).ok_or(Error::NotFound)?;
    let name = format!("attachment; filename=\"{}-nda-{}.md\"", may.reference, nda.number);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/markdown; charset=utf-8")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&name).map_err(anyhow::Error::from)?),
    ];
    Ok((headers, nda.text.body.clone()).into_response())
}
