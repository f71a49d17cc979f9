use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::{Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::web::{Access, Context, Error, signed_out};

/// Largest body of a request, in bytes; forms with files have bounds of their own.
const LARGEST_BODY: usize = 24 * 1024 * 1024;
/// A request is given up after this long.
const PATIENCE: Duration = Duration::from_secs(30);

/// One route as the table of access shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Pattern of its path.
    pub path: &'static str,
    /// Who may use it.
    pub access: Access,
}

/// Routes that cannot be added without saying who may use them.
#[derive(Default)]
pub struct Routes(Vec<(Route, MethodRouter<App>)>);

/// What stands before a route.
#[derive(Clone, Copy)]
struct Guard {
    access: Access,
    /// How many segments of its path make the address of the page that its form stands on.
    page: usize,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page that is read.
    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("GET", path, access, get(handler))
    }

    /// A form that is sent.
    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("POST", path, access, post(handler))
    }

    /// A form that is sent with files. Its handler bounds what is sent, and a slow sender may take as long as it takes.
    pub fn post_files<H, T>(mut self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.0.push((Route { method: "POST", path, access }, post(handler)));
        self
    }

    /// The routes of a feature.
    pub fn with(self, feature: impl FnOnce(Self) -> Self) -> Self {
        feature(self)
    }

    fn add(mut self, method: &'static str, path: &'static str, access: Access, handler: MethodRouter<App>) -> Self {
        let bounded: MethodRouter<App> = handler.layer(RequestBodyLimitLayer::new(LARGEST_BODY));
        let bounded = bounded.layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE));
        self.0.push((Route { method, path, access }, bounded));
        self
    }

    /// The router and the table of who may use what.
    pub fn finish(self) -> (Router<App>, Vec<Route>) {
        let table: Vec<Route> = self.0.iter().map(|(route, _)| route.clone()).collect();
        let pages: Vec<&str> = table.iter().filter(|route| route.method == "GET").map(|route| route.path).collect();
        let router = self.0.into_iter().fold(Router::new(), |router, (route, handler)| {
            let guarded = Guard { access: route.access, page: page_above(route.path, &pages) };
            router.route(route.path, handler.layer(from_fn_with_state(guarded, guard)))
        });
        (router, table)
    }
}

/// How many segments of a path make the nearest page at or above it: many forms are sent to addresses that nobody reads.
fn page_above(path: &str, pages: &[&str]) -> usize {
    let mut above = path;
    while !above.is_empty() && !pages.contains(&above) {
        above = above.rsplit_once('/').map_or("", |(above, _)| above);
    }
    above.matches('/').count()
}

async fn guard(State(guarded): State<Guard>, request: Request, next: Next) -> Response {
    let checked = match request.extensions().get::<Context>() {
        Some(context) => guarded.access.check(context),
        None if guarded.access == Access::Public => Ok(()),
        None => Err(Error::Internal(anyhow::anyhow!("a route without context"))),
    };
    match checked {
        Ok(()) => next.run(request).await,
        Err(Error::SignIn) if request.method() == Method::POST => signed_out::answer(request, guarded.page).await,
        Err(error) => error.into_response(),
    }
}
