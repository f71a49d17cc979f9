use askama::Template;
use axum::extract::State;
use url::form_urlencoded::Serializer;

use super::options;
use crate::app::App;
use crate::organisations::Status;
use crate::organisations::forms::{DirectoryForm, page_number};
use crate::organisations::store::{self, Entry, Filter, PER_PAGE};
use crate::taxonomy;
use crate::web::{Error, Html, Page, Query};

#[derive(Template)]
#[template(path = "organisations/index.html")]
struct IndexPage {
    page: Page,
    filter: Filter,
    entries: Vec<Entry>,
    total: u64,
    number: u64,
    countries: Vec<(String, String)>,
    sectors: Vec<(String, String)>,
    statuses: Vec<(String, String)>,
}

impl IndexPage {
    fn pages(&self) -> u64 {
        self.total.div_ceil(PER_PAGE).max(1)
    }

    /// The address of another page of the same search.
    fn at(&self, number: u64) -> String {
        address(&self.filter, number)
    }

    /// The filters that are set: their names, and the address without each.
    fn set(&self) -> Vec<(String, String)> {
        let (page, filter) = (&self.page, &self.filter);
        let mut set = Vec::new();
        if !filter.q.is_empty() {
            set.push((format!("“{}”", filter.q), address(&Filter { q: String::new(), ..filter.clone() }, 1)));
        }
        if !filter.country.is_empty() {
            let without = Filter { country: String::new(), ..filter.clone() };
            set.push((page.country(&filter.country), address(&without, 1)));
        }
        if !filter.sector.is_empty() {
            let without = Filter { sector: String::new(), ..filter.clone() };
            set.push((page.name(taxonomy::sectors(), &filter.sector), address(&without, 1)));
        }
        if !filter.status.is_empty() {
            let without = Filter { status: String::new(), ..filter.clone() };
            set.push((page.text("organisation-status", &filter.status), address(&without, 1)));
        }
        set
    }
}

fn address(filter: &Filter, number: u64) -> String {
    let mut query = Serializer::new(String::new());
    let fields =
        [("q", &filter.q), ("country", &filter.country), ("sector", &filter.sector), ("status", &filter.status)];
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        query.append_pair(name, value);
    }
    if number > 1 {
        query.append_pair("page", &number.to_string());
    }
    let query = query.finish();
    if query.is_empty() { "/organisations".to_owned() } else { format!("/organisations?{query}") }
}

/// The directory of organisations.
pub async fn index(
    State(app): State<App>,
    page: Page,
    Query(sent): Query<DirectoryForm>,
) -> Result<Html<impl Template>, Error> {
    let (filter, number) = (sent.filter(), page_number(&sent.page));
    let (entries, total) = store::directory(app.db.conn(), page.actor(), &filter, number).await?;
    let (countries, sectors) = (region(&page), options(&page, taxonomy::sectors()));
    let shown = Status::ALL.iter().filter(|status| **status != Status::Suspended);
    let statuses = shown.map(|status| (status.to_string(), page.text("organisation-status", status))).collect();
    Ok(Html(IndexPage { page, filter, entries, total, number, countries, sectors, statuses }))
}

fn region(page: &Page) -> Vec<(String, String)> {
    taxonomy::member_countries().map(|entry| (entry.code.clone(), entry.name(page.lang()).to_owned())).collect()
}
