//! Keeps the search index up to date: reads the listings whose public view changed, in the order of the change
//! sequence, and puts them in or takes them out.

use std::collections::HashMap;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::documents::document;
use crate::app::App;
use crate::auth::Actor;
use crate::labels;
use crate::listings::evidence::{self, Check};
use crate::listings::{self, Listing};
use crate::registers;
use crate::search::Change;

/// How often the database is asked for changes, so that a listing is found well within a second on every node.
const LOOK: Duration = Duration::from_millis(300);
/// Most listings read at once.
const BATCH: u64 = 500;
/// Most listings after which they are made findable: a commit costs as much as some thousand listings.
const COMMIT: usize = 50_000;

/// Follows the change sequence until told to stop.
pub async fn follow(app: App, stop: CancellationToken) {
    loop {
        if let Err(error) = catch_up(&app).await {
            tracing::warn!(error = format!("{error:#}"), "the search index cannot follow");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = app.changed.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Brings the index up to the newest change and says how many listings it looked at.
pub async fn catch_up(app: &App) -> anyhow::Result<usize> {
    let mut count = 0;
    let mut prepared = 0;
    let mut after = app.index.last_change();
    loop {
        let changed = listings::store::changed_after(app.db.conn(), &Actor::System, after, BATCH).await?;
        // After the listings: those that are looked at again because a register changed come after that change.
        registers::refresh(app).await?;
        if changed.is_empty() && prepared == 0 {
            return Ok(count);
        }
        let read = changed.len();
        count += read;
        prepared += read;
        after = changed.iter().map(|listing| listing.changed).fold(after, i64::max);
        let changes = changes(app, changed).await?;
        let last = read < BATCH as usize;
        let commits = prepared > 0 && (last || prepared >= COMMIT);
        let index = app.index.clone();
        tokio::task::spawn_blocking(move || {
            index.prepare(changes)?;
            if commits { index.commit() } else { Ok(()) }
        })
        .await??;
        if commits {
            prepared = 0;
            app.generation.advance();
        }
        if last {
            return Ok(count);
        }
    }
}

async fn changes(app: &App, changed: Vec<Listing>) -> anyhow::Result<Vec<Change>> {
    let now = app.clock.now();
    let registers = app.registers.get();
    let public: Vec<Listing> = changed.iter().filter(|listing| listing.is_public(now)).cloned().collect();
    let mut contents: HashMap<i64, _> =
        listings::store::published_many(app.db.conn(), &public).await?.into_iter().collect();
    let mut owners: Vec<i64> = public.iter().map(|listing| listing.organisation_id).collect();
    owners.sort_unstable();
    owners.dedup();
    let ids: Vec<i64> = public.iter().map(|listing| listing.id).collect();
    let mut checks: HashMap<i64, Vec<Check>> = HashMap::new();
    for check in evidence::store::of_listings(app.db.conn(), &ids).await? {
        checks.entry(check.listing_id).or_default().push(check);
    }
    let certificates = labels::store::of_organisations(app.db.conn(), &owners).await?;
    Ok(changed
        .into_iter()
        .map(|listing| match contents.get_mut(&listing.id) {
            Some(content) => {
                evidence::fill(content, checks.get(&listing.id).map(Vec::as_slice).unwrap_or_default());
                let own: Vec<_> = certificates
                    .iter()
                    .filter(|held| held.organisation_id == listing.organisation_id)
                    .cloned()
                    .collect();
                Change::Put(Box::new(document(&listing, content, &own, &registers, now.date_naive())))
            }
            None => Change::Remove { id: listing.id, change: listing.changed },
        })
        .collect())
}
