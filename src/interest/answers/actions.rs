//! What can be done with answers to requests.

use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, DatabaseTransaction, DbErr};

use super::forms::ChoiceForm;
use super::letters;
use super::model::{self, Answer, Decision, Entered, Entry, Offered, Told};
use super::policy::{Answers, Judge};
use super::store;
use crate::app::App;
use crate::auth::Actor;
use crate::checks::{Problem, Problems};
use crate::interest::actions::{Failed, apply, written};
use crate::interest::policy::{Act, Attempt, Send};
use crate::interest::store::{self as interests, By};
use crate::interest::{Action, Facts, Interest, Rejected, Side};
use crate::listings::content::{Content, Requirement};
use crate::listings::policy::Inspect;
use crate::listings::requests::policy::Conclude;
use crate::listings::requests::{self, Ending, Request};
use crate::listings::{Listing, evidence, store as listings};
use crate::matching;
use crate::taxonomy::{Kind, Outcome};
use crate::web::{Can, Error};

/// The public offer of an organisation by its number, with what it claims and on which step each claim stands.
pub(super) async fn offer_of(
    db: &impl ConnectionTrait,
    organisation_id: Option<i64>,
    reference: &str,
    now: DateTime<Utc>,
) -> Result<Option<(Listing, Content)>, DbErr> {
    let found = listings::find(db, &Actor::System, &reference.to_uppercase()).await?;
    let own = |listing: &Listing| Some(listing.organisation_id) == organisation_id && listing.kind == Kind::Offer;
    let Some(listing) = found.filter(|listing| own(listing) && listing.is_public(now)) else { return Ok(None) };
    let Some(mut content) = listings::published(db, &listing).await? else { return Ok(None) };
    evidence::fill(&mut content, &evidence::store::of_listing(db, &listing).await?);
    Ok(Some((listing, content)))
}

/// What a revision of a request that a form showed required.
pub(super) async fn required_then(
    db: &impl ConnectionTrait,
    request: &Listing,
    revision: i64,
) -> Result<Vec<Requirement>, Error> {
    let may = Can::<Inspect>::check(&Actor::System, request.clone())?;
    let then = listings::revision(db, &may, revision).await?;
    let needs = then.and_then(|then| then.content.request().cloned());
    Ok(needs.map(|needs| needs.requirements).unwrap_or_default())
}

/// What was entered as an answer to the request as it is now, with all that is wrong with it. `None` for what is no
/// request.
async fn compared(
    db: &impl ConnectionTrait,
    (request_id, sender): (i64, Option<i64>),
    entered: &Entered,
    sends: bool,
    now: DateTime<Utc>,
) -> Result<Option<(Answer, Problems)>, Failed> {
    let request = listings::find_by_id(db, &Actor::System, request_id).await?.ok_or(Error::NotFound)?;
    let Some(content) = listings::published(db, &request).await? else { return Ok(None) };
    let Some(needs) = content.request() else { return Ok(None) };
    let mut said = entered.said.clone();
    if let Some(shown) = entered.revision.filter(|shown| Some(*shown) != request.published_revision_id) {
        let then = required_then(db, &request, shown).await?;
        if sends && then != needs.requirements {
            return Err(Rejected::Stale.into());
        }
        said = model::moved(&said, &then, &needs.requirements);
    }
    let mut problems = Problems::new();
    let offer = match entered.offer.as_str() {
        "" => None,
        reference => {
            let found = offer_of(db, sender, reference, now).await?;
            problems.check("answer-offer", found.is_some(), Problem::Other("answer-problem-offer"));
            found
        }
    };
    let lines = matching::compare(needs, offer.as_ref().map(|(_, content)| content));
    let lines = model::answered(lines, &said);
    problems.extend(model::check(&lines, sends));
    let offer = offer.and_then(|(listing, _)| {
        let revision_id = listing.published_revision_id?;
        Some(Offered {
            listing_id: listing.id,
            reference: listing.reference,
            title: listing.title.to_string(),
            revision_id,
        })
    });
    let answer =
        Answer { offer, request_revision_id: request.published_revision_id, lines, frozen_at: sends.then_some(now) };
    Ok(Some((answer, problems)))
}

