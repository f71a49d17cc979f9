//! SQL of files.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    QueryFilter, QuerySelect,
};

use crate::auth::Actor;
use crate::entity::{file, organisation, revision};
use crate::listings::policy::Edit;
use crate::listings::{Listing, store};
use crate::web::Can;

/// Writes the row of a file whose bytes are in storage.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<Edit>,
    file: &crate::listings::content::FileRef,
    sha256: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = file::ActiveModel {
        key: Set(file.key.clone()),
        organisation_id: Set(may.organisation_id),
        listing_id: Set(may.id),
        kind: Set(file.kind.to_string()),
        name: Set(file.name.clone()),
        media_type: Set(file.media_type.clone()),
        size: Set(i64::try_from(file.size).unwrap_or(i64::MAX)),
        sha256: Set(sha256.to_owned()),
        created_by: Set(may.actor().account_id()),
        created_at: Set(now),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// A file's row, with the listing to which it belongs, if the actor may know of the listing. What may be opened hangs
/// on the file, and is said by `may_open`.
pub async fn find(
    db: &impl ConnectionTrait,
    actor: &Actor,
    key: &str,
) -> Result<Option<(file::Model, Listing)>, DbErr> {
    let Some(file) = file::Entity::find().filter(file::Column::Key.eq(key)).one(db).await? else { return Ok(None) };
    let listing = store::find_by_id(db, actor, file.listing_id).await?;
    Ok(listing.map(|listing| (file, listing)))
}

/// Bytes that all files of the organisation of a listing take.
pub async fn bytes(db: &impl ConnectionTrait, may: &Can<Edit>) -> Result<i64, DbErr> {
    let sizes: Vec<i64> = file::Entity::find()
        .select_only()
        .column(file::Column::Size)
        .filter(file::Column::OrganisationId.eq(may.organisation_id))
        .into_tuple()
        .all(db)
        .await?;
    Ok(sizes.iter().sum())
}

/// Locks an organisation, so that its files are counted one upload after the other.
pub async fn lock_organisation(tx: &DatabaseTransaction, organisation_id: i64) -> Result<(), DbErr> {
    organisation::Entity::find_by_id(organisation_id).lock_exclusive().one(tx).await.map(|_| ())
}

/// Removes the row of a file unless a revision speaks of it; `true` if it was removed.
pub async fn delete(tx: &DatabaseTransaction, may: &Can<Edit>, key: &str) -> Result<bool, DbErr> {
    let revisions = revision::Entity::find().filter(revision::Column::ListingId.eq(may.id)).all(tx).await?;
    let spoken_of = |row: &revision::Model| row.content.to_string().contains(key);
    if revisions.iter().any(spoken_of) {
        return Ok(false);
    }
    let delete = file::Entity::delete_many().filter(file::Column::Key.eq(key));
    Ok(delete.filter(file::Column::ListingId.eq(may.id)).exec(tx).await?.rows_affected == 1)
}
