//! SQL of imports: the organisation that listings are made for, and the cases that an operator's import closes itself.

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter,
};

use crate::entity::{organisation, review_case};
use crate::listings::actions::Decision;
use crate::listings::policy::{Decide, Owner};
use crate::web::Can;

/// The organisation of a name in addresses.
pub async fn owner(db: &impl ConnectionTrait, slug: &str) -> Result<Option<Owner>, DbErr> {
    let row = organisation::Entity::find().filter(organisation::Column::Slug.eq(slug)).one(db).await?;
    Ok(row.map(|row| Owner { organisation_id: row.id, country: row.country }))
}

/// Whether a submission of the listing waits for a decision.
pub async fn case_is_open(db: &impl ConnectionTrait, listing_id: i64) -> Result<bool, DbErr> {
    let open = review_case::Entity::find()
        .filter(review_case::Column::ListingId.eq(listing_id))
        .filter(review_case::Column::State.is_in(["waiting", "claimed"]));
    Ok(open.count(db).await? > 0)
}

/// Closes the case of a revision that was decided on without a moderator's page.
pub async fn close_case(
    tx: &DatabaseTransaction,
    may: &Can<Decide>,
    revision_id: i64,
    decision: Decision,
    reasons: serde_json::Value,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let decision = match decision {
        Decision::Approve => "approved",
        Decision::RequestChanges => "changes_requested",
        Decision::Reject => "rejected",
    };
    let row = review_case::ActiveModel {
        state: Set("decided".to_owned()),
        decision: Set(Some(decision.to_owned())),
        reasons: Set(reasons),
        decided_by: Set(may.actor().account_id()),
        decided_at: Set(Some(now)),
        ..Default::default()
    };
    let update = review_case::Entity::update_many().set(row).filter(review_case::Column::RevisionId.eq(revision_id));
    update.exec(tx).await.map(|_| ())
}
