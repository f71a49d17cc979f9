//! SQL of review cases.

mod history;
mod queue;

use std::collections::HashMap;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::model::{Case, Moderator, Outcome, Reason, State, risk};
use super::policy::Review;
use crate::auth::Actor;
use crate::entity::{account, file, listing, review_case, revision};
use crate::listings::content::Content;
use crate::listings::policy::{Decide, Inspect};
use crate::listings::{self, Listing};
use crate::web::Can;

pub use history::{Handed, handed_in, removal};
pub use queue::{Order, Show, Waiting, figures, queue};

const OPEN: [&str; 2] = [State::Waiting.code(), State::Claimed.code()];

/// Whether a submission of a listing waits for its decision.
pub async fn is_open(db: &impl ConnectionTrait, listing: &Can<Inspect>) -> Result<bool, DbErr> {
    let open = review_case::Entity::find()
        .filter(review_case::Column::ListingId.eq(listing.id))
        .filter(review_case::Column::State.is_in(OPEN));
    Ok(open.count(db).await? > 0)
}

/// Opens the case of a submission. A case that is still open for the same listing was about an older revision and is
/// withdrawn.
pub async fn open_case(
    tx: &DatabaseTransaction,
    listing: &Listing,
    revision_id: i64,
    content: &Content,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    withdraw_case(tx, listing.id, now).await?;
    let row = review_case::ActiveModel {
        listing_id: Set(listing.id),
        revision_id: Set(revision_id),
        state: Set(State::Waiting.to_string()),
        risk: Set(risk(listing, content)),
        opened_at: Set(now),
        reasons: Set(serde_json::json!([])),
        version: Set(1),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// Withdraws the open case of a listing, if there is one.
pub async fn withdraw_case(tx: &DatabaseTransaction, listing_id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = review_case::ActiveModel {
        state: Set(State::Withdrawn.to_string()),
        decided_at: Set(Some(now)),
        ..Default::default()
    };
    let update = review_case::Entity::update_many().set(row).filter(review_case::Column::ListingId.eq(listing_id));
    update.filter(review_case::Column::State.is_in(OPEN)).exec(tx).await.map(|_| ())
}

async fn names(db: &impl ConnectionTrait, ids: Vec<i64>) -> Result<HashMap<i64, Moderator>, DbErr> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(i64, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::Column::Id.is_in(ids))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(account_id, name)| (account_id, Moderator { account_id, name })).collect())
}

fn read_reasons(reasons: serde_json::Value) -> Result<Vec<Reason>, DbErr> {
    serde_json::from_value(reasons).map_err(|error| DbErr::Json(error.to_string()))
}

/// One case; only moderators see cases.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Option<Case>, DbErr> {
    if !actor.moderates() && !actor.is_system() {
        return Ok(None);
    }
    let Some(row) = review_case::Entity::find_by_id(id).one(db).await? else { return Ok(None) };
    let Some(listing) = listings::store::find_by_id(db, actor, row.listing_id).await? else { return Ok(None) };
    let names = names(db, [row.claimed_by, row.decided_by].into_iter().flatten().collect()).await?;
    let moderator = |id: Option<i64>| id.and_then(|id| names.get(&id).cloned());
    Ok(Some(Case {
        id: row.id,
        listing,
        revision_id: row.revision_id,
        state: State::from_str(&row.state).unwrap_or(State::Withdrawn),
        opened_at: row.opened_at,
        claimed_by: moderator(row.claimed_by),
        claimed_until: row.claimed_until,
        outcome: row.decision.as_deref().and_then(|code| Outcome::from_str(code).ok()),
        reasons: read_reasons(row.reasons)?,
        decided_by: moderator(row.decided_by),
        decided_at: row.decided_at,
    }))
}

