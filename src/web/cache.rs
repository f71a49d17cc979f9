//! Whole pages for anonymous readers, kept compressed.
//!
//! The database hop bounds a page's speed, so a page that is the same for everybody is made once and then sent from
//! memory. A page is kept only if its handler answers 200 with [`Cacheable`] and the reader is nobody in particular: no
//! session cookie, no `Authorization`, and a [`CompactKey`] from the application. It is made anew when the
//! [`Generation`] has moved (something in the marketplace changed) or its time is over (it shows ages and deadlines).
//!
//! The layer stands outside the compression layer, so what it keeps is compressed already, once for each encoding; and
//! inside the layers that give every answer its own request id, and that draw error pages. Many readers who ask for the
//! same page at the same moment wait for one rendering.

mod key;
mod page;
#[cfg(test)]
mod tests;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, Method, header, request::Parts},
    response::{IntoResponseParts, Response, ResponseParts},
};
use futures::future::{BoxFuture, Either, Ready, ready};
use quick_cache::{
    Weighter,
    sync::{Cache, EntryAction, EntryResult},
};
use tokio::time::Instant;
use tower::{Layer, Service};

use key::{Asked, Key};
use page::{Collected, Page, collect};

pub use key::{CompactKey, Encoding};

/// Put into a response by its handler, as in `(Cacheable, Html(page))`: the page is the same for every anonymous reader
/// of its language.
#[derive(Debug, Clone, Copy)]
pub struct Cacheable;

impl IntoResponseParts for Cacheable {
    type Error = std::convert::Infallible;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Self::Error> {
        response.extensions_mut().insert(self);
        Ok(response)
    }
}

/// Counts how often anything that pages show has changed; clones share the count.
#[derive(Debug, Clone, Default)]
pub struct Generation(Arc<AtomicU64>);

impl Generation {
    /// Something changed: pages made before now are stale. To be called after readers can see the change (when the
    /// search index has taken it in), or the old state might be kept as the new.
    pub fn advance(&self) {
        self.0.fetch_add(1, Ordering::AcqRel);
    }

    /// The count.
    pub fn current(&self) -> u64 {
        self.0.load(Ordering::Acquire)
    }
}

/// How much is kept, and for how long.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Bytes of all pages together; 32 MiB.
    pub weight: u64,
    /// Bytes of one compressed page above which it is not kept; 512 KiB.
    pub largest: usize,
    /// How long a page is shown though nothing has changed; 30 seconds.
    pub age: Duration,
    /// The best encoding that the compression layer inside makes; Brotli.
    pub encoding: Encoding,
    /// Cookies whose bearer is somebody in particular.
    pub personal_cookies: &'static [&'static str],
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            weight: 32 * 1_024 * 1_024,
            largest: 512 * 1_024,
            age: Duration::from_secs(30),
            encoding: Encoding::Brotli,
            personal_cookies: &["__Host-session", "session", "__Host-refresh", "refresh"],
        }
    }
}

/// For how long a page that may not be kept is remembered as such, so that its readers do not wait for one another.
const PASS_AGE: Duration = Duration::from_secs(1);

/// The cache, as a layer; clones share what is kept.
#[derive(Clone)]
pub struct PageCache(Arc<Shared>);

/// Tells what besides the address a page depends on: for an anonymous reader their language, for others `None`.
type Variant = Box<dyn Fn(&Parts) -> Option<CompactKey> + Send + Sync>;

struct Shared {
    pages: Cache<Key, Entry, Weight>,
    settings: Settings,
    generation: Generation,
    variant: Variant,
    /// Counts outcomes, so that who waited for one knows it from one that was there before.
    outcomes: AtomicU64,
    hits: metrics::Counter,
    misses: metrics::Counter,
}

/// What is known about a page.
#[derive(Clone)]
struct Entry {
    outcome: Outcome,
    generation: u64,
    made: Instant,
    number: u64,
}

