//! A connection's bytes, under watch: whoever keeps the server waiting too long is cut off.

use std::{
    io,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    time::{Instant, Sleep, sleep_until},
};

use super::{Front, Stage, pace::Pace};

/// Whose turn it is on a connection: the peer's, to send a request, or the application's, to answer it.
#[derive(Debug, Default)]
pub(super) struct Turn {
    begun: AtomicU32,
    ended: AtomicU32,
    late: AtomicBool,
}

impl Turn {
    /// A request's headers are complete: the application's turn, until the returned value is dropped with the answer.
    pub(super) fn begin(self: &Arc<Self>) -> AtWork {
        self.begun.fetch_add(1, Ordering::AcqRel);
        AtWork(Arc::clone(self))
    }

    /// The body of the request did not come in time.
    pub(super) fn came_late(&self) {
        self.late.store(true, Ordering::Release);
    }

    /// Whether the body of a request did not come in time.
    pub(super) fn is_late(&self) -> bool {
        self.late.load(Ordering::Acquire)
    }

    /// How many answers are complete, and whether one is under way.
    fn state(&self) -> (u32, bool) {
        let ended = self.ended.load(Ordering::Acquire);
        (ended, self.begun.load(Ordering::Acquire) != ended)
    }
}

/// Lives as long as the application works on an answer, its last byte included.
pub(super) struct AtWork(Arc<Turn>);

impl Drop for AtWork {
    fn drop(&mut self) {
        self.0.ended.fetch_add(1, Ordering::AcqRel);
    }
}

/// A stream with deadlines for the first byte, for headers, for idling between requests and for stalled writing.
pub(super) struct Watched<T> {
    stream: T,
    front: Arc<Front>,
    turn: Arc<Turn>,
    /// Answers complete when the wait below began.
    ended: u32,
    /// Whether bytes of the next request's headers have come.
    in_header: bool,
    allowed: Duration,
    /// When `allowed` is over; set when the wait begins.
    until: Option<Instant>,
    writing: Pace,
    alarm: Pin<Box<Sleep>>,
}

impl<T> Watched<T> {
    pub(super) fn new(stream: T, front: Arc<Front>, turn: Arc<Turn>) -> Self {
        let until = Instant::now() + front.limits.first_byte;
        Self {
            stream,
            turn,
            ended: 0,
            in_header: false,
            allowed: front.limits.first_byte,
            until: Some(until),
            writing: Pace::new(front.limits.write, front.limits.rate),
            alarm: Box::pin(sleep_until(until)),
            front,
        }
    }

    /// Fails when `deadline` is over; until then the task is woken in time to ask again.
    fn wait(&mut self, deadline: Instant, cx: &mut Context<'_>) -> Poll<io::Error> {
        // The alarm is moved only when it would ring too late: one that rings early costs less than setting it anew
        // for every request.
        if self.alarm.deadline() > deadline {
            self.alarm.as_mut().reset(deadline);
        }
        while self.alarm.as_mut().poll(cx).is_ready() {
            if Instant::now() >= deadline {
                return Poll::Ready(io::ErrorKind::TimedOut.into());
            }
            self.alarm.as_mut().reset(deadline);
        }
        Poll::Pending
    }

    fn written(&mut self, result: Poll<io::Result<usize>>, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        match result {
            Poll::Ready(Ok(bytes)) => {
                self.writing.moved(bytes);
                Poll::Ready(Ok(bytes))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => {
                let deadline = self.writing.deadline();
                self.wait(deadline, cx).map(Err)
            }
        }
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Watched<T> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let (ended, at_work) = this.turn.state();
        if ended != this.ended {
            this.ended = ended;
            this.in_header = false;
            this.allowed = this.front.limits.idle;
            this.until = None;
            this.writing = Pace::new(this.front.limits.write, this.front.limits.rate);
        }
        let before = into.filled().len();
        match Pin::new(&mut this.stream).poll_read(cx, into) {
            Poll::Ready(result) => {
                if !at_work && !this.in_header && into.filled().len() > before {
                    this.in_header = true;
                    this.allowed = this.front.limits.header;
                    this.until = None;
                }
                Poll::Ready(result)
            }
            // A body and a slow reader have their own deadlines, and the application's time is its own affair.
            Poll::Pending if at_work || this.writing.waits() => {
                this.until = None;
                Poll::Pending
            }
            Poll::Pending if !this.in_header && this.front.stage() == Stage::Closing => {
                Poll::Ready(Err(io::ErrorKind::ConnectionAborted.into()))
            }
            Poll::Pending => {
                let deadline = *this.until.get_or_insert_with(|| Instant::now() + this.allowed);
                this.wait(deadline, cx).map(Err)
            }
        }
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Watched<T> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let result = Pin::new(&mut this.stream).poll_write(cx, bytes);
        this.written(result, cx)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let result = Pin::new(&mut this.stream).poll_write_vectored(cx, slices);
        this.written(result, cx)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_shutdown(cx)
    }
}
