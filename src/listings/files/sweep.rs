//! Removes what nobody needs: files that nothing names any more, and what lies in storage without a row. Runs by the
//! calendar; it may run twice, and on several nodes at once.

use chrono::{DateTime, Duration, Utc};
use futures::StreamExt as _;

use super::{clear, names, store};
use crate::app::App;
use crate::media::Stored;
use crate::web::Error;

/// A file that neither draft nor revision names is kept this long, in case it is wanted again.
const UNNAMED: Duration = Duration::days(30);
/// What lies in storage without a row may be on its way in for this long.
const ON_ITS_WAY: Duration = Duration::days(1);
/// Files looked at together.
const BATCH: usize = 500;

/// What was removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Swept {
    /// Files that nothing has named for a month.
    pub files: usize,
    /// Objects in storage without a row.
    pub objects: usize,
    /// Pieces that were half written.
    pub pieces: usize,
}

/// Removes what nobody needs, and says how much.
pub async fn sweep(app: &App) -> Result<Swept, Error> {
    let now = app.clock.now();
    let mut swept = Swept { files: unnamed(app, now).await?, ..Swept::default() };
    let before = now - ON_ITS_WAY;
    let mut all = app.storage.list().chunks(BATCH);
    while let Some(found) = all.next().await {
        let found: Vec<Stored> = found.into_iter().collect::<Result<_, _>>()?;
        swept.objects += orphans(app, &found, before).await?;
    }
    let storage = app.storage.clone();
    swept.pieces = tokio::task::spawn_blocking(move || storage.sweep_pieces(before)).await??;
    if swept != Swept::default() {
        tracing::info!(swept.files, swept.objects, swept.pieces, "files that nobody needs were removed");
    }
    Ok(swept)
}

async fn unnamed(app: &App, now: DateTime<Utc>) -> Result<usize, Error> {
    let tx = app.write_tx().await?;
    store::note_unnamed(&tx, now).await?;
    app.commit(tx).await?;
    let mut count = 0;
    loop {
        let tx = app.write_tx().await?;
        let removed = store::delete_unnamed(&tx, now - UNNAMED, BATCH as u64).await?;
        app.commit(tx).await?;
        for (key, media_type) in &removed {
            clear(app, key, media_type).await;
        }
        count += removed.len();
        if removed.len() < BATCH {
            return Ok(count);
        }
    }
}

/// Removes what was written before a moment and has no row.
async fn orphans(app: &App, found: &[Stored], before: DateTime<Utc>) -> Result<usize, Error> {
    let old = found.iter().filter(|stored| stored.written < before);
    let ours: Vec<(&str, &str)> =
        old.filter_map(|stored| Some((stored.name.as_str(), names::key_of(&stored.name)?))).collect();
    if ours.is_empty() {
        return Ok(0);
    }
    let keys: Vec<String> = ours.iter().map(|(_, key)| (*key).to_owned()).collect();
    let known = store::known(app, &keys).await?;
    let mut count = 0;
    for (name, _) in ours.iter().filter(|(_, key)| !known.iter().any(|known| known == key)) {
        app.storage.delete(name).await?;
        count += 1;
    }
    Ok(count)
}
