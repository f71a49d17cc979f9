use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderName, Request, StatusCode, request};
use axum::middleware::{from_fn, from_fn_with_state, map_request};
use axum::response::IntoResponse;
use tower::Layer as _;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::compression::{CompressionLayer, CompressionLevel};
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestId, PropagateRequestIdLayer, RequestId, SetRequestIdLayer};
use tower_http::trace::TraceLayer;

use super::{App, routes};
use crate::auth::Actor;
use crate::web::cache::{CompactKey, Encoding, Generation, PageCache, Settings};
use crate::web::metrics::CountRequests;
use crate::web::{self, Error, Prefix, headers};

/// Gives each request a number, for logs and error pages. A number that a client sends is not taken over.
#[derive(Clone)]
struct Numbered(App);

impl MakeRequestId for Numbered {
    fn make_request_id<B>(&mut self, _: &Request<B>) -> Option<RequestId> {
        self.0.ids.name().parse().ok().map(RequestId::new)
    }
}

/// A path as it may stand in the log: what follows these words opens an account or an organisation, or
/// switches mails off.
fn without_secret(path: &str) -> &str {
    let secret = ["/verify/", "/reset/", "/invitations/", "/unsubscribe/"]
        .iter()
        .find_map(|word| Some(path.find(word)? + word.len()));
    secret.map_or(path, |end| &path[..end])
}

/// The whole site as one router. From the inside out: the routes with their access and limits, refusal of
/// cross-site posts, error pages, who asks and in which language, compression, whole pages kept for anonymous readers,
/// the site's own files beside them, panics, headers, trace and number of the request, figures, and outermost the language of the address.
pub fn service(app: &App) -> Router {
    let csrf = CsrfLayer::new().with_rejection_response(|_| Error::Forbidden.into_response());
    let id = HeaderName::from_static("x-request-id");
    let trace = TraceLayer::new_for_http().make_span_with(|request: &Request<Body>| {
        let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
        tracing::info_span!("request", method = %request.method(), path = without_secret(request.uri().path()), id)
    });
    let site = routes::router()
        .fallback(async || Error::NotFound)
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(csrf)
        .layer(from_fn(web::error_pages))
        .layer(from_fn_with_state(app.clone(), web::context))
        // A page is compressed for its first reader, too. At a light level gzip takes less time than Brotli for a page
        // that is no larger, and higher levels gain a few percent only.
        .layer(CompressionLayer::new().no_br().quality(CompressionLevel::Precise(2)).compress_when(compressed()))
        .layer(kept_pages(app))
        .merge(files())
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(app.clone(), headers::security))
        .layer(PropagateRequestIdLayer::new(id.clone()))
        .layer(trace)
        .layer(SetRequestIdLayer::new(id, Numbered(app.clone())))
        .layer(CountRequests::default())
        .with_state(app.clone());
    // A layer around a whole router runs before its routes are looked up, so the language can still be taken off.
    Router::new().fallback_service(map_request(async |request| web::language_prefix(request)).layer(site))
}

/// What is compressed: what is not compressed by its nature, as pictures, videos and documents are, of which readers may
/// ask a part by its bytes.
fn compressed() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::const_new("application/pdf"))
        .and(NotForContentType::const_new("video/"))
}

/// The site's own files: who asks does not matter, so no session is looked up, and each is compressed once, as well as
/// it can be.
fn files() -> Router<App> {
    let settings = Settings { age: Duration::MAX, weight: 4 << 20, personal_cookies: &[], ..Settings::default() };
    routes::files().layer(CompressionLayer::new().quality(CompressionLevel::Best)).layer(PageCache::new(
        settings,
        Generation::default(),
        |_: &request::Parts| CompactKey::new(""),
    ))
}

/// Whole pages for readers who are nobody in particular; they differ by language and by whether the address names it.
fn kept_pages(app: &App) -> PageCache {
    let cookies = app.cookies();
    let settings = Settings { encoding: Encoding::Gzip, ..Settings::default() };
    PageCache::new(settings, app.generation.clone(), move |parts: &request::Parts| {
        if cookies.any(&parts.headers) {
            return None;
        }
        let prefix = parts.extensions.get::<Prefix>().copied();
        let language = web::language(prefix, &parts.headers, &Actor::Anonymous);
        CompactKey::new(&format!("{language}{}", if prefix.is_some() { "/" } else { "" }))
    })
}
