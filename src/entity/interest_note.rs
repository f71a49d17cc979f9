//! A note of one organisation beside an expression of interest.

use sea_orm::entity::prelude::*;

/// A note of one organisation beside an expression of interest; the other never sees it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interest_note")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The expression of interest.
    pub interest_id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Who wrote it.
    pub account_id: i64,
    /// When.
    pub at: DateTimeUtc,
    /// What.
    #[sea_orm(column_type = "Text")]
    pub body: String,
}

impl ActiveModelBehavior for ActiveModel {}
