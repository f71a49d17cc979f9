//! The filters beside the results: how they are drawn, and those that were drawn before. The page that follows, in another
//! order or further on, shows the same ones.

use std::sync::Arc;

use askama::Template;
use quick_cache::Weighter;
use quick_cache::sync::Cache;

use super::filters::{self, OFFERED, Search};
use super::pages::applied;
use crate::search::{Facet, Found};
use crate::taxonomy::{self, Entry, List};
use crate::web::form::Errors;
use crate::web::{Error, Page};

/// Bytes of all panels that are kept.
const WEIGHT: u64 = 4 << 20;
/// About how many these are; it only sizes the tables.
const COUNT: usize = 128;

/// Panels of searches without words, by language and filters, each with the generation in which it was drawn.
pub struct Panels(Cache<String, (u64, Arc<str>), Weight>);

#[derive(Clone)]
struct Weight;

impl Weighter<String, (u64, Arc<str>)> for Weight {
    fn weight(&self, key: &String, (_, panel): &(u64, Arc<str>)) -> u64 {
        (key.len() + panel.len()) as u64
    }
}

impl Default for Panels {
    fn default() -> Self {
        Self(Cache::with_weighter(COUNT, WEIGHT, Weight))
    }
}

/// What a panel is kept under; nothing for searches that are asked once, such as those by words.
fn key(page: &Page, search: &Search) -> Option<String> {
    let kept = search.q.is_empty() && search.problems().is_empty();
    kept.then(|| format!("{}{}", page.lang(), page.url(&search.at_page(1).path())))
}

impl Panels {
    /// The panel of a search, if it was drawn since anything changed.
    pub fn get(&self, page: &Page, search: &Search, generation: u64) -> Option<Arc<str>> {
        let (drawn_in, panel) = self.0.get(&key(page, search)?)?;
        (drawn_in == generation).then_some(panel)
    }

    /// Keeps a panel.
    pub fn keep(&self, page: &Page, search: &Search, generation: u64, panel: &Arc<str>) {
        if let Some(key) = key(page, search) {
            self.0.insert(key, (generation, Arc::clone(panel)));
        }
    }
}

#[derive(Template)]
#[template(path = "finding/filters.html")]
struct Panel<'a> {
    page: &'a Page,
    search: &'a Search,
    facets: Vec<FacetView>,
    effect: EffectView,
    /// How many filters are on.
    applied: usize,
    errors: &'a Errors,
}

/// Draws the panel of a search.
pub fn draw(page: &Page, search: &Search, found: &Found, errors: &Errors) -> Result<Arc<str>, Error> {
    let facets = OFFERED.into_iter().filter_map(|facet| facet_view(page, search, found, facet));
    let panel = Panel {
        page,
        search,
        facets: facets.chain(evidence_view(page, search, found)).collect(),
        effect: EffectView::new(page, search, found),
        applied: applied(page, search).len(),
        errors,
    };
    Ok(panel.render().map_err(|error| Error::Internal(error.into()))?.into())
}

/// One choice of a facet: code, name, how many, whether it is chosen.
struct Choice {
    code: String,
    name: String,
    count: String,
    chosen: bool,
}

/// One facet as the page shows it.
struct FacetView {
    param: &'static str,
    title: String,
    choices: Vec<Choice>,
    more: Vec<Choice>,
}

/// What can be asked of an effect: of what, at which scale.
struct EffectView {
    /// Indicators and measured parameters that listings have: heading, choices.
    subjects: Vec<(String, Vec<Choice>)>,
    scales: Vec<Choice>,
}

impl EffectView {
    fn new(page: &Page, search: &Search, found: &Found) -> Self {
        let counted = found.facets.get(&Facet::Indicator).map(Vec::as_slice).unwrap_or_default();
        // With further conditions the counts would be of listings, where the conditions are of single claims.
        let counts = !search.asks_of_figures() && search.evidence.is_none() && search.indicator().is_none();
        let choices = |list: &'static List| {
            let mut choices: Vec<Choice> = counted
                .iter()
                .filter(|(code, _)| std::ptr::eq(filters::subjects(code), list))
                .map(|(code, count)| Choice {
                    name: list.name(code, page.lang()).to_owned(),
                    count: if counts { page.integer(*count) } else { String::new() },
                    chosen: search.has(Facet::Indicator, code),
                    code: code.clone(),
                })
                .collect();
            choices.sort_by(|a, b| a.name.cmp(&b.name));
            choices
        };
        let groups = [
            (t!(page, "search-benefits"), choices(taxonomy::indicators())),
            (t!(page, "search-parameters"), choices(taxonomy::parameters())),
        ];
        let scale = |entry: &Entry| Choice {
            code: entry.code.clone(),
            name: entry.name(page.lang()).to_owned(),
            count: String::new(),
            chosen: search.scale.is_some_and(|scale| scale.code() == entry.code),
        };
        Self {
            subjects: groups.into_iter().filter(|(_, choices)| !choices.is_empty()).collect(),
            scales: taxonomy::scales().current().map(scale).collect(),
        }
    }

    fn is_offered(&self) -> bool {
        !self.subjects.is_empty()
    }
}

/// Most choices of a facet that are open at once.
const OPEN: usize = 6;

fn facet_view(page: &Page, search: &Search, found: &Found, facet: Facet) -> Option<FacetView> {
    let counted = found.facets.get(&facet).filter(|counted| !counted.is_empty())?;
    let mut choices: Vec<Choice> = counted
        .iter()
        .map(|(code, count)| Choice {
            name: filters::name(page, facet, code),
            count: page.integer(*count),
            chosen: search.has(facet, code),
            code: code.clone(),
        })
        .collect();
    choices.sort_by_key(|choice| !choice.chosen);
    let open = OPEN.max(choices.iter().filter(|choice| choice.chosen).count());
    let more = if choices.len() > open + 1 { choices.split_off(open) } else { Vec::new() };
    Some(FacetView { param: facet.code(), title: page.text("facet", facet), choices, more })
}

fn evidence_view(page: &Page, search: &Search, found: &Found) -> Option<FacetView> {
    let counted = found.facets.get(&Facet::Evidence)?;
    let steps = taxonomy::evidence().all().iter().zip(1_u8..).skip(1);
    let choices: Vec<Choice> = steps
        .filter_map(|(entry, step)| {
            let code = step.to_string();
            let count = counted.iter().find(|(counted, _)| *counted == code).map(|(_, count)| *count);
            let chosen = search.evidence == Some(step);
            let shown = count.filter(|count| *count > 0).or(chosen.then_some(0))?;
            Some(Choice { name: entry.name(page.lang()).to_owned(), count: page.integer(shown), chosen, code })
        })
        .collect();
    (!choices.is_empty()).then(|| FacetView {
        param: "evidence",
        title: page.text("facet", "evidence"),
        choices,
        more: Vec::new(),
    })
}
