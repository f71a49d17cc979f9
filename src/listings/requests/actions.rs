//! What can be done with a published request; pages and the sample marketplace share it.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use serde_json::json;

use super::letters::{self, Told};
use super::model::{
    Addendum, Ending, Kind, NOTICE, News, OPEN_QUESTIONS, QUESTION, Question, QuestionState, REMINDED_FOR, Rejected,
    Request, SENTENCE, STANDING, check_ending, check_text, reminder_on,
};
use super::policy::{Amend, Answer, Ask, Conclude, Endorse, Follow, TakeEndorsementBack, TakeOff};
use super::store::{self, Detail, New};
use crate::app::App;
use crate::audit;
use crate::auth::Actor;
use crate::checks::{Problem, Problems};
use crate::listings::Listing;
use crate::listings::store::{self as listings, Written};
use crate::web::{Can, Error};

/// Why an action did not happen: a rule of requests, or something around them.
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

/// The request as it stands now, locked for the rest of the transaction.
async fn hold(tx: &DatabaseTransaction, id: i64) -> Result<Request, Failed> {
    Ok(store::hold(tx, id).await?.ok_or(Error::NotFound)?)
}

async fn write(
    tx: &DatabaseTransaction,
    listing: &Listing,
    written: Written<'_>,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let done = listings::change(tx, listing, listing.status, written, now).await?;
    if done { Ok(()) } else { Err(Rejected::Stale.into()) }
}

/// The name of a request in the audit log.
fn subject(listing: &Listing) -> String {
    format!("listing/{}", listing.id)
}

