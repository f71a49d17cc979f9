//! SQL of review cases.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter};

use crate::entity::review_case;
use crate::listings::Listing;
use crate::listings::content::Content;

/// Opens the case of a submission.
pub async fn open_case(
    tx: &DatabaseTransaction,
    listing: &Listing,
    revision_id: i64,
    content: &Content,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = review_case::ActiveModel {
        listing_id: Set(listing.id),
        revision_id: Set(revision_id),
        state: Set("waiting".to_owned()),
        risk: Set(i64::from(!listing.organisation_verified) + i64::from(content.evidence().is_none())),
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
        state: Set("withdrawn".to_owned()),
        decided_at: Set(Some(now)),
        ..Default::default()
    };
    let update = review_case::Entity::update_many().set(row).filter(review_case::Column::ListingId.eq(listing_id));
    update.filter(review_case::Column::State.is_in(["waiting", "claimed"])).exec(tx).await.map(|_| ())
}
