//! What can be done with listings; pages, commands and imports share it.

use chrono::{DateTime, Datelike, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

use super::content::Content;
use super::model::{RENEW_BEFORE, VALIDITY};
use super::policy::{Archive, Create, Decide, Edit, Inspect, Remove, Run, Submit, TakeBack};
use super::store::{self, Written};
use super::{Change, Listing, Rejected, Series, Status, Unfinished};
use super::{checks, letters, requests};
use crate::app::App;
use crate::audit;
use crate::auth::Actor;
use crate::checks::Problem;
use crate::db;
use crate::events::{Event, emit};
use crate::mail;
use crate::notifications::{self, Notice};
use crate::web::{Can, Error};

/// Why an action did not happen: a rule of listings, or something around them.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// A rule of listings.
    #[error(transparent)]
    Rejected(#[from] Rejected),
    /// The database.
    #[error(transparent)]
    Db(#[from] DbErr),
    /// Not allowed or not there.
    #[error(transparent)]
    Web(#[from] Error),
}

/// Begins a listing and answers with it.
pub async fn create(
    app: &App,
    may: &Can<Create>,
    content: &Content,
    source_key: Option<&str>,
) -> Result<Listing, Failed> {
    let tx = app.write_tx().await?;
    let listing = create_in(&tx, may, content, source_key, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(listing)
}

/// Begins a listing inside a transaction.
pub async fn create_in(
    tx: &DatabaseTransaction,
    may: &Can<Create>,
    content: &Content,
    source_key: Option<&str>,
    now: DateTime<Utc>,
) -> Result<Listing, Failed> {
    let series = Series::new(content.kind(), &may.country, now.year());
    let number = db::next_number(tx, series.name()).await?;
    let id = store::insert(tx, may, &series.reference(number), content, source_key, now).await?;
    Ok(store::find_by_id(tx, &Actor::System, id).await?.ok_or(Error::NotFound)?)
}

/// What an owner works on.
#[derive(Clone, Debug)]
pub struct Work {
    /// The draft, or the newest revision where there is no draft.
    pub content: Content,
    /// Version of the draft; 0 while there is none.
    pub version: i64,
    /// Whether a submission waits for its decision; it must be taken back before it can be changed.
    pub under_review: bool,
    /// Sections of the draft of which the content holds only what was saved last, since more was typed that is unfinished.
    pub unfinished: Unfinished,
}

/// The content to edit. Reading begins no draft; the first save does.
pub async fn work(app: &App, may: &Can<Inspect>) -> Result<Work, Error> {
    work_in(app.db.conn(), may).await
}

pub(super) async fn work_in(db: &impl ConnectionTrait, may: &Can<Inspect>) -> Result<Work, Error> {
    if let Some((content, version, unfinished)) = store::draft(db, may).await? {
        return Ok(Work { content, version, under_review: false, unfinished });
    }
    let newest = store::newest_revision(db, may).await?.ok_or(Error::NotFound)?;
    let under_review = may.published_revision_id != Some(newest.id);
    Ok(Work { content: newest.content, version: 0, under_review, unfinished: Unfinished::new() })
}

/// What is shown of a listing: what the public sees; before anything was published the newest revision, or the draft.
pub async fn shown(app: &App, actor: &Actor, listing: &Listing) -> Result<Content, Error> {
    match store::published(app.db.conn(), listing).await? {
        Some(content) => Ok(content),
        None => unpublished(app, &Can::<Inspect>::check(actor, listing.clone())?).await,
    }
}

/// What insiders see of a listing before anything was published: the draft, or the newest revision.
pub async fn unpublished(app: &App, may: &Can<Inspect>) -> Result<Content, Error> {
    Ok(work(app, may).await?.content)
}

/// Saves what an owner has worked on, if nobody has saved since it was read.
pub async fn save(app: &App, may: &Can<Edit>, work: &Work) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    save_in(&tx, may, &work.content, work.version, app.clock.now()).await?;
    store::keep_unfinished(&tx, may, &work.unfinished).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Saves the content of a draft that was read at `version`, inside a transaction; 0 begins one. What is unfinished stays.
pub async fn save_in(
    tx: &DatabaseTransaction,
    may: &Can<Edit>,
    content: &Content,
    version: i64,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let saved = if version > 0 {
        store::save_draft(tx, may, content, version, now).await?
    } else {
        let inspect = Can::<Inspect>::check(may.actor(), may.thing().clone())?;
        if work_in(tx, &inspect).await?.under_review {
            return Err(Rejected::State(may.status).into());
        }
        store::begin_draft(tx, may, content, now).await?
    };
    Ok(written(saved)?)
}

/// Hands the draft in: it becomes an immutable revision and a case for the moderators.
pub async fn submit(app: &App, may: &Can<Submit>) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    submit_in(&tx, may, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Hands the draft in, inside a transaction, and answers with the key of its revision.
pub async fn submit_in(tx: &DatabaseTransaction, may: &Can<Submit>, now: DateTime<Utc>) -> Result<i64, Failed> {
    let inspect = Can::<Inspect>::check(may.actor(), may.thing().clone())?;
    let (content, _, unfinished) = store::draft(tx, &inspect).await?.ok_or(Rejected::State(may.status))?;
    let mut problems = checks::submission(&content);
    problems.extend(checks::timely(may, &content, now));
    unfinished.keys().for_each(|section| problems.add(section, Problem::Other("problem-unfinished")));
    problems.or(()).map_err(Rejected::Content)?;
    let status = may.status.step(Change::Submit)?;
    let revision_id = store::insert_revision(tx, may.id, &content, may.actor(), now).await?;
    store::delete_draft(tx, may.id).await?;
    written(store::change(tx, may, status, Written { submitted: true, ..Written::default() }, now).await?)?;
    let before = before(tx, &inspect, &content, revision_id).await?;
    let event = Event::ListingSubmitted { listing: may, revision_id, content: &content, before: before.as_ref() };
    emit(tx, now, event).await?;
    Ok(revision_id)
}

/// Takes a submission back; its content becomes the draft again.
pub async fn take_back(app: &App, may: &Can<TakeBack>) -> Result<(), Failed> {
    let now = app.clock.now();
    let inspect = Can::<Inspect>::check(may.actor(), may.thing().clone())?;
    let tx = app.write_tx().await?;
    let status = may.status.step(Change::TakeBack)?;
    // A public listing keeps its state while it is edited: nothing may be waiting, and a draft must not be written over.
    let work = work_in(&tx, &inspect).await?;
    if !work.under_review {
        return Err(Rejected::State(may.status).into());
    }
    store::put_draft(&tx, may.id, &work.content, may.actor(), now).await?;
    written(store::change(&tx, may, status, Written::default(), now).await?)?;
    emit(&tx, now, Event::SubmissionTakenBack { listing: may }).await?;
    app.commit(tx).await?;
    Ok(())
}

/// What a moderator decides on a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It becomes public.
    Approve,
    /// It goes back to its owner.
    RequestChanges,
    /// It is refused.
    Reject,
}

/// Carries a decision out, inside the transaction that closes the case. The revision of the case is what is decided
/// on, whatever has been written since.
pub async fn decide_in(
    tx: &DatabaseTransaction,
    may: &Can<Decide>,
    revision_id: i64,
    decision: Decision,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let inspect = Can::<Inspect>::check(may.actor(), may.thing().clone())?;
    let revision = store::revision(tx, &inspect, revision_id).await?.ok_or(Error::NotFound)?;
    let change = match decision {
        Decision::Approve => Change::Approve,
        Decision::RequestChanges => Change::RequestChanges,
        Decision::Reject => Change::Reject,
    };
    let status = may.status.step(change)?;
    let mut writes = Written::default();
    if decision == Decision::Approve {
        writes.publishes = Some((revision_id, &revision.content));
        writes.closes_at = closing(tx, may, &revision.content).await?;
        writes.expires_at = may.expires_at.filter(|end| *end > now).or(Some(now + VALIDITY));
    } else {
        store::put_draft(tx, may.id, &revision.content, &Actor::System, now).await?;
    }
    written(store::change(tx, may, status, writes, now).await?)?;
    if decision == Decision::Approve {
        let before = before(tx, &inspect, &revision.content, revision_id).await?;
        let event = Event::ListingPublished { listing: may, content: &revision.content, before: before.as_ref() };
        emit(tx, now, event).await?;
    }
    Ok(())
}

/// What a listing said before a revision: what is public, else what was handed in before. It is asked for only where
/// somebody compares: certificates keep their state while the claim stays.
async fn before(
    tx: &DatabaseTransaction,
    may: &Can<Inspect>,
    content: &Content,
    revision_id: i64,
) -> Result<Option<Content>, DbErr> {
    if content.offer().is_none_or(|offer| offer.certificates.is_empty()) {
        return Ok(None);
    }
    let before = match may.published_revision_id {
        Some(public) => store::revision(tx, may, public).await?,
        None => store::revision_before(tx, may, revision_id).await?,
    };
    Ok(before.map(|revision| revision.content))
}

/// When a request closes by a content that becomes public. What an addendum has announced is not taken back by a
/// revision that does not know of it.
async fn closing(
    tx: &DatabaseTransaction,
    listing: &Listing,
    content: &Content,
) -> Result<Option<DateTime<Utc>>, DbErr> {
    let Some(request) = content.request() else { return Ok(None) };
    let Some(said) = request.moment(request.closes) else { return Ok(None) };
    Ok(requests::store::postponed_to(tx, listing).await?.max(Some(said)))
}

/// Notes that a moderator began or let go of a review, inside the transaction that claims or releases the case.
pub async fn review_in(
    tx: &DatabaseTransaction,
    may: &Can<Decide>,
    change: Change,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let status = may.status.step(change)?;
    if status != may.status {
        written(store::change(tx, may, status, Written::default(), now).await?)?;
    }
    Ok(())
}

/// Pauses, resumes, renews, or expires by the calendar.
pub async fn run(app: &App, may: &Can<Run>, change: Change) -> Result<(), Failed> {
    let now = app.clock.now();
    let status = may.status.step(change)?;
    let renews = change == Change::Renew;
    if renews && !may.renewable(now) {
        return Err(Rejected::State(may.status).into());
    }
    let expires_at = renews.then(|| may.expires_at.unwrap_or(now).max(now) + VALIDITY);
    one_change(app, may, status, Written { expires_at, ..Written::default() }).await
}

/// Switches on or off whether interest is accepted.
pub async fn accept_interest(app: &App, may: &Can<Run>, accepting: bool) -> Result<(), Failed> {
    one_change(app, may, may.status, Written { accepting_interest: Some(accepting), ..Written::default() }).await
}

/// Takes a listing off for good.
pub async fn archive(app: &App, may: &Can<Archive>) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    end_in(&tx, may, Change::Archive, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Takes a listing off as a moderator and tells its owner why.
pub async fn remove(app: &App, may: &Can<Remove>, reason: &str) -> Result<(), Failed> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    end_in(&tx, may, Change::Remove, now).await?;
    let detail = serde_json::json!({ "from": may.status, "reason": reason });
    audit::append(&tx, may.actor(), "listing.remove", &format!("listing/{}", may.reference), detail, now).await?;
    for receiver in mail::receivers(&tx, may.organisation_id).await? {
        let letter = letters::removed(app, &receiver, may, reason);
        notifications::send(app, &tx, Notice::new(notifications::Kind::Review, letter), now).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// Ends a listing; a submission that waits is withdrawn with it.
async fn end_in(tx: &DatabaseTransaction, listing: &Listing, change: Change, now: DateTime<Utc>) -> Result<(), Failed> {
    let status = listing.status.step(change)?;
    written(store::change(tx, listing, status, Written::default(), now).await?)?;
    emit(tx, now, Event::SubmissionTakenBack { listing }).await?;
    requests::actions::taken_off_in(tx, listing, change == Change::Archive, now).await?;
    Ok(())
}

/// Reminds owners of listings whose validity ends soon. It may run any number of times a day: a reminder has its own key
/// for each listing, end and step.
pub async fn remind(app: &App) -> Result<(), Failed> {
    let now = app.clock.now();
    for listing in store::ending_soon(app.db.conn(), &Actor::System, now, now + RENEW_BEFORE).await? {
        let (Some(step), Some(end)) = (listing.reminder_on(now), listing.expires_at) else { continue };
        let tx = app.write_tx().await?;
        for receiver in mail::receivers(&tx, listing.organisation_id).await? {
            let key = format!("listing-ends:{}:{}:{step}:{}", listing.id, end.date_naive(), receiver.email);
            let letter = letters::ends(app, &receiver, &listing, now, end);
            let notice = Notice::new(notifications::Kind::Reminder, letter).once(key);
            notifications::send(app, &tx, notice, now).await?;
        }
        app.commit(tx).await?;
    }
    Ok(())
}

/// Ends listings whose validity is over; says how many.
pub async fn expire_overdue(app: &App) -> Result<usize, Failed> {
    let overdue = store::overdue(app.db.conn(), &Actor::System, app.clock.now(), 500).await?;
    let count = overdue.len();
    for listing in overdue {
        let may = Can::<Run>::check(&Actor::System, listing)?;
        run(app, &may, Change::Expire).await?;
    }
    Ok(count)
}

async fn one_change(app: &App, listing: &Listing, status: Status, writes: Written<'_>) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    written(store::change(&tx, listing, status, writes, app.clock.now()).await?)?;
    app.commit(tx).await?;
    Ok(())
}

fn written(done: bool) -> Result<(), Rejected> {
    if done { Ok(()) } else { Err(Rejected::Stale) }
}
