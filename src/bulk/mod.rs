//! Bulk: tables brought in as listings, and listings given out as tables. Rows are judged as the forms of the editor
//! judge what is typed; what is exported can be brought in again.

pub mod actions;
mod bring;
mod build;
pub mod export;
mod extra;
pub mod failed;
mod faults;
pub mod fields;
pub mod mapping;
mod model;
mod pages;
pub mod policy;
mod record;
mod steps;
mod store;
mod stream;
pub mod table;
mod values;

pub use bring::{Bringer, Look, rejected};
pub use faults::{Fault, Told};
pub use model::{Counts, Line, Mode, Outcome, Run, Setup, Stage};
pub use record::{Gatherer, Plan, Record};
pub use steps::step;
pub use stream::Records;

use crate::web::Routes;

/// Routes of imports and exports.
pub fn routes(routes: Routes) -> Routes {
    routes.with(pages::routes).with(export::routes)
}

#[cfg(test)]
mod tests;
