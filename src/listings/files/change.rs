//! What changes without an upload: what is said of a file, links to videos, removal.

use super::{MOST, Refusal, clear, store};
use crate::app::App;
use crate::checks::Problems;
use crate::listings::Rejected;
use crate::listings::actions::{self, Failed};
use crate::listings::content::{Body, Content, FileKind, FileRef, Visibility};
use crate::listings::policy::{Edit, Inspect};
use crate::web::Can;

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
            let document = matches!(file.kind, FileKind::Report | FileKind::Certificate);
            let kind = kind.filter(|kind| matches!(kind, FileKind::Report | FileKind::Certificate));
            file.kind = kind.filter(|_| document).unwrap_or(file.kind);
        }
        Ok(())
    })
    .await
}

/// Adds a link to a video that lies elsewhere; the same link is not added twice.
pub async fn link(
    app: &App,
    may: &Can<Edit>,
    link: &url::Url,
    caption: &str,
    visibility: Visibility,
) -> Result<(), Failed> {
    let file = FileRef {
        key: app.ids.name(),
        kind: FileKind::Video,
        visibility,
        name: link.host_str().unwrap_or_default().to_owned(),
        caption: caption.to_owned(),
        size: 0,
        media_type: String::new(),
        pixels: None,
        link: Some(link.to_string()),
    };
    change(app, may, |content| {
        if content.files.iter().any(|held| held.link == file.link) {
            return Ok(());
        }
        if content.files.len() >= MOST {
            let problem = Refusal::Count.problem(&app.config.files);
            return Err(Rejected::Content(Problems::one("link", problem)).into());
        }
        content.files.push(file);
        Ok(())
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
        Ok(())
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

async fn change(
    app: &App,
    may: &Can<Edit>,
    how: impl FnOnce(&mut Content) -> Result<(), Failed>,
) -> Result<(), Failed> {
    let inspect = Can::<Inspect>::check(may.actor(), may.thing().clone())?;
    let tx = app.write_tx().await?;
    let mut work = actions::work_in(&tx, &inspect).await?;
    how(&mut work.content)?;
    actions::save_in(&tx, may, &work.content, work.version, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}
