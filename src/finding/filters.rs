//! The state of a search as it stands in an address.

use std::collections::BTreeMap;
use std::str::FromStr;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use url::form_urlencoded::{Serializer, parse};

use crate::checks::{Problem, Problems};
use crate::listings::editor::numbers;
use crate::search::{Facet, Query, Sort};
use crate::taxonomy::{self, List, Registers, Scale};
use crate::web::{Error, Page};

/// Results on a page.
pub const PER_PAGE: usize = 20;
/// Longest query that is looked at, in characters.
const LONGEST: usize = 300;
/// Longest payback that can be asked for, in months.
const LONGEST_PAYBACK: u32 = 1_200;
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
    /// Least effect of a claim in per cent, as it was typed.
    pub least: String,
    /// Scale at which that claim was measured.
    pub scale: Option<Scale>,
    /// Longest payback in months, as it was typed.
    pub payback: String,
    /// Order, if it is not the usual one.
    pub sort: Option<Sort>,
    /// Page, from 1.
    pub page: usize,
}

/// The facets that the page offers, in their order.
pub const OFFERED: [Facet; 9] = [
    Facet::Kind,
    Facet::Theme,
    Facet::Country,
    Facet::Stage,
    Facet::Cooperation,
    Facet::Scheme,
    Facet::RecognisedIn,
    Facet::Industry,
    Facet::Sector,
];

