//! What is written: envelopes, drafts and revisions.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

use super::newest;
use crate::auth::Actor;
use crate::db;
use crate::entity::{draft, listing, revision};
use crate::i18n::Worded;
use crate::listings::content::Content;
use crate::listings::policy::{Create, Edit};
use crate::listings::{Listing, Status, Unfinished};
use crate::taxonomy::Outcome;
use crate::web::Can;

fn write(content: &Content) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(content).map_err(|error| DbErr::Json(error.to_string()))
}

/// Begins a listing with its first draft.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<Create>,
    reference: &str,
    content: &Content,
    source_key: Option<&str>,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let title = title(content);
    let row = listing::ActiveModel {
        reference: Set(reference.to_owned()),
        kind: Set(content.kind().to_string()),
        organisation_id: Set(may.organisation_id),
        status: Set(Status::Draft.to_string()),
        country: Set(may.country.clone()),
        title: Set(title.to_string()),
        titles: Set(title.stored()),
        accepting_interest: Set(true),
        endorsed: Set(false),
        source_key: Set(source_key.map(str::to_owned)),
        created_at: Set(now),
        updated_at: Set(now),
        changed: Set(0),
        version: Set(1),
        ..Default::default()
    };
    let row = row.insert(tx).await?;
    put_draft(tx, row.id, content, may.actor(), now).await?;
    Ok(row.id)
}

fn title(content: &Content) -> Worded {
    Worded::new(content.original, content.texts.iter().map(|(lang, texts)| (*lang, texts.title.clone())))
}

fn entitle(row: &mut listing::ActiveModel, content: &Content) {
    let title = title(content);
    row.title = Set(title.to_string());
    row.titles = Set(title.stored());
}

