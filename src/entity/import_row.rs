//! What an import said of one listing of its table.

use sea_orm::entity::prelude::*;

/// What an import said of one listing of its table.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_row")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The run.
    pub run_id: i64,
    /// Place among the listings of the table.
    pub number: i64,
    /// First line in the file.
    pub line: i64,
    /// What became of it.
    pub outcome: String,
    /// Title.
    pub title: String,
    /// Reference number of the listing; empty if there is none.
    pub reference: String,
    /// What is wrong with it.
    #[sea_orm(column_type = "JsonBinary")]
    pub faults: Json,
    /// The run behind `run_id`.
    #[sea_orm(belongs_to, from = "run_id", to = "id")]
    pub run: BelongsTo<super::import_run::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
