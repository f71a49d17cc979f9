//! The first words of an expression of interest: written, kept as a draft with their files, and sent.

use chrono::{DateTime, Datelike, Duration, Utc};
use sea_orm::DatabaseTransaction;

use super::{Failed, apply, facts, written};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::contacts;
use crate::db;
use crate::interest::answers::{self, Entered};
use crate::interest::letters::{self, News};
use crate::interest::messages::files::{Place, take_rows};
use crate::interest::messages::{quoted, store as files};
use crate::interest::policy::{Act, Attempt, Discard, Send};
use crate::interest::store::{self, By};
use crate::interest::{Action, Interest, Proposal, Rejected, Side, State};
use crate::listings::files::{Staging, clear, lock_organisation};
use crate::web::{Can, Error};

/// New ones a day for an organisation that is not verified.
pub const DAILY: u64 = 5;

/// What is to be done with the first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// They are sent, if they hold no other ways to be reached than these.
    Send(String),
    /// They are kept.
    Keep,
    /// A file is taken away; the rest is kept.
    Remove(String),
}

/// What became of the first words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// They were sent, now or before: the number of the expression of interest.
    Sent(String),
    /// They are kept as a draft: its number.
    Kept(String),
    /// They are kept, and their writer is asked whether these ways to be reached are to be sent.
    Asks(String),
    /// They are kept, and something is wrong with a file.
    WrongFile,
}

/// Sends the first words with their files, or keeps them as the draft of the organisation. What cannot be sent is kept as
/// far as it can be, and files always. A pair that has one under way gets that one, so sending a form twice makes one.
pub async fn express(
    app: &App,
    may: &Can<Send>,
    (proposal, answer): (&Proposal, &Entered),
    wish: &Wish,
    sent: &mut Staging,
) -> Result<Done, Failed> {
    let mut kept = Vec::new();
    let done = express_in(app, may, (proposal, answer), wish, sent, &mut kept).await;
    if matches!(done, Err(Failed::Rejected(_))) {
        kept = keep_in(app, may, sent).await?;
    } else if done.is_err() {
        kept.clear();
    }
    sent.clear_but(app, &kept).await;
    done
}

/// Keeps the files of a form that cannot be read or is wrong, so that nobody has to send them twice.
pub async fn keep_files(app: &App, may: &Can<Send>, sent: &mut Staging) -> Result<(), Failed> {
    let kept = keep_in(app, may, sent).await?;
    sent.clear_but(app, &kept).await;
    Ok(())
}

async fn keep_in(app: &App, may: &Can<Send>, sent: &mut Staging) -> Result<Vec<String>, Failed> {
    let now = app.clock.now();
    let mut kept = Vec::new();
    if sent.staged.is_empty() || !may.takes_interest(now) {
        return Ok(kept);
    }
    let tx = app.write_tx().await?;
    let by = By::from(may.actor());
    let sender = by.organisation_id.ok_or(Error::NoOrganisation)?;
    let draft = match store::open_of_pair(&tx, &Actor::System, sender, may.id).await? {
        Some(open) if open.state != State::Draft => return Ok(kept),
        Some(draft) => draft,
        None => put_draft(&tx, may, by, &Proposal::default(), now).await?,
    };
    take_files(app, &tx, may, &draft, (sent, &mut kept), now).await?;
    app.commit(tx).await?;
    Ok(kept)
}

async fn express_in(
    app: &App,
    may: &Can<Send>,
    (proposal, answer): (&Proposal, &Entered),
    wish: &Wish,
    sent: &mut Staging,
    kept: &mut Vec<String>,
) -> Result<Done, Failed> {
    let mut sends = matches!(wish, Wish::Send(_));
    answers::actions::check(app, may, proposal.check(sends), answer, sends).await?;
    let by = By::from(may.actor());
    let now = app.clock.now();
    let remarks = answer.said.iter().map(|said| said.text.as_str());
    let asks = contacts(proposal.texts().into_iter().chain(remarks));
    let asks = asks.filter(|found| matches!(wish, Wish::Send(warned) if warned != found));
    let tx = app.write_tx().await?;
    let status = store::hold_for_sending(&tx, may, by.organisation_id.unwrap_or(0)).await?;
    let draft = match put_draft(&tx, may, by, proposal, now).await {
        Err(Failed::Rejected(Rejected::OtherOpen(reference))) if sends => return Ok(Done::Sent(reference)),
        other => other?,
    };
    let mut removed = None;
    if let Wish::Remove(key) = wish {
        removed = files::drop_opening_file(&tx, may, &draft, key).await?.map(|media_type| (key, media_type));
    }
    take_files(app, &tx, may, &draft, (&mut *sent, kept), now).await?;
    let wrong = sent.fates.iter().any(|fate| fate.refusal.is_some());
    sends = sends && !wrong && asks.is_none();
    if sends {
        limit(&tx, by, status.as_deref(), now).await?;
    }
    answers::actions::put_in(&tx, may, &draft, answer, sends, now).await?;
    let done = match asks {
        _ if wrong => Done::WrongFile,
        Some(found) => Done::Asks(found),
        None if sends => Done::Sent(send_in(app, &tx, may, draft, by, now).await?),
        None => Done::Kept(draft.reference),
    };
    app.commit(tx).await?;
    if let Some((key, media_type)) = removed {
        clear(app, key, &media_type).await;
    }
    Ok(done)
}

/// Sends a draft; answers with its number.
async fn send_in(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<Send>,
    draft: Interest,
    by: By,
    now: DateTime<Utc>,
) -> Result<String, Failed> {
    let names = files::opening_files(tx, may, &draft).await?;
    let attempt = Can::<Act>::check(may.actor(), Attempt { interest: draft, action: Action::Send })?;
    let facts = facts(app, tx, &attempt, "", None, now).await?;
    let interest = apply(tx, &attempt, Side::Sender, by, &facts, now).await?;
    let words = quoted(&interest.proposal.message, &names);
    letters::tell(app, tx, &interest, Side::Sender, News::Changed(Action::Send, &words), now).await?;
    Ok(interest.reference)
}

/// Writes the rows of the files that came for a draft.
async fn take_files(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<Send>,
    draft: &Interest,
    (sent, kept): (&mut Staging, &mut Vec<String>),
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    if sent.staged.is_empty() {
        return Ok(());
    }
    lock_organisation(tx, may.actor().organisation_id().unwrap_or(0)).await?;
    let mut waiting = files::opening_files(tx, may, draft).await?;
    Ok(take_rows(app, tx, &Place::opening(may, draft), sent, (&mut waiting, kept), now).await?)
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
pub(super) async fn put_draft(
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

/// Throws a draft away with its files.
pub async fn discard(app: &App, may: &Can<Discard>) -> Result<(), Failed> {
    let refused = Rejected::State { state: may.state.name(), action: Action::Withdraw };
    if may.state != State::Draft {
        return Err(refused.into());
    }
    let tx = app.write_tx().await?;
    let removed = files::drop_files_of_draft(&tx, may).await?;
    written(store::delete_draft(&tx, may).await?)?;
    app.commit(tx).await?;
    for (key, media_type) in &removed {
        clear(app, key, media_type).await;
    }
    Ok(())
}
