use askama::Template;
use askama::filters::Safe;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};

use super::taken;
use crate::app::App;
use crate::checks::Problems;
use crate::labels::{self, Certificate, Claim};
use crate::listings;
use crate::listings::content::{Content, FileKind, FileRef};
use crate::listings::policy::{Inspect, RaiseEvidence};
use crate::moderation::actions::{self, Refused};
use crate::moderation::diff::{Change, changes};
use crate::moderation::forms::{CHECKLIST, Order, ReviewForm};
use crate::moderation::hints::{self, Hint};
use crate::moderation::lines::{self, Line};
use crate::moderation::model::{Case, Outcome, WHOLE};
use crate::moderation::policy::{Read, Review};
use crate::moderation::store;
use crate::taxonomy::Lang;
use crate::web::form::Errors;
use crate::web::{Action as _, Can, Error, Form, Html, Page, markdown};

/// What the proposed revision is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Against {
    /// The revision that the public sees.
    Approved,
    /// The revision before, where nothing was approved yet.
    Previous,
}

impl Against {
    fn is_approved(self) -> bool {
        self == Self::Approved
    }
}

/// One field of the content with what is said about it.
struct Block {
    field: &'static str,
    lines: Vec<Line>,
    reason: String,
}

impl Block {
    fn is(&self, field: &str) -> bool {
        self.field == field
    }
}

/// A certificate that the listing claims, and what the register knows of it.
struct ClaimRow {
    claim: Claim,
    known: Option<Certificate>,
    state: &'static str,
    /// The register says something else, and follows once the revision is approved.
    differs: bool,
    /// The register says something else, and stays by it.
    elsewhere: bool,
    document: Option<String>,
    verifiable: bool,
    refusable: bool,
}

#[derive(Template)]
#[template(path = "moderation/show.html")]
struct ShowPage {
    page: Page,
    case: Case,
    number: i64,
    title: String,
    lang: Lang,
    against: Option<Against>,
    changes: Vec<Change>,
    blocks: Vec<Block>,
    description: Vec<(Lang, Safe<String>)>,
    files: Vec<(FileRef, String)>,
    claims: Vec<ClaimRow>,
    hints: Vec<Hint>,
    /// Whether the reader may raise its claims on the evidence ladder.
    raises: bool,
    form: ReviewForm,
    errors: Errors,
    conflict: Option<String>,
}

impl ShowPage {
    fn field(&self, field: &str) -> String {
        self.page.text("review-field", field)
    }

    fn is_reviewer(&self) -> bool {
        Review::allowed(self.page.actor(), &self.case)
    }

    /// Whether it asks for reasons: of the holder, and of whoever has typed some that were not taken, so that they stay.
    fn asks(&self) -> bool {
        self.is_holder() || self.conflict.is_some() || !self.errors.is_empty()
    }

    fn is_holder(&self) -> bool {
        let account = self.page.actor().account_id();
        self.case.holder(self.page.now()).is_some_and(|(by, _)| Some(by.account_id) == account)
    }

    fn until(&self) -> Option<(String, String, i64)> {
        let (by, until) = self.case.holder(self.page.now())?;
        let left = (until - self.page.now()).num_minutes().max(0);
        Some((by.name.clone(), self.page.moment(&until), left))
    }

    fn error(&self, field: &str) -> &str {
        self.errors.at(&format!("reason-{field}"))
    }

    fn is_foreign(&self) -> bool {
        self.lang != self.page.lang()
    }

    fn language(&self, lang: &Lang) -> String {
        self.page.native(*lang)
    }

    fn whole(&self) -> &str {
        self.form.reasons.get(WHOLE).map_or("", String::as_str)
    }

    fn checklist(&self) -> Vec<(&'static str, bool)> {
        CHECKLIST.iter().map(|item| (*item, self.form.checks.iter().any(|sent| sent == item))).collect()
    }

    fn hint(&self, hint: &Hint) -> String {
        let page = &self.page;
        match hint {
            Hint::Contact { field, lang, found } => {
                let (field, lang) = (self.field(field), page.native(*lang));
                t!(page, "review-hint-contact", field = field, language = lang, found = found.clone())
            }
            Hint::Duplicate { .. } => t!(page, "review-hint-duplicate"),
            Hint::NoEvidence => t!(page, "review-hint-no-evidence"),
            Hint::NothingClaimed => t!(page, "review-hint-nothing-claimed"),
            Hint::NoChange { row } => t!(page, "review-hint-no-change", row = page.integer(*row as i64)),
            Hint::NoValue { row } => t!(page, "review-hint-no-value", row = page.integer(*row as i64)),
            Hint::BareCertificate { row } => t!(page, "review-hint-bare-certificate", row = page.integer(*row as i64)),
        }
    }
}

