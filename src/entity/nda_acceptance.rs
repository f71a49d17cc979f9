//! One side has accepted a non-disclosure agreement; never changed.

use sea_orm::entity::prelude::*;

/// One side has accepted a non-disclosure agreement; never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "nda_acceptance")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The agreement.
    pub nda_id: i64,
    /// The side.
    pub organisation_id: i64,
    /// Who accepted.
    pub account_id: i64,
    /// The name as it was typed.
    pub name: String,
    /// When.
    pub at: DateTimeUtc,
    /// The nda behind `nda_id`.
    #[sea_orm(belongs_to, from = "nda_id", to = "id")]
    pub nda: BelongsTo<super::nda::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
