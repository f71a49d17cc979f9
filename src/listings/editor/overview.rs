//! Where editing begins, the task list, the check before handing in, and the languages.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::answers::{Answer, of_section};
use super::life::Acts;
use super::options::Choice;
use super::section::{Section, Standing, groups, of_kind};
use super::sections::work;
use super::{field_name, refusal, section_name};
use crate::app::App;
use crate::checks::{Problem, Problems};
use crate::listings::actions::{self, Work};
use crate::listings::content::{Content, Texts};
use crate::listings::policy::{Create, Edit, Inspect, Owner};
use crate::listings::workspace::{Asked, open_requests};
use crate::listings::{Listing, checks};
use crate::taxonomy::{self, Kind, Lang};
use crate::web::form::{Errors, words};
use crate::web::{Action as _, Can, Error, Form, Html, Page};

/// What somebody chooses who begins a listing.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NewForm {
    kind: String,
    language: String,
}

#[derive(Template)]
#[template(path = "listings/edit/new.html")]
struct NewPage {
    page: Page,
    form: NewForm,
    languages: Vec<Choice>,
    errors: Errors,
}

impl NewPage {
    fn new(page: Page, form: NewForm, problems: &Problems) -> Self {
        let languages = taxonomy::languages().all().iter().map(|entry| Choice {
            code: entry.code.clone(),
            name: match (entry.column("native"), entry.name(page.lang())) {
                (native, name) if native == name => native.to_owned(),
                (native, name) => format!("{native} · {name}"),
            },
            on: entry.code == form.language,
        });
        let languages = languages.collect();
        Self { errors: Errors::new(&page, problems, |field| field_name(page.locale, field)), page, form, languages }
    }
}

fn owner(page: &Page) -> Result<Can<Create>, Error> {
    let acting = page.actor().acting().ok_or(Error::NoOrganisation)?;
    Can::<Create>::check(page.actor(), Owner::from(acting))
}

/// Asks what is to be posted, and in which language.
pub async fn new(page: Page) -> Result<impl IntoResponse, Error> {
    owner(&page)?;
    let form = NewForm { language: page.lang().to_string(), ..NewForm::default() };
    Ok(Html(NewPage::new(page, form, &Problems::new())))
}

/// Begins a listing.
pub async fn create(State(app): State<App>, page: Page, Form(form): Form<NewForm>) -> Result<Response, Error> {
    let may = owner(&page)?;
    let mut problems = Problems::new();
    problems.check("kind", !form.kind.is_empty(), Problem::Missing);
    let kind: Option<Kind> = super::typed::code(&mut problems, "kind", &form.kind);
    let language: Option<Lang> = super::typed::needed_code(&mut problems, "language", &form.language);
    let (Some(kind), Some(language)) = (kind, language) else {
        return Ok(Html(NewPage::new(page, form, &problems)).refused());
    };
    let begun = actions::create(&app, &may, &Content::empty(kind, language), None).await;
    let listing = begun.map_err(|failed| refusal(&page, failed))?;
    let part = if kind == Kind::Request { "/request" } else { "" };
    Ok(page.see(&format!("/listings/{}/edit{part}", listing.reference)).into_response())
}

/// One line of the task list.
struct Task {
    section: Section,
    name: String,
    standing: Standing,
}

#[derive(Template)]
#[template(path = "listings/edit/show.html")]
struct ShowPage {
    page: Page,
    listing: Listing,
    work: Work,
    groups: Vec<(String, Vec<Task>)>,
    left: usize,
    hints: Vec<(Section, &'static str)>,
    asked: Option<Asked>,
    acts: Acts,
}

impl ShowPage {
    fn change(&self, field: &str) -> String {
        self.url(&format!("/edit/{}", Section::address_of_field(self.listing.kind, field)))
    }

    fn url(&self, part: &str) -> String {
        self.page.url(&format!("/listings/{}{part}", self.listing.reference))
    }
}

/// What would make a listing easier to find and to trust, and where to add it. Only what is so: search asks for figures,
/// claims rise by documents, and readers fall back on another language.
fn hints(content: &Content) -> Vec<(Section, &'static str)> {
    let mut hints = Vec::new();
    if let Some(offer) = content.offer() {
        let figures = offer.benefits.len() + offer.performance.len();
        let documented = offer.benefits.iter().filter(|row| row.document.is_some()).count()
            + offer.performance.iter().filter(|row| row.document.is_some()).count();
        if figures == 0 {
            hints.push((Section::Benefits, "figures"));
        } else if documented < figures && content.source.is_none() {
            hints.push((Section::Files, "documents"));
        }
    }
    if let Some(request) = content.request()
        && request.requirements.iter().all(|requirement| requirement.measure.is_none())
    {
        hints.push((Section::Request, "measures"));
    }
    if content.texts.values().filter(|texts| !texts.title.is_empty()).count() == 1 {
        hints.push((Section::Languages, "languages"));
    }
    hints
}

/// Shows the task list.
pub async fn show(State(app): State<App>, page: Page, may: Can<Edit>) -> Result<impl IntoResponse, Error> {
    let work = work(&app, &may).await?;
    let asked = open_requests(&app, page.actor(), &may).await?;
    let task = |section: &Section| Task {
        section: *section,
        name: page.text("listing-section", section),
        standing: section.standing_in(&work),
    };
    let group = |(heading, sections): &(&str, &[Section])| {
        (page.text("listing-group", heading), sections.iter().map(task).collect())
    };
    let groups: Vec<(String, Vec<Task>)> = groups(may.kind).iter().map(group).collect();
    let open = |task: &&Task| matches!(task.standing, Standing::Todo | Standing::Error | Standing::Unfinished);
    let left = groups.iter().flat_map(|(_, tasks)| tasks).filter(open).count();
    let acts = Acts::of(&may, &work, page.now());
    let hints = hints(&work.content);
    Ok(Html(ShowPage { listing: may.thing().clone(), page, work, groups, left, hints, asked, acts }))
}

/// One section of the answers.
struct Part {
    section: Section,
    name: String,
    answers: Vec<Answer>,
}

#[derive(Template)]
#[template(path = "listings/edit/check.html")]
struct CheckPage {
    page: Page,
    listing: Listing,
    work: Work,
    parts: Vec<Part>,
    missing: Vec<(String, String)>,
    refused: bool,
    may_edit: bool,
    asked: Option<Asked>,
}

impl CheckPage {
    fn url(&self, part: &str) -> String {
        self.page.url(&format!("/listings/{}/edit{part}", self.listing.reference))
    }

