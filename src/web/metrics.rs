//! Figures about requests, for an operator's monitoring.

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, PoisonError, RwLock},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    extract::{MatchedPath, Request},
    http::{Method, header},
    response::{IntoResponse, Response},
};
use futures::future::BoxFuture;
use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use tokio::time::Instant;
use tower::{Layer, Service};

/// Upper bounds of the histogram of request times, in seconds: from a cached page to the longest upload.
const SECONDS: [f64; 12] = [0.000_25, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 2.5, 10.0];

/// How often samples are folded into their histograms; until then each takes memory.
const UPKEEP: Duration = Duration::from_secs(5);

static INSTALLED: OnceLock<PrometheusHandle> = OnceLock::new();

/// What was counted so far, ready to be shown.
#[derive(Clone)]
pub struct Figures(PrometheusHandle);

/// Has the process count its figures from now on, before anything that counts is built. Asked again, it gives the same
/// figures. A task of the runtime it is called in keeps them in order.
///
/// # Errors
/// When something else in the process records figures already.
pub fn install() -> Result<Figures, BuildError> {
    if let Some(handle) = INSTALLED.get() {
        return Ok(Figures(handle.clone()));
    }
    let handle = PrometheusBuilder::new().set_buckets(&SECONDS)?.install_recorder()?;
    let handle = INSTALLED.get_or_init(|| handle).clone();
    metrics::describe_counter!("http_requests_total", "Answers by route, method and class of status");
    metrics::describe_histogram!("http_request_seconds", metrics::Unit::Seconds, "Time to an answer's head, by route");
    metrics::describe_counter!("page_cache_hits_total", "Pages sent from memory");
    metrics::describe_counter!("page_cache_misses_total", "Pages made for anonymous readers");
    metrics::describe_gauge!("http_connections_open", "Connections being served");
    metrics::describe_counter!("http_connections_refused_total", "Connections above the cap, answered 503");
    let upkeep = handle.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(UPKEEP).await;
            upkeep.run_upkeep();
        }
    });
    Ok(Figures(handle))
}

impl Figures {
    /// The figures in Prometheus' text format, as an answer.
    pub fn show(&self) -> Response {
        ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], self.0.render()).into_response()
    }
}

/// A layer that counts each answer by route pattern, method and class of status, and times it. It belongs outermost on
/// the router (`Router::layer`), where the route is known and what the page cache answers is counted too.
#[derive(Clone, Default)]
pub struct CountRequests(Arc<Routes>);

/// The counters of each route, made when it is first asked for: finding them by their labels each time costs more
/// than answering from the cache.
#[derive(Default)]
struct Routes(RwLock<HashMap<&'static str, Patterns>>);

/// The counters of one method, by route pattern.
type Patterns = HashMap<Arc<str>, Arc<Route>>;

struct Route {
    classes: [metrics::Counter; 5],
    seconds: metrics::Histogram,
}

impl Routes {
    fn get(&self, method: &'static str, pattern: &str) -> Arc<Route> {
        // A map that was being added to when a thread panicked is still a map.
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(route) = known.get(method).and_then(|patterns| patterns.get(pattern)) {
            return Arc::clone(route);
        }
        drop(known);
        let route = Arc::new(Route::new(method, pattern));
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(method).or_default().entry(pattern.into()).or_insert(route))
    }
}

impl Route {
    fn new(method: &'static str, pattern: &str) -> Self {
        let classes = ["1xx", "2xx", "3xx", "4xx", "5xx"].map(|class| {
            let route = pattern.to_owned();
            metrics::counter!("http_requests_total", "route" => route, "method" => method, "status" => class)
        });
        let seconds = metrics::histogram!("http_request_seconds", "route" => pattern.to_owned(), "method" => method);
        Self { classes, seconds }
    }
}

/// The method's name, if it is one we know: a peer must not be able to make up figures of its own.
fn known_method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

impl<S> Layer<S> for CountRequests {
    type Service = Counted<S>;

    fn layer(&self, inner: S) -> Counted<S> {
        Counted { inner, routes: Arc::clone(&self.0) }
    }
}

/// A service whose answers are counted.
#[derive(Clone)]
pub struct Counted<S> {
    inner: S,
    routes: Arc<Routes>,
}

impl<S> Service<Request> for Counted<S>
where
    S: Service<Request, Response = Response>,
    S::Future: Send + 'static,
{
    type Response = Response;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Response, S::Error>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let began = Instant::now();
        let pattern = request.extensions().get::<MatchedPath>().map_or("unmatched", MatchedPath::as_str);
        let route = self.routes.get(known_method(request.method()), pattern);
        let answer = self.inner.call(request);
        Box::pin(async move {
            let response = answer.await?;
            let class = usize::from(response.status().as_u16() / 100).clamp(1, 5) - 1;
            if let Some(counter) = route.classes.get(class) {
                counter.increment(1);
            }
            route.seconds.record(began.elapsed());
            Ok(response)
        })
    }
}

#[cfg(test)]
mod tests {
    use axum::{Router, body::Body, http::StatusCode, routing::get};
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn answers_are_counted_by_route_method_and_class_and_made_up_ones_together() {
        let figures = install().unwrap();
        install().expect("asking twice is fine");
        let app = Router::new()
            .route("/counted/{id}", get(|| async { "x" }).post(|| async { StatusCode::CONFLICT }))
            .layer(CountRequests::default());
        for (method, path) in [
            ("GET", "/counted/1"),
            ("GET", "/counted/2"),
            ("POST", "/counted/1"),
            ("BREW", "/counted/1"),
            ("GET", "/nowhere"),
        ] {
            let request = Request::builder().method(method).uri(path).body(Body::empty()).unwrap();
            app.clone().oneshot(request).await.unwrap();
        }
        let shown = figures.show();
        assert!(shown.headers()[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/plain"));
        let text = axum::body::to_bytes(shown.into_body(), usize::MAX).await.unwrap();
        let text = String::from_utf8(text.to_vec()).unwrap();
        for line in [
            r#"http_requests_total{route="/counted/{id}",method="GET",status="2xx"} 2"#,
            r#"http_requests_total{route="/counted/{id}",method="POST",status="4xx"} 1"#,
            r#"http_requests_total{route="/counted/{id}",method="other",status="4xx"} 1"#,
            r#"http_requests_total{route="unmatched",method="GET",status="4xx"} 1"#,
            r#"http_request_seconds_count{route="/counted/{id}",method="GET"} 2"#,
        ] {
            assert!(text.contains(line), "{line} is missing in:\n{text}");
        }
    }
}