/// A filled-in form with what is wrong with it, or who was first.
#[derive(Default)]
struct Filled {
    form: Option<ReviewForm>,
    problems: Problems,
    conflict: Option<String>,
}

async fn draw(app: &App, page: Page, may: &Can<Read>, filled: Filled) -> Result<Html<ShowPage>, Error> {
    let (db, case) = (app.db.conn(), may.thing().clone());
    let inspect = Can::<Inspect>::check(may.actor(), case.listing.clone())?;
    let revision = listings::store::revision(db, &inspect, case.revision_id).await?.ok_or(Error::NotFound)?;
    let content = &revision.content;
    let (against, old) = before(app, &inspect, &revision).await?;
    let known = labels::store::of_organisation(db, case.listing.organisation_id).await?;
    let mut hints = hints::of_content(content);
    hints.extend(hints::duplicates(content, &store::other_titles(db, &inspect).await?));
    let now_lines = lines::lines(content, page.locale, page.registers());
    let changes = old.as_ref().map(|old| changes(&lines::lines(old, page.locale, page.registers()), &now_lines));
    let form = filled.form.unwrap_or_else(|| ReviewForm {
        reasons: case.reasons.iter().map(|reason| (reason.field.clone(), reason.text.clone())).collect(),
        ..ReviewForm::default()
    });
    let (lang, texts) = content.texts_for(page.lang());
    Ok(Html(ShowPage {
        number: revision.number,
        title: texts.title.clone(),
        lang,
        against,
        changes: changes.unwrap_or_default(),
        blocks: blocks(content, &now_lines, &form),
        description: descriptions(content),
        files: content.files.iter().map(|file| (file.clone(), address(file))).collect(),
        claims: claims(&page, content, old.as_ref(), &known),
        hints,
        raises: content.evidence().is_some() && RaiseEvidence::allowed(may.actor(), &case.listing),
        errors: Errors::new(&page, &filled.problems, |field| {
            page.label("review-field", field.trim_start_matches("reason-"))
        }),
        conflict: filled.conflict,
        form,
        case,
        page,
    }))
}

/// The descriptions in all their languages, drawn as the public will see them.
fn descriptions(content: &Content) -> Vec<(Lang, Safe<String>)> {
    let written = content.texts.iter().filter(|(_, texts)| !texts.description.is_empty());
    written.map(|(lang, texts)| (*lang, markdown::html(&texts.description))).collect()
}

/// The content to compare with: the approved one, else the one that was handed in before.
async fn before(
    app: &App,
    inspect: &Can<Inspect>,
    revision: &listings::store::Revision,
) -> Result<(Option<Against>, Option<Content>), Error> {
    let db = app.db.conn();
    if let Some(approved) = inspect.published_revision_id.filter(|id| *id != revision.id) {
        let approved = listings::store::revision(db, inspect, approved).await?;
        return Ok((Some(Against::Approved), approved.map(|revision| revision.content)));
    }
    let previous = store::previous_revision(db, inspect, revision.number).await?;
    let previous = match previous {
        Some(id) => listings::store::revision(db, inspect, id).await?,
        None => None,
    };
    Ok((previous.as_ref().map(|_| Against::Previous), previous.map(|revision| revision.content)))
}

fn blocks(content: &Content, lines: &[Line], form: &ReviewForm) -> Vec<Block> {
    let fields = lines::fields(content.kind()).iter();
    let block = |field: &&'static str| Block {
        field,
        lines: lines.iter().filter(|line| line.field == *field).cloned().collect(),
        reason: form.reasons.get(*field).cloned().unwrap_or_default(),
    };
    fields.map(block).collect()
}

/// The address under which a file can be opened by those who may.
fn address(file: &FileRef) -> String {
    match file.kind {
        FileKind::Image => format!("/files/{}/1600.webp", file.key),
        _ => format!("/files/{}/document.pdf", file.key),
    }
}

