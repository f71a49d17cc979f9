//! Opening and saving a section.

use askama::Template as _;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use super::answers;
use super::forms::{SectionForm, Spot};
use super::frame::{Drawn, Frame, Sent, mark, saved};
use super::section::{Section, of_kind};
use super::{field_name, refusal};
use crate::app::App;
use crate::checks::Problems;
use crate::labels::{self, Certificate};
use crate::listings::actions::{self, Failed, Work};
use crate::listings::content::Content;
use crate::listings::policy::{Edit, Inspect};
use crate::listings::workspace::open_requests;
use crate::listings::{Rejected, Typed, checks, evidence};
use crate::web::form::Errors;
use crate::web::{Can, Error, Page};

/// What a script sends as the pressed button that saves while somebody writes.
const AUTOSAVE: &str = "autosave";
/// The button that keeps a form as it was typed although something in it is missing or wrong.
const KEEP: &str = "unfinished";
/// The button that throws away what was kept so.
const DISCARD: &str = "discard";

/// What is stored of a listing, for somebody who may edit it.
pub async fn work(app: &App, may: &Can<Edit>) -> Result<Work, Error> {
    actions::work(app, &Can::<Inspect>::check(may.actor(), may.thing().clone())?).await
}

/// Shows a section: as it is saved, or as it was typed where that is kept as unfinished.
pub async fn show<S: Drawn>(State(app): State<App>, page: Page, spot: Spot, may: Can<Edit>) -> Result<Response, Error> {
    let work = work(&app, &may).await?;
    if !S::stands(&work.content, spot) {
        return Err(Error::NotFound);
    }
    if work.under_review {
        return Ok(page.see(&format!("/listings/{}/edit", may.reference)).into_response());
    }
    let asked = open_requests(&app, page.actor(), &may).await?;
    let kept = work.unfinished.get(&S::SECTION.address(spot.lang)).cloned();
    let typed = kept.and_then(|kept| Some((serde_json::from_value::<S>(kept.form).ok()?, kept.over)));
    let mut frame = Frame::new::<S>(&page, &may, work.clone(), spot).with_asked(asked.as_ref());
    frame.registered = registered::<S>(&app, &may).await?;
    let Some((form, over)) = typed else {
        let form = S::of(&work.content, spot);
        return Ok(drawn(page, form, frame, StatusCode::OK));
    };
    let (yours, problems) = judged(&page, &form, &work, spot);
    if over != saved::<S>(&work.content, spot) {
        frame.conflict = Some(answers::differing(&page, &work.content, &yours, S::SECTION));
    }
    (frame.kept, frame.keeps) = (true, true);
    let frame = frame.with_errors(errors(&page, &problems));
    Ok(drawn(page, form, frame, StatusCode::OK))
}

/// What the register knows, for the form that claims certificates.
async fn registered<S: SectionForm>(app: &App, may: &Can<Edit>) -> Result<Vec<Certificate>, Error> {
    match S::SECTION {
        Section::Certificates => Ok(labels::store::of_organisation(app.db.conn(), may.organisation_id).await?),
        _ => Ok(Vec::new()),
    }
}

/// Saves a section, or adds and removes rows before it is saved.
pub async fn save<S: Drawn>(
    State(app): State<App>,
    page: Page,
    spot: Spot,
    may: Can<Edit>,
    sent: Sent<S>,
) -> Result<Response, Error> {
    let work = work(&app, &may).await?;
    if !S::stands(&work.content, spot) {
        return Err(Error::NotFound);
    }
    Save { app, page, spot, may, sent }.run(work).await
}

fn drawn<S: Drawn>(page: Page, form: S, frame: Frame, status: StatusCode) -> Response {
    match form.drawn(page, frame).render() {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(error) => Error::from(error).into_response(),
    }
}

fn errors(page: &Page, problems: &Problems) -> Errors {
    Errors::new(page, problems, |field| field_name(page.locale, field))
}

/// A content with a form written into it, and all that is wrong with its section.
fn judged<S: SectionForm>(page: &Page, form: &S, work: &Work, spot: Spot) -> (Content, Problems) {
    let mut content = work.content.clone();
    let mut problems = problems(form, &mut content, spot);
    problems.extend(checks::registered(page.registers(), &content, &work.content));
    if S::SECTION == Section::Certificates {
        problems.extend(checks::issued(&content, page.now().date_naive()));
    }
    evidence::fill(&mut content, &[]);
    (content, problems)
}

struct Save<S> {
    app: App,
    page: Page,
    spot: Spot,
    may: Can<Edit>,
    sent: Sent<S>,
}

