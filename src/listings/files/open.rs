//! Opening files: who may, and the answer with its headers, whole or in part.

use std::ops::Range;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::{names, store};
use crate::app::App;
use crate::auth::Actor;
use crate::entity::file;
use crate::listings::Listing;
use crate::listings::content::{Content, Visibility};
use crate::listings::policy::Inspect;
use crate::media::Type;
use crate::web::{Action as _, Error, Page};

/// Of whom a file may be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// Of everybody.
    Public,
    /// Of this reader, and not of everybody.
    Personal,
    /// Of nobody like this reader, since the listing is no longer public; it was once.
    Gone,
    /// Of nobody like this reader.
    No,
}

/// Whether an actor may open a file of a listing: its owner's members and moderators always; everybody else only what
/// the approved revision holds, and what is not public only when something between the two organisations opens it.
pub async fn may_open(app: &App, actor: &Actor, listing: &Listing, key: &str) -> Result<Opened, Error> {
    let content = crate::listings::store::published(app.db.conn(), listing).await?;
    let held = content.and_then(|content| content.files.into_iter().find(|file| file.key == key));
    let public = listing.is_public(app.clock.now());
    match held.map(|file| file.visibility) {
        Some(Visibility::Public) if public => Ok(Opened::Public),
        _ if Inspect::allowed(actor, listing) => Ok(Opened::Personal),
        Some(Visibility::Public) => Ok(Opened::Gone),
        Some(visibility) if public && crate::events::opens_files(app, actor, listing, visibility).await? => {
            Ok(Opened::Personal)
        }
        _ => Ok(Opened::No),
    }
}

/// Which kinds of files of a listing an actor may open, for the page that lists them.
pub async fn opened(app: &App, actor: &Actor, listing: &Listing, content: &Content) -> Result<Vec<Visibility>, Error> {
    if Inspect::allowed(actor, listing) {
        return Ok(Visibility::ALL.to_vec());
    }
    let mut opened = Vec::new();
    for visibility in Visibility::ALL {
        let asked = content.files.iter().any(|file| file.visibility == *visibility);
        let known = *visibility == Visibility::Public || actor.person().is_some();
        if asked && known && crate::events::opens_files(app, actor, listing, *visibility).await? {
            opened.push(*visibility);
        }
    }
    Ok(opened)
}

/// A file that was found, whatever it belongs to.
struct Found {
    media_type: String,
    /// Its name, for whoever saves it.
    name: String,
    opened: Opened,
}

/// The file of a key, and whether an actor may open it.
async fn found(app: &App, actor: &Actor, key: &str) -> Result<Option<Found>, Error> {
    let of = |file: file::Model, opened| Found { media_type: file.media_type, name: file.name, opened };
    if let Some((file, listing)) = store::find(app.db.conn(), actor, key).await? {
        let opened = may_open(app, actor, &listing, key).await?;
        return Ok(Some(of(file, opened)));
    }
    if let Some(name) = store::logo_of(app.db.conn(), key).await? {
        return Ok(Some(Found { media_type: Type::Picture.media_type().to_owned(), name, opened: Opened::Public }));
    }
    let Some(file) = store::in_message(app.db.conn(), actor, key).await? else { return Ok(None) };
    let opens = crate::events::opens_message_file(app, actor, &file).await?;
    Ok(Some(of(file, if opens { Opened::Personal } else { Opened::No })))
}

/// Answers with a picture or, as a download, a document or video.
pub async fn show(
    State(app): State<App>,
    page: Page,
    Path((key, name)): Path<(String, String)>,
    sent: HeaderMap,
) -> Result<Response, Error> {
    let file = found(&app, page.actor(), &key).await?.ok_or(Error::NotFound)?;
    let object = names::object(&key, &file.media_type, &name).ok_or(Error::NotFound)?;
    let kind = Type::kept(&file.media_type).ok_or(Error::NotFound)?;
    let public = match file.opened {
        Opened::Public => true,
        Opened::Personal => false,
        Opened::Gone => return Err(Error::Gone(None)),
        Opened::No => return Err(Error::NotFound),
    };
    let tag = format!("\"{object}\"");
    let headers = headers(kind, &file.name, &tag, public);
    if said(&sent, &header::IF_NONE_MATCH).is_some_and(|known| known == "*" || known.contains(&tag)) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let size = app.storage.size(&object).await?.ok_or(Error::NotFound)?;
    Ok(answer(&app, &object, headers, size, wanted(&sent, &tag, size)))
}

fn answer(app: &App, object: &str, mut headers: HeaderMap, size: u64, wanted: Wanted) -> Response {
    let (status, part) = match wanted {
        Wanted::Whole => (StatusCode::OK, 0..size),
        Wanted::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
        Wanted::Nothing => (StatusCode::RANGE_NOT_SATISFIABLE, 0..0),
    };
    let range = match status {
        StatusCode::PARTIAL_CONTENT => Some(format!("bytes {}-{}/{size}", part.start, part.end.saturating_sub(1))),
        StatusCode::RANGE_NOT_SATISFIABLE => Some(format!("bytes */{size}")),
        _ => None,
    };
    if let Some(value) = range.and_then(|range| HeaderValue::from_str(&range).ok()) {
        headers.insert(header::CONTENT_RANGE, value);
    }
    if status == StatusCode::RANGE_NOT_SATISFIABLE {
        headers.remove(header::CONTENT_TYPE);
        return (status, headers).into_response();
    }
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(part.end - part.start));
    (status, headers, Body::from_stream(app.storage.read(object, part))).into_response()
}

