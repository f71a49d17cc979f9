//! What can be done with review cases.

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::model::{CLAIM, Case, Outcome, Reason, WHOLE};
use super::policy::Review;
use super::store;
use crate::app::App;
use crate::audit;
use crate::auth::Actor;
use crate::listings::actions::{Failed, decide_in, review_in};
use crate::listings::content::Content;
use crate::listings::policy::{Decide, Inspect};
use crate::listings::{self, Change, Listing, Rejected, Status};
use crate::mail::{self, Letter, Receiver};
use crate::notifications::{self, Kind, Notice};
use crate::web::{Can, Error};

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Somebody else holds the case, or it is no longer open: as it stands now.
    #[error("somebody else was first")]
    Taken(Box<Case>),
    /// The listing was changed at the same moment, or its state does not allow it.
    #[error("the listing has moved on")]
    Moved,
    /// Not allowed, not there, or our fault.
    #[error(transparent)]
    Web(#[from] Error),
}

impl From<DbErr> for Refused {
    fn from(error: DbErr) -> Self {
        Self::Web(error.into())
    }
}

impl From<Failed> for Refused {
    fn from(failed: Failed) -> Self {
        match failed {
            Failed::Rejected(Rejected::State(_) | Rejected::Stale) => Self::Moved,
            Failed::Rejected(Rejected::Content(_)) => Self::Web(Error::BadRequest),
            Failed::Db(error) => Self::Web(error.into()),
            Failed::Web(error) => Self::Web(error),
        }
    }
}

/// The case as it stands, for whoever came too late.
async fn taken(tx: &DatabaseTransaction, may: &Can<Review>) -> Result<Refused, Refused> {
    let case = store::find(tx, may.actor(), may.id).await?.ok_or(Error::NotFound)?;
    Ok(Refused::Taken(Box::new(case)))
}

/// The listing of a case as it stands inside the transaction.
async fn listing(tx: &DatabaseTransaction, may: &Can<Review>) -> Result<Can<Decide>, Refused> {
    let listing = listings::store::find_by_id(tx, may.actor(), may.listing.id).await?.ok_or(Error::NotFound)?;
    Ok(Can::<Decide>::check(may.actor(), listing)?)
}

/// Decides on a submission without a moderator's page, inside a transaction, as an operator's import does.
pub async fn settle_in(
    tx: &DatabaseTransaction,
    may: &Can<Decide>,
    revision_id: i64,
    (outcome, reasons): (Outcome, &[Reason]),
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    decide_in(tx, may, revision_id, outcome.decision(), now).await?;
    Ok(store::record_decision(tx, may, revision_id, (outcome, reasons), now).await?)
}

/// Claims a case for half an hour, or keeps it for another one.
pub async fn claim(app: &App, may: &Can<Review>) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    claim_in(&tx, may, now).await?;
    app.commit(tx).await?;
    Ok(())
}

async fn claim_in(tx: &DatabaseTransaction, may: &Can<Review>, now: DateTime<Utc>) -> Result<(), Refused> {
    store::lock_listing(tx, may).await?;
    if !may.is_open() {
        return Err(taken(tx, may).await?);
    }
    if !store::claim(tx, may, now + CLAIM, now).await? {
        return Err(taken(tx, may).await?);
    }
    let listing = listing(tx, may).await?;
    if listing.status == Status::Submitted {
        review_in(tx, &listing, Change::BeginReview, now).await?;
    }
    Ok(())
}

