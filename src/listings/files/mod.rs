//! Files of listings: taken, kept, opened and removed. Bytes lie in storage under generated names; who may open a file
//! is decided for the file itself, whatever page links to it.

mod store;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::actions::{self, Failed};
use super::content::{Body, Content, FileKind, FileRef, Visibility};
use super::policy::{Edit, Inspect};
use super::{Listing, Rejected};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::{Problem, Problems};
use crate::media::{self, Type, WIDTHS};
use crate::web::{Access, Action as _, Can, Error, Page, Routes};

/// Most bytes of a file.
pub const LARGEST: usize = 20 * 1024 * 1024;
/// Most files of a listing.
pub const MOST: usize = 20;
/// Most bytes of all files of an organisation.
pub const QUOTA: i64 = 500 * 1024 * 1024;
/// Most characters of a caption.
pub const CAPTION: usize = 300;

/// A file as it was sent.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Name that its owner gave it.
    pub name: String,
    /// Caption.
    pub caption: String,
    /// What a document is; a picture is always an image.
    pub kind: FileKind,
    /// Who may open it.
    pub visibility: Visibility,
    /// Its bytes.
    pub content: Bytes,
}

/// The address of a picture in one of the [`WIDTHS`].
pub fn picture_url(key: &str, width: u32) -> String {
    format!("/files/{key}/{width}.webp")
}

/// The address of a file: a picture in its largest size, a document as a download.
pub fn url(file: &FileRef) -> String {
    match file.kind {
        FileKind::Image => picture_url(&file.key, WIDTHS[2]),
        _ => format!("/files/{}/document.pdf", file.key),
    }
}

/// The names under which the bytes of a file lie in storage.
fn objects(key: &str, media_type: &str) -> Vec<String> {
    if media_type == Type::Picture.media_type() {
        WIDTHS.iter().map(|width| format!("{key}-{width}.webp")).collect()
    } else {
        vec![format!("{key}.pdf")]
    }
}

/// The name in storage of what an address asks for: a picture in one of its widths, or a document under any name.
fn object(key: &str, media_type: &str, name: &str) -> Option<String> {
    let width = name.strip_suffix(".webp").unwrap_or(name);
    let picture = media_type == Type::Picture.media_type();
    let place = if picture { WIDTHS.iter().position(|kept| kept.to_string() == width)? } else { 0 };
    objects(key, media_type).into_iter().nth(place)
}

fn refused(problem: &'static str) -> Failed {
    Rejected::Content(Problems::one("file", Problem::Other(problem))).into()
}

/// Takes a file into the draft of a listing. Once it has begun it is finished even if the sender goes away, and it
/// leaves either both bytes and row, or neither.
pub async fn add(app: &App, may: &Can<Edit>, upload: Upload) -> Result<(), Failed> {
    let app = app.clone();
    let may = Can::<Edit>::check(may.actor(), may.thing().clone())?;
    tokio::spawn(async move { keep(&app, &may, upload).await }).await.map_err(Error::from)?
}

async fn keep(app: &App, may: &Can<Edit>, upload: Upload) -> Result<(), Failed> {
    if upload.content.len() > LARGEST {
        return Err(refused("problem-file-large"));
    }
    let kind = Type::of(&upload.content).ok_or_else(|| refused("problem-file-kind"))?;
    let inspect = Can::<Inspect>::check(may.actor(), may.thing().clone())?;
    room(app.db.conn(), may, &actions::work(app, &inspect).await?.content, 0).await?;
    let sha256 = format!("{:x}", Sha256::digest(&upload.content));
    let key = app.ids.name();
    let parts = match kind {
        Type::Picture => {
            let content = upload.content.clone();
            let sizes = tokio::task::spawn_blocking(move || media::pictures(&content)).await.map_err(Error::from)?;
            Vec::from(sizes.map_err(|_| refused("problem-file-broken"))?)
        }
        Type::Pdf => vec![upload.content.clone()],
    };
    let file = FileRef {
        key: key.clone(),
        kind: match (kind, upload.kind) {
            (Type::Picture, _) => FileKind::Image,
            (Type::Pdf, FileKind::Certificate) => FileKind::Certificate,
            (Type::Pdf, _) => FileKind::Report,
        },
        visibility: upload.visibility,
        name: plain_name(&upload.name, kind),
        caption: upload.caption,
        size: parts.iter().map(|part| part.len() as u64).sum(),
        media_type: kind.media_type().to_owned(),
    };
    let kept = write(app, may, &inspect, &file, parts, &sha256).await;
    if kept.is_err() {
        clear(app, &file.key, &file.media_type).await;
    }
    kept
}