#[derive(Clone)]
enum Outcome {
    /// The page, for everybody who asks.
    Keep(Arc<Page>),
    /// It may not be kept: everybody gets their own.
    Pass,
    /// It failed on the server's side. Only those who waited for it get this answer: were each of them to try again
    /// by turns, they would wait for a database that is down many times over.
    Failed(Arc<Page>),
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Entry> for Weight {
    fn weight(&self, key: &Key, entry: &Entry) -> u64 {
        let page = match &entry.outcome {
            Outcome::Keep(page) | Outcome::Failed(page) => page.weight(),
            Outcome::Pass => 0,
        };
        key.weight() + page
    }
}

impl PageCache {
    /// An empty cache.
    ///
    /// `variant` gives for an anonymous reader what the page depends on besides its address and encoding (their
    /// language), and `None` for everybody else. The figures `page_cache_hits_total` and `page_cache_misses_total` are
    /// counted if the recorder of figures was installed before.
    pub fn new(
        settings: Settings,
        generation: Generation,
        variant: impl Fn(&Parts) -> Option<CompactKey> + Send + Sync + 'static,
    ) -> Self {
        // A compressed page is 8 kB or so; the figure only sizes the tables.
        let pages = usize::try_from(settings.weight / 8_192).unwrap_or(usize::MAX).max(32);
        Self(Arc::new(Shared {
            pages: Cache::with_weighter(pages, settings.weight, Weight),
            settings,
            generation,
            variant: Box::new(variant),
            outcomes: AtomicU64::new(0),
            hits: metrics::counter!("page_cache_hits_total"),
            misses: metrics::counter!("page_cache_misses_total"),
        }))
    }

    /// Bytes kept at this moment.
    pub fn weight(&self) -> u64 {
        self.0.pages.weight()
    }
}

impl<S> Layer<S> for PageCache {
    type Service = Cached<S>;

    fn layer(&self, inner: S) -> Cached<S> {
        Cached { inner, shared: Arc::clone(&self.0) }
    }
}

/// A service whose pages are kept.
#[derive(Clone)]
pub struct Cached<S> {
    inner: S,
    shared: Arc<Shared>,
}

type Answered<E> = Result<Response, E>;

impl<S> Service<Request> for Cached<S>
where
    S: Service<Request, Response = Response> + Clone + Send + 'static,
    S::Future: Send,
    S::Error: Send,
{
    type Response = Response;
    type Error = S::Error;
    type Future = Either<Ready<Answered<S::Error>>, Either<S::Future, BoxFuture<'static, Answered<S::Error>>>>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        let (parts, body) = request.into_parts();
        let Some(asked) = self.shared.asked(&parts) else {
            return Either::Right(Either::Left(self.inner.call(Request::from_parts(parts, body))));
        };
        match self.shared.kept(&asked) {
            Some(Outcome::Keep(page)) => {
                self.shared.hits.increment(1);
                Either::Left(ready(Ok(page.answer(&parts.method, &parts.headers))))
            }
            Some(_) => Either::Right(Either::Left(self.inner.call(Request::from_parts(parts, body)))),
            None => {
                let key = asked.to_key();
                // The inner service that is ready is the one that was asked, not its clone.
                let clone = self.inner.clone();
                let inner = std::mem::replace(&mut self.inner, clone);
                let shared = Arc::clone(&self.shared);
                Either::Right(Either::Right(Box::pin(shared.make(key, inner, Request::from_parts(parts, body)))))
            }
        }
    }
}