/// Keeps what was written so far, and the case for another half an hour.
pub async fn keep(app: &App, may: &Can<Review>, reasons: &[Reason]) -> Result<(), Refused> {
    let tx = app.write_tx().await?;
    claim_in(&tx, may, app.clock.now()).await?;
    store::keep_reasons(&tx, may, reasons).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Lets a case go.
pub async fn release(app: &App, may: &Can<Review>) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    store::lock_listing(&tx, may).await?;
    if !store::release(&tx, may).await? {
        return Err(taken(&tx, may).await?);
    }
    let listing = listing(&tx, may).await?;
    if listing.status == Status::InReview {
        review_in(&tx, &listing, Change::ReleaseReview, now).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// Frees the cases whose claim is over, so that their listings wait again and their owners can take them back.
pub async fn free_expired(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    for id in store::expired(app.db.conn(), &Actor::System, now).await? {
        let Some(case) = store::find(app.db.conn(), &Actor::System, id).await? else { continue };
        let may = Can::<Review>::check(&Actor::System, case)?;
        let tx = app.write_tx().await?;
        store::lock_listing(&tx, &may).await?;
        if !store::free(&tx, &may, now).await? {
            continue;
        }
        match free_listing(&tx, &may, now).await {
            Ok(()) => app.commit(tx).await?,
            // Somebody changed the listing at this moment; the next hour tries again.
            Err(Refused::Taken(_) | Refused::Moved) => tx.rollback().await?,
            Err(Refused::Web(error)) => return Err(error),
        }
    }
    Ok(())
}

async fn free_listing(tx: &DatabaseTransaction, may: &Can<Review>, now: DateTime<Utc>) -> Result<(), Refused> {
    let listing = listing(tx, may).await?;
    if listing.status == Status::InReview {
        review_in(tx, &listing, Change::ReleaseReview, now).await?;
    }
    Ok(())
}

/// A decision as a moderator sends it.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The revision that was read.
    pub revision_id: i64,
    /// How it is decided.
    pub outcome: Outcome,
    /// Why, field by field.
    pub reasons: Vec<Reason>,
    /// The items of the checklist that were ticked.
    pub checked: Vec<String>,
}

/// Decides a case: the listing follows, the owner is told, and the decision is written down, all in one transaction.
pub async fn decide(app: &App, may: &Can<Review>, verdict: &Verdict) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    store::lock_listing(&tx, may).await?;
    if !store::decide(&tx, may, verdict.revision_id, (verdict.outcome, &verdict.reasons), now).await? {
        return Err(taken(&tx, may).await?);
    }
    let listing = listing(&tx, may).await?;
    decide_in(&tx, &listing, verdict.revision_id, verdict.outcome.decision(), now).await?;
    let inspect = Can::<Inspect>::check(may.actor(), listing.thing().clone())?;
    let revision = listings::store::revision(&tx, &inspect, verdict.revision_id).await?.ok_or(Error::NotFound)?;
    tell(app, &tx, &listing, &revision.content, verdict).await?;
    let detail = serde_json::json!({
        "case": may.id, "revision": revision.number, "reasons": verdict.reasons, "checked": verdict.checked,
    });
    let action = format!("review.{}", verdict.outcome);
    audit::append(&tx, may.actor(), &action, &format!("listing/{}", listing.reference), detail, now).await?;
    app.commit(tx).await?;
    Ok(())
}

async fn tell(
    app: &App,
    tx: &DatabaseTransaction,
    listing: &Listing,
    content: &Content,
    verdict: &Verdict,
) -> Result<(), Error> {
    for receiver in mail::receivers(tx, listing.organisation_id).await? {
        let letter = letter(app, &receiver, listing, content, verdict);
        notifications::send(app, tx, Notice::new(Kind::Review, letter), app.clock.now()).await?;
    }
    Ok(())
}

fn letter(app: &App, to: &Receiver, listing: &Listing, content: &Content, verdict: &Verdict) -> Letter {
    let title = content.texts_for(to.locale.lang).1.title.clone();
    let reference = listing.reference.clone();
    let public = format!("/listings/{reference}");
    let draft = format!("/listings/{reference}/edit");
    let (subject, text, label, path) = match verdict.outcome {
        Outcome::Approved => (
            t!(to, "review-mail-approved", title = title.clone()),
            t!(to, "review-mail-approved-text", title = title, reference = reference),
            t!(to, "review-mail-approved-open"),
            public,
        ),
        Outcome::ChangesRequested => (
            t!(to, "review-mail-changes", title = title.clone()),
            t!(to, "review-mail-changes-text", title = title, reference = reference),
            t!(to, "review-mail-changes-open"),
            draft,
        ),
        Outcome::Rejected => (
            t!(to, "review-mail-rejected", title = title.clone()),
            t!(to, "review-mail-rejected-text", title = title, reference = reference),
            t!(to, "review-mail-rejected-open"),
            draft,
        ),
    };
    Letter {
        locale: to.locale,
        to: to.email.clone(),
        subject,
        paragraphs: vec![text],
        quote: (!verdict.reasons.is_empty()).then(|| quoted(to, &verdict.reasons)),
        action: Some((label, app.link(to.locale, &path))),
        reason: t!(to, "review-mail-why", organisation = listing.organisation_name.clone()),
    }
}

fn quoted(to: &Receiver, reasons: &[Reason]) -> String {
    let line = |reason: &Reason| match reason.field.as_str() {
        WHOLE => reason.text.clone(),
        field => {
            let field = to.locale.get(&format!("review-field-{field}").replace('_', "-"));
            t!(to, "review-reason", field = field, text = reason.text.clone())
        }
    };
    reasons.iter().map(line).collect::<Vec<_>>().join("\n")
}
