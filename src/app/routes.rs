use axum::Router;

use crate::app::App;
use crate::web::{Route, Routes, assets};

/// All routes whose answers depend on who asks and in which language.
fn pages() -> Routes {
    Routes::new()
        .with(super::health::routes)
        .with(super::mailbox::routes)
        .with(super::demo_clock::routes)
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
        .with(crate::notifications::routes)
        .with(crate::admin::routes)
}

/// The table of who may use which route.
pub fn table() -> Vec<Route> {
    pages().with(assets::routes).finish().1
}

/// The router of the pages.
pub fn router() -> Router<App> {
    pages().finish().0
}

/// The router of the site's own files, which are the same for everybody.
pub fn files() -> Router<App> {
    Routes::new().with(assets::routes).finish().0
}
