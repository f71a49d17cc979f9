//! SQL of files.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use crate::app::App;
use crate::auth::Actor;
use crate::entity::{draft, file, message_draft, organisation, revision};
use crate::listings::content::FileRef;
use crate::listings::policy::Edit;
use crate::listings::{Listing, store};
use crate::web::Can;

/// Writes the row of a file whose bytes are in storage.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<Edit>,
    file: &FileRef,
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
        unnamed_at: Set(None),
        interest_id: Set(None),
        message_id: Set(None),
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
    let of_listing = file::Entity::find().filter(file::Column::Key.eq(key)).filter(file::Column::InterestId.is_null());
    let Some(file) = of_listing.one(db).await? else { return Ok(None) };
    let listing = store::find_by_id(db, actor, file.listing_id).await?;
    Ok(listing.map(|listing| (file, listing)))
}

/// The row of a file that came with a message. Who may open it is said by the exchange in which the message stands; nobody
/// who is signed in for no organisation and moderates nothing takes part in one.
pub async fn in_message(db: &impl ConnectionTrait, actor: &Actor, key: &str) -> Result<Option<file::Model>, DbErr> {
    if actor.organisation_id().is_none() && !actor.moderates() && !actor.is_system() {
        return Ok(None);
    }
    let of_message = file::Entity::find().filter(file::Column::Key.eq(key));
    of_message.filter(file::Column::InterestId.is_not_null()).one(db).await
}

/// Keys of the files of a listing that were sent with this content.
pub async fn same(tx: &DatabaseTransaction, may: &Can<Edit>, sha256: &str) -> Result<Vec<String>, DbErr> {
    let select = file::Entity::find().select_only().column(file::Column::Key);
    let select = select.filter(file::Column::ListingId.eq(may.id)).filter(file::Column::Sha256.eq(sha256));
    select.into_tuple().all(tx).await
}

/// Bytes that all files of the organisation of a listing take.
pub async fn bytes(db: &impl ConnectionTrait, may: &Can<Edit>) -> Result<i64, DbErr> {
    sum_of(db, may.organisation_id).await
}

/// Bytes that all files of the organisation of an actor take.
pub async fn bytes_of(db: &impl ConnectionTrait, actor: &Actor) -> Result<u64, DbErr> {
    Ok(sum_of(db, actor.organisation_id().unwrap_or(0)).await?.unsigned_abs())
}

async fn sum_of(db: &impl ConnectionTrait, organisation_id: i64) -> Result<i64, DbErr> {
    let sum = Expr::col(file::Column::Size).sum().cast_as("bigint");
    let select = file::Entity::find().select_only().column_as(sum, "bytes");
    let select = select.filter(file::Column::OrganisationId.eq(organisation_id));
    let sum: Option<Option<i64>> = select.into_tuple().one(db).await?;
    let logo = organisation::Entity::find_by_id(organisation_id).select_only().column(organisation::Column::LogoSize);
    let logo: Option<i64> = logo.into_tuple().one(db).await?;
    Ok(sum.flatten().unwrap_or(0) + logo.unwrap_or(0))
}

/// The name of the organisation whose logo has this key. Logos are public, as organisations are.
pub async fn logo_of(db: &impl ConnectionTrait, key: &str) -> Result<Option<String>, DbErr> {
    let select = organisation::Entity::find().select_only().column(organisation::Column::Name);
    let select = select.filter(organisation::Column::Logo.eq(key)).filter(organisation::Column::Logo.ne(""));
    select.into_tuple().one(db).await
}

/// Locks an organisation, so that its files are counted one upload after the other.
pub async fn lock_organisation(tx: &DatabaseTransaction, organisation_id: i64) -> Result<(), DbErr> {
    organisation::Entity::find_by_id(organisation_id).lock_exclusive().one(tx).await.map(|_| ())
}

