//! What can be done with expressions of interest; pages and commands share it.

mod clock;
mod opening;
mod replay;

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::letters::{self, News};
use super::messages::{self, revealed};
use super::model::LONGEST_REASON;
use super::policy::{self, Act};
use super::store::{self, By};
use super::{Agreement, Deadlines, Facts, Guard, Interest, Proposal, Rejected, Side, State, TABLE, step};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::{Problem, Problems};
use crate::listings;
use crate::web::{Can, Error};

pub use clock::{recount, responsiveness, tick};
pub use opening::{DAILY, Done, Wish, discard, express, keep_files};
pub use replay::{Scene, Script, What, replay_in};

/// Why an action did not happen: a rule of expressions of interest, or something around them.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// A rule.
    #[error(transparent)]
    Rejected(#[from] Rejected),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// Not allowed or not there.
    #[error(transparent)]
    Web(#[from] Error),
}

pub(in crate::interest) fn written(done: bool) -> Result<(), Rejected> {
    if done { Ok(()) } else { Err(Rejected::Stale) }
}

fn checked(proposal: &Proposal, complete: bool) -> Result<(), Rejected> {
    proposal.check(complete).or(()).map_err(Rejected::Form)
}

/// What somebody says with an action.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Reason or words.
    pub reason: String,
    /// What was agreed.
    pub agreement: Option<Agreement>,
    /// The version that the person saw; what was changed since is not overruled.
    pub seen: Option<i64>,
    /// What the person was asked about already.
    pub warned: String,
}

/// Changes the state. Sending the same form again changes nothing. Answers with the ways to be reached about which the
/// person is asked first; nothing has changed then.
pub async fn act(app: &App, may: &Can<Act>, said: &Said) -> Result<Option<String>, Failed> {
    let actor = may.actor();
    if may.interest.just_done(may.action, actor.account_id()) {
        return Ok(None);
    }
    let side = policy::side(actor, &may.interest).ok_or(Error::NotFound)?;
    let possible = TABLE.iter().find(|edge| edge.from == may.interest.state.name() && edge.action == may.action);
    if possible.is_some() && said.seen.is_some_and(|seen| seen != may.interest.version) {
        return Err(Rejected::Stale.into());
    }
    let reason = said.reason.trim();
    if reason.chars().count() > LONGEST_REASON {
        let field = format!("{}-reason", may.action);
        return Err(Rejected::Form(Problems::one(field, Problem::TooLong { max: LONGEST_REASON })).into());
    }
    // What opens contacts may be said with them.
    let asks = possible.filter(|edge| !edge.to.opens_contacts()).and_then(|edge| revealed(edge.from, reason));
    if let Some(found) = asks.filter(|found| *found != said.warned) {
        return Ok(Some(found));
    }
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    store::hold(&tx, may.interest.id, may.interest.listing_id).await?;
    let facts = facts(app, &tx, may, reason, said.agreement.clone(), now).await?;
    let interest = apply(&tx, may, side, By::from(actor), &facts, now).await?;
    letters::tell(app, &tx, &interest, side, News::Changed(may.action, reason), now).await?;
    app.commit(tx).await?;
    Ok(None)
}

/// What a transition needs to know, read inside its transaction.
async fn facts<'a>(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<Act>,
    reason: &'a str,
    agreement: Option<Agreement>,
    now: DateTime<Utc>,
) -> Result<Facts<'a>, DbErr> {
    let asks_listing = |guard| matches!(guard, Guard::ListingTakesInterest | Guard::FirstRevival);
    let listing = if TABLE.iter().any(|edge| edge.action == may.action && asks_listing(edge.guard)) {
        listings::store::find_by_id(tx, &Actor::System, may.interest.listing_id).await?
    } else {
        None
    };
    Ok(Facts {
        reason,
        agreement,
        listing_takes_interest: listing.is_some_and(|listing| listing.takes_interest(now)),
        answer_overdue: may.interest.answer_overdue(now),
        revived: may.interest.revived(),
        deadlines: Some(Deadlines::starting(now, &may.interest.receiver.country, app.registers.get().holidays())),
    })
}

/// Takes one step of the table and writes it with its event; answers with how things stand then.
pub(in crate::interest) async fn apply(
    tx: &DatabaseTransaction,
    may: &Can<Act>,
    side: Side,
    by: By,
    facts: &Facts<'_>,
    now: DateTime<Utc>,
) -> Result<Interest, Failed> {
    let interest = &may.interest;
    let mut state = step(&interest.state, may.action, side, facts)?;
    if let State::Agreement(agreement) = &mut state {
        agreement.parties = [&interest.sender, &interest.receiver].map(|party| party.name.clone()).into();
    }
    if interest.state.name().is_ended() && state.name().is_open() {
        let sender = interest.sender.organisation_id;
        if let Some(other) = store::open_of_pair(tx, &Actor::System, sender, interest.listing_id).await? {
            return Err(Rejected::OtherOpen(other.reference).into());
        }
    }
    written(store::change(tx, may, by, &state, (facts.reason, facts.deadlines.as_ref()), now).await?)?;
    messages::store::mark_read(tx, interest.id, by, i64::MAX, now).await?;
    Ok(store::find_by_id(tx, &Actor::System, interest.id).await?.ok_or(Rejected::Stale)?)
}
