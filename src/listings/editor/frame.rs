//! What the page of every section shows around its form, and the form's way onto a page.

use std::str::FromStr;

use askama::Template;
use askama::filters::Safe;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use serde::Deserialize;

use super::answers::Difference;
use super::forms::{
    BenefitsForm, CertificatesForm, CooperationForm, CostForm, CountriesForm, IpForm, LanguageForm, PerformanceForm,
    ReadinessForm, ReferencesForm, RequestForm, SectionForm, Spot, TextsForm, ThemesForm, TreatmentsForm,
};
use super::options::{self, Choice, Group};
use super::section::{Section, of_kind};
use super::section_name;
use crate::app::App;
use crate::ids;
use crate::labels::Certificate;
use crate::listings::Listing;
use crate::listings::actions::Work;
use crate::listings::content::{Content, Texts};
use crate::listings::words;
use crate::listings::workspace::{Asked, Reason};
use crate::taxonomy::{self, Bound, Comparator, Lang, List};
use crate::web::form::{self, Errors};
use crate::web::{Context, Error, Page};

/// What a section's page shows besides its form.
pub struct Frame {
    page: Page,
    /// The listing.
    pub listing: Listing,
    /// Its draft as it is stored.
    pub content: Content,
    /// Version of the draft.
    pub version: i64,
    /// Fingerprint of the section when the form was opened.
    pub mark: String,
    /// The section.
    pub section: Section,
    /// Where the form stands.
    pub spot: Spot,
    /// What a moderator asked for in this section, by field.
    pub asked: Vec<Reason>,
    /// What is wrong.
    pub errors: Errors,
    /// What somebody else saved differently in the meantime; `None` if nobody did.
    pub conflict: Option<Vec<Difference>>,
    /// Whether the form is one that was kept as unfinished.
    pub kept: bool,
    /// Whether somebody else has kept another form as unfinished in the meantime.
    pub theirs_kept: bool,
    /// Whether the form may be kept although it is unfinished. That is asked for, so that no fault is saved unseen.
    pub keeps: bool,
    /// What the register knows of the organisation's certificates, where a form asks for them.
    pub registered: Vec<Certificate>,
}

/// The fingerprint of what is saved of a section, whoever reads it.
pub fn saved<S: SectionForm>(content: &Content, spot: Spot) -> String {
    let form = S::of(content, Spot { reader: Lang::En, ..spot });
    ids::token_hash(&serde_json::to_string(&form).unwrap_or_default())
}

/// The fingerprint of a section of a draft, with what is unfinished: as long as it stays, saving overwrites nobody's work.
pub fn mark<S: SectionForm>(work: &Work, spot: Spot) -> String {
    let kept = work.unfinished.get(&S::SECTION.address(spot.lang));
    let kept = serde_json::to_string(&kept).unwrap_or_default();
    ids::token_hash(&format!("{}{kept}", saved::<S>(&work.content, spot)))
}

impl Frame {
    /// The frame of a section.
    pub fn new<S: SectionForm>(page: &Page, listing: &Listing, work: Work, spot: Spot) -> Self {
        Self {
            page: page.clone(),
            listing: listing.clone(),
            mark: mark::<S>(&work, spot),
            version: work.version,
            content: work.content,
            section: S::SECTION,
            spot,
            asked: Vec::new(),
            errors: Errors::default(),
            conflict: None,
            kept: false,
            theirs_kept: false,
            keeps: false,
            registered: Vec::new(),
        }
    }

    /// The same with what a moderator asked for, as far as it is about this section.
    pub fn with_asked(self, asked: Option<&Asked>) -> Self {
        let lang = self.spot.lang.map(|lang| format!("{lang}-"));
        let here = |reason: &&Reason| {
            // What is about the whole listing stands on the task list.
            !matches!(reason.field.as_str(), "" | "whole")
                && Section::of_field(self.listing.kind, &reason.field) == self.section
                && lang.as_ref().is_none_or(|lang| reason.field.starts_with(lang.as_str()))
        };
        let asked = asked.map(|asked| asked.reasons.iter().filter(here).cloned().collect());
        Self { asked: asked.unwrap_or_default(), ..self }
    }

