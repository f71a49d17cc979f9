//! Keeps the search index up to date: reads the listings whose public view changed, in the order of the change
//! sequence, and puts them in or takes them out.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::NaiveDate;
use tokio_util::sync::CancellationToken;

use super::card::Beside;
use super::documents::document;
use crate::app::App;
use crate::auth::Actor;
use crate::labels::{self, Certificate};
use crate::listings::content::{Body, Content};
use crate::listings::evidence::{self, Check};
use crate::listings::{self, Listing, requests};
use crate::registers;
use crate::search::Change;
use crate::taxonomy::{Kind, Registers};

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

/// Brings the index up to the newest change and says how many listings it looked at. While listings are put in, the
/// next ones are read already.
pub async fn catch_up(app: &App) -> anyhow::Result<usize> {
    let mut count = 0;
    let mut prepared = 0;
    let mut batch = read(app, app.index.last_change()).await?;
    loop {
        if batch.changed.is_empty() && prepared == 0 {
            return Ok(count);
        }
        let last = batch.changed.len() < BATCH as usize;
        count += batch.changed.len();
        prepared += batch.changed.len();
        let commits = prepared > 0 && (last || prepared >= COMMIT);
        let after = batch.changed.iter().map(|listing| listing.changed).max().unwrap_or_default();
        let writing = write(app, batch, commits);
        let next = if last {
            writing.await?;
            None
        } else {
            let (next, ()) = tokio::try_join!(read(app, after), writing)?;
            Some(next)
        };
        if commits {
            prepared = 0;
            app.generation.advance();
        }
        match next {
            Some(next) => batch = next,
            None => return Ok(count),
        }
    }
}

/// Listings that changed, with all that their documents are made of.
struct Batch {
    changed: Vec<Listing>,
    /// What the public can read, by listing.
    contents: HashMap<i64, Content>,
    /// Checks of evidence, by listing.
    checks: HashMap<i64, Vec<Check>>,
    /// Certificates, by organisation.
    certificates: HashMap<i64, Vec<Certificate>>,
    /// How many questions were answered, by request.
    answered: HashMap<i64, u64>,
    registers: Arc<Registers>,
    today: NaiveDate,
}

async fn read(app: &App, after: i64) -> anyhow::Result<Batch> {
    let db = app.db.conn();
    let changed = listings::store::changed_after(db, &Actor::System, after, BATCH).await?;
    // After the listings: those that are looked at again because a register changed come after that change.
    registers::refresh(app).await?;
    let now = app.clock.now();
    let public: Vec<Listing> = changed.iter().filter(|listing| listing.is_public(now)).cloned().collect();
    let contents = listings::store::published_many(db, &public).await?.into_iter().collect();
    let ids: Vec<i64> = public.iter().map(|listing| listing.id).collect();
    let mut checks: HashMap<i64, Vec<Check>> = HashMap::new();
    for check in evidence::store::of_listings(db, &ids).await? {
        checks.entry(check.listing_id).or_default().push(check);
    }
    let mut owners: Vec<i64> = public.iter().map(|listing| listing.organisation_id).collect();
    owners.sort_unstable();
    owners.dedup();
    let mut certificates: HashMap<i64, Vec<Certificate>> = HashMap::new();
    for held in labels::store::of_organisations(db, &owners).await? {
        certificates.entry(held.organisation_id).or_default().push(held);
    }
    let asked: Vec<i64> =
        public.iter().filter(|listing| listing.kind == Kind::Request).map(|listing| listing.id).collect();
    let answered = requests::store::answered(db, &asked).await?.into_iter().collect();
    let (registers, today) = (app.registers.get(), now.date_naive());
    Ok(Batch { changed, contents, checks, certificates, answered, registers, today })
}

/// Puts a batch into the index, and makes it findable if it `commits`.
async fn write(app: &App, batch: Batch, commits: bool) -> anyhow::Result<()> {
    let index = app.index.clone();
    let writing = tokio::task::spawn_blocking(move || {
        index.prepare(batch.changes())?;
        if commits { index.commit() } else { Ok(()) }
    });
    Ok(writing.await??)
}

impl Batch {
    fn changes(self) -> Vec<Change> {
        let Self { changed, mut contents, checks, certificates, answered, registers, today } = self;
        let change = |listing: Listing| match contents.remove(&listing.id) {
            Some(mut content) => {
                evidence::fill(&mut content, checks.get(&listing.id).map_or(&[], Vec::as_slice));
                let held: &[Certificate] = certificates.get(&listing.organisation_id).map_or(&[], Vec::as_slice);
                if let Body::Offer(offer) = &mut content.body {
                    labels::as_registered(&mut offer.certificates, held);
                }
                let beside =
                    Beside { certificates: held, answered: answered.get(&listing.id).copied().unwrap_or_default() };
                Change::Put(Box::new(document(&listing, &content, beside, &registers, today)))
            }
            None => Change::Remove { id: listing.id, change: listing.changed },
        };
        changed.into_iter().map(change).collect()
    }
}
