//! What can be done with messages.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use super::files::{Place, take_rows, take_whole};
use super::forms::Wish;
use super::model::{AGAIN, said};
use super::policy::Edit;
use super::{Attachment, quoted, store};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::{Problem, Problems, contacts};
use crate::interest::actions::{Failed, apply, written};
use crate::interest::letters::{self, News};
use crate::interest::policy::{self, Act, Attempt, Write};
use crate::interest::store::{self as interests, By};
use crate::interest::{Action, Facts, Interest, Rejected, Side, StateName};
use crate::listings::files::{self, Staging};
use crate::web::{Can, Error};

/// A message as its form sends it.
#[derive(Clone, Copy, Debug)]
pub struct Typed<'a> {
    /// The words.
    pub body: &'a str,
    /// What is to be done with it.
    pub wish: &'a Wish,
    /// Key of the newest message that the page showed.
    pub upto: i64,
    /// What the writer was asked about already.
    pub warned: &'a str,
}

/// What became of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was sent, now or a moment ago.
    Sent,
    /// It is kept for later.
    Kept,
    /// It is kept, and its writer is asked whether these ways to be reached are to be sent.
    Asks(String),
    /// It is kept, and something is wrong with it or with a file.
    Wrong(Problems),
}

/// The ways to be reached that stand in a text before both sides see each other's contact.
pub fn revealed(state: StateName, body: &str) -> Option<String> {
    if state.opens_contacts() { None } else { contacts([body]) }
}

/// Sends a message with its files, or keeps it as a draft. Whatever cannot be sent is kept: neither words nor good files
/// are lost. The receiver's first message also says that the expression of interest came. Sending the same message again
/// within ten minutes changes nothing.
pub async fn deliver(app: &App, may: &Can<Write>, typed: Typed<'_>, files: &mut Staging) -> Result<Done, Failed> {
    let mut kept = Vec::new();
    let done = deliver_in(app, may, typed, files, &mut kept).await;
    if done.is_err() {
        kept.clear();
    }
    files.clear_but(app, &kept).await;
    done
}

async fn deliver_in(
    app: &App,
    may: &Can<Write>,
    typed: Typed<'_>,
    files: &mut Staging,
    kept: &mut Vec<String>,
) -> Result<Done, Failed> {
    let side = policy::side(may.actor(), may).ok_or(Error::NotFound)?;
    let (by, now) = (By::from(may.actor()), app.clock.now());
    let tx = app.write_tx().await?;
    // Organisations are held before listings everywhere, so that nobody waits in a circle.
    files::lock_organisation(&tx, by.organisation_id.unwrap_or(0)).await?;
    interests::hold(&tx, may.id, may.listing_id).await?;
    let interest = interests::find_by_id(&tx, &Actor::System, may.id).await?.ok_or(Rejected::Stale)?;
    if !interest.state.name().takes_messages() {
        return Err(Rejected::NoMessages(interest.state.name()).into());
    }
    let mut waiting = store::waiting_files(&tx, may).await?;
    let sends = *typed.wish == Wish::Send;
    if sends && waiting.is_empty() && was_sent(&tx, may, by, typed.body, files, now).await? {
        return Ok(Done::Sent);
    }
    let mut removed = None;
    if let Wish::Remove(key) = typed.wish {
        removed = store::drop_file(&tx, may, key).await?.map(|media_type| (key, media_type));
        waiting.retain(|file| file.key != *key);
    }
    take_rows(app, &tx, &Place::reply(may), files, (&mut waiting, kept), now).await?;
    let checked = said(typed.body, !waiting.is_empty());
    let refused = files.fates.iter().any(|fate| fate.refusal.is_some());
    let asks = revealed(interest.state.name(), typed.body).filter(|found| found != typed.warned);
    let done = match (sends, checked, asks) {
        (false, _, _) => {
            if refused {
                Done::Wrong(Problems::new())
            } else {
                Done::Kept
            }
        }
        (true, Err(problems), _) => Done::Wrong(problems),
        (true, Ok(_), _) if refused => Done::Wrong(Problems::new()),
        (true, Ok(_), Some(found)) => Done::Asks(found),
        (true, Ok(body), None) => {
            send_in(app, &tx, (may, side), (&body, typed.upto), &waiting, now).await?;
            Done::Sent
        }
    };
    if done != Done::Sent {
        if typed.body.is_empty() && waiting.is_empty() {
            store::drop_draft(&tx, may).await?;
        } else {
            store::keep_draft(&tx, may, typed.body, now).await?;
        }
    }
    app.commit(tx).await?;
    if let Some((key, media_type)) = removed {
        files::clear(app, key, &media_type).await;
    }
    Ok(done)
}

