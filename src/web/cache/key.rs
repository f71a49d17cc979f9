//! What a kept page is found by.

use std::hash::{Hash, Hasher};

use axum::http::{HeaderMap, header, request::Parts};
use quick_cache::Equivalent;

/// The longest path with query that is kept; longer ones are nobody's daily reading.
const LONGEST: usize = 2_048;

/// A short text a page depends on besides its address, such as a language tag; at most 16 bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CompactKey([u8; 16]);

impl CompactKey {
    /// The key for a text, if it is short enough.
    pub fn new(text: &str) -> Option<Self> {
        let mut bytes = [0; 16];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self(bytes))
    }
}

/// The encodings pages are kept in, the best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Encoding {
    /// As it is.
    Identity,
    /// gzip.
    Gzip,
    /// Brotli.
    Brotli,
}

impl Encoding {
    /// As written in headers.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Brotli => "br",
        }
    }

    /// The best encoding the reader takes up to `most`, or none if they refuse all of these.
    pub(super) fn best(headers: &HeaderMap, most: Self) -> Option<Self> {
        let mut best = Some(Self::Identity);
        for value in headers.get_all(header::ACCEPT_ENCODING) {
            for part in value.to_str().ok()?.split(',') {
                let (name, parameters) = part.split_once(';').unwrap_or((part, ""));
                let refused = is_zero(parameters);
                let name = name.trim();
                let encoding = if name.eq_ignore_ascii_case("br") {
                    Self::Brotli
                } else if name.eq_ignore_ascii_case("gzip") {
                    Self::Gzip
                } else {
                    if refused && (name == "*" || name.eq_ignore_ascii_case("identity")) {
                        best = best.filter(|best| *best != Self::Identity);
                    }
                    continue;
                };
                if !refused && encoding <= most {
                    best = best.max(Some(encoding));
                }
            }
        }
        best
    }
}

/// Whether an encoding's parameters say `q=0`, that is: not this one.
fn is_zero(parameters: &str) -> bool {
    parameters
        .split(';')
        .filter_map(|parameter| parameter.trim().strip_prefix(['q', 'Q'])?.trim_start().strip_prefix('='))
        .any(|weight| weight.trim().parse() == Ok(0.0_f32))
}

/// Whether a request brings one of these cookies.
pub(super) fn bears(headers: &HeaderMap, cookies: &[&str]) -> bool {
    headers.get_all(header::COOKIE).iter().any(|value| {
        value.as_bytes().split(|byte| *byte == b';').any(|pair| {
            let name = pair.split(|byte| *byte == b'=').next().unwrap_or_default().trim_ascii();
            cookies.iter().any(|cookie| cookie.as_bytes() == name)
        })
    })
}

/// What a page is kept under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    address: Box<str>,
    variant: CompactKey,
    pub(super) encoding: Encoding,
}

impl Key {
    /// Bytes the key and its place in the tables take, roughly.
    pub(super) fn weight(&self) -> u64 {
        self.address.len() as u64 + 256
    }
}

/// A key that borrows the request's text, so that looking up allocates nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    address: &'a str,
    variant: CompactKey,
    encoding: Encoding,
}

impl<'a> Asked<'a> {
    /// What a request asks for, if it is anything that may be kept.
    pub(super) fn new(parts: &'a Parts, variant: CompactKey, most: Encoding) -> Option<Self> {
        let address = parts.uri.path_and_query()?.as_str();
        let encoding = Encoding::best(&parts.headers, most)?;
        (address.len() <= LONGEST).then_some(Self { address, variant, encoding })
    }

    /// The same, on its own feet.
    pub(super) fn to_key(self) -> Key {
        Key { address: self.address.into(), variant: self.variant, encoding: self.encoding }
    }
}

impl Hash for Asked<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.address.hash(state);
        self.variant.hash(state);
        self.encoding.hash(state);
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Asked { address: &self.address, variant: self.variant, encoding: self.encoding }.hash(state);
    }
}

impl Equivalent<Key> for Asked<'_> {
    fn equivalent(&self, key: &Key) -> bool {
        *self.address == *key.address && self.variant == key.variant && self.encoding == key.encoding
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    #[test]
    fn the_best_encoding_the_reader_takes_is_chosen() {
        for (accepted, best) in [
            ("", Some(Encoding::Identity)),
            ("gzip, deflate, br, zstd", Some(Encoding::Brotli)),
            ("gzip;q=1.0, BR ; q = 0.5", Some(Encoding::Brotli)),
            ("br;q=0, gzip", Some(Encoding::Gzip)),
            ("br;q=0.000", Some(Encoding::Identity)),
            ("deflate", Some(Encoding::Identity)),
            ("identity;q=0", None),
            ("*;q=0", None),
            ("*;q=0, gzip", Some(Encoding::Gzip)),
            ("gzip, identity;q=0", Some(Encoding::Gzip)),
        ] {
            let headers = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted))]);
            assert_eq!(Encoding::best(&headers, Encoding::Brotli), best, "for {accepted:?}");
        }
        assert_eq!(Encoding::best(&HeaderMap::new(), Encoding::Brotli), Some(Encoding::Identity));
        let browser = HeaderMap::from_iter([(header::ACCEPT_ENCODING, HeaderValue::from_static("gzip, deflate, br"))]);
        assert_eq!(Encoding::best(&browser, Encoding::Gzip), Some(Encoding::Gzip));
    }

    #[test]
    fn a_personal_cookie_is_seen_among_others_and_not_mistaken() {
        for (cookie, personal) in [
            ("session=x", true),
            ("language=zh; session=x", true),
            ("language=zh;session=", true),
            ("my_session=x", false),
            ("language=session", false),
        ] {
            let headers = HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_static(cookie))]);
            assert_eq!(bears(&headers, &["session"]), personal, "for {cookie:?}");
        }
    }
}
