//! The page of the ledger and its table as a file.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::chart::{Chart, charts};
use super::{Filter, Line, Organisation, Total, saved, store, totals};
use crate::app::App;
use crate::auth::limits::{self, Rate};
use crate::listings::editor::numbers;
use crate::listings::words;
use crate::taxonomy::{self, Entry, Lang};
use crate::web::cache::Cacheable;
use crate::web::form::Query;
use crate::web::tables::{guarded, open};
use crate::web::{Access, Error, Html, Page, Routes};

/// Rows on a page.
const PAGE: usize = 50;
/// Files that an account, or an address without one, may fetch in an hour.
const PER_HOUR: u32 = 10;
/// Digits of an amount that are shown; more is noise of the conversion.
const DIGITS: u32 = 6;

/// Routes of the ledger.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/statistics/effects", Access::Public, index).get("/statistics/effects.csv", Access::Public, download)
}

/// What an address asks for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct LedgerQuery {
    theme: String,
    country: String,
    indicator: String,
    listing: String,
    page: String,
}

impl LedgerQuery {
    fn filter(&self) -> Filter {
        Filter::read(&self.theme, &self.country, &self.indicator, &self.listing)
    }
}

/// A row of the table.
struct Row {
    title: String,
    /// The language of the title, if it is not the page's.
    lang: Option<Lang>,
    listing: String,
    has_page: bool,
    way: String,
    indicator: String,
    change: String,
    saving: String,
    over: String,
    months: u32,
    provider: Organisation,
    adopter: Organisation,
}

/// A total in words.
struct Sum {
    name: String,
    amount: String,
    agreements: String,
}

#[derive(Template)]
#[template(path = "interest/effects/ledger.html")]
struct LedgerPage {
    page: Page,
    filter: Filter,
    found: usize,
    number: usize,
    pages: usize,
    rows: Vec<Row>,
    sums: Vec<Sum>,
    charts: Vec<Chart>,
    /// Countries that stand in the ledger, to choose from.
    countries: Vec<(String, String)>,
    /// Whether the ledger has anything at all.
    is_empty: bool,
}

fn shown(amount: Decimal) -> Decimal {
    amount.round_sf(DIGITS).unwrap_or(amount).normalize()
}

/// An amount without its sign.
fn amount(page: &Page, amount: Decimal, unit: &str) -> String {
    format!("{}\u{a0}{}", page.number(&shown(amount.abs())), words::unit(unit))
}

/// A sum, with a minus where more became worse than better.
fn sum(page: &Page, total: &Total) -> String {
    let sign = if total.saving < Decimal::ZERO { "−" } else { "" };
    format!("{sign}{}", amount(page, total.saving, total.unit))
}

impl Row {
    fn of(page: &Page, line: &Line) -> Self {
        let (lang, title) = line.about.title(page.lang());
        let figure = &line.figure;
        let saving = line.saving().map(|(saving, unit)| saved(page, figure, amount(page, saving, unit)));
        let change = figure.change_percent().map(|change| page.locale.formats().percent_change(change));
        Self {
            title: title.to_owned(),
            lang: Some(lang).filter(|lang| *lang != page.lang()),
            listing: line.listing.clone(),
            has_page: line.has_page,
            way: format!("{} → {}", page.country(&line.from), page.country(&line.to)),
            indicator: page.name(taxonomy::indicators(), &figure.indicator),
            change: change.unwrap_or_default(),
            saving: saving.unwrap_or_default(),
            over: words::basis(page, figure.basis, &figure.product),
            months: line.period.months(),
            provider: line.provider.clone(),
            adopter: line.adopter.clone(),
        }
    }
}

impl LedgerPage {
    fn of(page: Page, lines: &[Line], query: &LedgerQuery) -> Self {
        let filter = query.filter();
        let found: Vec<Line> = lines.iter().filter(|line| filter.takes(line)).cloned().collect();
        let pages = found.len().div_ceil(PAGE).max(1);
        let number = query.page.parse().unwrap_or(1).clamp(1, pages);
        let totals = totals(&found);
        let words = |total: &Total| {
            let name = page.name(taxonomy::indicators(), &total.indicator);
            (name, sum(&page, total), words::unit(total.unit).to_owned())
        };
        let mut countries: Vec<&String> = lines.iter().flat_map(|line| [&line.from, &line.to]).collect();
        countries.sort_unstable();
        countries.dedup();
        let mut countries: Vec<_> = countries.into_iter().map(|code| (code.clone(), page.country(code))).collect();
        countries.sort_by(|one, other| one.1.cmp(&other.1));
        Self {
            rows: found.iter().skip((number - 1) * PAGE).take(PAGE).map(|line| Row::of(&page, line)).collect(),
            sums: totals.iter().map(|total| Sum::of(&page, total)).collect(),
            charts: charts(&totals, words),
            found: found.len(),
            is_empty: lines.is_empty(),
            countries,
            filter,
            number,
            pages,
            page,
        }
    }

