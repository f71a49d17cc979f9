//! What can be done with realised effects.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::DatabaseTransaction;

use super::letters::{self, News};
use super::model::signature;
use super::policy::{Confirm, Consent, Enter};
use super::{About, Effect, Period, Report, agreement, latest, store};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::Problems;
use crate::interest::{Interest, policy, store as interests};
use crate::listings;
use crate::web::{Can, Error};

/// Agreements that are looked at together.
const BATCH: u64 = 200;

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Something in the form is not right.
    #[error("the form has problems")]
    Form(Problems),
    /// The period is not over.
    #[error("it can be entered from {0} on")]
    Early(NaiveDate),
    /// Somebody entered another version in the meantime.
    #[error("there is another version now")]
    Changed,
    /// Not allowed, not there, or our fault.
    #[error(transparent)]
    Web(#[from] Error),
}

impl From<sea_orm::DbErr> for Refused {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Web(error.into())
    }
}

/// What was entered for an agreement, read in a transaction that holds it.
async fn held(tx: &DatabaseTransaction, interest: &Interest) -> Result<Vec<Report>, Refused> {
    interests::hold(tx, interest.id, interest.listing_id).await?;
    let see = Can::check(&Actor::System, interest.clone())?;
    Ok(store::of_interest(tx, &see).await?)
}

/// Enters the effect of a period as the next version. `seen` is the version that was shown, 0 for none. What stands
/// there already is not written again.
pub async fn enter(app: &App, may: &Can<Enter>, effect: &Effect, seen: i64) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if enter_in(&tx, may, effect, seen, now).await? {
        let side = policy::side(may.actor(), &may.interest).ok_or(Error::NotFound)?;
        letters::tell(app, &tx, &may.interest, Some(side), News::Entered(may.period), now).await?;
        app.commit(tx).await?;
    }
    Ok(())
}

/// The same inside a transaction and without letters; `false` if it stands there already.
pub async fn enter_in(
    tx: &DatabaseTransaction,
    may: &Can<Enter>,
    effect: &Effect,
    seen: i64,
    now: DateTime<Utc>,
) -> Result<bool, Refused> {
    let starts = agreement(&may.interest).ok_or(Error::NotFound)?.starts;
    match may.period.due(starts) {
        Some(due) if due <= now.date_naive() => {}
        due => return Err(Refused::Early(due.unwrap_or(NaiveDate::MAX))),
    }
    let reports = held(tx, &may.interest).await?;
    let latest = latest(&reports, may.period);
    if latest.is_some_and(|report| report.effect == *effect) {
        return Ok(false);
    }
    let number = latest.map_or(0, |report| report.number);
    let listing = listings::store::find_by_id(tx, &Actor::System, may.interest.listing_id).await?;
    let content = listings::store::published(tx, &listing.ok_or(Error::NotFound)?).await?.ok_or(Error::NotFound)?;
    let about = About::of(&content);
    if number != seen || !store::insert(tx, may, (number + 1, effect), &about, now).await? {
        return Err(Refused::Changed);
    }
    Ok(true)
}

/// Confirms the version that was shown, by name. Confirming it twice changes nothing.
pub async fn confirm(app: &App, may: &Can<Confirm>, name: &str, seen: i64) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if confirm_in(&tx, may, name, seen, now).await? {
        let side = policy::side(may.actor(), &may.interest).ok_or(Error::NotFound)?;
        letters::tell(app, &tx, &may.interest, Some(side), News::Confirmed(may.period), now).await?;
        app.commit(tx).await?;
        app.generation.advance();
    }
    Ok(())
}

/// The same inside a transaction and without letters; `false` if it is confirmed already.
pub async fn confirm_in(
    tx: &DatabaseTransaction,
    may: &Can<Confirm>,
    name: &str,
    seen: i64,
    now: DateTime<Utc>,
) -> Result<bool, Refused> {
    let reports = held(tx, &may.interest).await?;
    let report = latest(&reports, may.period).filter(|report| report.number == seen).ok_or(Refused::Changed)?;
    if report.confirmed.is_some() {
        return Ok(false);
    }
    let name = signature(name).map_err(Refused::Form)?;
    store::confirm(tx, may, report.id, &name, now).await?;
    listings::store::touch(tx, may.interest.listing_id).await?;
    Ok(true)
}

/// Gives or withdraws the consent of the actor's side. Doing so twice changes nothing.
pub async fn consent(app: &App, may: &Can<Consent>, gives: bool) -> Result<(), Refused> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if consent_in(&tx, may, gives, now).await? {
        let side = policy::side(may.actor(), may).ok_or(Error::NotFound)?;
        let news = if gives { News::Consents } else { News::Withdrew };
        letters::tell(app, &tx, may, Some(side), news, now).await?;
        app.commit(tx).await?;
        app.generation.advance();
    }
    Ok(())
}

/// The same inside a transaction; `false` if it is so already. Kept pages of all nodes are forgotten when their
/// followers meet the listing in the change sequence.
pub async fn consent_in(
    tx: &DatabaseTransaction,
    may: &Can<Consent>,
    gives: bool,
    now: DateTime<Utc>,
) -> Result<bool, Refused> {
    interests::hold(tx, may.id, may.listing_id).await?;
    let see = Can::check(&Actor::System, may.thing().clone())?;
    let own = may.actor().organisation_id();
    let consents = store::consents(tx, &see).await?;
    let given = consents.iter().any(|consent| Some(consent.organisation_id) == own && consent.withdrawn_at.is_none());
    match (given, gives) {
        (false, true) => store::give(tx, may, now).await?,
        (true, false) => store::withdraw(tx, may, now).await?,
        _ => return Ok(false),
    }
    listings::store::touch(tx, may.listing_id).await?;
    Ok(true)
}

/// Asks both sides of each agreement for its effect when a period is over, once.
pub async fn ask(app: &App) -> Result<(), Error> {
    let today = app.clock.today();
    let mut after = 0;
    loop {
        let batch = store::unasked(app.db.conn(), &Actor::System, after, BATCH).await?;
        let Some(last) = batch.last() else { return Ok(()) };
        after = last.interest_id;
        for unasked in batch {
            let over = |period: &&Period| period.due(unasked.starts).is_some_and(|due| due <= today);
            let due = Period::ALL.iter().filter(over).filter(|period| !unasked.asked.contains(period));
            let due: Vec<Period> = due.copied().collect();
            if !due.is_empty() {
                ask_one(app, unasked.interest_id, &due).await?;
            }
        }
    }
}

/// Notes that periods were asked for. Of several that are over, as with an agreement that is recorded late, the last one
/// is told of; what was entered already, of none.
async fn ask_one(app: &App, interest_id: i64, due: &[Period]) -> Result<(), Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let Some(interest) = interests::find_by_id(&tx, &Actor::System, interest_id).await? else { return Ok(()) };
    let see = Can::check(&Actor::System, interest.clone())?;
    let reports = store::of_interest(&tx, &see).await?;
    for period in due {
        let first = store::note_asked(&tx, &interest, *period, now).await?;
        let tells = Some(period) == due.last() && latest(&reports, *period).is_none();
        if first && tells {
            letters::tell(app, &tx, &interest, None, News::Asked(*period), now).await?;
        }
    }
    app.commit(tx).await?;
    Ok(())
}
