//! The state of a search as it stands in an address.

use std::collections::BTreeMap;
use std::str::FromStr;

use url::form_urlencoded::{Serializer, parse};

use crate::search::{Facet, Query, Sort};
use crate::taxonomy::{self, List};
use crate::web::{Error, Page};

/// Results on a page.
pub const PER_PAGE: usize = 20;
/// Longest query that is looked at, in characters.
const LONGEST: usize = 300;
/// Last page that can be asked for.
const LAST: usize = 5_000;

/// A search: words, filters, order, page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What was typed.
    pub q: String,
    /// Codes by facet.
    pub filters: BTreeMap<Facet, Vec<String>>,
    /// Lowest step of evidence.
    pub evidence: Option<u8>,
    /// Order, if it is not the usual one.
    pub sort: Option<Sort>,
    /// Page, from 1.
    pub page: usize,
}

/// The facets that the page offers, with the list of their names.
pub fn offered() -> [(Facet, &'static List); 8] {
    [
        (Facet::Kind, taxonomy::themes()),
        (Facet::Theme, taxonomy::themes()),
        (Facet::Country, taxonomy::countries()),
        (Facet::Stage, taxonomy::stages()),
        (Facet::Cooperation, taxonomy::cooperation()),
        (Facet::Scheme, taxonomy::schemes()),
        (Facet::Industry, taxonomy::industries()),
        (Facet::Sector, taxonomy::sectors()),
    ]
}

impl Search {
    /// Reads a search from the query of an address. Parameters that are no part of a search are passed over; values
    /// that no search can have are refused.
    pub fn read(query: &str) -> Result<Self, Error> {
        let mut search = Self { page: 1, ..Self::default() };
        for (name, value) in parse(query.as_bytes()) {
            let value = value.trim();
            match name.trim_end_matches("[]") {
                _ if value.is_empty() => {}
                "q" => search.q = value.chars().take(LONGEST).collect(),
                "page" => {
                    search.page =
                        value.parse().ok().filter(|page| (1..=LAST).contains(page)).ok_or(Error::BadRequest)?
                }
                "sort" => search.sort = Some(Sort::from_str(value)?),
                "evidence" => {
                    let step = value.parse().ok().filter(|step| (1..=5).contains(step));
                    search.evidence = Some(step.ok_or(Error::BadRequest)?);
                }
                name => {
                    let Ok(facet) = Facet::from_str(name) else { continue };
                    if !known(facet, value) {
                        return Err(Error::BadRequest);
                    }
                    let codes = search.filters.entry(facet).or_default();
                    if !codes.iter().any(|code| code == value) {
                        codes.push(value.to_owned());
                    }
                }
            }
        }
        Ok(search)
    }

    /// The question to the index.
    pub fn query(&self, page: &Page) -> Query {
        Query {
            text: self.q.clone(),
            filters: self.filters.clone(),
            evidence_at_least: self.evidence,
            sort: self.sort.unwrap_or(Sort::Relevance),
            page: self.page,
            per_page: PER_PAGE,
            ..Query::everything(page.lang(), page.now().timestamp())
        }
    }

    /// Whether anything narrows it besides words.
    pub fn is_filtered(&self) -> bool {
        !self.filters.is_empty() || self.evidence.is_some()
    }

    /// Whether a code is chosen.
    pub fn has(&self, facet: Facet, code: &str) -> bool {
        self.filters.get(&facet).is_some_and(|codes| codes.iter().any(|chosen| chosen == code))
    }

    /// The path of this search.
    pub fn path(&self) -> String {
        let mut query = Serializer::new(String::new());
        if !self.q.is_empty() {
            query.append_pair("q", &self.q);
        }
        for (facet, codes) in &self.filters {
            query.extend_pairs(codes.iter().map(|code| (facet.code(), code)));
        }
        if let Some(step) = self.evidence {
            query.append_pair("evidence", &step.to_string());
        }
        if let Some(sort) = self.sort {
            query.append_pair("sort", sort.code());
        }
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        match query.finish() {
            query if query.is_empty() => "/listings".to_owned(),
            query => format!("/listings?{query}"),
        }
    }

    /// The same search on another page.
    pub fn at_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same search in another order, from its first page.
    pub fn sorted(&self, sort: Option<Sort>) -> Self {
        Self { sort, page: 1, ..self.clone() }
    }

    /// The same search with other words, from its first page.
    pub fn worded(&self, q: &str) -> Self {
        Self { q: q.to_owned(), page: 1, ..self.clone() }
    }

    /// The same search without one filter, from its first page.
    pub fn without(&self, facet: Facet, code: &str) -> Self {
        let mut search = self.at_page(1);
        if let Some(codes) = search.filters.get_mut(&facet) {
            codes.retain(|chosen| chosen != code);
        }
        search.filters.retain(|_, codes| !codes.is_empty());
        search
    }

    /// The same search without a lowest step of evidence, from its first page.
    pub fn without_evidence(&self) -> Self {
        Self { evidence: None, page: 1, ..self.clone() }
    }

    /// The same words without any filter.
    pub fn unfiltered(&self) -> Self {
        Self { filters: BTreeMap::new(), evidence: None, page: 1, ..self.clone() }
    }
}

/// Whether a facet has a code.
fn known(facet: Facet, code: &str) -> bool {
    match facet {
        Facet::Kind => matches!(code, "offer" | "request"),
        Facet::Theme => taxonomy::themes().has(code),
        Facet::Keyword => taxonomy::keywords().has(code),
        Facet::Country | Facet::OfferedTo => taxonomy::countries().has(code),
        Facet::Stage => taxonomy::stages().has(code),
        Facet::Cooperation => taxonomy::cooperation().has(code),
        Facet::Industry => taxonomy::industries().has(code),
        Facet::Sdg => taxonomy::sdgs().has(code),
        Facet::Scheme => taxonomy::schemes().has(code),
        Facet::Evidence => matches!(code, "1" | "2" | "3" | "4" | "5"),
        Facet::Sector => taxonomy::sectors().has(code),
    }
}

/// The name of a facet's code in the reader's language.
pub fn name(page: &Page, facet: Facet, code: &str) -> String {
    match facet {
        Facet::Kind => page.text("kind-plural", code),
        Facet::Theme => page.name(taxonomy::themes(), code),
        Facet::Keyword => page.name(taxonomy::keywords(), code),
        Facet::Country => page.country(code),
        Facet::OfferedTo => t!(page, "search-offered-to", country = page.country(code)),
        Facet::Stage => page.name(taxonomy::stages(), code),
        Facet::Cooperation => page.name(taxonomy::cooperation(), code),
        Facet::Industry => page.name(taxonomy::industries(), code),
        Facet::Sdg => page.name(taxonomy::sdgs(), code),
        Facet::Scheme => page.name(taxonomy::schemes(), code),
        Facet::Evidence => code.to_owned(),
        Facet::Sector => page.name(taxonomy::sectors(), code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_back() {
        let address = "q=textile+bioreactor&theme=water&theme=air&country=VN&evidence=3&sort=newest&page=2";
        let search = Search::read(address).unwrap();
        assert_eq!(search.filters[&Facet::Theme], ["water", "air"]);
        assert_eq!(Search::read(search.path().split_once('?').unwrap().1).unwrap(), search);
        assert_eq!(search.without(Facet::Theme, "air").page, 1, "a changed filter goes back to page 1");
    }

    #[test]
    fn what_no_search_can_have_is_refused_and_what_is_no_search_is_passed_over() {
        for bad in [
            "page=0",
            "page=-1",
            "page=abc",
            "page=999999999999",
            "theme=nonsense",
            "sort=up",
            "evidence=9",
            "country=XX",
        ] {
            assert!(Search::read(bad).is_err(), "{bad}");
        }
        assert_eq!(Search::read("utm_source=x&theme=&page=").unwrap(), Search { page: 1, ..Search::default() });
    }
}