/// A query that finds something if a table of contents names the file of the row around it.
fn naming(table: impl sea_orm::sea_query::IntoIden, listing: &str) -> SelectStatement {
    let words =
        format!("{listing} = \"file\".\"listing_id\" AND CAST(content AS TEXT) LIKE '%' || \"file\".\"key\" || '%'");
    Query::select().expr(Expr::val(1)).from(table.into_iden()).and_where(Expr::cust(words)).to_owned()
}

/// Whether a revision of its listing names a file.
fn in_revision() -> sea_orm::sea_query::SimpleExpr {
    Expr::exists(naming(revision::Entity, "\"revision\".\"listing_id\""))
}

/// Whether a file waits in somebody's draft of a message.
fn in_message_draft() -> sea_orm::sea_query::SimpleExpr {
    let words = "\"message_draft\".\"interest_id\" = \"file\".\"interest_id\" \
                 AND \"message_draft\".\"account_id\" = \"file\".\"created_by\"";
    let select = Query::select().expr(Expr::val(1)).from(message_draft::Entity).and_where(Expr::cust(words)).to_owned();
    Expr::exists(select)
}

/// Whether a draft or a revision of its listing names a file, or it stands in an exchange or in what somebody writes
/// for one.
fn named() -> Condition {
    Condition::any()
        .add(in_revision())
        .add(Expr::exists(naming(draft::Entity, "\"draft\".\"listing_id\"")))
        .add(file::Column::MessageId.is_not_null())
        .add(file::Column::Opening.eq(true))
        .add(in_message_draft())
}

/// Removes the row of a file unless a revision speaks of it; `true` if it was removed.
pub async fn delete(tx: &DatabaseTransaction, may: &Can<Edit>, key: &str) -> Result<bool, DbErr> {
    let delete = file::Entity::delete_many().filter(file::Column::Key.eq(key)).filter(in_revision().not());
    Ok(delete.filter(file::Column::ListingId.eq(may.id)).exec(tx).await?.rows_affected == 1)
}

/// Notes since when files are named nowhere, and forgets it of those that are named again.
pub async fn note_unnamed(tx: &DatabaseTransaction, now: DateTime<Utc>) -> Result<(), DbErr> {
    let note = |at: Option<DateTime<Utc>>| file::ActiveModel { unnamed_at: Set(at), ..Default::default() };
    let new = file::Entity::update_many().set(note(Some(now)));
    new.filter(file::Column::UnnamedAt.is_null()).filter(named().not()).exec(tx).await?;
    let again = file::Entity::update_many().set(note(None));
    again.filter(file::Column::UnnamedAt.is_not_null()).filter(named()).exec(tx).await?;
    Ok(())
}

/// Removes the rows of some of the files that have been named nowhere since before a moment, and answers with key and
/// media type of each.
pub async fn delete_unnamed(
    tx: &DatabaseTransaction,
    before: DateTime<Utc>,
    most: u64,
) -> Result<Vec<(String, String)>, DbErr> {
    let select = file::Entity::find().filter(file::Column::UnnamedAt.lte(before)).filter(named().not());
    let rows = select.order_by_asc(file::Column::Id).limit(most).all(tx).await?;
    let ids = rows.iter().map(|row| row.id);
    file::Entity::delete_many().filter(file::Column::Id.is_in(ids)).exec(tx).await?;
    Ok(rows.into_iter().map(|row| (row.key, row.media_type)).collect())
}

/// Of these keys, those that a row speaks of: of a file, or of the organisation whose logo it is.
pub async fn known(app: &App, keys: &[String]) -> Result<Vec<String>, DbErr> {
    let asked = || keys.iter().map(String::as_str);
    let files = file::Entity::find().select_only().column(file::Column::Key);
    let mut known: Vec<String> = files.filter(file::Column::Key.is_in(asked())).into_tuple().all(app.db.conn()).await?;
    let logos = organisation::Entity::find().select_only().column(organisation::Column::Logo);
    let logos = logos.filter(organisation::Column::Logo.is_in(asked()));
    known.extend(logos.into_tuple::<String>().all(app.db.conn()).await?);
    Ok(known)
}
