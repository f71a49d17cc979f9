//! That an answer to a request was kept or set aside, and why; never changed, and never shown to who answered.

use sea_orm::entity::prelude::*;

/// That an answer to a request was kept or set aside, and why; never changed, and never shown to who answered.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answer_decision")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The expression of interest.
    pub interest_id: i64,
    /// Counts the decisions on one answer from 1.
    pub number: i64,
    /// `kept` or `set_aside`.
    pub decision: String,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// The organisation that decided.
    pub organisation_id: i64,
    /// Who decided.
    pub account_id: Option<i64>,
    /// When.
    pub at: DateTimeUtc,
    /// The expression of interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
