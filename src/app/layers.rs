use std::time::Duration;

use axum::Router;
use axum::http::{HeaderName, Request, StatusCode};
use axum::middleware::{from_fn, from_fn_with_state, map_request};
use axum::response::IntoResponse;
use tower::ServiceBuilder;
use tower_http::ServiceBuilderExt as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::request_id::{MakeRequestId, RequestId};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;

use super::{App, routes};
use crate::web::{self, Error, headers};

/// Largest body of a request: a form with a file of the largest allowed size.
pub const LARGEST_BODY: usize = 24 * 1024 * 1024;
/// A request is given up after this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// Gives each request a number, for logs and error pages. A number that a client sends is not taken over.
#[derive(Clone)]
struct Numbered(App);

impl MakeRequestId for Numbered {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        self.0.ids.name().parse().ok().map(RequestId::new)
    }
}

/// A path as it may stand in the log: what follows these words opens an account or an organisation.
fn without_secret(path: &str) -> &str {
    let secret = ["/verify/", "/reset/", "/invitations/"].iter().find_map(|word| Some(path.find(word)? + word.len()));
    secret.map_or(path, |end| &path[..end])
}

/// The whole site as one router: routes inside, then from the inside out errors, context, limits, headers, language.
pub fn service(app: &App) -> Router {
    let csrf = CsrfLayer::new().with_rejection_response(|_| Error::Forbidden.into_response());
    let site = routes::router(app)
        .fallback(async || Error::NotFound)
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(RequestBodyLimitLayer::new(LARGEST_BODY))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE))
        .layer(csrf)
        .layer(from_fn(web::error_pages))
        .layer(from_fn_with_state(app.clone(), web::context))
        .with_state(app.clone());
    let id = HeaderName::from_static("x-request-id");
    let trace = TraceLayer::new_for_http().make_span_with(|request: &Request<axum::body::Body>| {
        let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
        tracing::info_span!("request", method = %request.method(), path = without_secret(request.uri().path()), id)
    });
    // A layer around a whole router runs before its routes are looked up, so the language can still be taken off.
    let outer = ServiceBuilder::new()
        .set_request_id(id.clone(), Numbered(app.clone()))
        .layer(trace)
        .propagate_request_id(id)
        .layer(from_fn_with_state(app.clone(), headers::security))
        .layer(CatchPanicLayer::new())
        .layer(map_request(async |request| web::language_prefix(request)))
        .layer(CompressionLayer::new());
    Router::new().fallback_service(outer.service(site))
}