    /// The same with what is wrong.
    pub fn with_errors(self, errors: Errors) -> Self {
        Self { keeps: self.keeps || !errors.is_empty(), errors, ..self }
    }

    /// The key of the verified certificate that a row names and says something else of.
    pub fn differing(&self, row: &super::forms::CertificateRow) -> Option<i64> {
        let claim = row.claim();
        let verified = self.registered.iter().filter(|known| known.was_verified());
        let named = verified.filter(|known| known.claim.names_the_same(&claim));
        named.filter(|known| !claim.is_within(&known.claim)).map(|known| known.id).next()
    }

    /// The name of the section.
    pub fn title(&self) -> String {
        section_name(&self.page, &self.section.address(self.spot.lang))
    }

    /// The address of the editor or a part of it.
    pub fn url(&self, part: &str) -> String {
        self.page.url(&format!("/listings/{}/edit{part}", self.listing.reference))
    }

    /// The address of this section.
    pub fn here(&self) -> String {
        self.url(&format!("/{}", self.section.address(self.spot.lang)))
    }

    /// Which section it is, and of how many.
    pub fn position(&self) -> (usize, usize) {
        let sections: Vec<Section> = of_kind(self.listing.kind).collect();
        (sections.iter().position(|section| *section == self.section).unwrap_or_default() + 1, sections.len())
    }

    /// Language of the texts of this form.
    pub fn lang(&self) -> Lang {
        self.spot.lang.unwrap_or(self.content.original)
    }

    /// The texts in the original language.
    pub fn original_texts(&self) -> Option<&Texts> {
        self.content.texts.get(&self.content.original)
    }

    /// Whether there are texts in the language of this form.
    pub fn has_texts(&self) -> bool {
        self.content.texts.contains_key(&self.lang())
    }

    /// The id of a field in a row: `benefits-0-unit`.
    pub fn at(&self, rows: &str, row: &usize, field: &str) -> String {
        format!("{rows}-{row}-{field}")
    }

    /// The id of a text in the language of this form: `title`, or `th-title`.
    pub fn of_lang(&self, field: &str) -> String {
        self.spot.lang.map_or_else(|| field.to_owned(), |lang| format!("{lang}-{field}"))
    }

    /// The name under which a field is sent: `benefits[0][unit]` for `benefits-0-unit`.
    pub fn name(&self, id: &str) -> String {
        let mut pieces = id.split('-');
        let first = pieces.next().unwrap_or_default();
        match (self.spot.lang, pieces.next(), pieces.next()) {
            (Some(_), Some(field), None) => field.to_owned(),
            (_, Some(row), Some(field)) => format!("{first}[{row}][{field}]"),
            _ => id.to_owned(),
        }
    }

