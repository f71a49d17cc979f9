//! What is put into the index.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::taxonomy::Lang;

codes! {
    /// What results can be narrowed by and are counted over; the code is the name of the query parameter.
    pub enum Facet {
        Kind = "kind", Theme = "theme", Keyword = "keyword", Country = "country", OfferedTo = "offered_to",
        Stage = "stage", Cooperation = "cooperation", Industry = "industry", Sdg = "sdg", Scheme = "scheme",
        RecognisedIn = "recognised_in", Evidence = "evidence", Indicator = "indicator", Sector = "sector",
    }
}

/// The texts of one language, as plain text (no Markdown or HTML).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TextFields {
    /// The title; counts most.
    #[serde(rename = "t", skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The summary; counts more than the body.
    #[serde(rename = "s", skip_serializing_if = "String::is_empty")]
    pub summary: String,
    /// Everything else that is written, paragraphs divided by a line break.
    #[serde(rename = "b", skip_serializing_if = "String::is_empty")]
    pub body: String,
}

/// One figure that a listing claims: what of, how much better, and on what it rests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claim {
    /// Code of the indicator or the measured parameter.
    pub subject: String,
    /// The improvement or removal, in per cent; `None` when only a bound is known that shows nothing.
    pub effect: Option<f64>,
    /// Step on the evidence ladder, 1 to 5.
    pub evidence: u8,
    /// Code of the scale at which it was measured; empty when that is not said.
    pub scale: String,
}

/// One published listing as the index holds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// The listing's number; a second document with the same number replaces the first.
    pub id: i64,
    /// The listing's own reference, `TO-VN-2026-00042`; a query that is this reference finds it first.
    pub reference: String,
    /// The identifier at the source of an imported listing, `41T1`; may be empty. Found like the reference.
    pub source_id: String,
    /// The texts by language.
    pub texts: Vec<(Lang, TextFields)>,
    /// Names, in all languages, of what the listing is about (treatments, parameters, keywords, industries, countries, the
    /// organisation): short phrases, by which a query in one language finds a listing in another. The names of one thing
    /// are one text, a line each, the same for all documents that have it.
    pub terms: Vec<String>,
    /// Further words for broad codes, of which the listing may be about another part: they find it, behind those that
    /// name the word itself. Those of one code are one text, a line each.
    pub related: Vec<String>,
    /// Code of the kind.
    pub kind: String,
    /// Theme codes.
    pub themes: Vec<String>,
    /// Keyword codes.
    pub keywords: Vec<String>,
    /// The organisation's country; empty when there is none.
    pub country: String,
    /// Codes of the countries that the offer is made to.
    pub offered_to: Vec<String>,
    /// Code of the stage of readiness; empty when there is none.
    pub stage: String,
    /// Cooperation codes.
    pub cooperation: Vec<String>,
    /// Industry codes.
    pub industries: Vec<String>,
    /// Sustainable Development Goals, as written numbers.
    pub sdgs: Vec<String>,
    /// Codes of the label schemes.
    pub schemes: Vec<String>,
    /// Codes of the countries in which a label of it counts.
    pub recognised_in: Vec<String>,
    /// Highest step on the evidence ladder, 1 to 5; 0 when there is none.
    pub evidence: u8,
    /// The figures that it claims.
    pub claims: Vec<Claim>,
    /// Simple payback in months.
    pub payback: Option<u32>,
    /// Sector of the organisation; empty when there is none.
    pub sector: String,
    /// When the listing was published, in seconds since 1970.
    pub published_at: i64,
    /// When a request closes, in seconds since 1970.
    pub closes_at: Option<i64>,
    /// The strongest improvement, in per cent.
    pub effect: Option<f64>,
    /// The result card, stored as it is and handed back with the hit.
    pub card: String,
    /// The number of the change that made this state of the listing, see [`crate::search::Index::last_change`].
    pub change: i64,
}

impl Document {
    /// Every facet value of the document.
    pub(super) fn facet_codes(&self) -> impl Iterator<Item = (Facet, String)> + '_ {
        let one = |facet, code: &str| (facet, vec![code.to_owned()]);
        let lists = [
            one(Facet::Kind, &self.kind),
            (Facet::Theme, self.themes.clone()),
            (Facet::Keyword, self.keywords.clone()),
            one(Facet::Country, &self.country),
            (Facet::OfferedTo, self.offered_to.clone()),
            one(Facet::Stage, &self.stage),
            (Facet::Cooperation, self.cooperation.clone()),
            (Facet::Industry, self.industries.clone()),
            (Facet::Sdg, self.sdgs.clone()),
            (Facet::Scheme, self.schemes.clone()),
            (Facet::RecognisedIn, self.recognised_in.clone()),
            (Facet::Evidence, if self.evidence > 0 { vec![self.evidence.to_string()] } else { Vec::new() }),
            (Facet::Indicator, self.claims.iter().map(|claim| claim.subject.clone()).collect()),
            one(Facet::Sector, &self.sector),
        ];
        lists.into_iter().flat_map(|(facet, mut codes)| {
            codes.sort();
            codes.dedup();
            codes.into_iter().filter(|code| !code.is_empty()).map(move |code| (facet, code))
        })
    }
}

/// One step that brings the index up to date.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Adds a document or replaces the one with its number.
    Put(Box<Document>),
    /// Takes a document out; nothing happens when it is not there.
    Remove {
        /// The listing's number.
        id: i64,
        /// The number of the change.
        change: i64,
    },
}

impl Change {
    /// The listing that changes.
    pub fn id(&self) -> i64 {
        match self {
            Self::Put(document) => document.id,
            Self::Remove { id, .. } => *id,
        }
    }

    /// The number of the change.
    pub fn number(&self) -> i64 {
        match self {
            Self::Put(document) => document.change,
            Self::Remove { change, .. } => *change,
        }
    }

    /// Of several changes of one listing only the last matters.
    pub(super) fn latest(changes: Vec<Self>) -> BTreeMap<i64, Self> {
        changes.into_iter().map(|change| (change.id(), change)).collect()
    }
}
