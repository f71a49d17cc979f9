use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};

use super::forms::RaiseForm;
use super::model;
use super::{Check, ClaimKey, actions, key_of_benefit, key_of_performance, store};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::Problems;
use crate::listings::actions::shown;
use crate::listings::content::Content;
use crate::listings::policy::{RaiseEvidence, SeeEvidence};
use crate::listings::{Listing, words};
use crate::taxonomy::Evidence;
use crate::web::form::Errors;
use crate::web::{Access, Action as _, Can, Error, Form, Html, Page, Redirect, Routes};

/// Routes of the evidence of a listing.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings/{reference}/evidence", Access::SignedIn, show)
        .post("/listings/{reference}/evidence", Access::SignedIn, raise)
        .post("/listings/{reference}/evidence/{id}/withdraw", Access::SignedIn, withdraw)
}

/// A claim as the page shows it.
struct ClaimRow {
    key: ClaimKey,
    name: String,
    /// Step and its name.
    evidence: (u8, String),
    /// Name and address of the document behind it.
    document: Option<(String, String)>,
    /// Whether there is something to compare it with.
    documented: bool,
}

#[derive(Template)]
#[template(path = "listings/evidence.html")]
struct EvidencePage {
    page: Page,
    listing: Listing,
    claims: Vec<ClaimRow>,
    checks: Vec<Check>,
    steps: &'static [Evidence],
    source: Option<String>,
    form: RaiseForm,
    errors: Errors,
}

impl EvidencePage {
    /// The step that claims reached by a check, as their mark says it.
    fn reached(&self, check: &Check) -> String {
        words::mark(self.page.locale, check.step, check.is_by_import())
    }

    /// Whether the reader may raise claims, and there is one with a document behind it.
    fn can_raise(&self) -> bool {
        !self.steps.is_empty() && self.claims.iter().any(|claim| claim.documented)
    }

    fn choices(&self) -> Vec<(Evidence, String, bool)> {
        let words = |step: Evidence| words::mark(self.page.locale, step, false);
        self.steps.iter().map(|step| (*step, words(*step), self.form.step == step.code())).collect()
    }

    fn is_sent(&self, claim: &ClaimRow) -> bool {
        self.form.claims.contains(&claim.key)
    }

    /// What a check was about: the claims that still stand as they were.
    fn about(&self, check: &Check) -> Vec<&str> {
        let of_check = |claim: &&ClaimRow| check.claims.contains(&claim.key);
        self.claims.iter().filter(of_check).map(|claim| claim.name.as_str()).collect()
    }

    fn by(&self, check: &Check) -> String {
        let by = check.by.clone().unwrap_or_else(|| t!(self.page, "evidence-by-import"));
        check.agency.clone().map_or(by.clone(), |agency| format!("{by} ({agency})"))
    }
}

fn claims(page: &Page, content: &Content) -> Vec<ClaimRow> {
    let document = |key: &Option<String>| {
        let file = content.files.iter().find(|file| Some(&file.key) == key.as_ref())?;
        Some((file.name.clone(), page.url(&format!("/files/{}", file.key))))
    };
    let sourced = content.source.is_some();
    let Some(offer) = content.offer() else { return Vec::new() };
    let benefits = offer.benefits.iter().map(|row| ClaimRow {
        key: key_of_benefit(row),
        name: words::benefit(page, row),
        evidence: words::evidence(page, row.evidence, row.compared),
        document: document(&row.document),
        documented: sourced || row.document.is_some(),
    });
    let performance = offer.performance.iter().map(|row| ClaimRow {
        key: key_of_performance(row),
        name: words::performance(page, row),
        evidence: words::evidence(page, row.evidence, row.compared),
        document: document(&row.document),
        documented: sourced || row.document.is_some(),
    });
    benefits.chain(performance).collect()
}

async fn draw(
    app: &App,
    page: Page,
    listing: &Listing,
    form: RaiseForm,
    problems: &Problems,
) -> Result<Html<EvidencePage>, Error> {
    let (content, checks) = read(app, page.actor(), listing).await?;
    Ok(Html(EvidencePage {
        claims: claims(&page, &content),
        source: content.source.as_ref().map(|source| source.citation.clone()),
        steps: if RaiseEvidence::allowed(page.actor(), listing) { model::steps(page.actor(), listing) } else { &[] },
        errors: Errors::new(&page, problems, |field| page.label("evidence-field", field)),
        listing: listing.clone(),
        checks,
        form,
        page,
    }))
}

/// What the listing claims, with the steps it has reached.
async fn read(app: &App, actor: &Actor, listing: &Listing) -> Result<(Content, Vec<Check>), Error> {
    let checks = store::of_listing(app.db.conn(), listing).await?;
    let mut content = shown(app, actor, listing).await?;
    model::fill(&mut content, &checks);
    Ok((content, checks))
}

async fn show(State(app): State<App>, page: Page, may: Can<SeeEvidence>) -> Result<Html<EvidencePage>, Error> {
    draw(&app, page, &may, RaiseForm::default(), &Problems::new()).await
}

async fn raise(
    State(app): State<App>,
    page: Page,
    may: Can<RaiseEvidence>,
    Form(sent): Form<RaiseForm>,
) -> Result<Response, Error> {
    let (content, _) = read(&app, may.actor(), &may).await?;
    let claims = claims(&page, &content);
    let keys = |wanted: fn(&&ClaimRow) -> bool| claims.iter().filter(wanted).map(|claim| claim.key.clone()).collect();
    let (all, documented): (Vec<_>, Vec<_>) = (keys(|_| true), keys(|claim| claim.documented));
    match sent.read(model::steps(may.actor(), &may), &all, &documented) {
        Ok(raised) => actions::raise(&app, &may, &raised).await?,
        Err(problems) => return Ok(draw(&app, page, &may, sent, &problems).await?.refused()),
    }
    Ok(page.see(&format!("/listings/{}/evidence", may.reference)).with_notice("evidence-raised").into_response())
}

async fn withdraw(
    State(app): State<App>,
    page: Page,
    may: Can<RaiseEvidence>,
    Path((_, id)): Path<(String, i64)>,
) -> Result<Redirect, Error> {
    actions::withdraw(&app, &may, id).await?;
    Ok(page.see(&format!("/listings/{}/evidence", may.reference)).with_notice("evidence-withdrawn"))
}
