use axum::Router;
use axum::extract::{Request, State};
use axum::handler::Handler;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

use crate::app::App;
use crate::web::{Access, Context, Error};

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

    /// The routes of a feature.
    pub fn with(self, feature: impl FnOnce(Self) -> Self) -> Self {
        feature(self)
    }

    fn add(mut self, method: &'static str, path: &'static str, access: Access, handler: MethodRouter<App>) -> Self {
        let guarded = handler.layer(from_fn_with_state(access, guard));
        self.router = self.router.route(path, guarded);
        self.table.push(Route { method, path, access });
        self
    }

    /// The router and the table of who may use what.
    pub fn finish(self) -> (Router<App>, Vec<Route>) {
        (self.router, self.table)
    }
}

async fn guard(State(access): State<Access>, request: Request, next: Next) -> Response {
    let checked = match request.extensions().get::<Context>() {
        Some(context) => access.check(context),
        None => Err(Error::Internal(anyhow::anyhow!("a route without context"))),
    };
    match checked {
        Ok(()) => next.run(request).await,
        Err(error) => error.into_response(),
    }
}
