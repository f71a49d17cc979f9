//! An earlier wording of a message; never changed.

use sea_orm::entity::prelude::*;

/// An earlier wording of a message; never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "message_version")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The message.
    pub message_id: i64,
    /// When it was replaced.
    pub at: DateTimeUtc,
    /// What the message said until then.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// The message behind `message_id`.
    #[sea_orm(belongs_to, from = "message_id", to = "id")]
    pub message: BelongsTo<super::interest_message::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
