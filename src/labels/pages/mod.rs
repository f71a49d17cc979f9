mod certificate;
mod words;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use serde::Deserialize;

use super::store::{self, ClaimedIn, Held};
use super::{Worth, worth};
use crate::app::App;
use crate::taxonomy::{self, Entry, Recognition};
use crate::web::cache::Cacheable;
use crate::web::{Access, Error, Html, Page, Query, Routes};

pub use words::{Agreement, In, in_words};

/// Most certificates that the page of a scheme shows.
const HOLDERS: u64 = 50;

/// Routes of eco-labels.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/labels", Access::Public, index)
        .get("/labels/recognition", Access::Public, recognition)
        .get("/labels/{code}", Access::Public, show)
        .get("/certificates/{id}", Access::Public, certificate::show)
}

/// A scheme's country; empty for schemes of no single country.
fn country(page: &Page, scheme: &Entry) -> String {
    match scheme.column("country") {
        "INT" => t!(page, "label-international"),
        "EU" => t!(page, "label-eu"),
        code => page.country(code),
    }
}

/// The ISO type of a scheme in words.
fn iso(page: &Page, scheme: &Entry) -> String {
    page.text("label-iso", scheme.column("iso_type"))
}

/// A year or a day, as registers keep it, in words.
fn year_or_day(page: &Page, text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), |day| page.day(&day))
}

/// From when a recognition holds.
fn since(page: &Page, recognition: &Recognition) -> String {
    year_or_day(page, &recognition.since)
}

#[derive(Template)]
#[template(path = "labels/index.html")]
struct IndexPage {
    page: Page,
    counts: Vec<(String, i64)>,
}

impl IndexPage {
    fn country(&self, scheme: &Entry) -> String {
        country(&self.page, scheme)
    }

    fn iso(&self, scheme: &Entry) -> String {
        iso(&self.page, scheme)
    }

    /// The countries of the region of which no scheme is in the register; empty if there are none.
    fn without(&self) -> String {
        let schemes = self.page.schemes().all();
        let without = taxonomy::member_countries()
            .filter(|country| !schemes.iter().any(|scheme| scheme.column("country") == country.code));
        let codes: Vec<String> = without.map(|country| country.code.clone()).collect();
        self.page.country_names(&codes)
    }

    fn count(&self, scheme: &Entry) -> String {
        let count = self.counts.iter().find(|(code, _)| *code == scheme.code).map_or(0, |(_, count)| *count);
        self.page.integer(count)
    }
}

async fn index(State(app): State<App>, page: Page) -> Result<Response, Error> {
    let counts = store::count_valid(app.db.conn(), page.now().date_naive()).await?;
    let drawn = IndexPage { page, counts };
    Ok((Cacheable, Html(drawn)).into_response())
}

#[derive(Template)]
#[template(path = "labels/show.html")]
struct ShowPage {
    page: Page,
    scheme: Entry,
    holders: Vec<Held>,
    deciders: Vec<(i64, String)>,
    listings: Vec<ClaimedIn>,
    recognised_by: Vec<Recognition>,
    recognises: Vec<Recognition>,
}

impl ShowPage {
    fn name(&self) -> &str {
        self.scheme.name(self.page.lang())
    }

    fn country(&self) -> String {
        country(&self.page, &self.scheme)
    }

    fn country_of(&self, code: &str) -> String {
        self.page.schemes().get(code).map(|scheme| country(&self.page, scheme)).unwrap_or_default()
    }

    fn iso(&self) -> String {
        iso(&self.page, &self.scheme)
    }

    /// What the register knows of it, with what it does not know left empty: an empty cell is no "no".
    fn known(&self) -> Vec<(String, String)> {
        let column = |name: &str| self.scheme.column(name);
        let months = column("valid_months").parse::<i64>().ok();
        // The cooperation is one of members of the network, so whoever takes part in it is a member.
        let member = column("gen") == "yes" || column("genices") == "yes";
        let yes = |known: bool, text: String| if known { text } else { String::new() };
        vec![
            (t!(self.page, "label-since"), column("since").to_owned()),
            (t!(self.page, "label-validity"), months.map(|n| t!(self.page, "label-months", n = n)).unwrap_or_default()),
            (t!(self.page, "label-gen"), yes(member, t!(self.page, "label-gen-member"))),
            ("GENICES".to_owned(), yes(column("genices") == "yes", t!(self.page, "label-genices-member"))),
        ]
    }

