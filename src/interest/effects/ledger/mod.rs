//! The public ledger of realised effects: confirmed, and shown because both sides consent.

mod chart;
mod model;
mod pages;
mod store;

pub use model::{Filter, Line, Organisation, Total, totals};
pub use pages::routes;

use crate::listings::figures::higher_is_better;
use crate::web::Page;

/// What is saved, or gained where more is better, in words.
pub(in crate::interest) fn saved(page: &Page, indicator: &str, amount: String) -> String {
    if higher_is_better(indicator) {
        t!(page, "listing-gains", amount = amount)
    } else {
        t!(page, "listing-saves", amount = amount)
    }
}