async fn write(
    app: &App,
    may: &Can<Edit>,
    inspect: &Can<Inspect>,
    file: &FileRef,
    parts: Vec<Bytes>,
    sha256: &str,
) -> Result<(), Failed> {
    for (name, part) in objects(&file.key, &file.media_type).iter().zip(parts) {
        app.storage.put(name, part).await.map_err(Error::from)?;
    }
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    store::lock_organisation(&tx, may.organisation_id).await?;
    let mut work = actions::work_in(&tx, inspect).await?;
    room(&tx, may, &work.content, i64::try_from(file.size).unwrap_or(i64::MAX)).await?;
    work.content.files.push(file.clone());
    actions::save_in(&tx, may, &work.content, work.version, now).await?;
    store::insert(&tx, may, file, sha256, now).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Whether there is room for one more file of a size.
async fn room(db: &impl sea_orm::ConnectionTrait, may: &Can<Edit>, content: &Content, size: i64) -> Result<(), Failed> {
    if content.files.len() >= MOST {
        return Err(refused("problem-file-count"));
    }
    if store::bytes(db, may).await? + size > QUOTA {
        return Err(refused("problem-file-quota"));
    }
    Ok(())
}

async fn clear(app: &App, key: &str, media_type: &str) {
    for name in objects(key, media_type) {
        if let Err(error) = app.storage.delete(&name).await {
            tracing::warn!(%error, name, "a file that is no longer needed cannot be removed");
        }
    }
}

/// The last piece of a sent name, without what could hurt in a header or a list, and with the right ending.
fn plain_name(sent: &str, kind: Type) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last.chars().filter(|character| !character.is_control()).take(120).collect();
    let kept = kept.trim().trim_matches('.');
    match (kept, kind) {
        ("", Type::Picture) => "picture".to_owned(),
        ("", Type::Pdf) => "document.pdf".to_owned(),
        (name, Type::Pdf) if !name.to_lowercase().ends_with(".pdf") => format!("{name}.pdf"),
        (name, _) => name.to_owned(),
    }
}

/// Changes what is said of a file.
pub async fn describe(
    app: &App,
    may: &Can<Edit>,
    key: &str,
    caption: &str,
    kind: Option<FileKind>,
    visibility: Visibility,
) -> Result<(), Failed> {
    change(app, may, |content| {
        for file in content.files.iter_mut().filter(|file| file.key == key) {
            caption.clone_into(&mut file.caption);
            file.visibility = visibility;
            let document = file.kind != FileKind::Image;
            file.kind = kind.filter(|kind| document && *kind != FileKind::Image).unwrap_or(file.kind);
        }
    })
    .await
}

/// Takes a file out of the draft. Its bytes go too unless a revision that was handed in speaks of it.
pub async fn remove(app: &App, may: &Can<Edit>, key: &str) -> Result<(), Failed> {
    change(app, may, |content| {
        content.files.retain(|file| file.key != key);
        if let Body::Offer(offer) = &mut content.body {
            let documents = offer.benefits.iter_mut().map(|benefit| &mut benefit.document);
            let documents = documents.chain(offer.certificates.iter_mut().map(|claim| &mut claim.document));
            for document in documents.filter(|document| document.as_deref() == Some(key)) {
                *document = None;
            }
        }
    })
    .await?;
    let Some((file, _)) = store::find(app.db.conn(), may.actor(), key).await? else { return Ok(()) };
    let tx = app.write_tx().await?;
    let removed = store::delete(&tx, may, key).await?;
    app.commit(tx).await?;
    if removed {
        clear(app, key, &file.media_type).await;
    }
    Ok(())
}

