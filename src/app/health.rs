//! What operators ask: is it alive, can it work, what has it done.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::web::{Access, Error, Routes, metrics};

/// Routes for operators.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/healthz", Access::Public, async || "ok\n").get("/readyz", Access::Public, ready).get(
        "/metrics",
        Access::Local,
        figures,
    )
}

/// Whether the database answers; the search index is open as long as the process lives.
async fn ready(State(app): State<App>) -> Response {
    match app.db.ping().await {
        Ok(()) => (StatusCode::OK, "ready\n").into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready");
            Error::Unavailable.into_response()
        }
    }
}

async fn figures() -> Result<Response, Error> {
    let figures = metrics::install().map_err(|error| Error::Internal(error.into()))?;
    Ok(figures.show())
}
