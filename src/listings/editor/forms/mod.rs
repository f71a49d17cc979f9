//! The forms of the sections: all text, so that what was typed can be shown again, with the way from a content into the
//! form and back.

mod choices;
mod cost;
mod languages;
mod request;
mod rows;
mod shown;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use choices::{CooperationForm, CountriesForm, IpForm, ReadinessForm, TextsForm, ThemesForm};
pub use cost::CostForm;
pub use languages::LanguageForm;
pub use request::RequestForm;
pub use rows::{BenefitRow, BenefitsForm, CertificateRow, CertificatesForm, PerformanceForm};
pub use shown::{ReferencesForm, TreatmentsForm};

use super::section::{Section, of_kind};
use crate::checks::Problems;
use crate::listings::content::Content;
use crate::taxonomy::Lang;

/// Where a form stands: what its fields mean may hang on it.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// Language of the page, in which names of codes are read and shown.
    pub reader: Lang,
    /// The language that the address names, for texts in other languages.
    pub lang: Option<Lang>,
}

/// The form of a section.
pub trait SectionForm: Serialize + DeserializeOwned + Default + Send + 'static {
    /// Its section.
    const SECTION: Section;

    /// The form filled from a content.
    fn of(content: &Content, spot: Spot) -> Self;

    /// Writes the form into a content, and says what is wrong.
    fn put(&self, content: &mut Content, spot: Spot) -> Problems;

    /// Adds or removes a row if that is what the pressed button asks for.
    fn rework(&mut self, _action: &str) -> bool {
        false
    }

    /// Leaves out rows in which nothing was typed.
    fn tidy(&mut self) {}

    /// Whether a content has this section at this spot.
    fn stands(content: &Content, _spot: Spot) -> bool {
        of_kind(content.kind()).any(|section| section == Self::SECTION)
    }
}

#[cfg(test)]
mod tests;