fn said<'a>(sent: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    sent.get(name)?.to_str().ok()
}

/// What of a file is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wanted {
    /// All of it.
    Whole,
    /// These bytes.
    Part(Range<u64>),
    /// Bytes that it does not have.
    Nothing,
}

/// Reads `Range` with one part; several, other units and an older file are answered whole, as the standard allows.
fn wanted(sent: &HeaderMap, tag: &str, size: u64) -> Wanted {
    if said(sent, &header::IF_RANGE).is_some_and(|known| known != tag) {
        return Wanted::Whole;
    }
    let part = said(sent, &header::RANGE).and_then(|range| range.trim().strip_prefix("bytes=")).unwrap_or_default();
    let Some((from, to)) = part.split_once('-') else { return Wanted::Whole };
    let number = |text: &str| text.trim().parse::<u64>();
    let range = match (number(from), number(to)) {
        (Ok(from), Ok(to)) if from <= to => from..size.min(to.saturating_add(1)),
        (Ok(from), Err(_)) if to.trim().is_empty() => from..size,
        (Err(_), Ok(last)) if from.trim().is_empty() => size.saturating_sub(last)..size,
        _ => return Wanted::Whole,
    };
    if range.is_empty() { Wanted::Nothing } else { Wanted::Part(range) }
}

/// Pictures, which were drawn anew here, are shown; all else is saved and runs nothing even where a browser shows it.
fn headers(kind: Type, name: &str, tag: &str, public: bool) -> HeaderMap {
    let shown = if kind == Type::Picture { "inline" } else { "attachment" };
    let disposition = disposition(shown, &names::saved(name, kind));
    // Bytes never change under a key. What lies with readers may live on for an hour after a listing was withdrawn, in
    // caches between for a minute.
    let cache = if public { "public, max-age=3600, s-maxage=60, immutable" } else { "private, no-store" };
    let mut headers = HeaderMap::new();
    for (name, value) in [
        (header::CONTENT_TYPE, kind.media_type()),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::CACHE_CONTROL, cache),
        (header::ACCEPT_RANGES, "bytes"),
        (header::ETAG, tag),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    headers
}

/// `Content-Disposition` as RFC 6266 has it: a plain name for old readers and the whole one for all others.
fn disposition(shown: &str, name: &str) -> String {
    let harmless = |one: char| one.is_ascii_alphanumeric() || " ._-()".contains(one);
    let plain: String = name.chars().map(|one| if harmless(one) { one } else { '_' }).collect();
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let encoded = encoded.replace('+', "%20").replace('*', "%2A");
    format!("{shown}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let headers = headers(Type::Pdf, "a\"; x=\"b\r\n\\报告.pdf", "\"k.pdf\"", true);
        let disposition = headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        let expected = "attachment; filename=\"a__ x__b____.pdf\"; \
            filename*=UTF-8''a%22%3B%20x%3D%22b%0D%0A%5C%E6%8A%A5%E5%91%8A.pdf";
        assert_eq!(disposition, expected.replace("b____.pdf", "b_____.pdf"));
    }

    #[test]
    fn one_part_of_a_file_can_be_asked_for() {
        let ask = |range: &str, before: &str| {
            let mut sent = HeaderMap::new();
            sent.insert(header::RANGE, range.parse().unwrap());
            if !before.is_empty() {
                sent.insert(header::IF_RANGE, before.parse().unwrap());
            }
            wanted(&sent, "\"k\"", 100)
        };
        for (range, part) in [
            ("bytes=0-0", Wanted::Part(0..1)),
            ("bytes=10-19", Wanted::Part(10..20)),
            ("bytes=90-", Wanted::Part(90..100)),
            ("bytes=90-1000", Wanted::Part(90..100)),
            ("bytes=-5", Wanted::Part(95..100)),
            ("bytes=-500", Wanted::Part(0..100)),
            ("bytes=0-18446744073709551615", Wanted::Part(0..100)),
            ("bytes=100-", Wanted::Nothing),
            ("bytes=100-200", Wanted::Nothing),
            ("bytes=-0", Wanted::Nothing),
            ("bytes=20-10", Wanted::Whole),
            ("bytes=0-1,5-6", Wanted::Whole),
            ("bytes=a-b", Wanted::Whole),
            ("bytes=-", Wanted::Whole),
            ("lines=1-2", Wanted::Whole),
            ("bytes=99999999999999999999-", Wanted::Whole),
        ] {
            assert_eq!(ask(range, ""), part, "{range}");
        }
        assert_eq!(ask("bytes=0-0", "\"k\""), Wanted::Part(0..1));
        assert_eq!(ask("bytes=0-0", "\"older\""), Wanted::Whole);
        assert_eq!(wanted(&HeaderMap::new(), "", 0), Wanted::Whole);
    }
}
