use serde::{Deserialize, Serialize};

use super::{SectionForm, Spot};
use crate::checks::Problems;
use crate::listings::content::{Body, Content, Offer, Texts};
use crate::listings::editor::section::Section;
use crate::listings::editor::typed;
use crate::taxonomy;

/// Texts in the original language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextsForm {
    /// Title.
    pub title: String,
    /// Summary.
    pub summary: String,
    /// Description, Markdown.
    pub description: String,
    /// Advantages.
    pub advantages: String,
}

/// Themes, keywords, industries and goals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ThemesForm {
    /// Codes of themes.
    pub themes: Vec<String>,
    /// Codes of keywords.
    pub keywords: Vec<String>,
    /// Codes of industries.
    pub industries: Vec<String>,
    /// Numbers of goals.
    pub sdgs: Vec<String>,
}

/// Readiness.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadinessForm {
    /// Level, 1 to 9.
    pub readiness: String,
}

/// Intellectual property.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IpForm {
    /// State.
    pub ip: String,
    /// Patent numbers, one a line.
    pub patents: String,
    /// Codes of patent classes.
    pub patent_classes: Vec<String>,
}

/// Cooperation and partner sought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CooperationForm {
    /// Codes of cooperation.
    pub cooperation: Vec<String>,
    /// Role of the partner, in the original language.
    pub partner_role: String,
    /// Sectors of the partner.
    pub partner_sectors: Vec<String>,
    /// Sizes of the partner.
    pub partner_sizes: Vec<String>,
}

/// Countries. `all` among the codes stands for the eleven of the region.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CountriesForm {
    /// Where it was developed.
    pub developed_in: Vec<String>,
    /// Where it runs.
    pub deployed_in: Vec<String>,
    /// To where it is offered.
    pub offered_to: Vec<String>,
}

/// The code that stands for all eleven countries.
const ALL: &str = "all";

fn original(content: &mut Content) -> &mut Texts {
    content.texts.entry(content.original).or_default()
}

impl SectionForm for TextsForm {
    const SECTION: Section = Section::Texts;

    fn of(content: &Content, _: Spot) -> Self {
        let texts = content.texts.get(&content.original).cloned().unwrap_or_default();
        let Texts { title, summary, description, advantages, .. } = texts;
        Self { title, summary, description, advantages }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let texts = original(content);
        texts.title = typed::line(&self.title);
        texts.summary = typed::text(&self.summary);
        texts.description = typed::text(&self.description);
        texts.advantages = typed::text(&self.advantages);
        Problems::new()
    }
}

impl SectionForm for ThemesForm {
    const SECTION: Section = Section::Themes;

    fn of(content: &Content, _: Spot) -> Self {
        Self {
            themes: content.themes.clone(),
            keywords: content.keywords.clone(),
            industries: content.industries.clone(),
            sdgs: typed::sent(&content.sdgs),
        }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        content.themes = typed::codes(&mut problems, "themes", &self.themes, &content.themes);
        content.keywords = typed::codes(&mut problems, "keywords", &self.keywords, &content.keywords);
        content.industries = typed::codes(&mut problems, "industries", &self.industries, &content.industries);
        content.sdgs = typed::codes(&mut problems, "sdgs", &self.sdgs, &content.sdgs);
        problems
    }
}

/// The offer of a content; a request has no sections that ask for it.
pub(super) fn offer(content: &mut Content) -> Option<&mut Offer> {
    match &mut content.body {
        Body::Offer(offer) => Some(offer),
        Body::Request(_) => None,
    }
}

impl SectionForm for ReadinessForm {
    const SECTION: Section = Section::Readiness;

    fn of(content: &Content, _: Spot) -> Self {
        Self { readiness: typed::sent_some(content.offer().and_then(|offer| offer.readiness)) }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        if let Some(offer) = offer(content) {
            offer.readiness = typed::code(&mut problems, "readiness", &self.readiness);
        }
        problems
    }
}

impl SectionForm for IpForm {
    const SECTION: Section = Section::Ip;

    fn of(content: &Content, _: Spot) -> Self {
        let Some(offer) = content.offer() else { return Self::default() };
        Self {
            ip: typed::sent_some(offer.ip),
            patents: offer.patents.join("\n"),
            patent_classes: offer.patent_classes.clone(),
        }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        if let Some(offer) = offer(content) {
            offer.ip = typed::code(&mut problems, "ip", &self.ip);
            let lines = typed::text(&self.patents);
            let lines = lines.lines().map(typed::line).filter(|line| !line.is_empty());
            offer.patents = lines.collect();
            offer.patent_classes =
                typed::codes(&mut problems, "patent_classes", &self.patent_classes, &offer.patent_classes);
        }
        problems
    }
}

impl SectionForm for CooperationForm {
    const SECTION: Section = Section::Cooperation;

    fn of(content: &Content, _: Spot) -> Self {
        let Some(offer) = content.offer() else { return Self::default() };
        Self {
            cooperation: typed::sent(&content.cooperation),
            partner_role: content
                .texts
                .get(&content.original)
                .map(|texts| texts.partner_role.clone())
                .unwrap_or_default(),
            partner_sectors: typed::sent(&offer.partner_sectors),
            partner_sizes: typed::sent(&offer.partner_sizes),
        }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        content.cooperation = typed::codes(&mut problems, "cooperation", &self.cooperation, &content.cooperation);
        original(content).partner_role = typed::text(&self.partner_role);
        if let Some(offer) = offer(content) {
            let sectors = &offer.partner_sectors;
            offer.partner_sectors = typed::codes(&mut problems, "partner_sectors", &self.partner_sectors, sectors);
            let sizes = &offer.partner_sizes;
            offer.partner_sizes = typed::codes(&mut problems, "partner_sizes", &self.partner_sizes, sizes);
        }
        problems
    }
}

impl SectionForm for CountriesForm {
    const SECTION: Section = Section::Countries;

    fn of(content: &Content, _: Spot) -> Self {
        let Some(offer) = content.offer() else { return Self::default() };
        Self {
            developed_in: offer.developed_in.clone(),
            deployed_in: offer.deployed_in.clone(),
            offered_to: offer.offered_to.clone(),
        }
    }

    fn put(&self, content: &mut Content, _: Spot) -> Problems {
        let mut problems = Problems::new();
        if let Some(offer) = offer(content) {
            for (field, chosen, kept) in [
                ("developed_in", &self.developed_in, &mut offer.developed_in),
                ("deployed_in", &self.deployed_in, &mut offer.deployed_in),
                ("offered_to", &self.offered_to, &mut offer.offered_to),
            ] {
                *kept = typed::codes(&mut problems, field, &expanded(chosen), kept);
            }
        }
        problems
    }
}

/// Puts the eleven countries in the place of `all`.
fn expanded(chosen: &[String]) -> Vec<String> {
    let all = chosen.iter().any(|code| code == ALL);
    let members = taxonomy::member_countries().filter(|_| all).map(|entry| entry.code.clone());
    members.chain(chosen.iter().filter(|code| *code != ALL).cloned()).collect()
}