/// Writes a draft where there is none; `false` if there is one.
pub async fn put_draft(
    tx: &DatabaseTransaction,
    listing_id: i64,
    content: &Content,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = draft::ActiveModel {
        listing_id: Set(listing_id),
        content: Set(write(content)?),
        version: Set(1),
        saved_at: Set(now),
        saved_by: Set(actor.account_id()),
        unfinished: Set(None),
    };
    let on_conflict = OnConflict::column(draft::Column::ListingId).do_nothing().to_owned();
    let written = draft::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await;
    match written {
        Ok(rows) => Ok(rows == 1),
        Err(DbErr::RecordNotInserted) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Saves a draft if nobody saved it since `version` was read; `false` if somebody did.
pub async fn save_draft(
    tx: &DatabaseTransaction,
    may: &Can<Edit>,
    content: &Content,
    version: i64,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = draft::ActiveModel {
        content: Set(write(content)?),
        version: Set(version + 1),
        saved_at: Set(now),
        saved_by: Set(may.actor().account_id()),
        ..Default::default()
    };
    let update = draft::Entity::update_many().set(row).filter(draft::Column::ListingId.eq(may.id));
    let saved = update.filter(draft::Column::Version.eq(version)).exec(tx).await?.rows_affected == 1;
    if saved {
        note_draft(tx, may, content, now).await?;
    }
    Ok(saved)
}

/// Begins the draft of a listing that has none; `false` if somebody else did.
pub async fn begin_draft(
    tx: &DatabaseTransaction,
    may: &Can<Edit>,
    content: &Content,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let begun = put_draft(tx, may.id, content, may.actor(), now).await?;
    if begun {
        note_draft(tx, may, content, now).await?;
    }
    Ok(begun)
}

/// Notes which sections of a draft are unfinished, in the transaction that saves it.
pub async fn keep_unfinished(tx: &DatabaseTransaction, may: &Can<Edit>, unfinished: &Unfinished) -> Result<(), DbErr> {
    let kept = (!unfinished.is_empty()).then(|| serde_json::to_value(unfinished)).transpose();
    let kept = kept.map_err(|error| DbErr::Json(error.to_string()))?;
    let row = draft::ActiveModel { unfinished: Set(kept), ..Default::default() };
    draft::Entity::update_many().set(row).filter(draft::Column::ListingId.eq(may.id)).exec(tx).await.map(|_| ())
}

async fn note_draft(
    tx: &DatabaseTransaction,
    may: &Can<Edit>,
    content: &Content,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut row = listing::ActiveModel { id: Set(may.id), updated_at: Set(now), ..Default::default() };
    if may.published_revision_id.is_none() {
        entitle(&mut row, content);
    }
    row.update(tx).await.map(|_| ())
}

/// Removes the draft.
pub async fn delete_draft(tx: &DatabaseTransaction, listing_id: i64) -> Result<(), DbErr> {
    draft::Entity::delete_by_id(listing_id).exec(tx).await.map(|_| ())
}

/// Writes the next revision of a listing and answers with its key.
pub async fn insert_revision(
    tx: &DatabaseTransaction,
    listing_id: i64,
    content: &Content,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let number = newest(tx, listing_id).await?.map_or(1, |newest| newest.number + 1);
    let row = revision::ActiveModel {
        listing_id: Set(listing_id),
        number: Set(number),
        content: Set(write(content)?),
        created_at: Set(now),
        created_by: Set(actor.account_id()),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// What a change of state writes besides the state.
#[derive(Clone, Copy, Debug, Default)]
pub struct Written<'a> {
    /// The revision that becomes public, with its content.
    pub publishes: Option<(i64, &'a Content)>,
    /// The new end of validity.
    pub expires_at: Option<DateTime<Utc>>,
    /// Whether it was handed in now.
    pub submitted: bool,
    /// Whether interest is accepted from now on.
    pub accepting_interest: Option<bool>,
    /// When a request closes from now on.
    pub closes_at: Option<DateTime<Utc>>,
    /// How a request ended.
    pub outcome: Option<Outcome>,
    /// Whether a focal point stands behind a request from now on.
    pub endorsed: Option<bool>,
}

/// Changes the state of a listing if nobody changed it since it was read; `false` if somebody did. Whatever changes
/// what the public sees takes a number of the change sequence.
pub async fn change(
    tx: &DatabaseTransaction,
    listing: &Listing,
    status: Status,
    written: Written<'_>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let mut row = listing::ActiveModel {
        status: Set(status.to_string()),
        updated_at: Set(now),
        version: Set(listing.version + 1),
        ..Default::default()
    };
    if let Some((revision_id, content)) = written.publishes {
        row.published_revision_id = Set(Some(revision_id));
        entitle(&mut row, content);
        row.published_at = Set(listing.published_at.or(Some(now)));
        row.closes_at = Set(written.closes_at);
    } else if written.closes_at.is_some() {
        row.closes_at = Set(written.closes_at);
    }
    if let Some(outcome) = written.outcome {
        row.outcome = Set(Some(outcome.to_string()));
    }
    if let Some(endorsed) = written.endorsed {
        row.endorsed = Set(endorsed);
    }
    if written.expires_at.is_some() {
        row.expires_at = Set(written.expires_at);
    }
    if written.submitted {
        row.submitted_at = Set(Some(now));
    }
    if let Some(accepting) = written.accepting_interest {
        row.accepting_interest = Set(accepting);
    }
    let public = written.publishes.is_some() || listing.published_revision_id.is_some();
    if public {
        row.changed = Set(db::next_change(tx).await?);
    }
    let update = listing::Entity::update_many().set(row).filter(listing::Column::Id.eq(listing.id));
    Ok(update.filter(listing::Column::Version.eq(listing.version)).exec(tx).await?.rows_affected == 1)
}

/// Makes the followers of the change sequence look at a listing again.
pub async fn touch(tx: &DatabaseTransaction, listing_id: i64) -> Result<(), DbErr> {
    let row =
        listing::ActiveModel { id: Set(listing_id), changed: Set(db::next_change(tx).await?), ..Default::default() };
    row.update(tx).await.map(|_| ())
}