/// Locks the listing of a case until the end of the transaction. Who hands in or takes back changes the listing first and
/// then the case; in another order two transactions could wait for each other.
pub async fn lock_listing(tx: &DatabaseTransaction, may: &Can<Review>) -> Result<(), DbErr> {
    listing::Entity::find_by_id(may.listing.id).lock_exclusive().one(tx).await.map(|_| ())
}

/// Whoever may take a case now: it waits, its claim is over, or it is held by the same account.
fn free_for(account_id: Option<i64>, now: DateTime<Utc>) -> Condition {
    let held = Condition::any()
        .add(review_case::Column::ClaimedBy.eq(account_id))
        .add(review_case::Column::ClaimedUntil.lte(now));
    Condition::any()
        .add(review_case::Column::State.eq(State::Waiting.code()))
        .add(Condition::all().add(review_case::Column::State.eq(State::Claimed.code())).add(held))
}

/// Claims a case until a moment, or keeps it longer. `false` when somebody else holds it or it is no longer open. Of
/// several at once exactly one gets it: each is a single statement that finds the case free or does not.
pub async fn claim(
    tx: &DatabaseTransaction,
    may: &Can<Review>,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = review_case::ActiveModel {
        state: Set(State::Claimed.to_string()),
        claimed_by: Set(may.actor().account_id()),
        claimed_until: Set(Some(until)),
        ..Default::default()
    };
    let update = review_case::Entity::update_many().set(row).filter(review_case::Column::Id.eq(may.id));
    Ok(update.filter(free_for(may.actor().account_id(), now)).exec(tx).await?.rows_affected == 1)
}