impl<S: Drawn> Save<S> {
    async fn run(mut self, work: Work) -> Result<Response, Error> {
        let address = S::SECTION.address(self.spot.lang);
        let mut next = work.clone();
        if self.sent.envelope.action == DISCARD {
            next.unfinished.remove(&address);
            let content = work.content.clone();
            return self.put(work, next, &content).await;
        }
        if self.sent.form.rework(&self.sent.envelope.action) {
            return self.again(work, Problems::new(), StatusCode::OK).await;
        }
        self.sent.form.tidy();
        let (content, problems) = judged(&self.page, &self.sent.form, &work, self.spot);
        if problems.is_empty() {
            next.content = content.clone();
            next.unfinished.remove(&address);
        } else if self.sent.envelope.action == KEEP {
            next.unfinished.insert(address, self.typed(&work)?);
        } else {
            return self.again(work, problems, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        self.put(work, next, &content).await
    }

    /// The form as it is kept.
    fn typed(&self, work: &Work) -> Result<Typed, Error> {
        let form = serde_json::to_value(&self.sent.form).map_err(|error| Error::Internal(error.into()))?;
        Typed::new(form, saved::<S>(&work.content, self.spot)).ok_or(Error::TooLarge)
    }

    /// Puts the next state of a draft in the place of the one that was read, unless somebody has changed the section
    /// since it was opened. `yours` is the content as the form has it, whether or not it is saved.
    async fn put(self, work: Work, next: Work, yours: &Content) -> Result<Response, Error> {
        // The same sent twice, or nothing changed: there is nothing to save.
        if (&next.content, &next.unfinished) == (&work.content, &work.unfinished) {
            return Ok(self.saved(work.version, &next));
        }
        let unseen = self.sent.envelope.version != work.version.to_string()
            && self.sent.envelope.mark != mark::<S>(&work, self.spot);
        if unseen {
            return self.conflict(work, yours).await;
        }
        match actions::save(&self.app, &self.may, &next).await {
            Ok(()) => Ok(self.saved(work.version + 1, &next)),
            Err(Failed::Rejected(Rejected::Stale)) => {
                let newer = self::work(&self.app, &self.may).await?;
                self.conflict(newer, yours).await
            }
            Err(failed) => Err(refusal(&self.page, failed)),
        }
    }

    /// The form with what was typed. The version that was sent stays, so that a conflict is still found later.
    async fn again(self, work: Work, problems: Problems, status: StatusCode) -> Result<Response, Error> {
        let asked = open_requests(&self.app, self.page.actor(), &self.may).await?;
        let mut frame = Frame::new::<S>(&self.page, &self.may, work, self.spot).with_asked(asked.as_ref());
        frame.registered = registered::<S>(&self.app, &self.may).await?;
        frame.mark = self.sent.envelope.mark;
        frame.version = self.sent.envelope.version.parse().unwrap_or_default();
        let frame = frame.with_errors(errors(&self.page, &problems));
        Ok(drawn(self.page, self.sent.form, frame, status))
    }

    /// Both versions: the form as it was sent, and what somebody else saved. Saving again takes this one.
    async fn conflict(self, work: Work, yours: &Content) -> Result<Response, Error> {
        if self.sent.envelope.action == DISCARD {
            return Err(refusal(&self.page, Rejected::Stale.into()));
        }
        let differences = answers::differing(&self.page, &work.content, yours, S::SECTION);
        let theirs_kept = work.unfinished.contains_key(&S::SECTION.address(self.spot.lang));
        let mut frame = Frame::new::<S>(&self.page, &self.may, work, self.spot);
        frame.conflict = Some(differences);
        frame.theirs_kept = theirs_kept;
        frame.keeps = self.sent.envelope.action == KEEP;
        frame.registered = registered::<S>(&self.app, &self.may).await?;
        Ok(drawn(self.page, self.sent.form, frame, StatusCode::CONFLICT))
    }

    /// On to the next page; a script that saves while somebody writes only learns what to send the next time.
    fn saved(&self, version: i64, work: &Work) -> Response {
        if self.sent.envelope.action != AUTOSAVE {
            return self.onward(work);
        }
        let headers = [("x-draft-version", version.to_string()), ("x-draft-mark", mark::<S>(work, self.spot))];
        (StatusCode::NO_CONTENT, headers).into_response()
    }

    fn onward(&self, work: &Work) -> Response {
        let next = of_kind(self.may.kind).skip_while(|section| *section != S::SECTION).nth(1);
        let address = S::SECTION.address(self.spot.lang);
        let part = match (self.sent.envelope.action.as_str(), S::SECTION, next) {
            (DISCARD, ..) => format!("/{address}"),
            (KEEP, ..) => String::new(),
            ("stay", section, _) if section != Section::Languages => format!("/{section}"),
            (_, Section::Languages, _) => "/languages".to_owned(),
            ("next", _, Some(next)) => format!("/{next}"),
            ("next", _, None) => "/check".to_owned(),
            ("check", ..) => "/check".to_owned(),
            _ => String::new(),
        };
        let notice = match self.sent.envelope.action.as_str() {
            DISCARD => "listing-unfinished-dropped",
            KEEP if work.unfinished.contains_key(&address) => "listing-unfinished-kept",
            _ => "listing-saved",
        };
        let to = format!("/listings/{}/edit{part}", self.may.reference);
        self.page.see(&to).with_notice(notice).into_response()
    }
}

/// Writes a form into a content and says all that is wrong with its section.
pub fn problems<S: SectionForm>(form: &S, content: &mut Content, spot: Spot) -> Problems {
    let typed = form.put(content, spot);
    let lang = spot.lang.map(|lang| format!("{lang}-"));
    let limits = checks::limits(content);
    let mut all = typed;
    for (field, problem) in limits.iter() {
        let here = Section::of_field(content.kind(), field) == S::SECTION
            && lang.as_ref().is_none_or(|lang| field.starts_with(lang.as_str()));
        // Rows have been checked as they were read, under the places that they have in the form.
        let row = field.split('-').nth(1).is_some_and(|place| place.parse::<usize>().is_ok());
        if here && !row && all.of(field).is_none() {
            all.add(field, problem.clone());
        }
    }
    all
}