    /// Attributes of a line by what is typed there; empty for plain text.
    pub fn attributes(&self, kind: &str) -> Safe<&'static str> {
        Safe(match kind {
            "number" => r#"inputmode="decimal" autocomplete="off" class="mid""#,
            "year" => r#"inputmode="numeric" class="short""#,
            "parameter" => r#"list="parameters" autocomplete="off""#,
            "unit" => r#"list="units" autocomplete="off" class="mid""#,
            "date" => r#"type="date""#,
            "time" => r#"type="time""#,
            _ => "",
        })
    }

    fn plain(&self, id: &str) -> String {
        let mut pieces = id.split('-');
        let first = pieces.next().unwrap_or_default();
        match (self.spot.lang, pieces.next(), pieces.next()) {
            (Some(_), Some(field), None) => field.to_owned(),
            (_, Some(_), Some(field)) => format!("{first}-{field}"),
            _ => id.to_owned(),
        }
    }

    /// What a field asks.
    pub fn label(&self, id: &str) -> String {
        self.page.text("listing-field", self.plain(id))
    }

    /// Help for a field; empty if there is none. Requests have their own for some.
    pub fn hint(&self, id: &str) -> String {
        let plain = self.plain(id).replace('_', "-");
        let of_section = format!("listing-hint-{}-{plain}", self.section);
        let ids = [of_section, format!("listing-hint-{plain}")];
        let known = ids.into_iter().find(|id| self.page.locale.loader.has(id));
        known.map(|id| self.page.locale.get(&id)).unwrap_or_default()
    }

    /// What is wrong at a field; empty if nothing is.
    pub fn error(&self, id: &str) -> &str {
        self.errors.at(id)
    }

    fn list(&self, name: &str) -> &List {
        if name == "schemes" {
            return self.page.schemes();
        }
        let found = taxonomy::every().into_iter().find(|(other, _)| *other == name);
        found.map_or_else(taxonomy::themes, |(_, list)| list)
    }

    /// The choices of the list of this name.
    pub fn options(&self, list: &str, chosen: &[String]) -> Vec<Choice> {
        options::of_list(&self.page, self.list(list), chosen)
    }

    /// The choices of a list of which one is chosen.
    pub fn one_of(&self, list: &str, chosen: &str) -> Vec<Choice> {
        self.options(list, &[chosen.to_owned()])
    }

    /// The chosen and the other choices of a long list.
    pub fn split(&self, list: &str, chosen: &[String]) -> (Vec<Choice>, Vec<Choice>) {
        options::split_list(&self.page, self.list(list), chosen)
    }

    /// Keywords under their themes.
    pub fn keywords(&self, themes: &[String], chosen: &[String]) -> Vec<Group> {
        options::keywords(&self.page, themes, chosen)
    }

    /// Levels of readiness, each with its stage.
    pub fn levels(&self, chosen: &str) -> Vec<(Choice, String)> {
        let level = |mut choice: Choice| {
            let stage = taxonomy::readiness().get(&choice.code).map_or("", |entry| entry.column("stage"));
            let name = std::mem::replace(&mut choice.name, format!("TRL {}", choice.code));
            (choice, format!("{name} · {}", self.page.name(taxonomy::stages(), stage)))
        };
        self.one_of("readiness", chosen).into_iter().map(level).collect()
    }

    /// The eleven countries and chosen others.
    pub fn near_countries(&self, chosen: &[String]) -> Vec<Choice> {
        options::near_countries(&self.page, chosen)
    }

    /// The other countries.
    pub fn far_countries(&self, chosen: &[String]) -> Vec<Choice> {
        options::far_countries(&self.page, chosen)
    }

    /// All countries.
    pub fn countries(&self, chosen: &str) -> Vec<Choice> {
        options::countries(&self.page, chosen)
    }

    /// Currencies.
    pub fn currencies(&self, chosen: &str) -> Vec<Choice> {
        options::currencies(&self.page, chosen)
    }

    /// Time zones.
    pub fn zones(&self, chosen: &str) -> Vec<Choice> {
        options::zones(chosen)
    }

    /// Units of benefits.
    pub fn units(&self, chosen: &str) -> Vec<Choice> {
        options::benefit_units(&self.page, chosen)
    }

    /// Detection-limit flags.
    pub fn flags(&self, chosen: &str) -> Vec<Choice> {
        Self::codes(Bound::ALL.iter().map(|bound| (bound.code(), bound.code().to_owned())), chosen)
    }

    /// Comparators of requirements.
    pub fn comparators(&self, chosen: &str) -> Vec<Choice> {
        let all = Comparator::ALL.iter();
        Self::codes(all.map(|code| (code.code(), self.page.text("listing-comparator", code))), chosen)
    }

    /// Whether a requirement is essential.
    pub fn importance(&self, chosen: &str) -> Vec<Choice> {
        let all = ["essential", "desirable"];
        Self::codes(all.into_iter().map(|code| (code, self.page.text("listing-importance", code))), chosen)
    }

    fn codes<'a>(all: impl Iterator<Item = (&'a str, String)>, chosen: &str) -> Vec<Choice> {
        all.map(|(code, name)| Choice { code: code.to_owned(), name, on: code == chosen }).collect()
    }

    /// The documents of the listing.
    pub fn documents(&self, chosen: &str) -> Vec<Choice> {
        options::documents(&self.content, chosen)
    }

    /// Names of parameters, for typing.
    pub fn parameters(&self) -> Vec<String> {
        taxonomy::parameters().current().map(|entry| entry.name(self.page.lang()).to_owned()).collect()
    }

    /// Symbols of units, for typing.
    pub fn symbols(&self) -> Vec<&'static str> {
        taxonomy::units().current().map(|entry| entry.column("symbol")).collect()
    }

    /// The computed change of a benefit; empty while it cannot be computed.
    pub fn change(&self, row: &super::forms::BenefitRow) -> String {
        row.change().map(|change| self.page.locale.formats().percent_change(change)).unwrap_or_default()
    }

    /// The computed intensity of a benefit; empty while it cannot be computed.
    pub fn intensity(&self, row: &super::forms::BenefitRow) -> String {
        row.claim().map(|benefit| words::intensity(&self.page, &benefit)).unwrap_or_default()
    }
}