    fn change(&self, field: &str) -> String {
        self.url(&format!("/{}", Section::address_of_field(self.listing.kind, field)))
    }

    fn section_lang(&self, answer: &Answer) -> Lang {
        answer.lang.unwrap_or(self.page.lang())
    }
}

async fn check_page(app: &App, page: Page, may: &Can<Inspect>, refused: bool) -> Result<CheckPage, Error> {
    let work = actions::work(app, may).await?;
    let kind = may.kind;
    let part = |section: Section| Part {
        section,
        name: page.text("listing-section", section),
        answers: of_section(&page, &work.content, section),
    };
    let mut missing = checks::submission(&work.content);
    missing.extend(checks::timely(may, &work.content, page.now()));
    let missing = missing.iter().map(|(field, problem)| {
        let address = format!("/listings/{}/edit/{}", may.reference, Section::address_of_field(kind, field));
        (
            page.url(&address),
            t!(page, "problem-at", field = field_name(page.locale, field), problem = words(&page, problem)),
        )
    });
    let unfinished = work.unfinished.keys().map(|section| {
        let words = words(&page, &Problem::Other("problem-unfinished"));
        let address = page.url(&format!("/listings/{}/edit/{section}", may.reference));
        (address, t!(page, "problem-at", field = section_name(&page, section), problem = words))
    });
    let missing = missing.chain(unfinished).collect();
    let parts = of_kind(kind).map(part).collect();
    let asked = open_requests(app, page.actor(), may).await?;
    let may_edit = Edit::allowed(page.actor(), may) && !work.under_review;
    Ok(CheckPage { listing: may.thing().clone(), page, work, parts, missing, refused, may_edit, asked })
}

/// Shows all answers before they are handed in.
pub async fn check(State(app): State<App>, page: Page, may: Can<Inspect>) -> Result<impl IntoResponse, Error> {
    Ok(Html(check_page(&app, page, &may, false).await?))
}

/// The answers again, with all that keeps them from being handed in.
pub async fn refused(app: &App, page: Page, listing: &Listing) -> Result<Response, Error> {
    let may = Can::<Inspect>::check(page.actor(), listing.clone())?;
    Ok(Html(check_page(app, page, &may, true).await?).refused())
}

/// How complete the texts of one language are.
struct Language {
    lang: Lang,
    native: String,
    name: String,
    original: bool,
    given: usize,
    of: usize,
}

#[derive(Template)]
#[template(path = "listings/edit/languages.html")]
struct LanguagesPage {
    page: Page,
    listing: Listing,
    languages: Vec<Language>,
}

impl LanguagesPage {
    fn url(&self, part: &str) -> String {
        self.page.url(&format!("/listings/{}/edit{part}", self.listing.reference))
    }
}

fn given(texts: &Texts) -> Vec<bool> {
    let all = [&texts.title, &texts.summary, &texts.description, &texts.advantages, &texts.background];
    all.into_iter().chain([&texts.partner_role]).map(|text| !text.is_empty()).collect()
}

/// Shows which languages the texts are in.
pub async fn languages(State(app): State<App>, page: Page, may: Can<Edit>) -> Result<Response, Error> {
    let work = work(&app, &may).await?;
    if work.under_review {
        return Ok(page.see(&format!("/listings/{}/edit", may.reference)).into_response());
    }
    let texts = &work.content.texts;
    let first = texts.get(&work.content.original).map(given).unwrap_or_default();
    let language = |lang: &Lang| {
        let here = texts.get(lang).map(given).unwrap_or_default();
        Language {
            lang: *lang,
            native: page.native(*lang),
            name: page.name(taxonomy::languages(), lang),
            original: *lang == work.content.original,
            given: first.iter().zip(&here).filter(|(first, here)| **first && **here).count(),
            of: first.iter().filter(|given| **given).count(),
        }
    };
    let languages = Lang::ALL.iter().map(language).collect();
    Ok(Html(LanguagesPage { listing: may.thing().clone(), page, languages }).into_response())
}
