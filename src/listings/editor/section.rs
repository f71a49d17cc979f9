//! The sections of the editor: which there are, which field stands where, and how far each is.

use std::str::FromStr;

use crate::checks::Problem;
use crate::listings::actions::Work;
use crate::listings::checks;
use crate::listings::content::{Content, Cost, Offer, Request, Texts};
use crate::taxonomy::{Kind, Lang};

crate::codes! {
    /// A section of the editor; its code is the end of its address.
    pub enum Section {
        /// Title, summary, description and advantages in the original language.
        Texts = "texts",
        /// Themes, keywords, industries and goals.
        Themes = "themes",
        /// Treatment steps in their order.
        Treatments = "treatments",
        /// Technology readiness.
        Readiness = "readiness",
        /// Intellectual property.
        Ip = "ip",
        /// Cooperation and partner sought.
        Cooperation = "cooperation",
        /// Countries.
        Countries = "countries",
        /// Cost and saving.
        Cost = "cost",
        /// Benefits.
        Benefits = "benefits",
        /// Measured performance.
        Performance = "performance",
        /// Demonstration projects.
        References = "references",
        /// Certificates.
        Certificates = "certificates",
        /// Everything of a request on one page.
        Request = "request",
        /// Images and documents.
        Files = "files",
        /// Texts in other languages.
        Languages = "languages",
    }
}

crate::codes! {
    /// How far a section is.
    pub enum Standing {
        /// All that is needed is there.
        Done = "done",
        /// Something needed is missing.
        Todo = "todo",
        /// Nothing is needed and nothing is there.
        Optional = "optional",
        /// Something is not right.
        Error = "error",
        /// More was typed than is saved, and something of it is missing or wrong.
        Unfinished = "unfinished",
    }
}

/// Headings of the task list of an offer, with their sections.
const OFFER: [(&str, &[Section]); 4] = [
    ("about", &[Section::Texts, Section::Themes, Section::Treatments, Section::Readiness]),
    ("terms", &[Section::Ip, Section::Cooperation, Section::Countries, Section::Cost]),
    ("proof", &[Section::Benefits, Section::Performance, Section::References, Section::Certificates, Section::Files]),
    ("more", &[Section::Languages]),
];
/// The same of a request.
const REQUEST: [(&str, &[Section]); 2] =
    [("about", &[Section::Request]), ("more", &[Section::Files, Section::Languages])];

/// The task list of a kind: headings with their sections.
pub fn groups(kind: Kind) -> &'static [(&'static str, &'static [Section])] {
    match kind {
        Kind::Offer => &OFFER,
        Kind::Request => &REQUEST,
    }
}

/// The sections of a kind in their order.
pub fn of_kind(kind: Kind) -> impl Iterator<Item = Section> {
    groups(kind).iter().flat_map(|(_, sections)| sections.iter().copied())
}

impl Section {
    /// The section in which a field stands.
    pub fn of_field(kind: Kind, field: &str) -> Self {
        let mut pieces = field.split('-');
        let first = pieces.next().unwrap_or_default();
        if Lang::from_str(first).is_ok() && pieces.next().is_some() {
            return Self::Languages;
        }
        match (kind, first) {
            (_, "files" | "file" | "caption" | "visibility") => Self::Files,
            (Kind::Request, _) => Self::Request,
            (_, "themes" | "keywords" | "industries" | "sdgs") => Self::Themes,
            (_, "treatments") => Self::Treatments,
            (_, "references") => Self::References,
            (_, "readiness") => Self::Readiness,
            (_, "ip" | "patents" | "patent_classes") => Self::Ip,
            (_, "cooperation" | "partner_role" | "partner_sectors" | "partner_sizes") => Self::Cooperation,
            (_, "developed_in" | "deployed_in" | "offered_to") => Self::Countries,
            (_, "benefits") => Self::Benefits,
            (_, "performance") => Self::Performance,
            (_, "certificates") => Self::Certificates,
            (_, "title" | "summary" | "description" | "advantages" | "background") => Self::Texts,
            _ => Self::Cost,
        }
    }