    fn url(&self, filter: &Filter, number: usize) -> String {
        let paged = if number > 1 { format!("page={number}") } else { String::new() };
        let query: Vec<String> = [filter.query(), paged].into_iter().filter(|part| !part.is_empty()).collect();
        let query = if query.is_empty() { String::new() } else { format!("?{}", query.join("&")) };
        self.page.url(&format!("/statistics/effects{query}"))
    }

    fn page_url(&self, number: usize) -> String {
        self.url(&self.filter, number)
    }

    fn all_url(&self) -> String {
        self.url(&Filter::default(), 1)
    }

    fn file_url(&self) -> String {
        let query = self.filter.query();
        let query = if query.is_empty() { String::new() } else { format!("?{query}") };
        self.page.url(&format!("/statistics/effects.csv{query}"))
    }

    /// What is looked for in words, each with the address without it.
    fn applied(&self) -> Vec<(String, String)> {
        let Filter { theme, country, indicator, listing } = &self.filter;
        let parts = [
            (theme, self.page.name(taxonomy::themes(), theme), Filter { theme: String::new(), ..self.filter.clone() }),
            (country, self.page.country(country), Filter { country: String::new(), ..self.filter.clone() }),
            (
                indicator,
                self.page.name(taxonomy::indicators(), indicator),
                Filter { indicator: String::new(), ..self.filter.clone() },
            ),
            (listing, listing.clone(), Filter { listing: String::new(), ..self.filter.clone() }),
        ];
        let parts = parts.into_iter().filter(|(code, ..)| !code.is_empty());
        parts.map(|(_, name, without)| (name, self.url(&without, 1))).collect()
    }

    fn countries(&self) -> Vec<(String, String)> {
        self.countries.clone()
    }

    fn themes(&self) -> Vec<(String, String)> {
        self.options(taxonomy::themes())
    }

    fn indicators(&self) -> Vec<(String, String)> {
        self.options(taxonomy::indicators())
    }

    fn options(&self, list: &taxonomy::List) -> Vec<(String, String)> {
        let option = |entry: &Entry| (entry.code.clone(), entry.name(self.page.lang()).to_owned());
        list.current().map(option).collect()
    }

    /// Numbers of the pages near this one, with the first and the last.
    fn numbers(&self) -> Vec<usize> {
        (1..=self.pages).filter(|n| *n == 1 || *n == self.pages || n.abs_diff(self.number) <= 2).collect()
    }
}

impl Sum {
    fn of(page: &Page, total: &Total) -> Self {
        Self {
            name: page.name(taxonomy::indicators(), &total.indicator),
            amount: sum(page, total),
            agreements: page.integer(total.agreements),
        }
    }
}

async fn index(State(app): State<App>, page: Page, Query(query): Query<LedgerQuery>) -> Result<Response, Error> {
    let lines = store::confirmed(app.db.conn(), page.now()).await?;
    Ok((Cacheable, Html(LedgerPage::of(page, &lines, &query))).into_response())
}

/// The headings of the file.
const HEADINGS: [&str; 15] = [
    "listing",
    "title",
    "language",
    "from",
    "to",
    "provider",
    "adopter",
    "indicator",
    "change_percent",
    "saving",
    "unit",
    "basis",
    "product",
    "months",
    "confirmed",
];

fn cells(page: &Page, line: &Line) -> Vec<String> {
    let text = |text: &str| guarded(text).into_owned();
    let (lang, title) = line.about.title(page.lang());
    let number = |number: Option<Decimal>| number.map(|number| numbers::write(shown(number))).unwrap_or_default();
    let saving = line.saving();
    vec![
        text(&line.listing),
        text(title),
        lang.to_string(),
        text(&line.from),
        text(&line.to),
        text(&line.provider.name),
        text(&line.adopter.name),
        line.figure.indicator.clone(),
        number(line.figure.change_percent()),
        number(saving.map(|(saving, _)| saving)),
        saving.map(|(_, unit)| unit.to_owned()).unwrap_or_default(),
        line.figure.basis.to_string(),
        text(&line.figure.product),
        line.period.to_string(),
        line.confirmed_at.date_naive().to_string(),
    ]
}

fn file(page: &Page, lines: &[Line]) -> anyhow::Result<Vec<u8>> {
    let mut writer = open(Vec::new())?;
    writer.write_record(HEADINGS)?;
    for line in lines {
        writer.write_record(cells(page, line))?;
    }
    Ok(writer.into_inner()?)
}

/// All rows that the page would show, as a table for spreadsheets.
async fn download(State(app): State<App>, page: Page, Query(query): Query<LedgerQuery>) -> Result<Response, Error> {
    let who = limits::sender(page.actor(), page.context().client);
    let taken = limits::take(&app.db, &format!("export:{who}"), Rate::per_hour(PER_HOUR), page.now()).await?;
    taken.map_err(|wait| Error::TooMany(wait.num_seconds() + 1))?;
    let filter = query.filter();
    let mut lines = store::confirmed(app.db.conn(), page.now()).await?;
    lines.retain(|line| filter.takes(line));
    let name = format!("attachment; filename=\"greenbridge-effects-{}.csv\"", page.now().format("%Y-%m-%d"));
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, file(&page, &lines)?).into_response())
}
