//! The pages of imports: the tables that were sent, the columns of one, how far it is and how it came out.

mod index;
mod show;

use axum::extract::DefaultBodyLimit;
use axum::handler::Handler as _;

use super::actions::Failed;
use crate::web::{Access, Error, Page, Routes};

/// Largest form with a table, in bytes: one that is a little too large is still told at its field.
const LARGEST_FORM: usize = 24 * 1024 * 1024;

/// Routes of imports.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/workspace/import", Access::Member, index::index)
        .post_files("/workspace/import", Access::Member, index::upload.layer(DefaultBodyLimit::max(LARGEST_FORM)))
        .get("/workspace/import/{id}", Access::Member, show::show)
        .post("/workspace/import/{id}", Access::Member, show::act)
        .post("/workspace/import/{id}/columns", Access::Member, show::columns)
        .get("/workspace/import/{id}/failed.csv", Access::Member, show::failed)
}

/// Why something did not happen, for its reader.
fn refusal(page: &Page, failed: Failed) -> Error {
    match failed {
        Failed::Web(error) => error,
        Failed::Busy => Error::Conflict(t!(page, "table-busy")),
        Failed::Stale | Failed::Unreadable(_) | Failed::Unfit(_) => Error::Conflict(t!(page, "table-stale")),
    }
}
