//! What can be done at the desk.

use chrono::{DateTime, Utc};
use sea_orm::DbErr;

use super::model::{closing, labels, note};
use super::policy::{Keep, Reader, Revoke, Subscribe};
use super::{letters, store};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::{Problem, Problems};
use crate::ids::token_hash;
use crate::interest::actions::{Failed, Said, act};
use crate::interest::policy::{Act, Attempt, side};
use crate::interest::{Rejected, store as interests};
use crate::listings::files::lock_organisation;
use crate::web::{Can, Error};

/// Why something at the desk did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Something in the form is not right.
    #[error("the form has problems")]
    Form(Problems),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbErr),
}

impl From<Problems> for Refused {
    fn from(problems: Problems) -> Self {
        Self::Form(problems)
    }
}

/// Says who sees to an expression of interest, and labels it. Whoever it is must be an owner or editor of the actor's
/// organisation, and is told unless it is the actor or was so before; an empty text is nobody.
pub async fn keep(app: &App, may: &Can<Keep>, assignee: &str, typed: &str) -> Result<(), Refused> {
    let mut problems = Problems::new();
    let labels = labels(typed).unwrap_or_else(|wrong| {
        problems.extend(wrong);
        Vec::new()
    });
    let members = store::members(app.db.conn(), may.actor()).await?;
    let member = members.iter().find(|member| member.account_id.to_string() == assignee);
    problems.check("assignee", assignee.is_empty() || member.is_some(), Problem::UnknownChoice);
    problems.or(())?;
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    // One form after the other, so that of two that come at once only the first tells.
    interests::hold(&tx, may.id, may.listing_id).await?;
    let (before, after) = (store::assignee(&tx, may).await?, member.map(|member| member.account_id));
    store::put(&tx, may, after, &labels, now).await?;
    if let Some(account_id) = after.filter(|_| after != before && after != may.actor().account_id())
        && let Some(recipient) = store::recipient(&tx, account_id).await?
    {
        letters::assigned(app, &tx, may, &recipient, now).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// Writes a note. The same form sent twice writes one.
pub async fn write(app: &App, may: &Can<Keep>, typed: &str) -> Result<(), Refused> {
    let body = note(typed)?;
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    // One note after the other, so that of two forms that come at once the second sees the first.
    interests::hold(&tx, may.id, may.listing_id).await?;
    store::add_note(&tx, may, &body, now).await?;
    app.commit(tx).await?;
    Ok(())
}

/// What became of one that was to be closed.
#[derive(Debug)]
pub enum Closed {
    /// It is closed.
    Done,
    /// It cannot be closed by the actor's side as it stands.
    Not,
    /// It was changed since it was picked.
    Changed,
}

/// Closes several with one reason, each by the action that is its own in a transaction of its own: what cannot be closed
/// leaves the others as they are. `warned` are the ways to be reached in the reason about which the actor was asked.
/// Answers with the fate of each.
pub async fn close(
    app: &App,
    actor: &Actor,
    picked: &[(String, i64)],
    (reason, warned): (&str, &str),
) -> Result<Vec<(String, Closed)>, Error> {
    let mut fates = Vec::new();
    for (reference, version) in picked {
        let said = Said { reason: reason.to_owned(), agreement: None, seen: Some(*version), warned: warned.to_owned() };
        let fate = close_one(app, actor, reference, &said).await?;
        fates.push((reference.clone(), fate));
    }
    Ok(fates)
}

async fn close_one(app: &App, actor: &Actor, reference: &str, said: &Said) -> Result<Closed, Error> {
    let Some(interest) = interests::find(app.db.conn(), actor, reference).await? else { return Ok(Closed::Not) };
    // Sent again, the form finds its own work done.
    if interest.state.name().is_ended()
        && interest.events.last().is_some_and(|last| {
            last.account_id == actor.account_id() && last.reason == said.reason.trim() && last.account_id.is_some()
        })
    {
        return Ok(Closed::Done);
    }
    let action = side(actor, &interest).and_then(|side| closing(interest.state.name(), side));
    let Some(action) = action else { return Ok(Closed::Not) };
    let Ok(may) = Can::<Act>::check(actor, Attempt { interest, action }) else { return Ok(Closed::Not) };
    match act(app, &may, said).await {
        Ok(None) => Ok(Closed::Done),
        // It stands otherwise than when the actor was asked about the reason.
        Ok(Some(_)) | Err(Failed::Rejected(Rejected::Stale)) => Ok(Closed::Changed),
        Err(Failed::Rejected(_)) => Ok(Closed::Not),
        Err(Failed::Db(error)) => Err(error.into()),
        Err(Failed::Web(error)) => Err(error),
    }
}

/// Most calendar feeds of one person for one organisation.
pub const MOST_FEEDS: usize = 5;

/// What came of the wish for a calendar feed.
#[derive(Debug)]
pub enum Subscribed {
    /// There is one, with this secret, which is shown once.
    Made(String),
    /// The same form has made one before, and a program reads it.
    Before,
    /// There are as many as there may be.
    Full,
}

/// Makes a calendar feed. `seen` is the newest one that the form's page showed: what is newer was made by the same form.
/// Sent again, the form makes no second one and gives the first another secret, since that of before cannot be shown again.
pub async fn subscribe(app: &App, actor: &Actor, seen: Option<i64>) -> Result<Subscribed, Error> {
    let reader = Reader {
        account_id: actor.account_id().ok_or(Error::SignIn)?,
        organisation_id: actor.organisation_id().ok_or(Error::NoOrganisation)?,
    };
    let may = Can::<Subscribe>::check(actor, reader)?;
    let token = app.ids.token();
    let tx = app.write_tx().await?;
    // One form after the other, so that of two that come at once the second sees what the first has made.
    lock_organisation(&tx, may.organisation_id).await?;
    let feeds = store::feeds(&tx, actor).await?;
    match feeds.iter().find(|feed| seen.is_some_and(|seen| feed.id > seen)) {
        Some(feed) if feed.read_at.is_some() => return Ok(Subscribed::Before),
        Some(feed) => store::renew_feed(&tx, &may, feed, token_hash(&token)).await?,
        None if feeds.len() >= MOST_FEEDS => return Ok(Subscribed::Full),
        None => store::add_feed(&tx, &may, token_hash(&token), app.clock.now()).await?,
    }
    app.commit(tx).await?;
    Ok(Subscribed::Made(token))
}

/// Takes a feed back: its address answers nobody from now on.
pub async fn revoke(app: &App, may: &Can<Revoke>) -> Result<(), DbErr> {
    let tx = app.write_tx().await?;
    store::remove_feed(&tx, may).await?;
    app.commit(tx).await
}

/// Whoever a secret belongs to, noted once an hour as having read.
pub async fn subscriber(app: &App, token: &str, now: DateTime<Utc>) -> Result<Option<store::Subscriber>, DbErr> {
    let Some(found) = store::subscriber(app.db.conn(), &token_hash(token)).await? else { return Ok(None) };
    if found.read_at.is_none_or(|at| now - at > chrono::Duration::hours(1)) {
        let tx = app.write_tx().await?;
        store::note_read(&tx, &found, now).await?;
        app.commit(tx).await?;
    }
    Ok(Some(found))
}
