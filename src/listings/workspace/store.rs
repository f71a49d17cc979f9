//! SQL of the workspace.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    Select,
};
use serde::Deserialize;

use crate::auth::Actor;
use crate::entity::{draft, listing, review_case};
use crate::listings::model::{RENEW_AFTER, RENEW_BEFORE};
use crate::listings::policy::Inspect;
use crate::listings::store::{many, visible_to};
use crate::listings::{Listing, Status};
use crate::web::Action as _;

/// What a moderator asked for at one field.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Reason {
    /// The field; empty when it is about the whole.
    #[serde(default)]
    pub field: String,
    /// What is asked, in the moderator's words.
    #[serde(default)]
    pub text: String,
}

/// A decision that sent a listing back to its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The listing.
    pub listing_id: i64,
    /// Whether it was refused, rather than asked to be changed.
    pub rejected: bool,
    /// When.
    pub at: Option<DateTime<Utc>>,
    /// What is asked.
    pub reasons: Vec<Reason>,
}

impl From<review_case::Model> for Asked {
    fn from(row: review_case::Model) -> Self {
        Self {
            listing_id: row.listing_id,
            rejected: row.decision.as_deref() == Some("rejected"),
            at: row.decided_at,
            reasons: serde_json::from_value(row.reasons).unwrap_or_default(),
        }
    }
}

/// The newest case of each listing, where it sent the listing back.
fn sent_back() -> Select<review_case::Entity> {
    let mut newest = Query::select();
    newest
        .expr(review_case::Column::Id.max())
        .from(review_case::Entity)
        .add_group_by([review_case::Column::ListingId.into_expr()]);
    review_case::Entity::find()
        .filter(review_case::Column::Id.in_subquery(newest))
        .filter(review_case::Column::Decision.is_in(["changes_requested", "rejected"]))
}

/// What is asked of a listing's owner, for those who may inspect it.
pub async fn asked_of(db: &impl ConnectionTrait, actor: &Actor, listing: &Listing) -> Result<Option<Asked>, DbErr> {
    if !Inspect::allowed(actor, listing) {
        return Ok(None);
    }
    let select = sent_back().filter(review_case::Column::ListingId.eq(listing.id));
    Ok(select.one(db).await?.map(Into::into))
}

/// The listings of the organisation acted for that were sent back, with what is asked, newest first.
pub async fn asked(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    limit: u64,
) -> Result<Vec<(Listing, Asked)>, DbErr> {
    let mut own = Query::select();
    own.column(listing::Column::Id)
        .from(listing::Entity)
        .and_where(listing::Column::OrganisationId.eq(organisation_id))
        .and_where(listing::Column::Status.is_not_in([Status::Archived.code(), Status::Removed.code()]));
    let rows = sent_back()
        .filter(review_case::Column::ListingId.in_subquery(own))
        .order_by_desc(review_case::Column::DecidedAt)
        .limit(limit)
        .all(db)
        .await?;
    let asked: Vec<Asked> = rows.into_iter().map(Into::into).collect();
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let ids = asked.iter().map(|asked| asked.listing_id);
    let listings = many(db, of(actor, organisation_id).filter(listing::Column::Id.is_in(ids))).await?;
    let with_listing = |asked: Asked| {
        let found = listings.iter().find(|listing| listing.id == asked.listing_id)?;
        Some((found.clone(), asked))
    };
    Ok(asked.into_iter().filter_map(with_listing).collect())
}

fn of(actor: &Actor, organisation_id: i64) -> Select<listing::Entity> {
    visible_to(actor).filter(listing::Column::OrganisationId.eq(organisation_id))
}

/// One page of an organisation's listings, newest change first, and how many there are.
pub async fn page(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    status: Option<Status>,
    (number, size): (u64, u64),
) -> Result<(Vec<Listing>, u64), DbErr> {
    let mut select = of(actor, organisation_id);
    if let Some(status) = status {
        select = select.filter(listing::Column::Status.eq(status.code()));
    }
    let total = select.clone().count(db).await?;
    let select = select.order_by_desc(listing::Column::UpdatedAt).order_by_desc(listing::Column::Id);
    Ok((many(db, select.offset(number.saturating_sub(1) * size).limit(size)).await?, total))
}

/// The listings that were changed last.
pub async fn latest(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    limit: u64,
) -> Result<Vec<Listing>, DbErr> {
    let select = of(actor, organisation_id).order_by_desc(listing::Column::UpdatedAt);
    many(db, select.order_by_desc(listing::Column::Id).limit(limit)).await
}

/// The listings that can be renewed now: their end is near, or over since less than a year; the most urgent first.
pub async fn ending(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    now: DateTime<Utc>,
    limit: u64,
) -> Result<Vec<Listing>, DbErr> {
    let renewable = Condition::all()
        .add(listing::Column::Status.is_in([Status::Published.code(), Status::Expired.code()]))
        .add(listing::Column::ExpiresAt.lte(now + RENEW_BEFORE))
        .add(listing::Column::ExpiresAt.gte(now - RENEW_AFTER));
    let select = of(actor, organisation_id).filter(renewable).order_by_asc(listing::Column::ExpiresAt);
    many(db, select.limit(limit)).await
}

/// Which of some listings have a draft.
pub async fn with_draft(db: &impl ConnectionTrait, listings: &[Listing]) -> Result<Vec<i64>, DbErr> {
    let ids = listings.iter().map(|listing| listing.id);
    let select = draft::Entity::find().select_only().column(draft::Column::ListingId);
    select.filter(draft::Column::ListingId.is_in(ids)).into_tuple().all(db).await
}
