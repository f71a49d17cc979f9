//! Parts of listings in the reader's words, shared by the pages that show them.

use super::content::Range;
use crate::taxonomy::{self, Basis, Stage};
use crate::web::Page;

/// Readiness: `TRL 9 · on the market`.
pub fn readiness(page: &Page, level: u8) -> String {
    format!("TRL {level} · {}", page.name(taxonomy::stages(), Stage::of_level(level)))
}

/// A range of money.
pub fn range(page: &Page, range: &Range, currency: &str) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from != to => format!("{} – {}", page.money(&from, currency), page.number(&to)),
        (Some(from), None) => t!(page, "money-from", amount = page.money(&from, currency)),
        (None, Some(to)) => t!(page, "money-to", amount = page.money(&to, currency)),
        (Some(exactly), Some(_)) => page.money(&exactly, currency),
        (None, None) => String::new(),
    }
}

/// What a benefit is counted over.
pub fn basis(page: &Page, basis: Basis, product: &str) -> String {
    match basis {
        Basis::PerUnit => t!(page, "basis-per", product = product.to_owned()),
        other => page.name(taxonomy::bases(), other),
    }
}

/// The symbol of a unit; a unit that no list has is shown as it was written.
pub fn unit(code: &str) -> &str {
    taxonomy::units().get(code).map_or(code, |entry| entry.column("symbol"))
}
