use askama::Template;
use axum::extract::RawQuery;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::filters::{self, OFFERED, PER_PAGE, Search};
use super::{CardView, home};
use crate::app::App;
use crate::auth::limits::{self, Rate};
use crate::search::{Facet, Found, Query, Sort};
use crate::taxonomy::{self, Entry, List};
use crate::web::cache::Cacheable;
use crate::web::form::Errors;
use crate::web::{Access, Error, Html, Page, Routes};

/// Routes of the home page and of search.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/", Access::Public, home::show).get("/listings", Access::Public, index).with(super::feeds::routes)
}

/// One choice of a facet: code, name, how many, whether it is chosen.
pub struct Choice {
    code: String,
    name: String,
    count: String,
    chosen: bool,
}

/// One facet as the page shows it.
pub struct FacetView {
    param: &'static str,
    title: String,
    choices: Vec<Choice>,
    more: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "finding/index.html")]
struct IndexPage {
    page: Page,
    search: Search,
    cards: Vec<CardView>,
    total: usize,
    pages: usize,
    facets: Vec<FacetView>,
    applied: Vec<(String, String)>,
    orders: Vec<(String, Option<String>)>,
    suggestion: Option<(String, String)>,
    unknown: Vec<String>,
    effect: EffectView,
    errors: Errors,
}

/// What can be asked of an effect: of what, at which scale.
struct EffectView {
    /// Indicators and measured parameters that listings have: heading, choices.
    subjects: Vec<(String, Vec<Choice>)>,
    scales: Vec<Choice>,
}

async fn index(State(app): State<App>, page: Page, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let search = search(&app, &page, query)?;
    let asked = search.query(&page);
    let found = app.index.search(&asked).map_err(|error| Error::Internal(error.into()))?;
    let drawn = IndexPage::new(page, search, &asked, found);
    if !drawn.errors.is_empty() {
        return Ok(Html(drawn).refused());
    }
    Ok((Cacheable, Html(drawn)).into_response())
}

/// The search that an address asks for, unless its sender has asked for too many. Only searches by words count: going
/// through what there is costs little and is what the site is for.
pub fn search(app: &App, page: &Page, query: Option<String>) -> Result<Search, Error> {
    let search = Search::read(query.as_deref().unwrap_or_default(), page.registers())?;
    if !search.q.is_empty() {
        let rate = Rate::per_minute(app.config.limits.search_per_minute);
        let sender = limits::sender(page.actor(), page.context().client);
        let taken = app.searches.take(&sender, rate, page.now());
        taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))?;
    }
    Ok(search)
}

impl IndexPage {
    fn new(page: Page, search: Search, asked: &Query, found: Found) -> Self {
        let suggestion = found.suggestion.as_ref().map(|words| (words.clone(), page.url(&search.worded(words).path())));
        Self {
            facets: OFFERED
                .into_iter()
                .filter_map(|facet| facet_view(&page, &search, &found, facet))
                .chain(evidence_view(&page, &search, &found))
                .collect(),
            effect: EffectView::new(&page, &search, &found),
            errors: Errors::new(&page, &search.problems(), |field| page.label("search-field", field)),
            applied: applied(&page, &search),
            orders: orders(&page, &search),
            suggestion,
            unknown: found.unknown,
            total: found.total,
            pages: found.total.div_ceil(PER_PAGE),
            cards: found.hits.into_iter().filter_map(|hit| CardView::of_hit(&page, asked, hit)).collect(),
            search,
            page,
        }
    }

    /// Numbers of the pages near this one, the first and the last; 0 stands for a gap.
    fn near(&self) -> Vec<usize> {
        let here = self.search.page;
        let mut numbers: Vec<usize> =
            (1..=self.pages).filter(|page| *page == 1 || *page == self.pages || page.abs_diff(here) <= 2).collect();
        for place in (1..numbers.len()).rev() {
            if numbers[place] > numbers[place - 1] + 1 {
                numbers.insert(place, 0);
            }
        }
        numbers
    }

    /// The address of this search as a file.
    fn file(&self, format: &str) -> String {
        let path = self.search.at_page(1).path();
        self.page.url(&path.replacen("/listings", &format!("/listings.{format}"), 1))
    }

    fn to_page(&self, page: usize) -> String {
        self.page.url(&self.search.at_page(page).path())
    }
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

/// A filter in words that stand for themselves, away from the title of its facet.
fn chip(page: &Page, facet: Facet, code: &str) -> String {
    match facet {
        Facet::RecognisedIn => t!(page, "search-recognised-in", country = page.country(code)),
        _ => filters::name(page, facet, code),
    }
}

/// The filters that are on: words, and the address without each.
fn applied(page: &Page, search: &Search) -> Vec<(String, String)> {
    let codes = search
        .filters
        .iter()
        .filter(|(facet, _)| **facet != Facet::Indicator)
        .flat_map(|(facet, codes)| codes.iter().map(move |code| (*facet, code)));
    let mut applied: Vec<(String, String)> =
        codes.map(|(facet, code)| (chip(page, facet, code), page.url(&search.without(facet, code).path()))).collect();
    let effect: Vec<String> = [
        search.indicator().map(|code| filters::name(page, Facet::Indicator, code)),
        search.least_effect().ok().flatten().map(|least| t!(page, "search-at-least", percent = page.number(&least))),
        search.scale.map(|scale| page.name(taxonomy::scales(), scale)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !effect.is_empty() {
        applied.push((effect.join(" "), page.url(&search.without_effect().path())));
    }
    if let Some(months) = search.payback_within().ok().flatten() {
        applied.push((t!(page, "search-payback-within", n = months), page.url(&search.without_payback().path())));
    }
    if let Some(entry) = search.evidence.and_then(|step| taxonomy::evidence().all().get(usize::from(step) - 1)) {
        let words = t!(page, "search-evidence-at-least", step = entry.name(page.lang()).to_owned());
        applied.push((words, page.url(&search.without_evidence().path())));
    }
    applied
}

/// The orders: words, and the address of each that is not on.
fn orders(page: &Page, search: &Search) -> Vec<(String, Option<String>)> {
    let worded = !search.q.is_empty();
    let usual = if worded { Sort::Relevance } else { Sort::Newest };
    let now = search.sort.filter(|sort| worded || *sort != Sort::Relevance).unwrap_or(usual);
    let offered = Sort::ALL.iter().filter(|sort| worded || **sort != Sort::Relevance);
    offered
        .map(|sort| {
            let wanted = (*sort != usual).then_some(*sort);
            (page.text("sort", sort), (*sort != now).then(|| page.url(&search.sorted(wanted).path())))
        })
        .collect()
}
