//! SQL of checks.

use std::str::FromStr as _;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
};

use super::{Check, Raised};
use crate::entity::{account, evidence_check, organisation};
use crate::listings::Listing;
use crate::listings::policy::RaiseEvidence;
use crate::taxonomy::Evidence;
use crate::web::Can;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    listing_id: i64,
    step: String,
    claims: serde_json::Value,
    verifier: String,
    note: String,
    at: DateTime<Utc>,
    by: Option<String>,
    agency: Option<String>,
}

impl From<Row> for Check {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            listing_id: row.listing_id,
            step: Evidence::from_str(&row.step).unwrap_or_default(),
            claims: serde_json::from_value(row.claims).unwrap_or_default(),
            verifier: row.verifier,
            note: row.note,
            by: row.by,
            agency: row.agency,
            at: row.at,
        }
    }
}

/// What was checked of some listings and not taken back, oldest first. It is as public as the listings themselves.
pub async fn of_listings(db: &impl ConnectionTrait, ids: &[i64]) -> Result<Vec<Check>, DbErr> {
    let select = evidence_check::Entity::find()
        .join(JoinType::LeftJoin, evidence_check::Relation::Account.def())
        .join(JoinType::LeftJoin, evidence_check::Relation::Organisation.def())
        .column_as(account::Column::Name, "by")
        .column_as(organisation::Column::Name, "agency")
        .filter(evidence_check::Column::ListingId.is_in(ids.iter().copied()))
        .filter(evidence_check::Column::WithdrawnAt.is_null())
        .order_by_asc(evidence_check::Column::Id);
    Ok(select.into_model::<Row>().all(db).await?.into_iter().map(Into::into).collect())
}

/// What was checked of one listing.
pub async fn of_listing(db: &impl ConnectionTrait, listing: &Listing) -> Result<Vec<Check>, DbErr> {
    of_listings(db, &[listing.id]).await
}

/// Writes a check.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<RaiseEvidence>,
    raised: &Raised,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let agency = may.actor().acting().filter(|_| !may.actor().moderates()).map(|acting| acting.organisation_id);
    let row = evidence_check::ActiveModel {
        listing_id: Set(may.id),
        step: Set(raised.step.to_string()),
        claims: Set(serde_json::json!(raised.claims)),
        verifier: Set(raised.verifier.clone()),
        note: Set(raised.note.clone()),
        account_id: Set(may.actor().account_id()),
        organisation_id: Set(agency),
        at: Set(now),
        withdrawn_at: Set(None),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// Takes a check of a listing back; `false` if there is none that stands.
pub async fn withdraw(
    tx: &DatabaseTransaction,
    may: &Can<RaiseEvidence>,
    id: i64,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = evidence_check::ActiveModel { withdrawn_at: Set(Some(now)), ..Default::default() };
    let update = evidence_check::Entity::update_many()
        .set(row)
        .filter(evidence_check::Column::Id.eq(id))
        .filter(evidence_check::Column::ListingId.eq(may.id))
        .filter(evidence_check::Column::WithdrawnAt.is_null());
    Ok(update.exec(tx).await?.rows_affected == 1)
}
