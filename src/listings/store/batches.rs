//! Listings many at a time, for exports.

use std::collections::HashMap;

use sea_orm::sea_query::Query;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{many, read, visible_to};
use crate::auth::Actor;
use crate::entity::{draft, listing, revision};
use crate::listings::content::Content;
use crate::listings::{Listing, Status};

/// The listings of some keys that an actor may see, in no order.
pub async fn of_ids(db: &impl ConnectionTrait, actor: &Actor, ids: &[i64]) -> Result<Vec<Listing>, DbErr> {
    many(db, visible_to(actor).filter(listing::Column::Id.is_in(ids.iter().copied()))).await
}

/// Published listings in the order of their keys, behind one of them.
pub async fn published_after(
    db: &impl ConnectionTrait,
    actor: &Actor,
    after: i64,
    limit: u64,
) -> Result<Vec<Listing>, DbErr> {
    let select = visible_to(actor)
        .filter(listing::Column::Id.gt(after))
        .filter(listing::Column::Status.eq(Status::Published.code()));
    many(db, select.order_by_asc(listing::Column::Id).limit(limit)).await
}

/// The listings of the organisation that an actor edits for, in the order of their keys, behind one of them, each with
/// what its owner works on: the draft, else the newest revision.
pub async fn works_after(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    after: i64,
    limit: u64,
) -> Result<Vec<(Listing, Content)>, DbErr> {
    if !actor.is_system() && !actor.acts_for(organisation_id) {
        return Ok(Vec::new());
    }
    let select = visible_to(actor)
        .filter(listing::Column::OrganisationId.eq(organisation_id))
        .filter(listing::Column::Id.gt(after))
        .filter(listing::Column::Status.is_not_in([Status::Archived.code(), Status::Removed.code()]));
    let listings = many(db, select.order_by_asc(listing::Column::Id).limit(limit)).await?;
    let ids: Vec<i64> = listings.iter().map(|listing| listing.id).collect();
    let mut newest = Query::select();
    newest
        .expr(revision::Column::Id.max())
        .from(revision::Entity)
        .and_where(revision::Column::ListingId.is_in(ids.iter().copied()))
        .add_group_by([revision::Column::ListingId.into_expr()]);
    let mut contents: HashMap<i64, serde_json::Value> = HashMap::new();
    for row in revision::Entity::find().filter(revision::Column::Id.in_subquery(newest)).all(db).await? {
        contents.insert(row.listing_id, row.content);
    }
    for row in draft::Entity::find().filter(draft::Column::ListingId.is_in(ids)).all(db).await? {
        contents.insert(row.listing_id, row.content);
    }
    let with_content =
        |listing: Listing| Some(contents.remove(&listing.id).map(|content| Ok((listing, read(content)?))));
    listings.into_iter().filter_map(with_content).flatten().collect()
}
