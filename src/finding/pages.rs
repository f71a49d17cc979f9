use std::sync::Arc;

use askama::Template;
use askama::filters::Safe;
use axum::extract::RawQuery;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::filters::{self, PER_PAGE, Search};
use super::{CardView, home, panel};
use crate::app::App;
use crate::auth::limits::{self, Rate};
use crate::search::{Facet, Found, Query, Sort};
use crate::taxonomy;
use crate::web::cache::Cacheable;
use crate::web::form::Errors;
use crate::web::{Access, Error, Html, Page, Routes};

/// Routes of the home page and of search.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/", Access::Public, home::show).get("/listings", Access::Public, index).with(super::feeds::routes)
}

#[derive(Template)]
#[template(path = "finding/index.html")]
struct IndexPage {
    page: Page,
    search: Search,
    cards: Vec<CardView>,
    total: usize,
    pages: usize,
    /// The filters beside the results, drawn.
    filters: Safe<Arc<str>>,
    applied: Vec<(String, String)>,
    orders: Vec<(String, Option<String>)>,
    suggestion: Option<(String, String)>,
    unknown: Vec<String>,
    errors: Errors,
}

async fn index(State(app): State<App>, page: Page, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let search = search(&app, &page, query)?;
    // Before the index is asked: filters with older counts are not kept as newer ones.
    let generation = app.generation.current();
    let kept = app.panels.get(&page, &search, generation);
    let asked = Query { counted: kept.is_none(), ..search.query(&page) };
    let found = app.index.search(&asked).map_err(|error| Error::Internal(error.into()))?;
    let errors = Errors::new(&page, &search.problems(), |field| page.label("search-field", field));
    let filters = match kept {
        Some(kept) => kept,
        None => {
            let drawn = panel::draw(&page, &search, &found, &errors)?;
            app.panels.keep(&page, &search, generation, &drawn);
            drawn
        }
    };
    let drawn = IndexPage::new(page, search, &asked, found, (filters, errors));
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
    fn new(page: Page, search: Search, asked: &Query, found: Found, (filters, errors): (Arc<str>, Errors)) -> Self {
        let suggestion = found.suggestion.as_ref().map(|words| (words.clone(), page.url(&search.worded(words).path())));
        Self {
            filters: Safe(filters),
            errors,
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

/// A filter in words that stand for themselves, away from the title of its facet.
fn chip(page: &Page, facet: Facet, code: &str) -> String {
    match facet {
        Facet::RecognisedIn => t!(page, "search-recognised-in", country = page.country(code)),
        _ => filters::name(page, facet, code),
    }
}

/// The filters that are on: words, and the address without each.
pub(super) fn applied(page: &Page, search: &Search) -> Vec<(String, String)> {
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
