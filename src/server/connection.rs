//! One connection from its first byte to its last.

use std::{convert::Infallible, net::SocketAddr, pin::pin, sync::Arc};

use axum::{
    extract::{ConnectInfo, Request},
    http::{HeaderValue, header},
    response::Response,
};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::OwnedSemaphorePermit,
};
use tower::{Service, ServiceExt};

use super::{
    Front, Stage,
    body::{Answer, Timely},
    pace::Pace,
    stream::{AtWork, Turn, Watched},
    too_slow,
};

/// Serves the requests of one connection until either side is done with it.
pub(super) async fn run<T, S>(stream: T, peer: SocketAddr, app: S, front: Arc<Front>, _place: OwnedSemaphorePermit)
where
    T: AsyncRead + AsyncWrite + Unpin,
    S: Service<Request, Response = Response, Error = Infallible> + Clone,
{
    let _counted = Counted::new();
    let turn = Arc::new(Turn::default());
    let io = TokioIo::new(Watched::new(stream, Arc::clone(&front), Arc::clone(&turn)));
    let shared = &front;
    let answers = service_fn(move |request: Request<Incoming>| {
        answer(request, peer, app.clone(), shared, Arc::clone(&turn), turn.begin())
    });
    let mut connection = pin!(front.http.serve_connection(io, answers));
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        () = front.closing() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    // A peer that leaves or dawdles is daily business.
    if let Err(error) = ended {
        tracing::debug!(%peer, %error, "connection ended early");
    }
}

/// Has the application answer one request.
async fn answer<S>(
    request: Request<Incoming>,
    peer: SocketAddr,
    app: S,
    front: &Front,
    turn: Arc<Turn>,
    at_work: AtWork,
) -> Result<Response<Answer>, Infallible>
where
    S: Service<Request, Response = Response, Error = Infallible>,
{
    let limits = &front.limits;
    let mut request = request.map(|body| Timely::wrap(body, Pace::new(limits.body, limits.rate), &turn));
    request.extensions_mut().insert(ConnectInfo(peer));
    let mut response = app.oneshot(request).await?;
    if turn.is_late() {
        response = too_slow();
    } else if front.stage() != Stage::Serving {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(response.map(|body| Answer::new(body, at_work)))
}

/// Counts the connection as open for as long as it lives, however it ends.
struct Counted(metrics::Gauge);

impl Counted {
    fn new() -> Self {
        let open = metrics::gauge!("http_connections_open");
        open.increment(1);
        Self(open)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.decrement(1);
    }
}
