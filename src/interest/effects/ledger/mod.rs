//! The public ledger of realised effects: confirmed, and shown because both sides consent.

mod chart;
mod model;
mod pages;
mod store;

pub use model::{Filter, Line, Organisation, Total, totals};
pub use pages::routes;

use crate::listings::content::Benefit;
use crate::web::Page;

/// What is saved, or gained where more is better, in words. What became worse is said to be more, or less, than before;
/// `amount` has no sign.
pub(in crate::interest) fn saved(page: &Page, figure: &Benefit, amount: String) -> String {
    match (figure.higher_is_better(), figure.is_worse()) {
        (true, false) => t!(page, "listing-gains", amount = amount),
        (false, false) => t!(page, "listing-saves", amount = amount),
        (true, true) => t!(page, "effect-less", amount = amount),
        (false, true) => t!(page, "effect-more", amount = amount),
    }
}
