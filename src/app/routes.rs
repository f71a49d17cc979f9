use axum::Router;

use crate::app::App;
use crate::web::{Route, Routes, assets};

/// All routes of the site.
pub fn routes(app: &App) -> Routes {
    Routes::new(app)
        .with(assets::routes)
        .with(crate::accounts::routes)
        .with(crate::finding::routes)
        .with(crate::listings::routes)
        .with(crate::interest::routes)
        .with(crate::organisations::routes)
        .with(crate::labels::routes)
        .with(crate::moderation::routes)
}

/// The table of who may use which route.
pub fn table(app: &App) -> Vec<Route> {
    routes(app).finish().1
}

/// The router of all routes.
pub fn router(app: &App) -> Router<App> {
    routes(app).finish().0
}
