//! What can be done with expressions of interest; pages and commands share it.

mod clock;
mod replay;

use chrono::{DateTime, Datelike, Duration, Utc};
use sea_orm::{DatabaseTransaction, DbErr};

use super::answers::{self, Entered};
use super::letters::{self, News};
use super::messages;
use super::model::LONGEST_REASON;
use super::policy::{self, Act, Attempt, Discard, Send};
use super::store::{self, By};
use super::{Action, Agreement, Deadlines, Facts, Guard, Interest, Proposal, Rejected, Side, State, TABLE, step};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::{Problem, Problems};
use crate::db;
use crate::listings;
use crate::web::{Can, Error};

pub use clock::{recount, responsiveness, tick};
pub use replay::{Scene, Script, What, replay_in};

/// New ones a day for an organisation that is not verified.
pub const DAILY: u64 = 5;

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

/// Saves what somebody has written so far, without sending it, and answers with its reference number.
pub async fn save(app: &App, may: &Can<Send>, proposal: &Proposal, answer: &Entered) -> Result<String, Failed> {
    answers::actions::check(app, may, proposal.check(false), answer, false).await?;
    let by = By::from(may.actor());
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let draft = put_draft(&tx, may, by, proposal, now).await?;
    answers::actions::put_in(&tx, may, &draft, answer, false, now).await?;
    app.commit(tx).await?;
    Ok(draft.reference)
}

/// Sends an expression of interest and answers with its reference number. A pair that has one under way gets that one,
/// so sending a form twice makes one.
pub async fn send(app: &App, may: &Can<Send>, proposal: &Proposal, answer: &Entered) -> Result<String, Failed> {
    answers::actions::check(app, may, proposal.check(true), answer, true).await?;
    let by = By::from(may.actor());
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let status = store::hold_for_sending(&tx, may, by.organisation_id.unwrap_or(0)).await?;
    let draft = match put_draft(&tx, may, by, proposal, now).await {
        Err(Failed::Rejected(Rejected::OtherOpen(reference))) => return Ok(reference),
        other => other?,
    };
    limit(&tx, by, status.as_deref(), now).await?;
    answers::actions::put_in(&tx, may, &draft, answer, true, now).await?;
    let attempt = Can::<Act>::check(may.actor(), Attempt { interest: draft, action: Action::Send })?;
    let facts = facts(app, &tx, &attempt, "", None, now).await?;
    let interest = apply(&tx, &attempt, Side::Sender, by, &facts, now).await?;
    letters::tell(app, &tx, &interest, Side::Sender, News::Changed(Action::Send, ""), now).await?;
    app.commit(tx).await?;
    Ok(interest.reference)
}

/// Refuses a suspended organisation, and an unverified one that has sent enough in the last 24 hours.
async fn limit(tx: &DatabaseTransaction, by: By, status: Option<&str>, now: DateTime<Utc>) -> Result<(), Failed> {
    let day = now - Duration::days(1);
    match status {
        None | Some("suspended") => Err(Rejected::Suspended.into()),
        Some("verified") => Ok(()),
        Some(_) => {
            let sent = store::sent_since(tx, &Actor::System, by.organisation_id.unwrap_or(0), day).await?;
            if sent < DAILY { Ok(()) } else { Err(Rejected::TooManyToday.into()) }
        }
    }
}

/// Writes a new draft or takes over the one that the organisation has; one that was sent already is told.
async fn put_draft(
    tx: &DatabaseTransaction,
    may: &Can<Send>,
    by: By,
    proposal: &Proposal,
    now: DateTime<Utc>,
) -> Result<Interest, Failed> {
    let sender = by.organisation_id.ok_or(Error::NoOrganisation)?;
    let find = async || store::open_of_pair(tx, &Actor::System, sender, may.id).await;
    let mut open = find().await?;
    if open.is_none() {
        let number = db::next_number(tx, &format!("EOI-{}", now.year())).await?;
        let reference = format!("EOI-{}-{number:05}", now.year());
        store::insert_draft(tx, may, by, &reference, proposal, now).await?;
        open = find().await?;
    }
    let open = open.ok_or(Rejected::Stale)?;
    if open.state != State::Draft {
        return Err(Rejected::OtherOpen(open.reference).into());
    }
    if open.proposal != *proposal {
        written(store::update_draft(tx, may, (open.id, open.version), proposal, now).await?)?;
    }
    Ok(find().await?.ok_or(Rejected::Stale)?)
}

/// Throws a draft away.
pub async fn discard(app: &App, may: &Can<Discard>) -> Result<(), Failed> {
    let refused = Rejected::State { state: may.state.name(), action: Action::Withdraw };
    if may.state != State::Draft {
        return Err(refused.into());
    }
    let tx = app.write_tx().await?;
    written(store::delete_draft(&tx, may).await?)?;
    app.commit(tx).await?;
    Ok(())
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
}

/// Changes the state. Sending the same form again changes nothing.
pub async fn act(app: &App, may: &Can<Act>, said: &Said) -> Result<(), Failed> {
    let actor = may.actor();
    if may.interest.just_done(may.action, actor.account_id()) {
        return Ok(());
    }
    let side = policy::side(actor, &may.interest).ok_or(Error::NotFound)?;
    let possible = TABLE.iter().any(|edge| edge.from == may.interest.state.name() && edge.action == may.action);
    if possible && said.seen.is_some_and(|seen| seen != may.interest.version) {
        return Err(Rejected::Stale.into());
    }
    let reason = said.reason.trim();
    if reason.chars().count() > LONGEST_REASON {
        let field = format!("{}-reason", may.action);
        return Err(Rejected::Form(Problems::one(field, Problem::TooLong { max: LONGEST_REASON })).into());
    }
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    store::hold(&tx, may.interest.id, may.interest.listing_id).await?;
    let facts = facts(app, &tx, may, reason, said.agreement.clone(), now).await?;
    let interest = apply(&tx, may, side, By::from(actor), &facts, now).await?;
    letters::tell(app, &tx, &interest, side, News::Changed(may.action, reason), now).await?;
    app.commit(tx).await?;
    Ok(())
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
    let state = step(&interest.state, may.action, side, facts)?;
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
