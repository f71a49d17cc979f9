//! What was added to a published request: a question, an addendum, an endorsement, an outcome.

use sea_orm::entity::prelude::*;

/// What was added to a published request: a question, an addendum, an endorsement, an outcome.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "request_entry")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The request.
    pub listing_id: i64,
    /// Kind.
    pub kind: String,
    /// 1, 2, 3 … of its kind on this request.
    pub number: i64,
    /// State.
    pub state: String,
    /// The organisation that asked, or that endorsed.
    pub organisation_id: Option<i64>,
    /// Who wrote it.
    pub account_id: Option<i64>,
    /// At.
    pub at: DateTimeUtc,
    /// What it says.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// Answer, or reason.
    #[sea_orm(column_type = "Text")]
    pub reply: String,
    /// When it was answered, declined, taken off or ended.
    pub replied_at: Option<DateTimeUtc>,
    /// Who did that.
    pub replied_by: Option<i64>,
    /// What an addendum or an outcome says besides.
    #[sea_orm(column_type = "JsonBinary")]
    pub detail: Json,
    /// The request behind `listing_id`.
    #[sea_orm(belongs_to, from = "listing_id", to = "id")]
    pub listing: BelongsTo<super::listing::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
