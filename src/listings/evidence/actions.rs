//! Raising claims and taking that back.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use super::{Raised, letters, store};
use crate::app::App;
use crate::audit;
use crate::events::{Event, emit};
use crate::listings::policy::RaiseEvidence;
use crate::mail;
use crate::notifications::{self, Kind, Notice};
use crate::web::{Can, Error};

/// Notes a check, tells the owner, and makes the listing's marks follow.
pub async fn raise(app: &App, may: &Can<RaiseEvidence>, raised: &Raised) -> Result<(), Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    raise_in(&tx, may, raised, now).await?;
    for receiver in mail::receivers(&tx, may.organisation_id).await? {
        let letter = letters::raised(app, &receiver, may, raised);
        notifications::send(app, &tx, Notice::new(Kind::Evidence, letter), now).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// Notes a check inside a transaction and tells nobody, for imports and sample data.
pub async fn raise_in(
    tx: &DatabaseTransaction,
    may: &Can<RaiseEvidence>,
    raised: &Raised,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    let id = store::insert(tx, may, raised, now).await?;
    let detail = serde_json::json!({
        "check": id, "step": raised.step, "claims": raised.claims.len(), "verifier": raised.verifier, "note": raised.note,
    });
    audit::append(tx, may.actor(), "evidence.raise", &format!("listing/{}", may.reference), detail, now).await?;
    emit(tx, now, Event::EvidenceChanged { listing: may }).await?;
    Ok(())
}

/// Takes a check back; `false` if it was taken back before.
pub async fn withdraw(app: &App, may: &Can<RaiseEvidence>, id: i64) -> Result<bool, Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if !store::withdraw(&tx, may, id, now).await? {
        return Ok(false);
    }
    let subject = format!("listing/{}", may.reference);
    audit::append(&tx, may.actor(), "evidence.withdraw", &subject, serde_json::json!({ "check": id }), now).await?;
    emit(&tx, now, Event::EvidenceChanged { listing: may }).await?;
    app.commit(tx).await?;
    Ok(true)
}
