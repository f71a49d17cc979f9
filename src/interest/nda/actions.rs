//! What can be done with non-disclosure agreements.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use super::letters::{self, News};
use super::model::{Text, current, signature, takes_agreements};
use super::policy::{Agree, Compose};
use super::{Nda, Whose, store};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::Problems;
use crate::interest::policy;
use crate::interest::store as interests;
use crate::interest::{Interest, Side, StateName};
use crate::web::{Can, Error};

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Something in the form is not right.
    #[error("the form has problems")]
    Form(Problems),
    /// The text is no longer the one that was shown.
    #[error("the text is another one now")]
    Changed,
    /// Both sides have accepted already.
    #[error("both sides have accepted")]
    Signed,
    /// The state takes no agreements.
    #[error("no agreements are taken in the state {0}")]
    State(StateName),
    /// Not allowed, not there, or our fault.
    #[error(transparent)]
    Web(#[from] Error),
}

impl From<sea_orm::DbErr> for Refused {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Web(error.into())
    }
}

/// How somebody accepts a text.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// The name that was typed.
    pub name: &'a str,
    /// Whether the box was ticked.
    pub agrees: bool,
    /// SHA-256 of the text that was shown.
    pub sha256: &'a str,
}

/// The text that a side, or the platform, offers for an exchange.
pub async fn text(app: &App, interest: &Interest, whose: Whose) -> Result<Option<Text>, Error> {
    text_in(app.db.conn(), interest, whose).await
}

/// The same inside a transaction.
pub async fn text_in(
    db: &impl sea_orm::ConnectionTrait,
    interest: &Interest,
    whose: Whose,
) -> Result<Option<Text>, Error> {
    let Some(side) = whose.side() else { return Ok(Some(Text::of_platform(interest))) };
    let see = Can::check(&Actor::System, interest.clone())?;
    let own = store::offered(db, &see, side).await?;
    Ok(own.map(|own| Text::of_party(whose, &own, interest)))
}

/// The exchange as it stands in a transaction that holds it, and its agreements.
async fn held(tx: &DatabaseTransaction, may: &Can<Agree>) -> Result<(Interest, Vec<Nda>), Refused> {
    interests::hold(tx, may.id, may.listing_id).await?;
    let interest = interests::find_by_id(tx, &Actor::System, may.id).await?.ok_or(Error::NotFound)?;
    let see = Can::check(&Actor::System, interest.clone())?;
    let ndas = store::of_interest(tx, &see).await?;
    Ok((interest, ndas))
}

/// Proposes a text and accepts it for the actor's side. What was proposed before, and not accepted by both, gives way.
/// Proposing the same text again changes nothing.
pub async fn propose(app: &App, may: &Can<Agree>, whose: Whose, signed: Signed<'_>) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if let Some((interest, side)) = propose_in(&tx, may, whose, signed, now).await? {
        letters::tell(app, &tx, (&interest, side), News::Proposed, now).await?;
        app.commit(tx).await?;
    }
    Ok(())
}

/// Proposes a text inside a transaction and tells nobody; answers with how things stand and who proposed, if anything
/// changed.
pub async fn propose_in(
    tx: &DatabaseTransaction,
    may: &Can<Agree>,
    whose: Whose,
    signed: Signed<'_>,
    now: DateTime<Utc>,
) -> Result<Option<(Interest, Side)>, Refused> {
    let name = signature(signed.name, signed.agrees).map_err(Refused::Form)?;
    let (interest, ndas) = held(tx, may).await?;
    let own = may.actor().organisation_id();
    if let Some(nda) = current(&ndas) {
        let same = nda.sha256 == signed.sha256 && nda.text.whose == whose;
        if same && Some(nda.organisation_id) == own {
            return Ok(None);
        }
        if nda.signed_at.is_some() {
            return Err(Refused::Signed);
        }
    }
    if !takes_agreements(interest.state.name()) {
        return Err(Refused::State(interest.state.name()));
    }
    let text = text_in(tx, &interest, whose).await?.ok_or(Refused::Changed)?;
    if text.sha256() != signed.sha256 {
        return Err(Refused::Changed);
    }
    let number = ndas.last().map_or(1, |nda| nda.number + 1);
    let id = store::propose(tx, may, &text, number, now).await?;
    store::accept(tx, may, id, &name, now).await?;
    let side = policy::side(may.actor(), &interest).ok_or(Error::NotFound)?;
    Ok(Some((interest, side)))
}

/// Accepts the text that was proposed, for the actor's side. With the second side's acceptance it is in force. Accepting
/// twice changes nothing.
pub async fn accept(app: &App, may: &Can<Agree>, signed: Signed<'_>) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if let Some((interest, side)) = accept_in(&tx, may, signed, now).await? {
        letters::tell(app, &tx, (&interest, side), News::InForce, now).await?;
        app.commit(tx).await?;
    }
    Ok(())
}

/// Accepts the text inside a transaction and tells nobody; answers with how things stand and who accepted, if anything
/// changed.
pub async fn accept_in(
    tx: &DatabaseTransaction,
    may: &Can<Agree>,
    signed: Signed<'_>,
    now: DateTime<Utc>,
) -> Result<Option<(Interest, Side)>, Refused> {
    let name = signature(signed.name, signed.agrees).map_err(Refused::Form)?;
    let (interest, ndas) = held(tx, may).await?;
    let nda = current(&ndas).filter(|nda| nda.sha256 == signed.sha256).ok_or(Refused::Changed)?;
    if nda.is_accepted_by(may.actor().organisation_id()) {
        return Ok(None);
    }
    if !takes_agreements(interest.state.name()) {
        return Err(Refused::State(interest.state.name()));
    }
    store::accept(tx, may, nda.id, &name, now).await?;
    store::sign(tx, may, nda.id, now).await?;
    let side = policy::side(may.actor(), &interest).ok_or(Error::NotFound)?;
    Ok(Some((interest, side)))
}

/// Writes the next version of the text of an organisation; an empty one goes back to the platform's. `seen` is the
/// version that was shown. Nothing is written if nothing changed.
pub async fn compose(app: &App, may: &Can<Compose>, lang: &str, body: &str, seen: i64) -> Result<(), Refused> {
    let tx = app.write_tx().await?;
    let versions = store::versions(&tx, may).await?;
    let latest = versions.first();
    let stands = latest.map_or(("", ""), |text| (text.lang.as_str(), text.body.as_str()));
    let same = stands.1 == body && (body.is_empty() || stands.0 == lang);
    if same {
        return Ok(());
    }
    let number = latest.map_or(0, |text| text.number);
    if number != seen || !store::insert_text(&tx, may, number + 1, (lang, body), app.clock.now()).await? {
        return Err(Refused::Changed);
    }
    app.commit(tx).await?;
    Ok(())
}
