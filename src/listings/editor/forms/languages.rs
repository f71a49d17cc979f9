use serde::{Deserialize, Serialize};

use super::{SectionForm, Spot};
use crate::checks::Problems;
use crate::listings::content::{Content, Texts};
use crate::listings::editor::section::Section;
use crate::listings::editor::typed;
use crate::taxonomy::Kind;

/// Texts in a language that is not the original.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LanguageForm {
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Description, Markdown.
    pub description: String,
    /// Advantages of an offer.
    pub advantages: String,
    /// Role of the partner of an offer.
    pub partner_role: String,
    /// Background of a request.
    pub background: String,
    /// Anything: take the texts of this language away.
    pub remove: String,
}

impl SectionForm for LanguageForm {
    const SECTION: Section = Section::Languages;

    fn of(content: &Content, spot: Spot) -> Self {
        let texts = spot.lang.and_then(|lang| content.texts.get(&lang)).cloned().unwrap_or_default();
        let Texts { title, summary, description, advantages, background, partner_role } = texts;
        Self { title, summary, description, advantages, background, partner_role, remove: String::new() }
    }

    fn put(&self, content: &mut Content, spot: Spot) -> Problems {
        let offers = content.kind() == Kind::Offer;
        let only = |holds: bool, text: &str| if holds { typed::text(text) } else { String::new() };
        let texts = Texts {
            title: typed::line(&self.title),
            summary: typed::text(&self.summary),
            description: typed::text(&self.description),
            advantages: only(offers, &self.advantages),
            background: only(!offers, &self.background),
            partner_role: only(offers, &self.partner_role),
        };
        if let Some(lang) = spot.lang {
            if texts == Texts::default() || !self.remove.is_empty() {
                content.texts.remove(&lang);
            } else {
                content.texts.insert(lang, texts);
            }
        }
        Problems::new()
    }

    fn stands(content: &Content, spot: Spot) -> bool {
        spot.lang.is_some_and(|lang| lang != content.original)
    }
}
