//! The consent of one side to show confirmed effects on the public ledger, from when until when.

use sea_orm::entity::prelude::*;

/// The consent of one side to show confirmed effects on the public ledger, from when until when.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "effect_consent")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The interest.
    pub interest_id: i64,
    /// The side.
    pub organisation_id: i64,
    /// Who gave it.
    pub given_by: Option<i64>,
    /// When.
    pub given_at: DateTimeUtc,
    /// Who withdrew it.
    pub withdrawn_by: Option<i64>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTimeUtc>,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