    /// The end of the address of a field, behind the listing's editor: `benefits#benefits-0-unit`.
    pub fn address_of_field(kind: Kind, field: &str) -> String {
        match (Self::of_field(kind, field), field.split_once('-')) {
            (Self::Languages, Some((lang, _))) => format!("languages/{lang}#{field}"),
            (section, _) => format!("{section}#{field}"),
        }
    }

    /// The end of its address, for the texts of one language too: `languages/th`.
    pub fn address(self, lang: Option<Lang>) -> String {
        lang.map_or_else(|| self.to_string(), |lang| format!("{self}/{lang}"))
    }

    /// How far it is in a draft.
    pub fn standing_in(self, work: &Work) -> Standing {
        let unfinished = work.unfinished.keys().any(|address| address.split('/').next() == Some(self.code()));
        if unfinished { Standing::Unfinished } else { self.standing(&work.content) }
    }

    fn standing(self, content: &Content) -> Standing {
        let problems = checks::submission(content);
        let here = problems.iter().filter(|(field, _)| Self::of_field(content.kind(), field) == self);
        let (missing, wrong): (Vec<_>, Vec<_>) = here.partition(|(_, problem)| **problem == Problem::Missing);
        match (wrong.is_empty(), missing.is_empty()) {
            (false, _) => Standing::Error,
            (true, false) => Standing::Todo,
            _ if self.filled(content) => Standing::Done,
            _ => Standing::Optional,
        }
    }

    fn filled(self, content: &Content) -> bool {
        static NO_OFFER: std::sync::LazyLock<Offer> = std::sync::LazyLock::new(Offer::default);
        let offer = content.offer().unwrap_or(&NO_OFFER);
        match self {
            Self::Texts => content.texts.get(&content.original).is_some_and(|texts| *texts != Texts::default()),
            Self::Themes => !content.themes.is_empty(),
            Self::Treatments => !content.treatments.is_empty(),
            Self::References => !offer.references.is_empty(),
            Self::Readiness => offer.readiness.is_some(),
            Self::Ip => offer.ip.is_some(),
            Self::Cooperation => !content.cooperation.is_empty(),
            Self::Countries => !offer.offered_to.is_empty(),
            Self::Cost => offer.cost != Cost::default(),
            Self::Benefits => !offer.benefits.is_empty(),
            Self::Performance => !offer.performance.is_empty(),
            Self::Certificates => !offer.certificates.is_empty(),
            Self::Request => content.request().is_some_and(|request| *request != Request::default()),
            Self::Files => !content.files.is_empty(),
            Self::Languages => content.texts.len() > 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_missing_in_an_empty_offer_stands_in_a_section_to_do() {
        let content = Content::empty(Kind::Offer, Lang::En);
        let todo = of_kind(Kind::Offer).filter(|section| section.standing(&content) == Standing::Todo);
        let needed = [
            Section::Texts,
            Section::Themes,
            Section::Readiness,
            Section::Ip,
            Section::Cooperation,
            Section::Countries,
        ];
        assert_eq!(todo.collect::<Vec<_>>(), needed);
        assert_eq!(Section::Benefits.standing(&content), Standing::Optional);
    }

    #[test]
    fn a_field_leads_to_its_section() {
        let at = |field| Section::address_of_field(Kind::Offer, field);
        assert_eq!(at("benefits-2-unit"), "benefits#benefits-2-unit");
        assert_eq!(at("th-title"), "languages/th#th-title");
        assert_eq!(at("capital_from"), "cost#capital_from");
        assert_eq!(Section::address_of_field(Kind::Request, "title"), "request#title");
        let ends = [Section::Languages.address(Some(Lang::Th)), Section::Performance.address(None)];
        assert_eq!(ends, ["languages/th", "performance"]);
    }
}
