//! What one organisation keeps beside an expression of interest.

use sea_orm::entity::prelude::*;

/// What one organisation keeps beside an expression of interest; the other never sees it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interest_desk")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The expression of interest.
    pub interest_id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// The member who sees to it.
    pub assignee_id: Option<i64>,
    /// Labels, each between line breaks.
    #[sea_orm(column_type = "Text")]
    pub labels: String,
    /// When it was changed last.
    pub updated_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