/// Asks a question.
pub async fn ask(app: &App, may: &Can<Ask>, text: &str) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    ask_in(&tx, may, text, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Asks a question inside a transaction. The same question of the same organisation is asked once.
pub async fn ask_in(tx: &DatabaseTransaction, may: &Can<Ask>, text: &str, now: DateTime<Utc>) -> Result<(), Failed> {
    let request = hold(tx, may.listing.id).await?;
    let organisation_id = may.actor().organisation_id().ok_or(Error::NoOrganisation)?;
    let known = store::added(tx, &Actor::System, &request.listing).await?.questions;
    if known.iter().any(|other| other.organisation_id == organisation_id && other.text == text) {
        return Ok(());
    }
    request.takes_questions(now)?;
    check_text("question", text, QUESTION, true)?;
    if store::is_suspended(tx, organisation_id).await? {
        return Err(Rejected::Suspended.into());
    }
    if store::count_open(tx, may).await? >= OPEN_QUESTIONS as u64 {
        return Err(Rejected::TooMany.into());
    }
    let detail = Detail::default();
    let state = QuestionState::Open.code();
    let new = New { kind: Kind::Question, state, actor: may.actor(), body: text, detail };
    let number = store::insert(tx, &request.listing, new, now).await?;
    Ok(letters::enqueue(tx, Told { listing_id: request.listing.id, news: News::Asked, number }, now).await?)
}

/// Answers a question in public, or declines to with a reason that its asker reads.
pub async fn reply(app: &App, may: &Can<Answer>, answered: bool, text: &str) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    reply_in(&tx, may, answered, text, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Answers or declines inside a transaction.
pub async fn reply_in(
    tx: &DatabaseTransaction,
    may: &Can<Answer>,
    answered: bool,
    text: &str,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let (state, news, max) = match answered {
        true => (QuestionState::Answered, News::Answered, NOTICE),
        false => (QuestionState::Declined, News::Declined, SENTENCE),
    };
    let request = hold(tx, may.request.listing.id).await?;
    let question = question(tx, &request, may.question.id).await?;
    if question.state == state && question.reply == text {
        return Ok(());
    }
    if question.state != QuestionState::Open {
        return Err(Rejected::Settled.into());
    }
    check_text(&format!("reply-{}", question.number), text, max, answered)?;
    if answered {
        request.takes_answers(now)?;
    }
    if !store::settle(tx, &question, &[QuestionState::Open], (state, text), may.actor(), now).await? {
        return Err(Rejected::Settled.into());
    }
    if answered {
        listings::touch(tx, request.listing.id).await?;
    }
    Ok(letters::enqueue(tx, Told { listing_id: request.listing.id, news, number: question.number }, now).await?)
}

async fn question(tx: &DatabaseTransaction, request: &Request, id: i64) -> Result<Question, Failed> {
    let all = store::added(tx, &Actor::System, &request.listing).await?.questions;
    Ok(all.into_iter().find(|question| question.id == id).ok_or(Error::NotFound)?)
}

/// Takes a question off with its answer, as a moderator; its asker is told why.
pub async fn take_off(app: &App, may: &Can<TakeOff>, reason: &str) -> Result<(), Failed> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let request = hold(&tx, may.request.listing.id).await?;
    let question = question(&tx, &request, may.question.id).await?;
    if question.state == QuestionState::Removed {
        return Ok(());
    }
    check_text(&format!("reason-{}", question.number), reason, SENTENCE, false)?;
    let from = [QuestionState::Open, QuestionState::Answered, QuestionState::Declined];
    if !store::settle(&tx, &question, &from, (QuestionState::Removed, reason), may.actor(), now).await? {
        return Ok(());
    }
    listings::touch(&tx, request.listing.id).await?;
    let detail = json!({ "question": question.number, "reason": reason, "state": question.state });
    audit::append(&tx, may.actor(), "request.take_question_off", &subject(&request.listing), detail, now).await?;
    let told = Told { listing_id: request.listing.id, news: News::TakenOff, number: question.number };
    letters::enqueue(&tx, told, now).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Publishes an addendum, which may postpone the closing.
pub async fn amend(app: &App, may: &Can<Amend>, text: &str, closes_at: Option<DateTime<Utc>>) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    amend_in(&tx, may, text, closes_at, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Publishes an addendum inside a transaction. The same one twice in a row is published once.
pub async fn amend_in(
    tx: &DatabaseTransaction,
    may: &Can<Amend>,
    text: &str,
    closes_at: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    check_text("text", text, NOTICE, true)?;
    let request = hold(tx, may.listing.id).await?;
    request.takes_addenda()?;
    let last: Option<Addendum> = store::added(tx, &Actor::System, &request.listing).await?.addenda.pop();
    if last.is_some_and(|last| last.text == text && last.closes_at == closes_at) {
        return Ok(());
    }
    check_postponement(&request, closes_at, now)?;
    let detail = Detail { closes_at, ..Detail::default() };
    let new = New { kind: Kind::Addendum, state: STANDING, actor: may.actor(), body: text, detail };
    let number = store::insert(tx, &request.listing, new, now).await?;
    write(tx, &request.listing, Written { closes_at, ..Written::default() }, now).await?;
    Ok(letters::enqueue(tx, Told { listing_id: request.listing.id, news: News::Addendum, number }, now).await?)
}

/// A closing that is over, or that never was, cannot be postponed, and none is brought forward.
fn check_postponement(request: &Request, to: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<(), Rejected> {
    let Some(to) = to else { return Ok(()) };
    let problem = match request.listing.closes_at {
        Some(before) if now < before && before < to => return Ok(()),
        Some(before) if now < before => Problem::Other("problem-closing-brought-forward"),
        _ => Problem::Other("problem-closing-not-open"),
    };
    Err(Rejected::Form(Problems::one("closes", problem)))
}

/// Begins or ends following.
pub async fn follow(app: &App, may: &Can<Follow>, follows: bool) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    store::set_follows(&tx, may, follows, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Stands behind a request as the focal point of its country.
pub async fn endorse(app: &App, may: &Can<Endorse>, sentence: &str) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    endorse_in(&tx, may, sentence, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Endorses inside a transaction; one endorsement stands at a time.
pub async fn endorse_in(
    tx: &DatabaseTransaction,
    may: &Can<Endorse>,
    sentence: &str,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    if !sentence.is_empty() {
        check_text("text", sentence, SENTENCE, true)?;
    }
    let request = hold(tx, may.listing.id).await?;
    let standing = store::added(tx, &Actor::System, &request.listing).await?.endorsement;
    if standing.is_some_and(|standing| standing.text == sentence) {
        return Ok(());
    }
    request.takes_endorsement(now)?;
    store::end(tx, &request.listing, Kind::Endorsement, may.actor(), now).await?;
    let detail = Detail::default();
    let new = New { kind: Kind::Endorsement, state: STANDING, actor: may.actor(), body: sentence, detail };
    let number = store::insert(tx, &request.listing, new, now).await?;
    write(tx, &request.listing, Written { endorsed: Some(true), ..Written::default() }, now).await?;
    let detail = json!({ "endorsement": number, "organisation": may.actor().organisation_id(), "text": sentence });
    audit::append(tx, may.actor(), "request.endorse", &subject(&request.listing), detail, now).await?;
    Ok(())
}

/// Takes an endorsement back.
pub async fn take_endorsement_back(app: &App, may: &Can<TakeEndorsementBack>) -> Result<(), Failed> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let request = hold(&tx, may.listing.id).await?;
    if !store::end(&tx, &request.listing, Kind::Endorsement, may.actor(), now).await? {
        return Ok(());
    }
    write(&tx, &request.listing, Written { endorsed: Some(false), ..Written::default() }, now).await?;
    let detail = json!({ "organisation": may.actor().organisation_id() });
    audit::append(&tx, may.actor(), "request.take_endorsement_back", &subject(&request.listing), detail, now).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Records how a request ended, or corrects it; what was recorded before stays readable to its owner.
pub async fn conclude(app: &App, may: &Can<Conclude>, ending: Ending) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    conclude_in(&tx, may, ending, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Records an outcome inside a transaction.
pub async fn conclude_in(
    tx: &DatabaseTransaction,
    may: &Can<Conclude>,
    mut ending: Ending,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let request = hold(tx, may.listing.id).await?;
    let mut problems = check_ending(&request, &ending, now.with_timezone(&request.zone()).date_naive());
    problems.extend(check_public("text", &ending.text));
    problems.extend(check_public("organisation", &ending.organisation));
    if !ending.offer.is_empty() {
        let offer = listings::find(tx, &Actor::System, &ending.offer).await?;
        let offer = offer.filter(|offer| offer.kind == crate::taxonomy::Kind::Offer && offer.is_public(now));
        problems.check("offer", offer.is_some(), Problem::Other("problem-unknown-offer"));
        if let Some(offer) = offer.filter(|_| ending.organisation.is_empty()) {
            ending.organisation = offer.organisation_name;
        }
    }
    problems.or(()).map_err(Rejected::Form)?;
    let before = store::added(tx, &Actor::System, &request.listing).await?.ending;
    if before.as_ref().is_some_and(|before| before.ending == ending) {
        return Ok(());
    }
    if !request.runs() {
        return Err(Rejected::Closed.into());
    }
    store::end(tx, &request.listing, Kind::Outcome, may.actor(), now).await?;
    let body = ending.text.clone();
    let detail = Detail { ending: Some(ending.clone()), ..Detail::default() };
    let new = New { kind: Kind::Outcome, state: STANDING, actor: may.actor(), body: &body, detail };
    let number = store::insert(tx, &request.listing, new, now).await?;
    write(tx, &request.listing, Written { outcome: Some(ending.outcome), ..Written::default() }, now).await?;
    let before = before.map(|before| before.ending);
    let detail = json!({ "number": number, "before": before, "after": ending });
    audit::append(tx, may.actor(), "request.outcome", &subject(&request.listing), detail, now).await?;
    // A sum that is put right is no news; another outcome is.
    if before.is_none_or(|before| before.outcome != ending.outcome) {
        let told = Told { listing_id: request.listing.id, news: News::Outcome, number };
        letters::enqueue(tx, told, now).await?;
    }
    Ok(())
}

fn check_public(field: &str, text: &str) -> Problems {
    let mut problems = Problems::new();
    problems.check(field, crate::checks::contact(text).is_none(), Problem::Other("problem-contact-in-text"));
    problems
}

/// Tells those concerned that a public request was taken off, inside the transaction that does it.
pub async fn taken_off_in(
    tx: &DatabaseTransaction,
    listing: &Listing,
    by_owner: bool,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if listing.kind != crate::taxonomy::Kind::Request || listing.published_revision_id.is_none() {
        return Ok(());
    }
    let news = if by_owner { News::Withdrawn } else { News::Removed };
    letters::enqueue(tx, Told { listing_id: listing.id, news, number: 0 }, now).await
}

/// Asks the owners of requests that closed 14, 30 or 60 days ago how they ended. It may run any number of times a day:
/// a reminder has its own key for each request, closing and step.
pub async fn remind(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let span = (now - Duration::days(REMINDED_FOR), now);
    let closed = store::without_outcome(app.db.conn(), &Actor::System, span).await?;
    for id in closed {
        let Some(listing) = listings::find_by_id(app.db.conn(), &Actor::System, id).await? else { continue };
        let step = listing.closes_at.and_then(|closes_at| reminder_on(closes_at, now));
        if let Some(step) = step {
            let tx = app.write_tx().await?;
            letters::remind(app, &tx, &listing, step, now).await?;
            app.commit(tx).await?;
        }
    }
    Ok(())
}
