//! Words of an exchange that somebody reported to the moderators: a message, or what came with a step.

use sea_orm::entity::prelude::*;

/// Words of an exchange that somebody reported to the moderators: a message, or what came with a step.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_report")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The message; none if the words came with a step.
    #[sea_orm(unique)]
    pub message_id: Option<i64>,
    /// The step with which the words came; none for a message.
    #[sea_orm(unique)]
    pub event_id: Option<i64>,
    /// The interest in whose exchange they stand.
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
    pub message: BelongsTo<Option<super::interest_message::Entity>>,
    /// The step behind `event_id`.
    #[sea_orm(belongs_to, from = "event_id", to = "id")]
    pub event: BelongsTo<Option<super::interest_event::Entity>>,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
