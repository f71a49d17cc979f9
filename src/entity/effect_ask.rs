//! Both sides of an agreement were asked for its realised effect after a period.

use sea_orm::entity::prelude::*;

/// Both sides of an agreement were asked for its realised effect after a period.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "effect_ask")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The interest.
    pub interest_id: i64,
    /// `6` or `12`, in months after the start.
    pub period: String,
    /// When.
    pub at: DateTimeUtc,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
