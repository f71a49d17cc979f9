//! Bodies on their way through a connection: a request's under a deadline, a response's holding the turn.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use axum::body::{Body, HttpBody};
use bytes::Bytes;
use hyper::body::{Frame, Incoming, SizeHint};
use tokio::time::{Sleep, sleep_until};

use super::{
    pace::Pace,
    stream::{AtWork, Turn},
};

/// The body of a request did not arrive in time.
#[derive(Debug, thiserror::Error)]
#[error("the request's body did not arrive in time")]
pub(super) struct TooSlow;

/// A request's body that may not dribble.
pub(super) struct Timely {
    incoming: Incoming,
    pace: Pace,
    turn: Arc<Turn>,
    alarm: Option<Pin<Box<Sleep>>>,
}

impl Timely {
    /// The body as the application gets it.
    pub(super) fn wrap(incoming: Incoming, pace: Pace, turn: &Arc<Turn>) -> Body {
        if incoming.is_end_stream() {
            return Body::empty();
        }
        Body::new(Self { incoming, pace, turn: Arc::clone(turn), alarm: None })
    }
}

impl HttpBody for Timely {
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        let this = self.get_mut();
        if let Poll::Ready(frame) = Pin::new(&mut this.incoming).poll_frame(cx) {
            this.alarm = None;
            if let Some(Ok(frame)) = &frame {
                this.pace.moved(frame.data_ref().map_or(0, Bytes::len));
            }
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let deadline = this.pace.deadline();
        let alarm = this.alarm.get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        alarm.as_mut().poll(cx).map(|()| {
            this.turn.came_late();
            Some(Err(TooSlow.into()))
        })
    }

    fn is_end_stream(&self) -> bool {
        self.incoming.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.incoming.size_hint()
    }
}

/// The largest piece of an answer handed on at once. A whole file in one piece would count as sent while most of it
/// still waits for its reader.
const PIECE: usize = 32 * 1_024;

/// A response's body; when it is gone, the turn is the peer's again.
pub(super) struct Answer {
    body: Body,
    rest: Bytes,
    _at_work: AtWork,
}

impl Answer {
    /// The body as it is sent.
    pub(super) fn new(body: Body, at_work: AtWork) -> Self {
        Self { body, rest: Bytes::new(), _at_work: at_work }
    }
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = self.get_mut();
        if this.rest.is_empty() {
            match ready!(Pin::new(&mut this.body).poll_frame(cx)) {
                Some(Ok(frame)) => match frame.into_data() {
                    Ok(data) => this.rest = data,
                    Err(other) => return Poll::Ready(Some(Ok(other))),
                },
                ended => return Poll::Ready(ended),
            }
        }
        let piece = this.rest.split_to(this.rest.len().min(PIECE));
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let rest = self.rest.len() as u64;
        let body = self.body.size_hint();
        let mut hint = SizeHint::new();
        hint.set_lower(body.lower() + rest);
        if let Some(upper) = body.upper() {
            hint.set_upper(upper + rest);
        }
        hint
    }
}
