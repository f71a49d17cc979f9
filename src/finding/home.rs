//! The home page: search first, then what is needed, what is new, and where. All of it comes from the search index.

use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};

use super::CardView;
use crate::app::App;
use crate::search::{Facet, Found, Query, Sort};
use crate::taxonomy;
use crate::web::cache::Cacheable;
use crate::web::{Error, Html, Page};

/// Cards of a kind on the home page.
const CARDS: usize = 3;

/// A country of the region: code, name, how many listings, and how dark its tile is (1 to 5).
struct Region {
    code: &'static str,
    name: String,
    count: String,
    level: usize,
}

#[derive(Template)]
#[template(path = "finding/home.html")]
struct HomePage {
    page: Page,
    figures: Vec<(String, String)>,
    requests: Vec<CardView>,
    offers: Vec<CardView>,
    regions: Vec<Region>,
    themes: Vec<(String, String, String)>,
}

/// `GET /`
pub async fn show(State(app): State<App>, page: Page) -> Result<Response, Error> {
    let ask = |query: &Query| app.index.search(query).map_err(|error| Error::Internal(error.into()));
    let of_kind = |kind: &str, sort| {
        let everything = Query::everything(page.lang(), page.now().timestamp());
        let mut query = Query { per_page: CARDS, sort, counted: false, ..everything };
        query.filters.insert(Facet::Kind, vec![kind.to_owned()]);
        let found = ask(&query)?;
        Ok::<_, Error>(found.hits.into_iter().filter_map(|hit| CardView::of_hit(&page, &query, hit)).collect())
    };
    let requests = of_kind("request", Sort::ClosingSoon)?;
    let offers = of_kind("offer", Sort::Newest)?;
    let all = ask(&Query { per_page: 1, ..Query::everything(page.lang(), page.now().timestamp()) })?;
    let home = HomePage {
        figures: figures(&page, &all),
        regions: regions(&page, &all),
        themes: themes(&page, &all),
        requests,
        offers,
        page,
    };
    Ok((Cacheable, Html(home)).into_response())
}

fn count(found: &Found, facet: Facet, code: &str) -> usize {
    let counted = found.facets.get(&facet).map(Vec::as_slice).unwrap_or_default();
    counted.iter().find(|(counted, _)| counted == code).map_or(0, |(_, count)| *count)
}

fn figures(page: &Page, all: &Found) -> Vec<(String, String)> {
    let (offers, requests) = (count(all, Facet::Kind, "offer"), count(all, Facet::Kind, "request"));
    let countries = all.facets.get(&Facet::Country).map_or(0, Vec::len);
    let checked = count(all, Facet::Evidence, "3");
    let labelled: usize =
        all.facets.get(&Facet::Scheme).map_or(0, |counted| counted.iter().map(|(_, count)| count).sum());
    vec![
        (page.integer(offers), t!(page, "home-offers", n = offers, countries = countries)),
        (page.integer(requests), t!(page, "home-requests", n = requests)),
        (page.integer(checked), t!(page, "home-checked")),
        (page.integer(labelled), t!(page, "home-labelled")),
    ]
}

fn regions(page: &Page, all: &Found) -> Vec<Region> {
    let counts: Vec<(&'static str, usize)> = taxonomy::member_countries()
        .map(|entry| (entry.code.as_str(), count(all, Facet::Country, &entry.code)))
        .collect();
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let mut regions: Vec<(usize, Region)> = counts
        .into_iter()
        .map(|(code, count)| {
            let level = (count * 5).div_ceil(most).clamp(1, 5);
            (count, Region { code, name: page.country(code), count: page.integer(count), level })
        })
        .collect();
    regions.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    regions.into_iter().map(|(_, region)| region).collect()
}

fn themes(page: &Page, all: &Found) -> Vec<(String, String, String)> {
    let counted = taxonomy::themes().all().iter().map(|entry| (entry, count(all, Facet::Theme, &entry.code)));
    counted
        .map(|(entry, count)| (entry.code.clone(), entry.name(page.lang()).to_owned(), page.integer(count)))
        .collect()
}