async fn change(app: &App, may: &Can<Edit>, how: impl FnOnce(&mut Content)) -> Result<(), Failed> {
    let inspect = Can::<Inspect>::check(may.actor(), may.thing().clone())?;
    let tx = app.write_tx().await?;
    let mut work = actions::work_in(&tx, &inspect).await?;
    how(&mut work.content);
    actions::save_in(&tx, may, &work.content, work.version, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Whether an actor may open a file of a listing: its owner's members and moderators always; everybody else only what
/// the approved revision holds, and what is not public only when something between the two organisations opens it.
pub async fn may_open(app: &App, actor: &Actor, listing: &Listing, key: &str) -> Result<bool, Error> {
    if Inspect::allowed(actor, listing) {
        return Ok(true);
    }
    if !listing.is_public(app.clock.now()) {
        return Ok(false);
    }
    let content = super::store::published(app.db.conn(), listing).await?;
    let visibility =
        content.and_then(|content| content.files.iter().find(|file| file.key == key).map(|file| file.visibility));
    match visibility {
        Some(visibility) => Ok(crate::events::opens_files(app, actor, listing, visibility).await?),
        None => Ok(false),
    }
}

/// Routes of files.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/files/{key}/{name}", Access::Public, open)
}

/// Answers with a picture or, as a download, a document.
async fn open(
    State(app): State<App>,
    page: Page,
    Path((key, name)): Path<(String, String)>,
) -> Result<Response, Error> {
    let (file, listing) = store::find(app.db.conn(), page.actor(), &key).await?.ok_or(Error::NotFound)?;
    let object = object(&key, &file.media_type, &name).ok_or(Error::NotFound)?;
    if !may_open(&app, page.actor(), &listing, &key).await? {
        return Err(Error::NotFound);
    }
    let bytes = app.storage.get(&object).await?.ok_or(Error::NotFound)?;
    Ok((headers(&file.media_type, &file.name, page.person().is_some()), bytes).into_response())
}

fn headers(media_type: &str, name: &str, personal: bool) -> HeaderMap {
    let shown = if media_type == Type::Picture.media_type() { "inline" } else { "attachment" };
    let encoded: String = url::form_urlencoded::byte_serialize(name.as_bytes()).collect();
    let disposition = format!("{shown}; filename*=UTF-8''{}", encoded.replace('+', "%20").replace('*', "%2A"));
    let cache = if personal { "private, no-store" } else { "public, max-age=600" };
    let mut headers = HeaderMap::new();
    for (name, value) in [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_DISPOSITION, disposition.as_str()),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox; frame-ancestors 'none'"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::CACHE_CONTROL, cache),
    ] {
        if let Ok(value) = HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sent_name_keeps_only_its_last_piece() {
        assert_eq!(plain_name("../../etc/passwd", Type::Pdf), "passwd.pdf");
        assert_eq!(plain_name("C:\\temp\\报告.PDF", Type::Pdf), "报告.PDF");
        assert_eq!(plain_name("\r\n..", Type::Picture), "picture");
    }

    #[test]
    fn a_name_cannot_break_out_of_its_header() {
        let headers = headers("application/pdf", "a\"; x=\"b 报告.pdf", false);
        let disposition = headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert_eq!(disposition, "attachment; filename*=UTF-8''a%22%3B%20x%3D%22b%20%E6%8A%A5%E5%91%8A.pdf");
    }

    #[test]
    fn only_the_kept_sizes_have_an_address() {
        assert_eq!(objects("k", "image/webp"), ["k-320.webp", "k-800.webp", "k-1600.webp"]);
        assert_eq!(object("k", "image/webp", "800").as_deref(), Some("k-800.webp"));
        assert_eq!(object("k", "image/webp", "1600.webp").as_deref(), Some("k-1600.webp"));
        assert_eq!(object("k", "image/webp", "../x"), None);
        assert_eq!(object("k", "application/pdf", "../report.pdf").as_deref(), Some("k.pdf"));
    }
}