    fn since(&self, recognition: &Recognition) -> String {
        since(&self.page, recognition)
    }

    /// Who verified a certificate and when.
    fn verified(&self, held: &Held) -> Option<String> {
        let at = held.certificate.verified_at?;
        let (_, name) = self.deciders.iter().find(|(id, _)| Some(*id) == held.certificate.verified_by)?;
        Some(t!(self.page, "label-verified-by", name = name.clone(), date = self.page.date(&at)))
    }

    fn of<'a>(&'a self, held: &'a Held) -> impl Iterator<Item = &'a ClaimedIn> {
        self.listings.iter().filter(|listing| listing.certificate_id == held.certificate.id)
    }
}

async fn show(State(app): State<App>, page: Page, Path(code): Path<String>) -> Result<Response, Error> {
    let scheme = page.schemes().get(&code).cloned().ok_or(Error::NotFound)?;
    let today = page.now().date_naive();
    let holders = store::valid_of_scheme(app.db.conn(), &scheme.code, today, HOLDERS).await?;
    let certificates: Vec<_> = holders.iter().map(|held| &held.certificate).collect();
    let listings = store::claimed_in(app.db.conn(), &certificates).await?;
    let recognitions = page.registers().recognitions().iter();
    let recognised_by = recognitions.clone().filter(|known| known.scheme == scheme.code).cloned().collect();
    let recognises = recognitions.filter(|known| known.recognised_by == scheme.code).cloned().collect();
    let deciders = store::deciders(app.db.conn(), &holders).await?;
    let drawn = ShowPage { page, scheme, holders, deciders, listings, recognised_by, recognises };
    Ok((Cacheable, Html(drawn)).into_response())
}

/// The query of the page of recognition.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RecognitionQuery {
    country: String,
}

#[derive(Template)]
#[template(path = "labels/recognition.html")]
struct RecognitionPage {
    page: Page,
    /// The countries of the matrix: the eleven, then those of further schemes.
    countries: Vec<&'static Entry>,
    chosen: Option<&'static Entry>,
}

impl RecognitionPage {
    fn name<'a>(&self, scheme: &'a Entry) -> &'a str {
        scheme.name(self.page.lang())
    }

    fn country(&self, scheme: &Entry) -> String {
        country(&self.page, scheme)
    }

    fn is_chosen(&self, country: &Entry) -> bool {
        self.chosen.is_some_and(|chosen| chosen.code == country.code)
    }

    fn worth(&self, scheme: &Entry, country: &Entry) -> Worth<'_> {
        worth(self.page.registers(), &scheme.code, &country.code, &[])
    }

    fn in_words(&self, worth: &Worth<'_>) -> String {
        words::worth_in_words(&self.page, worth)
    }

    fn cell(&self, worth: &Worth<'_>) -> String {
        words::cell(&self.page, worth)
    }

    fn mark(&self, worth: &Worth<'_>) -> &'static str {
        words::mark(worth)
    }

    /// The schemes with what they are worth in a country, best first.
    fn ranked(&self, country: &Entry) -> Vec<(&Entry, Worth<'_>)> {
        let schemes = self.page.schemes().all().iter();
        let mut list: Vec<_> = schemes.map(|scheme| (scheme, self.worth(scheme, country))).collect();
        list.sort_by_key(|(_, worth)| match worth {
            Worth::Direct => 0,
            Worth::Recognised(_) => 1,
            Worth::Limited(_) => 2,
            Worth::None => 3,
        });
        list
    }
}

async fn recognition(page: Page, Query(query): Query<RecognitionQuery>) -> Response {
    let mut countries: Vec<_> = taxonomy::member_countries().collect();
    for scheme in page.schemes().all() {
        let country = taxonomy::countries().get(scheme.column("country"));
        let further = country.filter(|entry| !countries.iter().any(|known: &&Entry| known.code == entry.code));
        countries.extend(further);
    }
    let chosen = countries.iter().find(|entry| entry.code == query.country).copied();
    (Cacheable, Html(RecognitionPage { page, countries, chosen })).into_response()
}
