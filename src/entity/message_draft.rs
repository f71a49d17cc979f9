//! What a person has written of a message and not sent.

use sea_orm::entity::prelude::*;

/// What a person has written of a message and not sent.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_draft")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The interest.
    pub interest_id: i64,
    /// The person.
    pub account_id: i64,
    /// For which the person acts.
    pub organisation_id: i64,
    /// The text so far.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// When it was last kept.
    pub updated_at: DateTimeUtc,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
