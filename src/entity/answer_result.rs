//! What became of an answer when the outcome of its request was recorded, as who answered was told; never changed.

use sea_orm::entity::prelude::*;

/// What became of an answer when the outcome of its request was recorded, as who answered was told; never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answer_result")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The expression of interest.
    pub interest_id: i64,
    /// Counts the results of one answer from 1; a corrected outcome can bring another.
    pub number: i64,
    /// Whether it was chosen.
    pub chosen: bool,
    /// Code of the outcome.
    pub outcome: String,
    /// Number of the outcome on its request.
    pub outcome_number: i64,
    /// The reason that is shared; empty where it was chosen without words.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Who recorded it.
    pub account_id: Option<i64>,
    /// When.
    pub at: DateTimeUtc,
    /// The expression of interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
