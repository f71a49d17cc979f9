//! What is asked and what comes back.

use std::collections::BTreeMap;

use super::document::Facet;
use crate::codes;
use crate::taxonomy::Lang;

/// Most hits on one page.
pub const MAX_PER_PAGE: usize = 100;

codes! {
    /// Order of the hits; the code is the value of the query parameter.
    pub enum Sort {
        Relevance = "relevance", Newest = "newest", ClosingSoon = "closing", GreatestEffect = "effect",
    }
}

/// A question to the index.
#[derive(Clone, Debug)]
pub struct Query {
    /// What the reader typed. Never an error: `"…"` is a phrase, a leading `-` excludes, everything else is words.
    pub text: String,
    /// Codes by facet: one of the codes inside a facet must hold, and every facet that has codes.
    pub filters: BTreeMap<Facet, Vec<String>>,
    /// Lowest step on the evidence ladder, 1 to 5.
    pub evidence_at_least: Option<u8>,
    /// Least effect in per cent of one claim; with it and with [`Self::scale`] the indicators of [`Self::filters`] and
    /// the step of evidence must hold for that same claim.
    pub least_effect: Option<f64>,
    /// Code of the scale at which that claim was measured.
    pub scale: Option<String>,
    /// Longest simple payback, in months.
    pub payback_within: Option<u32>,
    /// Order of the hits; [`Sort::Relevance`] without words is [`Sort::Newest`].
    pub sort: Sort,
    /// The reader's language: titles and snippets come in it where the listing has it.
    pub lang: Lang,
    /// The page, from 1.
    pub page: usize,
    /// Hits on a page, 1 to [`MAX_PER_PAGE`].
    pub per_page: usize,
    /// Whether [`Found::facets`] is wanted; counting costs more than finding where the words are few.
    pub counted: bool,
    /// The time, in seconds since 1970: [`Sort::ClosingSoon`] puts what has closed last.
    pub now: i64,
}

impl Query {
    /// Whether it asks for something that one and the same claim must have.
    pub(super) fn asks_of_claims(&self) -> bool {
        let indicators = self.filters.get(&Facet::Indicator).is_some_and(|codes| !codes.is_empty());
        indicators || self.least_effect.is_some() || self.scale.is_some()
    }

    /// The first page of everything, newest first.
    pub fn everything(lang: Lang, now: i64) -> Self {
        Self {
            text: String::new(),
            filters: BTreeMap::new(),
            evidence_at_least: None,
            least_effect: None,
            scale: None,
            payback_within: None,
            sort: Sort::Relevance,
            lang,
            page: 1,
            per_page: 20,
            counted: true,
            now,
        }
    }
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many documents hold, on all pages; exact.
    pub total: usize,
    /// The hits of the page.
    pub hits: Vec<Hit>,
    /// How many documents hold for each code, with the filters of all *other* facets applied: what one would have on
    /// choosing this code alone in its facet. Most first; chosen codes are listed even at 0. The steps of
    /// [`Facet::Evidence`] count what reaches at least that step. Empty when the query wants no counts.
    pub facets: BTreeMap<Facet, Vec<(String, usize)>>,
    /// The query with misspelt words replaced, when a word stands in no document and a similar one does.
    pub suggestion: Option<String>,
    /// Words of the query that stand in no document, as typed; the hits were found by the others or by similar words.
    pub unknown: Vec<String>,
}

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The listing's number.
    pub id: i64,
    /// The card, as it was put in.
    pub card: String,
    /// The title in fragments; `true` marks what was searched for.
    pub title: Vec<(String, bool)>,
    /// Language of the title: the reader's, else English, else the first there is.
    pub title_lang: Lang,
    /// The passage that answers, in fragments; cut passages begin or end with `…`.
    pub snippet: Vec<(String, bool)>,
    /// Language of the snippet: the reader's when it answers there, else one that does.
    pub lang: Lang,
}