impl Shared {
    /// What is asked for, if it is anything that may be kept.
    fn asked<'a>(&self, parts: &'a Parts) -> Option<Asked<'a>> {
        if parts.method != Method::GET && parts.method != Method::HEAD {
            return None;
        }
        let headers = &parts.headers;
        if headers.contains_key(header::AUTHORIZATION)
            || headers.contains_key(header::RANGE)
            || key::bears(headers, self.settings.personal_cookies)
        {
            return None;
        }
        Asked::new(parts, (self.variant)(parts)?, self.settings.encoding)
    }

    /// What is known and still true, without waiting.
    fn kept(&self, asked: &Asked<'_>) -> Option<Outcome> {
        let entry = self.pages.get(asked)?;
        self.serves(&entry, self.generation.current(), u64::MAX).then_some(entry.outcome)
    }

    /// Whether an entry answers a request that came when the generation was `seen` and the last outcome `number`.
    fn serves(&self, entry: &Entry, seen: u64, number: u64) -> bool {
        let current = |age: Duration| entry.generation >= seen && entry.made.elapsed() < age;
        match entry.outcome {
            Outcome::Keep(_) => current(self.settings.age),
            Outcome::Pass => entry.number > number || current(PASS_AGE),
            Outcome::Failed(_) => entry.number > number,
        }
    }

    /// Makes the page, or waits for who is making it already.
    async fn make<S>(self: Arc<Self>, key: Key, mut inner: S, request: Request) -> Answered<S::Error>
    where
        S: Service<Request, Response = Response>,
    {
        let seen = self.generation.current();
        let number = self.outcomes.load(Ordering::Acquire);
        let known = self.pages.entry_async(&key, |_, entry| {
            if self.serves(entry, seen, number) {
                EntryAction::Retain(entry.outcome.clone())
            } else {
                EntryAction::ReplaceWithGuard
            }
        });
        // A guard that is dropped without a page (the reader has left, the handler panicked) lets the next one try.
        let guard = match known.await {
            EntryResult::Vacant(guard) | EntryResult::Replaced(guard, _) => guard,
            EntryResult::Retained(Outcome::Keep(page) | Outcome::Failed(page)) => {
                self.hits.increment(1);
                return Ok(page.answer(request.method(), request.headers()));
            }
            EntryResult::Retained(Outcome::Pass) | EntryResult::Removed(..) | EntryResult::Timeout => {
                return inner.call(request).await;
            }
        };
        self.misses.increment(1);
        let generation = self.generation.current();
        let (method, headers) = (request.method().clone(), request.headers().clone());
        let response = inner.call(plain(request, &key)).await?;
        let (outcome, response) = self.judge(response, &key, &method, &headers).await;
        let entry = Entry {
            outcome,
            generation,
            made: Instant::now(),
            number: self.outcomes.fetch_add(1, Ordering::AcqRel) + 1,
        };
        // It fails only when the cache has dropped the place meanwhile, and then there is nothing to keep.
        let _ = guard.insert(entry);
        Ok(response)
    }

    /// What becomes of a fresh answer, and the answer for who asked.
    async fn judge(
        &self,
        response: Response,
        key: &Key,
        method: &Method,
        headers: &axum::http::HeaderMap,
    ) -> (Outcome, Response) {
        let failed = response.status().is_server_error();
        if !failed && !page::may_be_kept(&response) {
            return (Outcome::Pass, response);
        }
        let (parts, body) = response.into_parts();
        let bytes = match collect(body, self.settings.largest).await {
            Collected::Whole(bytes) => bytes,
            Collected::Beyond(body) => return (Outcome::Pass, Response::from_parts(parts, body)),
        };
        let page = Arc::new(if failed {
            Page::failed(parts, bytes)
        } else {
            Page::new(parts, bytes, key, !self.settings.personal_cookies.is_empty())
        });
        let answer = page.answer(method, headers);
        (if failed { Outcome::Failed(page) } else { Outcome::Keep(page) }, answer)
    }
}

/// The request that makes a page for everybody who asks like this one: whole, and in the one encoding.
fn plain(request: Request, key: &Key) -> Request {
    let (mut parts, _) = request.into_parts();
    parts.method = Method::GET;
    parts.headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(key.encoding.name()));
    Request::from_parts(parts, Body::empty())
}