/// Lets a case go that the actor holds; `false` if it does not hold it.
pub async fn release(tx: &DatabaseTransaction, may: &Can<Review>) -> Result<bool, DbErr> {
    let update = review_case::Entity::update_many()
        .set(freed())
        .filter(review_case::Column::Id.eq(may.id))
        .filter(review_case::Column::State.eq(State::Claimed.code()))
        .filter(review_case::Column::ClaimedBy.eq(may.actor().account_id()));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

fn freed() -> review_case::ActiveModel {
    review_case::ActiveModel {
        state: Set(State::Waiting.to_string()),
        claimed_by: Set(None),
        claimed_until: Set(None),
        ..Default::default()
    }
}

/// Keys of cases whose claim is over.
pub async fn expired(db: &impl ConnectionTrait, _: &Actor, now: DateTime<Utc>) -> Result<Vec<i64>, DbErr> {
    review_case::Entity::find()
        .select_only()
        .column(review_case::Column::Id)
        .filter(review_case::Column::State.eq(State::Claimed.code()))
        .filter(review_case::Column::ClaimedUntil.lte(now))
        .into_tuple()
        .all(db)
        .await
}

/// Frees a case whose claim is over; `false` if somebody has taken it since.
pub async fn free(tx: &DatabaseTransaction, may: &Can<Review>, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let update = review_case::Entity::update_many()
        .set(freed())
        .filter(review_case::Column::Id.eq(may.id))
        .filter(review_case::Column::State.eq(State::Claimed.code()))
        .filter(review_case::Column::ClaimedUntil.lte(now));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// Keeps what was written so far with the case.
pub async fn keep_reasons(tx: &DatabaseTransaction, may: &Can<Review>, reasons: &[Reason]) -> Result<(), DbErr> {
    let row = review_case::ActiveModel { id: Set(may.id), reasons: Set(written(reasons)?), ..Default::default() };
    row.update(tx).await.map(|_| ())
}

/// Decides a case on the revision that was read. `false` when somebody else holds it, or it is no longer open, or it is
/// about another revision.
pub async fn decide(
    tx: &DatabaseTransaction,
    may: &Can<Review>,
    revision_id: i64,
    (outcome, reasons): (Outcome, &[Reason]),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = decided(may.actor(), outcome, reasons, now)?;
    let update = review_case::Entity::update_many()
        .set(row)
        .filter(review_case::Column::Id.eq(may.id))
        .filter(review_case::Column::RevisionId.eq(revision_id))
        .filter(free_for(may.actor().account_id(), now));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// Records a decision that was taken on a revision without a moderator's page, as an import does.
pub async fn record_decision(
    tx: &DatabaseTransaction,
    may: &Can<Decide>,
    revision_id: i64,
    (outcome, reasons): (Outcome, &[Reason]),
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = decided(may.actor(), outcome, reasons, now)?;
    let update = review_case::Entity::update_many().set(row).filter(review_case::Column::RevisionId.eq(revision_id));
    update.exec(tx).await.map(|_| ())
}

fn decided(
    by: &Actor,
    outcome: Outcome,
    reasons: &[Reason],
    now: DateTime<Utc>,
) -> Result<review_case::ActiveModel, DbErr> {
    Ok(review_case::ActiveModel {
        state: Set(State::Decided.to_string()),
        decision: Set(Some(outcome.to_string())),
        reasons: Set(written(reasons)?),
        decided_by: Set(by.account_id()),
        decided_at: Set(Some(now)),
        claimed_until: Set(None),
        ..Default::default()
    })
}

fn written(reasons: &[Reason]) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(reasons).map_err(|error| DbErr::Json(error.to_string()))
}

/// Reference numbers and titles of the other listings of the same organisation that are not ended.
pub async fn other_titles(db: &impl ConnectionTrait, may: &Can<Inspect>) -> Result<Vec<(String, String)>, DbErr> {
    listing::Entity::find()
        .select_only()
        .columns([listing::Column::Reference, listing::Column::Title])
        .filter(listing::Column::OrganisationId.eq(may.organisation_id))
        .filter(listing::Column::Id.ne(may.id))
        .filter(listing::Column::Status.is_not_in(["archived", "removed"]))
        .order_by_desc(listing::Column::Id)
        .limit(2_000)
        .into_tuple()
        .all(db)
        .await
}

/// What a moderator asked for last, for the owner: the reasons of the newest decision, if it sent the listing back and
/// nothing newer waits.
pub async fn latest_reasons(db: &impl ConnectionTrait, listing: &Can<Inspect>) -> Result<Vec<Reason>, DbErr> {
    let newest = review_case::Entity::find()
        .filter(review_case::Column::ListingId.eq(listing.id))
        .filter(review_case::Column::State.ne(State::Withdrawn.code()))
        .order_by_desc(review_case::Column::Id)
        .one(db)
        .await?;
    let sent_back = [Outcome::ChangesRequested.code(), Outcome::Rejected.code()];
    match newest {
        Some(row) if row.decision.as_deref().is_some_and(|code| sent_back.contains(&code)) => read_reasons(row.reasons),
        _ => Ok(Vec::new()),
    }
}

/// The newest revision of a listing before a number.
pub async fn previous_revision(
    db: &impl ConnectionTrait,
    may: &Can<Inspect>,
    number: i64,
) -> Result<Option<i64>, DbErr> {
    revision::Entity::find()
        .select_only()
        .column(revision::Column::Id)
        .filter(revision::Column::ListingId.eq(may.id))
        .filter(revision::Column::Number.lt(number))
        .order_by_desc(revision::Column::Number)
        .into_tuple()
        .one(db)
        .await
}

/// Addresses of the documents behind certificates, by key of the file; only for moderators.
pub async fn document_addresses(
    db: &impl ConnectionTrait,
    actor: &Actor,
    keys: Vec<String>,
) -> Result<Vec<(String, String)>, DbErr> {
    if keys.is_empty() || !actor.moderates() {
        return Ok(Vec::new());
    }
    let rows = file::Entity::find().filter(file::Column::Key.is_in(keys)).all(db).await?;
    let address = |row: file::Model| {
        let name = if row.media_type == "image/webp" { "1600.webp" } else { "document.pdf" };
        (row.key.clone(), format!("/files/{}/{name}", row.key))
    };
    Ok(rows.into_iter().map(address).collect())
}