/// All that is wrong with an answer, together with what is wrong with the rest of its form.
pub(in crate::interest) async fn check(
    app: &App,
    may: &Can<Send>,
    mut problems: Problems,
    entered: &Entered,
    sends: bool,
) -> Result<(), Failed> {
    let key = (may.id, may.actor().organisation_id());
    if let Some((_, found)) = compared(app.db.conn(), key, entered, sends, app.clock.now()).await? {
        problems.extend(found);
    }
    Ok(problems.or(()).map_err(Rejected::Form)?)
}

/// Writes what is answered with a draft; when it is sent, it is compared once more and frozen.
pub async fn put_in(
    tx: &DatabaseTransaction,
    may: &Can<Send>,
    interest: &Interest,
    entered: &Entered,
    sends: bool,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    let key = (interest.listing_id, Some(interest.sender.organisation_id));
    let Some((answer, problems)) = compared(tx, key, entered, sends, now).await? else { return Ok(()) };
    problems.or(()).map_err(Rejected::Form)?;
    Ok(store::put(tx, may, interest, &answer, now).await?)
}

/// Keeps an answer or sets it aside, with an internal reason.
pub async fn judge(app: &App, may: &Can<Judge>, (decision, reason, seen): (Decision, &str, i64)) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    judge_in(&tx, may, (decision, reason), Some(seen), app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(())
}

/// Decides inside a transaction. The same decision twice is written once; `seen` is the number of the decision that the
/// page showed last.
pub async fn judge_in(
    tx: &DatabaseTransaction,
    may: &Can<Judge>,
    (decision, reason): (Decision, &str),
    seen: Option<i64>,
    now: DateTime<Utc>,
) -> Result<(), Failed> {
    interests::hold(tx, may.interest.id, may.interest.listing_id).await?;
    let before = store::decided(tx, may).await?;
    let last = before.last();
    let account = may.actor().account_id();
    if last.is_some_and(|last| last.decision == decision && last.reason == reason && last.account_id == account) {
        return Ok(());
    }
    let number = last.map_or(0, |last| last.number);
    written(seen.is_none_or(|seen| seen == number))?;
    Ok(written(store::decide(tx, may, number + 1, (decision, reason), now).await?)?)
}

/// What is wrong with a choice among answers. An outcome that chooses nobody shares its public words where no reason is
/// given; every other answer that is not chosen needs one.
pub(super) fn check_choice(entries: &[Entry], choice: &ChoiceForm, outcome: Option<Outcome>) -> Problems {
    let mut problems = Problems::new();
    let known = |chosen: &String| entries.iter().any(|entry| entry.reference == *chosen && entry.can_be_chosen());
    problems.check("chosen", choice.chosen.iter().all(known), Problem::UnknownChoice);
    let chooses = outcome.is_none_or(Outcome::chooses);
    problems.check("chosen", chooses || choice.chosen.is_empty(), Problem::Other("answer-problem-nobody-chosen"));
    for entry in entries.iter().filter(|entry| entry.waits_to_be_told() && !choice.chooses(&entry.reference)) {
        let reason = choice.reason_for(&entry.reference);
        if chooses || !reason.is_empty() {
            problems.extend(model::reason(&format!("reason-{}", entry.reference), &reason));
        }
    }
    problems
}

/// The answers to a request that stand, for whoever records its outcome.
pub(super) async fn entries(
    db: &impl ConnectionTrait,
    actor: &Actor,
    request: &Request,
) -> Result<Vec<Entry>, requests::actions::Failed> {
    let may = Can::check(actor, Answers { request: request.clone() })?;
    let entries = store::of_request(db, &may).await?;
    Ok(model::ranked(entries, &request.needs.requirements))
}