impl Search {
    /// Reads a search from the query of an address. Parameters that are no part of a search are passed over; values
    /// that no search can have are refused.
    pub fn read(query: &str, registers: &Registers) -> Result<Self, Error> {
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
                "least" => search.least = value.chars().take(LONGEST).collect(),
                "payback" => search.payback = value.chars().take(LONGEST).collect(),
                "scale" => search.scale = Some(Scale::from_str(value)?),
                "sort" => search.sort = Some(Sort::from_str(value)?),
                "evidence" => {
                    let step = value.parse().ok().filter(|step| (1..=5).contains(step));
                    search.evidence = Some(step.ok_or(Error::BadRequest)?);
                }
                name => {
                    let Ok(facet) = Facet::from_str(name) else { continue };
                    if !known(facet, value, registers) {
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

    /// The least effect, in per cent; a sign or a "%" that was typed with it says nothing more.
    pub fn least_effect(&self) -> Result<Option<Decimal>, Problem> {
        figure(&self.least, Decimal::from(1_000))
    }

    /// The longest payback, in months.
    pub fn payback_within(&self) -> Result<Option<u32>, Problem> {
        let months = figure(&self.payback, Decimal::from(LONGEST_PAYBACK))?;
        Ok(months.and_then(|months| months.trunc().to_u32()))
    }

    /// What was typed and cannot be read.
    pub fn problems(&self) -> Problems {
        let mut problems = Problems::new();
        for (field, wrong) in [("least", self.least_effect().err()), ("payback", self.payback_within().err())] {
            wrong.into_iter().for_each(|problem| problems.add(field, problem));
        }
        problems
    }

    /// The question to the index; what cannot be read asks nothing.
    pub fn query(&self, page: &Page) -> Query {
        Query {
            least_effect: self.least_effect().ok().flatten().and_then(|least| least.to_f64()),
            scale: self.scale.map(|scale| scale.to_string()),
            payback_within: self.payback_within().ok().flatten(),
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
        !self.filters.is_empty() || self.evidence.is_some() || self.asks_of_figures() || !self.payback.is_empty()
    }

    /// Whether it asks how large an effect is, or at which scale it was measured.
    pub fn asks_of_figures(&self) -> bool {
        !self.least.is_empty() || self.scale.is_some()
    }

    /// The indicator or parameter that is asked for.
    pub fn indicator(&self) -> Option<&str> {
        self.filters.get(&Facet::Indicator).and_then(|codes| codes.first()).map(String::as_str)
    }

    /// Whether a code is chosen.
    pub fn has(&self, facet: Facet, code: &str) -> bool {
        self.filters.get(&facet).is_some_and(|codes| codes.iter().any(|chosen| chosen == code))
    }

    /// Everything but words and page, as names and values of an address.
    pub fn conditions(&self) -> Vec<(&'static str, String)> {
        let facets = self.filters.iter();
        let mut pairs: Vec<_> =
            facets.flat_map(|(facet, codes)| codes.iter().map(|code| (facet.code(), code.clone()))).collect();
        pairs.extend(self.evidence.map(|step| ("evidence", step.to_string())));
        pairs.extend(self.scale.map(|scale| ("scale", scale.to_string())));
        let typed = [("least", &self.least), ("payback", &self.payback)];
        pairs.extend(
            typed.into_iter().filter(|(_, typed)| !typed.is_empty()).map(|(name, typed)| (name, typed.clone())),
        );
        pairs.extend(self.sort.map(|sort| ("sort", sort.to_string())));
        pairs
    }

    /// The path of this search.
    pub fn path(&self) -> String {
        let mut query = Serializer::new(String::new());
        if !self.q.is_empty() {
            query.append_pair("q", &self.q);
        }
        query.extend_pairs(self.conditions());
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

    /// The same search without what it asks of an effect, from its first page.
    pub fn without_effect(&self) -> Self {
        let mut search = Self { least: String::new(), scale: None, page: 1, ..self.clone() };
        search.filters.remove(&Facet::Indicator);
        search
    }

    /// The same search without a longest payback, from its first page.
    pub fn without_payback(&self) -> Self {
        Self { payback: String::new(), page: 1, ..self.clone() }
    }

    /// The same words without any filter.
    pub fn unfiltered(&self) -> Self {
        Self { q: self.q.clone(), sort: self.sort, page: 1, ..Self::default() }
    }
}

/// A figure from 0 to `most`.
fn figure(typed: &str, most: Decimal) -> Result<Option<Decimal>, Problem> {
    let number = numbers::read(typed.trim_end_matches(['%', '％', ' ']))?.map(|number| number.abs());
    let max = most.to_i64().unwrap_or(i64::MAX);
    if number.is_some_and(|number| number > most) { Err(Problem::OutOfRange { min: 0, max }) } else { Ok(number) }
}

/// The list of an indicator or a parameter.
pub fn subjects(code: &str) -> &'static List {
    if taxonomy::indicators().has(code) { taxonomy::indicators() } else { taxonomy::parameters() }
}

/// Whether a facet has a code.
fn known(facet: Facet, code: &str, registers: &Registers) -> bool {
    match facet {
        Facet::Kind => matches!(code, "offer" | "request"),
        Facet::Theme => taxonomy::themes().has(code),
        Facet::Keyword => registers.keywords().has(code),
        Facet::Country | Facet::OfferedTo | Facet::RecognisedIn => taxonomy::countries().has(code),
        Facet::Stage => taxonomy::stages().has(code),
        Facet::Cooperation => taxonomy::cooperation().has(code),
        Facet::Industry => taxonomy::industries().has(code),
        Facet::Sdg => taxonomy::sdgs().has(code),
        Facet::Scheme => registers.schemes().has(code),
        Facet::Indicator => taxonomy::indicators().has(code) || taxonomy::parameters().has(code),
        Facet::Evidence => matches!(code, "1" | "2" | "3" | "4" | "5"),
        Facet::Sector => taxonomy::sectors().has(code),
    }
}

/// The name of a facet's code in the reader's language.
pub fn name(page: &Page, facet: Facet, code: &str) -> String {
    match facet {
        Facet::Kind => page.text("kind-plural", code),
        Facet::Theme => page.name(taxonomy::themes(), code),
        Facet::Keyword => page.name(page.keywords(), code),
        Facet::Country => page.country(code),
        Facet::OfferedTo => t!(page, "search-offered-to", country = page.country(code)),
        Facet::RecognisedIn => page.country(code),
        Facet::Stage => page.name(taxonomy::stages(), code),
        Facet::Cooperation => page.name(taxonomy::cooperation(), code),
        Facet::Industry => page.name(taxonomy::industries(), code),
        Facet::Sdg => page.name(taxonomy::sdgs(), code),
        Facet::Scheme => page.name(page.schemes(), code),
        Facet::Indicator => page.name(subjects(code), code),
        Facet::Evidence => code.to_owned(),
        Facet::Sector => page.name(taxonomy::sectors(), code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Result<Search, Error> {
        Search::read(query, &Registers::carried())
    }

    #[test]
    fn an_address_is_read_and_written_back() {
        let address =
            "q=textile+bioreactor&theme=water&theme=air&country=VN&recognised_in=TH&evidence=3&sort=newest&page=2";
        let search = read(address).unwrap();
        assert_eq!(search.filters[&Facet::Theme], ["water", "air"]);
        assert_eq!(read(search.path().split_once('?').unwrap().1).unwrap(), search);
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
            "recognised_in=XX",
        ] {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert_eq!(read("utm_source=x&theme=&page=").unwrap(), Search { page: 1, ..Search::default() });
    }
}
