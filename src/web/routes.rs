use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

use crate::app::App;
use crate::web::{Access, Context, Error};

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
pub struct Routes {
    router: Router<App>,
    table: Vec<Route>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self { router: Router::new(), table: Vec::new() }
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
        self.guard("POST", path, access, post(handler));
        self
    }

    /// The routes of a feature.
    pub fn with(self, feature: impl FnOnce(Self) -> Self) -> Self {
        feature(self)
    }

    fn add(mut self, method: &'static str, path: &'static str, access: Access, handler: MethodRouter<App>) -> Self {
        let bounded: MethodRouter<App> = handler.layer(RequestBodyLimitLayer::new(LARGEST_BODY));
        let bounded = bounded.layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, PATIENCE));
        self.guard(method, path, access, bounded);
        self
    }

    fn guard(&mut self, method: &'static str, path: &'static str, access: Access, handler: MethodRouter<App>) {
        let guarded = handler.layer(from_fn_with_state(access, guard));
        self.router = std::mem::take(&mut self.router).route(path, guarded);
        self.table.push(Route { method, path, access });
    }

    /// The router and the table of who may use what.
    pub fn finish(self) -> (Router<App>, Vec<Route>) {
        (self.router, self.table)
    }
}

async fn guard(State(access): State<Access>, request: Request, next: Next) -> Response {
    let checked = match request.extensions().get::<Context>() {
        Some(context) => access.check(context),
        None if access == Access::Public => Ok(()),
        None => Err(Error::Internal(anyhow::anyhow!("a route without context"))),
    };
    match checked {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}
