//! Loads one sample listing through the steps that lead to its state, each at its time.

use chrono::{DateTime, Duration, Utc};
use sea_orm::DatabaseTransaction;

use super::data::Listing as Sample;
use super::documents::{self, Behind};
use super::loader::{Cast, MODERATOR};
use super::{certificates, requests, store};
use crate::app::App;
use crate::auth::Actor;
use crate::listings::actions;
use crate::listings::content::Content;
use crate::listings::evidence;
use crate::listings::files::{Staged, Whole, bring};
use crate::listings::policy::{Create, Decide, RaiseEvidence, Submit};
use crate::listings::store::{self as listings, Written};
use crate::listings::{Change, Listing, Status};
use crate::moderation::Outcome;
use crate::moderation::actions::settle_in;
use crate::web::{Can, Error};

/// Who holds the cases that are being looked at.
const OTHER_MODERATOR: &str = "moderator2@demo.example";
/// How long a case that is being looked at stays claimed after the start.
const CLAIMED: Duration = Duration::hours(2);
/// A newer revision was handed in so many days ago.
const NEWER: i64 = 3;

/// A sample listing whose draft was begun, and the documents that are to stand behind it.
pub(super) struct Begun {
    sample: Sample,
    number: usize,
    owner: Actor,
    listing: Listing,
    at: DateTime<Utc>,
    behind: Vec<Behind>,
    papers: Vec<Whole>,
}

impl Begun {
    /// Its name among the samples.
    pub fn key(&self) -> &str {
        &self.sample.key
    }

    /// Brings its documents into storage.
    pub async fn bring(&self, app: &App) -> Result<Vec<Staged>, actions::Failed> {
        bring(app, &self.listing.reference, &self.papers).await
    }
}

const fn is_decided(status: Status) -> bool {
    !matches!(status, Status::Draft | Status::Submitted | Status::InReview)
}

/// Begins a listing.
pub(super) async fn begin(
    tx: &DatabaseTransaction,
    cast: &Cast,
    sample: Sample,
    number: usize,
) -> anyhow::Result<Begun> {
    let owner = cast.editor(&sample.organisation)?;
    let may = Can::<Create>::check(&owner, cast.owner(&sample.organisation)?)?;
    let at = cast.moment(sample.days_ago + if is_decided(sample.status) { 6 } else { 1 }, number);
    let mut bare = sample.content.clone();
    evidence::checked(&mut bare);
    let listing = actions::create_in(tx, &may, &bare, None, at).await?;
    let (behind, papers) = documents::papers(&listing, &owner, &sample, at).into_iter().unzip();
    Ok(Begun { sample, number, owner, listing, at, behind, papers })
}

/// Loads the rest of a listing whose documents were brought, and answers with its key.
pub(super) async fn load(
    app: &App,
    tx: &DatabaseTransaction,
    cast: &Cast,
    begun: Begun,
    brought: &[Staged],
) -> anyhow::Result<i64> {
    let Begun { mut sample, number, owner, listing, behind, .. } = begun;
    documents::add(tx, &owner, (&listing, &mut sample), (behind, brought), begun.at).await?;
    let (id, at) = (listing.id, cast.moment(sample.days_ago, number));
    let end = match sample.status {
        Status::Draft => return Ok(id),
        Status::Submitted | Status::InReview => None,
        Status::ChangesRequested => Some(Outcome::ChangesRequested),
        Status::Rejected => Some(Outcome::Rejected),
        _ => Some(Outcome::Approved),
    };
    let submitted_at = if is_decided(sample.status) { cast.moment(sample.days_ago + 2, number) } else { at };
    let revision_id = submit(tx, &owner, id, submitted_at).await?;
    match end {
        Some(outcome) => {
            let may = Can::<Decide>::check(&cast.moderator(MODERATOR)?, again(tx, id).await?)?;
            settle_in(tx, &may, revision_id, (outcome, sample.reasons.as_deref().unwrap_or_default()), at).await?;
        }
        None if sample.status == Status::InReview => {
            let may = Can::<Decide>::check(&cast.moderator(OTHER_MODERATOR)?, again(tx, id).await?)?;
            actions::review_in(tx, &may, Change::BeginReview, app.clock.now()).await?;
            store::claim(tx, revision_id, cast.account_id(OTHER_MODERATOR)?, app.clock.now() + CLAIMED).await?;
        }
        None => {}
    }
    raise(tx, cast, &mut sample, id, at).await?;
    certificates::load(tx, cast, &sample, number).await?;
    match sample.status {
        Status::Paused => change(tx, id, Change::Pause, cast.moment(sample.days_ago / 2, number)).await?,
        Status::Expired => {
            let ended = again(tx, id).await?.expires_at.unwrap_or(at).min(app.clock.now());
            change(tx, id, Change::Expire, ended).await?;
        }
        Status::Archived => change(tx, id, Change::Archive, cast.moment(sample.days_ago / 2, number)).await?,
        Status::Removed => change(tx, id, Change::Remove, cast.moment(sample.days_ago / 2, number)).await?,
        _ => {}
    }
    if let Some(after) = sample.after {
        requests::load(tx, cast, &owner, id, after, number).await?;
    }
    if let Some(newer) = &sample.revision {
        revise(tx, &owner, id, newer, cast.moment(NEWER, number)).await?;
    }
    Ok(id)
}

/// Raises the claims of a sample to the steps that it states, each by who checked it.
async fn raise(
    tx: &DatabaseTransaction,
    cast: &Cast,
    sample: &mut Sample,
    id: i64,
    at: DateTime<Utc>,
) -> anyhow::Result<()> {
    for mut raised in evidence::checked(&mut sample.content) {
        let check = sample.checks.iter().find(|check| check.step == raised.step);
        let mut by = cast.moderator(MODERATOR)?;
        if let Some(check) = check {
            raised.verifier.clone_from(&check.verifier);
            raised.note.clone_from(&check.note);
            if let Some(focal) = &check.by {
                by = cast.editor(focal)?;
            }
        }
        let may = Can::<RaiseEvidence>::check(&by, again(tx, id).await?)?;
        evidence::actions::raise_in(tx, &may, &raised, at).await?;
    }
    Ok(())
}

async fn again(tx: &DatabaseTransaction, id: i64) -> anyhow::Result<Listing> {
    Ok(listings::find_by_id(tx, &Actor::System, id).await?.ok_or(Error::NotFound)?)
}

async fn submit(tx: &DatabaseTransaction, owner: &Actor, id: i64, at: DateTime<Utc>) -> anyhow::Result<i64> {
    let may = Can::<Submit>::check(owner, again(tx, id).await?)?;
    Ok(actions::submit_in(tx, &may, at).await?)
}

async fn revise(
    tx: &DatabaseTransaction,
    owner: &Actor,
    id: i64,
    newer: &Content,
    at: DateTime<Utc>,
) -> anyhow::Result<()> {
    listings::put_draft(tx, id, newer, owner, at).await?;
    submit(tx, owner, id, at).await?;
    Ok(())
}

/// A change of state that needs no decision.
async fn change(tx: &DatabaseTransaction, id: i64, change: Change, at: DateTime<Utc>) -> anyhow::Result<()> {
    let listing = again(tx, id).await?;
    let status = listing.status.step(change)?;
    listings::change(tx, &listing, status, Written::default(), at).await?;
    Ok(())
}
