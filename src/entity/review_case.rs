//! One submission on its way to a decision.

use sea_orm::entity::prelude::*;

/// One submission on its way to a decision.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "review_case")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The listing.
    pub listing_id: i64,
    /// Revision id.
    pub revision_id: i64,
    /// `waiting`, `claimed`, `decided` or `withdrawn`.
    pub state: String,
    /// Sum of the automatic hints; higher is looked at first.
    pub risk: i64,
    /// Opened at.
    pub opened_at: DateTimeUtc,
    /// Claimed by.
    pub claimed_by: Option<i64>,
    /// Claimed until.
    pub claimed_until: Option<DateTimeUtc>,
    /// `approved`, `changes_requested` or `rejected`.
    pub decision: Option<String>,
    /// List of `{field, text}`.
    #[sea_orm(column_type = "JsonBinary")]
    pub reasons: Json,
    /// Decided by.
    pub decided_by: Option<i64>,
    /// Decided at.
    pub decided_at: Option<DateTimeUtc>,
    /// Grows with each change.
    pub version: i64,
    /// The listing behind `listing_id`.
    #[sea_orm(belongs_to, from = "listing_id", to = "id")]
    pub listing: BelongsTo<super::listing::Entity>,
    /// The revision behind `revision_id`.
    #[sea_orm(belongs_to, from = "revision_id", to = "id")]
    pub revision: BelongsTo<super::revision::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
