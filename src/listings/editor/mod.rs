//! The editor of listings: a task list for offers, one page for requests, saved section by section.

mod answers;
mod files;
pub mod forms;
mod frame;
mod life;
pub mod numbers;
pub mod options;
mod overview;
mod section;
mod sections;
pub mod typed;

pub use section::{Section, Standing};

use crate::i18n::{At, Locale};
use crate::listings::Rejected;
use crate::listings::actions::Failed;
use crate::taxonomy;
use crate::web::{Access, Error, Page, Routes};
use frame::Drawn;
use sections::{save, show};

/// Routes of the editor.
pub fn routes(routes: Routes) -> Routes {
    let routes = routes
        .get("/listings/new", Access::Member, overview::new)
        .post("/listings/new", Access::Member, overview::create)
        .get("/listings/{reference}/edit", Access::Member, overview::show)
        .get("/listings/{reference}/edit/check", Access::SignedIn, overview::check)
        .get("/listings/{reference}/edit/languages", Access::Member, overview::languages)
        .get("/listings/{reference}/edit/files", Access::Member, files::show)
        .post_files("/listings/{reference}/edit/files", Access::Member, files::upload)
        .post("/listings/{reference}/edit/files/link", Access::Member, files::link)
        .post("/listings/{reference}/edit/files/{key}", Access::Member, files::update)
        .with(life::routes);
    let routes = section::<forms::TextsForm>(routes, "/listings/{reference}/edit/texts");
    let routes = section::<forms::ThemesForm>(routes, "/listings/{reference}/edit/themes");
    let routes = section::<forms::TreatmentsForm>(routes, "/listings/{reference}/edit/treatments");
    let routes = section::<forms::ReferencesForm>(routes, "/listings/{reference}/edit/references");
    let routes = section::<forms::ReadinessForm>(routes, "/listings/{reference}/edit/readiness");
    let routes = section::<forms::IpForm>(routes, "/listings/{reference}/edit/ip");
    let routes = section::<forms::CooperationForm>(routes, "/listings/{reference}/edit/cooperation");
    let routes = section::<forms::CountriesForm>(routes, "/listings/{reference}/edit/countries");
    let routes = section::<forms::CostForm>(routes, "/listings/{reference}/edit/cost");
    let routes = section::<forms::BenefitsForm>(routes, "/listings/{reference}/edit/benefits");
    let routes = section::<forms::PerformanceForm>(routes, "/listings/{reference}/edit/performance");
    let routes = section::<forms::CertificatesForm>(routes, "/listings/{reference}/edit/certificates");
    let routes = section::<forms::RequestForm>(routes, "/listings/{reference}/edit/request");
    section::<forms::LanguageForm>(routes, "/listings/{reference}/edit/languages/{lang}")
}

fn section<S: Drawn>(routes: Routes, path: &'static str) -> Routes {
    routes.get(path, Access::Member, show::<S>).post(path, Access::Member, save::<S>)
}

/// Why an action did not happen, for its reader.
pub(in crate::listings) fn refusal(page: &Page, failed: Failed) -> Error {
    match failed {
        Failed::Rejected(Rejected::State(status)) => {
            let status = page.text("status", status);
            Error::Conflict(t!(page, "listing-refused-state", status = status))
        }
        Failed::Rejected(Rejected::Stale) => Error::Conflict(t!(page, "listing-refused-stale")),
        Failed::Rejected(Rejected::Content(_)) => Error::Conflict(t!(page, "listing-refused-content")),
        Failed::Db(error) => error.into(),
        Failed::Web(error) => error,
    }
}

/// The name of a section by the end of its address: that of the language for texts in another one.
pub(in crate::listings) fn section_name(page: &Page, address: &str) -> String {
    match address.split_once('/') {
        Some((_, lang)) => page.name(taxonomy::languages(), lang),
        None => page.text("listing-section", address),
    }
}

/// What a field asks, for lists of reasons and problems: `benefits-0-unit` is the unit of the first benefit.
pub fn field_name(locale: &'static Locale, field: &str) -> String {
    let pieces: Vec<&str> = field.split('-').collect();
    match pieces[..] {
        [rows, row, field] => {
            let label = locale.label("listing-field", &format!("{rows}-{field}"));
            match (row.parse::<usize>(), label.is_empty()) {
                (Ok(row), false) => {
                    let (at, rows) = (At { locale }, locale.text("listing-row", rows));
                    t!(at, "listing-field-of-row", row = rows, n = row + 1, field = label)
                }
                _ => label,
            }
        }
        [_, field] | [field] => locale.label("listing-field", field),
        _ => locale.label("listing-field", field),
    }
}