/// Records how a request ended and which answers were chosen, in one transaction: each that was not is told why, and its
/// exchange is declined where it can be; each that was is told too. Nobody is told the same twice.
pub async fn conclude(
    app: &App,
    may: &Can<Conclude>,
    ending: Ending,
    choice: &ChoiceForm,
) -> Result<(), requests::actions::Failed> {
    use requests::{Rejected, actions::Failed};
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let request = requests::store::hold(&tx, may.listing.id).await?.ok_or(Error::NotFound)?;
    let standing =
        async || requests::store::added(&tx, &Actor::System, &request.listing).await.map(|added| added.ending);
    let before = standing().await?;
    let entries = entries(&tx, may.actor(), &request).await?;
    let problems = check_choice(&entries, choice, Some(ending.outcome));
    match requests::actions::conclude_in(&tx, may, ending, now).await {
        Err(Failed::Rejected(Rejected::Form(mut found))) => {
            found.extend(problems);
            return Err(Rejected::Form(found).into());
        }
        done => done?,
    }
    problems.or(()).map_err(Rejected::Form)?;
    let after = standing().await?.ok_or(Rejected::Stale)?;
    let number = before.map_or(0, |before| before.number);
    if number != after.number && choice.seen().is_some_and(|seen| seen != number) {
        return Err(Rejected::Stale.into());
    }
    for entry in entries {
        let chosen = choice.chooses(&entry.reference);
        let stands = entry.told.as_ref().is_some_and(|told| told.chosen == chosen);
        if stands || !(chosen || entry.waits_to_be_told()) {
            continue;
        }
        let own = choice.reason_for(&entry.reference);
        let reason = match (chosen, own.is_empty()) {
            (true, _) => String::new(),
            (false, true) => after.ending.text.clone(),
            (false, false) => own,
        };
        let told = Told {
            number: entry.told.as_ref().map_or(1, |told| told.number + 1),
            chosen,
            outcome: after.ending.outcome,
            outcome_number: after.number,
            reason,
            at: now,
        };
        settle(app, &tx, may, &entry, &told).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// Writes what became of one answer, declines its exchange where that is possible, and tells who answered.
async fn settle(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<Conclude>,
    entry: &Entry,
    told: &Told,
) -> Result<(), requests::actions::Failed> {
    interests::hold(tx, entry.interest_id, may.listing.id).await?;
    let find = async || interests::find_by_id(tx, &Actor::System, entry.interest_id).await;
    let mut interest = find().await?.ok_or(Error::NotFound)?;
    store::tell(tx, may, entry.interest_id, told).await?;
    if !told.chosen && entry.can_be_declined() {
        let attempt = Can::<Act>::check(may.actor(), Attempt { interest, action: Action::Decline })?;
        let facts = Facts { reason: &told.reason, ..Facts::default() };
        let side = if may.actor().is_system() { Side::System } else { Side::Receiver };
        interest = match apply(tx, &attempt, side, By::from(may.actor()), &facts, told.at).await {
            Ok(declined) => declined,
            Err(Failed::Rejected(_)) => return Err(requests::Rejected::Stale.into()),
            Err(Failed::Db(error)) => return Err(error.into()),
            Err(Failed::Web(error)) => return Err(error.into()),
        };
    }
    Ok(letters::tell(app, tx, &interest, told).await?)
}

/// Addresses of those who were told of an outcome of a request by what became of their answer.
pub async fn told_of_outcome(
    tx: &DatabaseTransaction,
    listing: &Listing,
    outcome_number: i64,
) -> Result<Vec<String>, DbErr> {
    let organisations = store::told_of(tx, listing, outcome_number).await?;
    let readers = interests::editors_of(tx, &organisations).await?;
    Ok(readers.into_iter().map(|reader| reader.email).collect())
}