/// A form that is drawn as a page.
pub trait Drawn: SectionForm {
    /// Its page.
    type Page: Template + Send;

    /// The page of the form in its frame.
    fn drawn(self, page: Page, frame: Frame) -> Self::Page;
}

macro_rules! drawn {
    ($($name:ident($form:ty) = $path:tt;)+) => {
        $(
            /// The page of a section.
            #[derive(Template)]
            #[template(path = $path)]
            pub struct $name {
                page: Page,
                frame: Frame,
                form: $form,
            }

            impl Drawn for $form {
                type Page = $name;

                fn drawn(self, page: Page, frame: Frame) -> $name {
                    $name { page, frame, form: self }
                }
            }
        )+
    };
}

drawn! {
    TextsPage(TextsForm) = "listings/edit/texts.html";
    ThemesPage(ThemesForm) = "listings/edit/themes.html";
    ReadinessPage(ReadinessForm) = "listings/edit/readiness.html";
    IpPage(IpForm) = "listings/edit/ip.html";
    CooperationPage(CooperationForm) = "listings/edit/cooperation.html";
    CountriesPage(CountriesForm) = "listings/edit/countries.html";
    CostPage(CostForm) = "listings/edit/cost.html";
    TreatmentsPage(TreatmentsForm) = "listings/edit/treatments.html";
    ReferencesPage(ReferencesForm) = "listings/edit/references.html";
    BenefitsPage(BenefitsForm) = "listings/edit/benefits.html";
    PerformancePage(PerformanceForm) = "listings/edit/performance.html";
    CertificatesPage(CertificatesForm) = "listings/edit/certificates.html";
    RequestPage(RequestForm) = "listings/edit/request.html";
    LanguagePage(LanguageForm) = "listings/edit/language.html";
}

#[derive(Deserialize)]
struct SpotPath {
    lang: Option<String>,
}

impl FromRequestParts<App> for Spot {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let Path(path) = Path::<SpotPath>::from_request_parts(parts, app).await.map_err(|_| Error::NotFound)?;
        let lang = path.lang.map(|lang| Lang::from_str(&lang)).transpose().map_err(|_| Error::NotFound)?;
        Ok(Self { reader: Context::of(parts)?.locale.lang, lang })
    }
}

/// What every form of a section sends besides its fields.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Envelope {
    /// The draft's version when the form was opened.
    pub version: String,
    /// The section's fingerprint then.
    pub mark: String,
    /// Which button was pressed.
    pub action: String,
}

/// A sent section.
pub struct Sent<S> {
    /// What every form sends.
    pub envelope: Envelope,
    /// The fields.
    pub form: S,
}

impl<S: SectionForm> FromRequest<App> for Sent<S> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let body = form::body(request, app).await?;
        Ok(Self { envelope: form::read(&body)?, form: form::read(&body)? })
    }
}