/// Whether the latest message is this one, by the same person and a moment ago.
async fn was_sent(
    tx: &DatabaseTransaction,
    may: &Can<Write>,
    by: By,
    body: &str,
    files: &Staging,
    now: DateTime<Utc>,
) -> Result<bool, Failed> {
    let see = Can::check(&Actor::System, may.thing().clone())?;
    let (before, _) = store::of_interest(tx, &see).await?;
    let Some(last) = before.last() else { return Ok(false) };
    let same = Some(last.account_id) == by.account_id && last.body == body.trim() && now - last.at < AGAIN;
    if !same {
        return Ok(false);
    }
    let hashes = store::hashes(tx, last.id).await?;
    let refused = files.fates.iter().any(|fate| fate.refusal.is_some());
    Ok(!refused && files.staged.iter().all(|staged| hashes.contains(&staged.sha256)))
}

async fn send_in(
    app: &App,
    tx: &DatabaseTransaction,
    (may, side): (&Can<Write>, Side),
    (body, upto): (&str, i64),
    waiting: &[Attachment],
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let (id, interest) = write_in(tx, may, side, By::from(may.actor()), (body, upto), now).await?;
    store::attach(tx, may, id).await?;
    store::drop_draft(tx, may).await?;
    letters::tell(app, tx, &interest, side, News::Written(&quoted(body, waiting)), now).await?;
    Ok(())
}

/// Writes a message inside a transaction that holds the exchange; answers with its key and how things stand then.
pub async fn write_in(
    tx: &DatabaseTransaction,
    may: &Can<Write>,
    side: Side,
    by: By,
    (body, upto): (&str, i64),
    now: DateTime<Utc>,
) -> Result<(i64, Interest), Failed> {
    let mut interest = interests::find_by_id(tx, &Actor::System, may.id).await?.ok_or(Rejected::Stale)?;
    if !interest.state.name().takes_messages() {
        return Err(Rejected::NoMessages(interest.state.name()).into());
    }
    if side == Side::Receiver && interest.state.name() == StateName::Sent {
        let attempt = Can::<Act>::check(may.actor(), Attempt { interest, action: Action::Acknowledge })?;
        interest = apply(tx, &attempt, side, by, &Facts::default(), now).await?;
    }
    store::mark_read(tx, interest.id, by, upto, now).await?;
    let id = store::insert(tx, may, by, body, now).await?;
    store::touch(tx, may, now).await?;
    Ok((id, interest))
}

/// Writes a message with files that are there whole, inside a transaction, and tells nobody, for sample data.
pub async fn write_with_in(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<Write>,
    (body, sent): (&str, &[(String, Bytes)]),
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let side = policy::side(may.actor(), may).ok_or(Error::NotFound)?;
    take_whole(app, tx, &Place::reply(may), (&may.reference, sent), now).await?;
    let (id, _) = write_in(tx, may, side, By::from(may.actor()), (body, i64::MAX), now).await?;
    store::attach(tx, may, id).await?;
    Ok(())
}

/// Marks as read what the other side wrote, up to the newest message that the page showed.
pub async fn read(app: &App, may: &Can<Write>, upto: i64) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    store::mark_read(&tx, may.id, By::from(may.actor()), upto, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Changes the words of a message within five minutes; what it said before stays to be read. Answers with the ways to
/// be reached about which the author is asked first.
pub async fn edit(app: &App, may: &Can<Edit>, body: &str, warned: &str) -> Result<Option<String>, Failed> {
    let body = said(body, false).map_err(Rejected::Form)?;
    if body == may.message.body {
        return Ok(None);
    }
    let now = app.clock.now();
    if !may.message.is_editable(now) {
        return Err(Rejected::Form(Problems::one("body", Problem::Other("interest-problem-edit-over"))).into());
    }
    if !may.interest.state.name().takes_messages() {
        return Err(Rejected::NoMessages(may.interest.state.name()).into());
    }
    if let Some(found) = revealed(may.interest.state.name(), &body).filter(|found| found != warned) {
        return Ok(Some(found));
    }
    let tx = app.write_tx().await?;
    interests::hold(&tx, may.interest.id, may.interest.listing_id).await?;
    written(store::edit(&tx, may, &body, now).await?)?;
    app.commit(tx).await?;
    Ok(None)
}
