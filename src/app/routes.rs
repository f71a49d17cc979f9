use axum::Router;

use crate::app::App;
use crate::web::{Route, Routes, assets};

/// All routes of the site.
pub fn routes() -> Routes {
    Routes::new()
        .with(assets::routes)
        .with(super::health::routes)
        .with(super::mailbox::routes)
        .with(crate::about::routes)
        .with(crate::accounts::routes)
        .with(crate::finding::routes)
        .with(crate::listings::routes)
        .with(crate::interest::routes)
        .with(crate::organisations::routes)
        .with(crate::labels::routes)
        .with(crate::moderation::routes)
        .with(crate::registers::routes)
        .with(crate::bulk::routes)
}

/// The table of who may use which route.
pub fn table() -> Vec<Route> {
    routes().finish().1
}

/// The router of all routes.
pub fn router() -> Router<App> {
    routes().finish().0
}
