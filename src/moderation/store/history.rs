//! SQL of a listing's history.

use std::str::FromStr as _;

use chrono::{DateTime, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect,
};

use super::read_reasons;
use crate::entity::{account, audit, review_case, revision};
use crate::listings::Status;
use crate::listings::policy::Inspect;
use crate::moderation::model::{Outcome, Reason};
use crate::web::Can;

/// A revision as it was handed in, with what was decided on it.
#[derive(Clone, Debug)]
pub struct Handed {
    /// Key of the revision.
    pub revision_id: i64,
    /// 1, 2, 3 …
    pub number: i64,
    /// When it was handed in.
    pub at: DateTime<Utc>,
    /// Who handed it in; nobody for an import.
    pub by: Option<String>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    number: i64,
    created_at: DateTime<Utc>,
    by: Option<String>,
    decision: Option<String>,
    reasons: Option<serde_json::Value>,
    decided_at: Option<DateTime<Utc>>,
}

/// When a moderator took a listing off, and why; `None` if nobody did.
pub async fn removal(
    db: &impl ConnectionTrait,
    listing: &Can<Inspect>,
) -> Result<Option<(DateTime<Utc>, String)>, DbErr> {
    if listing.status != Status::Removed {
        return Ok(None);
    }
    let row = audit::Entity::find()
        .filter(audit::Column::Action.eq("listing.remove"))
        .filter(audit::Column::Subject.eq(format!("listing/{}", listing.reference)))
        .order_by_desc(audit::Column::Id)
        .one(db)
        .await?;
    let reason = |row: &audit::Model| row.detail.get("reason").and_then(|reason| reason.as_str()).map(str::to_owned);
    Ok(row.map(|row| (row.at, reason(&row).unwrap_or_default())))
}

/// The revisions of a listing, newest first: those of a page and one more, and how many there are in all.
pub async fn handed_in(
    db: &impl ConnectionTrait,
    listing: &Can<Inspect>,
    page: u64,
    size: u64,
) -> Result<(Vec<Handed>, u64), DbErr> {
    let own = revision::Entity::find().filter(revision::Column::ListingId.eq(listing.id));
    let total = own.clone().count(db).await?;
    let of_account =
        revision::Entity::belongs_to(account::Entity).from(revision::Column::CreatedBy).to(account::Column::Id);
    let of_case = revision::Entity::belongs_to(review_case::Entity)
        .from(revision::Column::Id)
        .to(review_case::Column::RevisionId);
    let select = own
        .select_only()
        .columns([revision::Column::Id, revision::Column::Number, revision::Column::CreatedAt])
        .column_as(account::Column::Name, "by")
        .columns([review_case::Column::Decision, review_case::Column::Reasons, review_case::Column::DecidedAt])
        .join(JoinType::LeftJoin, of_account.into())
        .join(JoinType::LeftJoin, of_case.into())
        .order_by_desc(revision::Column::Number)
        .offset(page.saturating_sub(1) * size)
        .limit(size + 1);
    let rows = select.into_model::<Row>().all(db).await?;
    let handed = |row: Row| {
        Ok(Handed {
            revision_id: row.id,
            number: row.number,
            at: row.created_at,
            by: row.by,
            outcome: row.decision.as_deref().and_then(|code| Outcome::from_str(code).ok()),
            reasons: row.reasons.map(read_reasons).transpose()?.unwrap_or_default(),
            decided_at: row.decided_at,
        })
    };
    Ok((rows.into_iter().map(handed).collect::<Result<_, DbErr>>()?, total))
}