fn claims(page: &Page, content: &Content, before: Option<&Content>, known: &[Certificate]) -> Vec<ClaimRow> {
    let today = page.now().date_naive();
    let of = |content: &Content| content.offer().map(|offer| offer.certificates.clone()).unwrap_or_default();
    let last = before.map(of).unwrap_or_default();
    let row = |claim: &Claim| {
        let known = known.iter().find(|known| known.claim.names_the_same(claim)).cloned();
        let last = last.iter().find(|last| last.names_the_same(claim));
        let differs = known.as_ref().is_some_and(|known| known.is_changed_by(claim, last));
        let same = known.as_ref().filter(|known| known.claim == *claim);
        let allowed = same.is_some_and(|known| labels::policy::Verify::allowed(page.actor(), known));
        let document = claim.document.as_ref();
        let document = document.and_then(|key| content.files.iter().find(|file| file.key == *key)).map(address);
        ClaimRow {
            state: known.as_ref().map_or("claimed", |known| known.shown_on(today)),
            verifiable: allowed && known.as_ref().is_some_and(|known| known.verifiable_on(today)),
            refusable: allowed && known.as_ref().is_some_and(|known| known.status.leads_to(labels::Status::Refused)),
            claim: claim.clone(),
            elsewhere: !differs && same.is_none() && known.is_some(),
            known,
            differs,
            document,
        }
    };
    of(content).iter().map(row).collect()
}

/// A case.
pub async fn show(State(app): State<App>, page: Page, may: Can<Read>) -> Result<Html<impl Template>, Error> {
    draw(&app, page, &may, Filled::default()).await
}

/// Claims a case, or keeps it longer.
pub async fn claim(State(app): State<App>, page: Page, may: Can<Review>) -> Result<Response, Error> {
    match actions::claim(&app, &may).await {
        Ok(()) => Ok(page.see(&format!("/moderation/{}", may.id)).with_notice("review-claimed").into_response()),
        Err(refused) => Err(conflict(&page, refused)),
    }
}

/// Lets a case go.
pub async fn release(State(app): State<App>, page: Page, may: Can<Review>) -> Result<Response, Error> {
    match actions::release(&app, &may).await {
        Ok(()) => Ok(page.see("/moderation").with_notice("review-released").into_response()),
        Err(refused) => Err(conflict(&page, refused)),
    }
}

fn conflict(page: &Page, refused: Refused) -> Error {
    match refused {
        Refused::Taken(case) => Error::Conflict(taken(page, &case)),
        Refused::Moved => Error::Conflict(t!(page, "review-taken-moved")),
        Refused::Web(error) => error,
    }
}

/// Decides a case, or keeps what was written. What was typed stays on the page when somebody else was first.
pub async fn decide(
    State(app): State<App>,
    page: Page,
    may: Can<Review>,
    Form(form): Form<ReviewForm>,
) -> Result<Response, Error> {
    let order = match form.read(may.listing.kind)? {
        Ok(order) => order,
        Err(problems) => return again(&app, page, &may, Filled { form: Some(form), problems, conflict: None }).await,
    };
    match carry_out(&app, &may, &order).await {
        Ok((path, notice)) => Ok(page.see(&path).with_notice(notice).into_response()),
        Err(Refused::Web(error)) => Err(error),
        Err(refused) => {
            let Error::Conflict(said) = conflict(&page, refused) else { return Err(Error::BadRequest) };
            again(&app, page, &may, Filled { form: Some(form), conflict: Some(said), ..Filled::default() }).await
        }
    }
}

async fn carry_out(app: &App, may: &Can<Review>, order: &Order) -> Result<(String, &'static str), Refused> {
    match order {
        Order::Keep(reasons) => {
            actions::keep(app, may, reasons).await?;
            Ok((format!("/moderation/{}", may.id), "review-kept"))
        }
        Order::Decide(verdict) => {
            actions::decide(app, may, verdict).await?;
            let notice = match verdict.outcome {
                Outcome::Approved => "review-approved",
                Outcome::ChangesRequested => "review-changes-requested",
                Outcome::Rejected => "review-rejected",
            };
            Ok(("/moderation".to_owned(), notice))
        }
    }
}

/// The page of the case as it stands now, with what was typed.
async fn again(app: &App, page: Page, may: &Can<Review>, filled: Filled) -> Result<Response, Error> {
    let case = store::find(app.db.conn(), may.actor(), may.id).await?.ok_or(Error::NotFound)?;
    let read = Can::<Read>::check(may.actor(), case)?;
    let status = if filled.conflict.is_some() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, draw(app, page, &read, filled).await?).into_response())
}
