//! One message of the exchange.

use sea_orm::entity::prelude::*;

/// One message of the exchange.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interest_message")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The interest.
    pub interest_id: i64,
    /// At.
    pub at: DateTimeUtc,
    /// The account.
    pub account_id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Body.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// When the other side first saw it.
    pub read_at: Option<DateTimeUtc>,
    /// When its author last changed it.
    pub edited_at: Option<DateTimeUtc>,
    /// When a moderator hid it.
    pub hidden_at: Option<DateTimeUtc>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub hidden_reason: String,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
