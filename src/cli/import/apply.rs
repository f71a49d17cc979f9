//! Brings one record into the marketplace, in one transaction.

use super::Record;
use crate::app::App;
use crate::auth::Actor;
use crate::listings::actions::{self, Failed};
use crate::listings::policy::{Create, Decide, Inspect, Owner, RaiseEvidence, Submit};
use crate::listings::{self, Listing, Status};
use crate::moderation;
use crate::web::{Can, Error};

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It became a listing.
    New,
    /// Its listing has a new revision.
    Changed,
    /// The public sees exactly this already.
    Unchanged,
    /// It was left alone, because somebody works on its listing or has taken it off.
    Refused(&'static str),
}

/// Says what would happen to a record, and with which listing.
pub async fn look(app: &App, owner: Option<&Owner>, record: &Record) -> Result<(Outcome, Option<Listing>), Failed> {
    let db = app.db.conn();
    let Some(owner) = owner else { return Ok((Outcome::New, None)) };
    let found = listings::store::find_imported(db, &Actor::System, owner.organisation_id, &record.key).await?;
    let Some(listing) = found else { return Ok((Outcome::New, None)) };
    let outcome = match listing.status {
        Status::Archived => Outcome::Refused("its owner has archived the listing"),
        Status::Removed => Outcome::Refused("a moderator has removed the listing"),
        _ if listings::store::published(db, &listing).await?.as_ref() == Some(&record.content) => Outcome::Unchanged,
        _ => {
            let inspect = Can::<Inspect>::check(&Actor::System, listing.clone())?;
            if moderation::store::is_open(db, &inspect).await? {
                Outcome::Refused("a revision waits for a decision")
            } else if listings::store::draft(db, &inspect).await?.is_some() {
                Outcome::Refused("somebody works on a draft of the listing")
            } else {
                Outcome::Changed
            }
        }
    };
    Ok((outcome, Some(listing)))
}

/// Makes or renews the listing of a record and publishes it.
pub async fn put(app: &App, owner: &Owner, record: &Record) -> Result<Outcome, Failed> {
    let (outcome, known) = look(app, Some(owner), record).await?;
    if !matches!(outcome, Outcome::New | Outcome::Changed) {
        return Ok(outcome);
    }
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let listing = match known {
        Some(listing) => {
            listings::store::put_draft(&tx, listing.id, &record.content, &Actor::System, now).await?;
            listing
        }
        None => {
            let may = Can::<Create>::check(&Actor::System, owner.clone())?;
            actions::create_in(&tx, &may, &record.content, Some(&record.key), now).await?
        }
    };
    let id = listing.id;
    let may = Can::<Submit>::check(&Actor::System, listing)?;
    let revision_id = actions::submit_in(&tx, &may, now).await?;
    let submitted = listings::store::find_by_id(&tx, &Actor::System, id).await?.ok_or(Error::NotFound)?;
    let may = Can::<Decide>::check(&Actor::System, submitted)?;
    moderation::actions::settle_in(&tx, &may, revision_id, (moderation::Outcome::Approved, &[]), now).await?;
    for raised in &record.checked {
        let listing = listings::store::find_by_id(&tx, &Actor::System, id).await?.ok_or(Error::NotFound)?;
        let may = Can::<RaiseEvidence>::check(&Actor::System, listing)?;
        listings::evidence::actions::raise_in(&tx, &may, raised, now).await?;
    }
    app.commit(tx).await?;
    Ok(outcome)
}
