//! A page as it is kept, and how it is answered.

use std::hash::{DefaultHasher, Hasher};

use axum::{
    body::{Body, HttpBody},
    http::{Extensions, HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header, response::Parts},
    response::Response,
};
use bytes::{Bytes, BytesMut};
use futures::{StreamExt, stream};

use super::{Cacheable, key::Key};

/// Headers that belong to one answer, not to the page.
const OF_ONE_ANSWER: [HeaderName; 6] = [
    header::CONNECTION,
    header::TRANSFER_ENCODING,
    header::DATE,
    header::CONTENT_LENGTH,
    header::ETAG,
    HeaderName::from_static("x-request-id"),
];

/// A whole answer, ready to be sent again and again.
pub(super) struct Page {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    etag: Option<HeaderValue>,
    /// What outer layers are told about a failure.
    extensions: Extensions,
}

/// Whether an answer is a page that may be kept.
pub(super) fn may_be_kept(response: &Response) -> bool {
    let headers = response.headers();
    let says = |name: HeaderName, word: &str| {
        headers.get_all(name).iter().any(|value| {
            value.to_str().map_or(true, |value| value.split(',').any(|part| part.trim().eq_ignore_ascii_case(word)))
        })
    };
    response.status() == StatusCode::OK
        && response.extensions().get::<Cacheable>().is_some()
        // The handler's word stands against these signs that the answer was meant for one reader: they win.
        && !headers.contains_key(header::SET_COOKIE)
        && !says(header::CACHE_CONTROL, "no-store")
        && !says(header::CACHE_CONTROL, "private")
        && !says(header::VARY, "*")
}

impl Page {
    /// A page to keep; `by_cookie` when it is not for everybody.
    pub(super) fn new(parts: Parts, body: Bytes, key: &Key, by_cookie: bool) -> Self {
        let mut page = Self::failed(parts, body);
        page.extensions = Extensions::new();
        let headers = &mut page.headers;
        // The same bytes have the same tag on every node, and each encoding its own.
        let mut hasher = DefaultHasher::new();
        hasher.write(&page.body);
        let tag = format!("\"{:016x}-{:x}-{}\"", hasher.finish(), page.body.len(), key.encoding.name());
        if let Ok(tag) = HeaderValue::try_from(tag) {
            headers.insert(header::ETAG, tag.clone());
            page.etag = Some(tag);
        }
        // Whoever keeps the page further out must ask each time whether it still holds: it may have changed, or its
        // reader may have signed in.
        headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-cache"));
        for name in ["accept-encoding", "cookie"].into_iter().take(if by_cookie { 2 } else { 1 }) {
            let known = headers.get_all(header::VARY).iter().any(|value| {
                value.to_str().is_ok_and(|value| value.split(',').any(|part| part.trim().eq_ignore_ascii_case(name)))
            });
            if !known {
                headers.append(header::VARY, HeaderValue::from_static(name));
            }
        }
        page
    }

    /// A failure to share with those who waited for the page.
    pub(super) fn failed(parts: Parts, body: Bytes) -> Self {
        let mut headers = parts.headers;
        for name in OF_ONE_ANSWER {
            headers.remove(name);
        }
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(body.len()));
        Self { status: parts.status, headers, body, etag: None, extensions: parts.extensions }
    }

    /// Bytes it takes, roughly.
    pub(super) fn weight(&self) -> u64 {
        let headers: usize = self.headers.iter().map(|(name, value)| name.as_str().len() + value.len() + 64).sum();
        (self.body.len() + headers) as u64
    }

    /// The answer to a request with this method and these headers.
    pub(super) fn answer(&self, method: &Method, asked: &HeaderMap) -> Response {
        if self.is_known(asked) {
            return self.not_modified();
        }
        let body = if method == Method::HEAD { Body::empty() } else { Body::from(self.body.clone()) };
        let mut response = Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers.clone();
        if self.etag.is_none() {
            *response.extensions_mut() = self.extensions.clone();
        }
        response
    }

    /// Whether the reader has this very page already.
    fn is_known(&self, asked: &HeaderMap) -> bool {
        let Some(etag) = self.etag.as_ref().map(HeaderValue::as_bytes) else { return false };
        asked.get_all(header::IF_NONE_MATCH).iter().any(|value| {
            value.as_bytes().split(|byte| *byte == b',').map(<[u8]>::trim_ascii).any(|tag| {
                // A proxy that changes the encoding marks the tag as weak; the comparison here is the weak one.
                tag == b"*" || tag.strip_prefix(b"W/").unwrap_or(tag) == etag
            })
        })
    }

    fn not_modified(&self) -> Response {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        let mut headers = self.headers.clone();
        for name in [header::CONTENT_LENGTH, header::CONTENT_TYPE, header::CONTENT_ENCODING] {
            headers.remove(name);
        }
        *response.headers_mut() = headers;
        response
    }
}

/// A body that was read, as far as it is worth keeping.
pub(super) enum Collected {
    /// All of it.
    Whole(Bytes),
    /// It is longer than that, or broke off: what was read, with the rest to come.
    Beyond(Body),
}

/// Reads a body of at most `largest` bytes into memory.
pub(super) async fn collect(body: Body, largest: usize) -> Collected {
    let expected = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if expected > largest {
        return Collected::Beyond(body);
    }
    let mut data = body.into_data_stream();
    let mut read = BytesMut::with_capacity(expected);
    while let Some(piece) = data.next().await {
        match piece {
            Ok(piece) if read.len() + piece.len() <= largest => read.extend_from_slice(&piece),
            piece => {
                let read = stream::iter([Ok(read.freeze()), piece]);
                return Collected::Beyond(Body::from_stream(read.chain(data)));
            }
        }
    }
    Collected::Whole(read.freeze())
}
