//! A message that somebody reported to the moderators.

use sea_orm::entity::prelude::*;

/// A message that somebody reported to the moderators.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_report")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The message.
    #[sea_orm(unique)]
    pub message_id: i64,
    /// The interest in whose exchange it stands.
    pub interest_id: i64,
    /// Who reported it.
    pub account_id: i64,
    /// For which organisation.
    pub organisation_id: i64,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// `open`, `kept` or `hidden`.
    pub state: String,
    /// When it was reported.
    pub at: DateTimeUtc,
    /// When a moderator decided.
    pub decided_at: Option<DateTimeUtc>,
    /// The moderator.
    pub decided_by: Option<i64>,
    /// What the moderator said.
    #[sea_orm(column_type = "Text")]
    pub decision_reason: String,
    /// The message behind `message_id`.
    #[sea_orm(belongs_to, from = "message_id", to = "id")]
    pub message: BelongsTo<super::interest_message::Entity>,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
