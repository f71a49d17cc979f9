//! What machines read of the listings: an Atom feed of every search, and the site map. Both come from what is public now,
//! so a listing that was taken off leaves them with its page.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};

use super::filters::Search;
use super::{Card, pages};
use crate::app::App;
use crate::auth::Actor;
use crate::i18n::{Locale, OFFERED};
use crate::listings;
use crate::search::{Query, Sort};
use crate::web::cache::Cacheable;
use crate::web::{Access, Error, Page, Routes};

/// Newest results that a feed holds.
const ENTRIES: usize = 50;
/// Keys of listings in one part of the site map; the protocol allows 50,000 addresses with all their languages.
const PART: i64 = 10_000;

/// Routes of feeds and of the site map.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/listings.atom", Access::Public, feed).get("/sitemap.xml", Access::Public, sitemap).get(
        "/sitemap/{part}",
        Access::Public,
        sitemap_part,
    )
}

struct Entry {
    title: String,
    summary: String,
    lang: String,
    link: String,
    organisation: String,
    published: DateTime<Utc>,
}

#[derive(Template)]
#[template(path = "finding/feed.xml")]
struct Feed {
    page: Page,
    search: Search,
    /// Addresses of the feed and of the page with the same search.
    here: String,
    html: String,
    updated: DateTime<Utc>,
    entries: Vec<Entry>,
}

fn xml(kind: &'static str, drawn: &impl Template) -> Result<Response, Error> {
    Ok(([(header::CONTENT_TYPE, kind)], drawn.render()?).into_response())
}

/// The newest results of a search.
async fn feed(State(app): State<App>, page: Page, RawQuery(query): RawQuery) -> Result<Response, Error> {
    let search = Search { page: 1, sort: None, ..pages::search(&app, &page, query)? };
    let asked = Query { sort: Sort::Newest, per_page: ENTRIES, counted: false, ..search.query(&page) };
    let found = app.index.search(&asked).map_err(|error| Error::Internal(error.into()))?;
    let entries: Vec<Entry> = found
        .hits
        .iter()
        .filter_map(|hit| serde_json::from_str::<Card>(&hit.card).ok())
        .filter_map(|card| entry(&app, &page, card))
        .collect();
    let html = search.path();
    let here = html.replacen("/listings", "/listings.atom", 1);
    let updated = entries.iter().map(|entry| entry.published).max().unwrap_or(DateTime::UNIX_EPOCH);
    let (here, html) = (app.link(page.locale, &here), app.link(page.locale, &html));
    let feed = xml("application/atom+xml; charset=utf-8", &Feed { page, search, here, html, updated, entries })?;
    Ok((Cacheable, feed).into_response())
}

fn entry(app: &App, page: &Page, card: Card) -> Option<Entry> {
    let (lang, (title, summary)) = card.texts_for(page.lang())?;
    Some(Entry {
        title: title.clone(),
        summary: summary.clone(),
        lang: lang.to_string(),
        link: app.link(page.locale, &format!("/listings/{}", card.reference)),
        organisation: card.organisation.clone(),
        published: card.published?,
    })
}

#[derive(Template)]
#[template(path = "finding/sitemap_index.xml")]
struct SitemapIndex {
    parts: Vec<String>,
}

async fn sitemap(State(app): State<App>) -> Result<Response, Error> {
    let last = listings::store::last_id(app.db.conn(), &Actor::Anonymous).await?;
    let english = Locale::of(OFFERED[0]);
    let part = |part: i64| app.link(english, &format!("/sitemap/{part}.xml"));
    let parts = (0..=last / PART).map(part).collect();
    Ok((Cacheable, xml("application/xml; charset=utf-8", &SitemapIndex { parts })?).into_response())
}

/// A page of the site with its addresses in all languages.
struct Place {
    addresses: Vec<(String, String)>,
    changed: Option<DateTime<Utc>>,
}

#[derive(Template)]
#[template(path = "finding/sitemap.xml")]
struct Sitemap {
    places: Vec<Place>,
}

/// Pages that stand beside the listings.
const PAGES: [&str; 7] =
    ["/", "/listings", "/organisations", "/labels", "/labels/recognition", "/statistics/effects", "/about"];

async fn sitemap_part(State(app): State<App>, Path(part): Path<String>) -> Result<Response, Error> {
    let part = part.strip_suffix(".xml").and_then(|part| part.parse::<u32>().ok()).ok_or(Error::NotFound)?;
    let from = i64::from(part) * PART;
    let rows = listings::store::public_between(app.db.conn(), &Actor::Anonymous, from, from + PART, app.clock.now());
    let rows = rows.await?;
    let place = |path: &str, changed: Option<DateTime<Utc>>| Place {
        addresses: OFFERED.iter().map(|lang| (lang.to_string(), app.link(Locale::of(*lang), path))).collect(),
        changed,
    };
    let fixed = PAGES.iter().filter(|_| part == 0).map(|path| place(path, None));
    let listed = rows.iter().map(|(reference, changed)| place(&format!("/listings/{reference}"), Some(*changed)));
    let places = fixed.chain(listed).collect();
    Ok((Cacheable, xml("application/xml; charset=utf-8", &Sitemap { places })?).into_response())
}
