//! Taking files into the draft of a listing. Rows and draft are written last, in one transaction. So whatever breaks off
//! leaves at most an object without a row, which is swept.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::Stream;
use futures::future::join_all;
use sea_orm::{DatabaseTransaction, DbErr};

use super::staging::{Fate, Room, Staged, Staging};
use super::{About, MEGABYTE, MOST, Refusal, store};
use crate::app::App;
use crate::checks::Problems;
use crate::listings::Rejected;
use crate::listings::actions::{self, Failed};
use crate::listings::content::{FileKind, FileRef};
use crate::listings::policy::{Edit, Inspect};
use crate::media::Type;
use crate::web::Can;

/// How often rows are tried when somebody else saves the same draft at the same moment.
const TRIES: usize = 5;

/// What came of files that were sent together.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// What became of each, in their order.
    pub fates: Vec<Fate>,
    /// Keys of those that are new.
    pub keys: Vec<String>,
}

/// Files that are sent together.
#[derive(Debug)]
pub struct Batch {
    may: Can<Edit>,
    inspect: Can<Inspect>,
    staging: Staging,
}

impl Batch {
    /// Begins to take files into the draft of a listing.
    pub async fn begin(app: &App, may: &Can<Edit>) -> Result<Self, Failed> {
        let (actor, listing) = (may.actor(), may.thing());
        let inspect = Can::<Inspect>::check(actor, listing.clone())?;
        let work = actions::work(app, &inspect).await?;
        if work.under_review {
            return Err(Rejected::State(listing.status).into());
        }
        let room = Room { count: work.content.files.len(), most: MOST, used: super::used(app, may).await? };
        let staging = Staging::begin(app, &listing.reference, room);
        Ok(Self { may: Can::<Edit>::check(actor, listing.clone())?, inspect, staging })
    }

    /// Takes the next file, which comes in pieces. Fails only if the pieces do.
    pub async fn take<E>(
        &mut self,
        app: &App,
        name: &str,
        pieces: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
    ) -> Result<(), E> {
        self.staging.take(app, name, pieces).await
    }

    /// Gives up: what is in storage is removed again.
    pub async fn abandon(self, app: &App) {
        self.staging.clear_but(app, &[]).await;
    }

    /// Keeps what was right: rows and draft in one transaction. A file that the draft holds already is not kept twice,
    /// so that a form that is sent twice makes nothing new.
    pub async fn keep(mut self, app: &App, about: &About) -> Result<Taken, Failed> {
        for staged in &mut self.staging.staged {
            describe(&mut staged.file, about);
        }
        let mut kept = self.write_rows(app).await;
        for _ in 1..TRIES {
            if !matches!(kept, Err(Failed::Rejected(Rejected::Stale))) {
                break;
            }
            kept = self.write_rows(app).await;
        }
        let (keys, fates) = match kept {
            Ok(kept) => kept,
            Err(failed) => {
                self.abandon(app).await;
                return Err(failed);
            }
        };
        self.staging.clear_but(app, &keys).await;
        Ok(Taken { fates, keys })
    }

    async fn write_rows(&self, app: &App) -> Result<(Vec<String>, Vec<Fate>), Failed> {
        let (mut keys, mut fates) = (Vec::new(), self.staging.fates.clone());
        if self.staging.staged.is_empty() {
            return Ok((keys, fates));
        }
        let now = app.clock.now();
        let quota = u64::from(app.config.files.quota_mb) * MEGABYTE;
        let tx = app.write_tx().await?;
        store::lock_organisation(&tx, self.may.organisation_id).await?;
        let mut work = actions::work_in(&tx, &self.inspect).await?;
        let mut used = store::bytes(&tx, &self.may).await?.unsigned_abs();
        for Staged { file, sha256, place } in &self.staging.staged {
            let same = store::same(&tx, &self.may, sha256).await?;
            if work.content.files.iter().any(|held| same.contains(&held.key)) {
                continue;
            }
            if work.content.files.len() >= MOST {
                fates[*place].refusal = Some(Refusal::Count);
                continue;
            }
            if used + file.size > quota {
                fates[*place].refusal = Some(Refusal::Quota);
                continue;
            }
            store::insert(&tx, &self.may, file, sha256, now).await?;
            work.content.files.push(file.clone());
            used += file.size;
            keys.push(file.key.clone());
        }
        if keys.is_empty() {
            tx.rollback().await?;
            return Ok((keys, fates));
        }
        actions::save_in(&tx, &self.may, &work.content, work.version, now).await?;
        app.commit(tx).await?;
        Ok((keys, fates))
    }
}

/// Notes what is said of a file that came.
fn describe(file: &mut FileRef, about: &About) {
    file.caption.clone_from(&about.caption);
    file.visibility = about.visibility;
    if Type::kept(&file.media_type) == Some(Type::Pdf) {
        let certificate = about.kind == FileKind::Certificate;
        file.kind = if certificate { FileKind::Certificate } else { FileKind::Report };
    }
}

/// A file that is there whole: its name, its bytes, and what is said of it.
pub type Whole = (String, Bytes, About);

/// Brings files that are there whole into storage, all at the same time, for sample data; answers with them in their
/// order. Their rows are written by [`enter_in`].
pub async fn bring(app: &App, reference: &str, files: &[Whole]) -> Result<Vec<Staged>, Failed> {
    let all = join_all(files.iter().map(|file| bring_one(app, reference, file))).await;
    if let Some(refusal) = all.iter().flat_map(|staging| &staging.fates).find_map(|fate| fate.refusal) {
        for staging in &all {
            staging.clear_but(app, &[]).await;
        }
        return Err(Rejected::Content(Problems::one("file", refusal.problem(&app.config.files))).into());
    }
    Ok(all.into_iter().flat_map(|staging| staging.staged).collect())
}

async fn bring_one(app: &App, reference: &str, (name, content, about): &Whole) -> Staging {
    let mut staging = Staging::begin(app, reference, Room { count: 0, most: MOST, used: 0 });
    staging.take_whole(app, name, content.clone()).await;
    for staged in &mut staging.staged {
        describe(&mut staged.file, about);
    }
    staging
}

/// Writes the rows of files that were brought inside a transaction. Whoever calls names them in the draft in the same
/// transaction.
pub async fn enter_in(
    tx: &DatabaseTransaction,
    may: &Can<Edit>,
    brought: &[Staged],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    for Staged { file, sha256, .. } in brought {
        store::insert(tx, may, file, sha256, now).await?;
    }
    Ok(())
}

impl Taken {
    /// The worst of what went wrong, by the status of its answer: 422 for what is wrong with a file.
    pub fn worst(&self) -> Option<Refusal> {
        self.fates.iter().filter_map(|fate| fate.refusal).max_by_key(|refusal| match refusal.status() {
            422 => 0,
            status => status,
        })
    }
}
