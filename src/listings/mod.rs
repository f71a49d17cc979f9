//! Listings: offers and requests, their content, life cycle and pages. Others may use the envelope ([`Listing`]), the
//! content, the policies and the actions.

pub mod actions;
pub mod checks;
mod claims;
pub mod content;
pub mod editor;
pub mod evidence;
pub mod figures;
pub mod files;
mod letters;
mod model;
pub mod policy;
mod removal;
pub mod requests;
mod show;
pub mod store;
mod subject;
mod unfinished;
pub mod words;
pub mod workspace;

pub use figures::Removal;
pub use model::{Change, Listing, RENEW_BEFORE, Rejected, Series, Status, VALIDITY};
pub use unfinished::{Typed, Unfinished};

use crate::web::{Access, Routes};

/// Routes of listings.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/listings/{reference}", Access::Public, show::show)
        .get("/listings/{reference}/preview", Access::SignedIn, show::preview)
        .with(editor::routes)
        .with(evidence::routes)
        .with(files::routes)
        .with(removal::routes)
        .with(requests::routes)
        .with(workspace::routes)
}
