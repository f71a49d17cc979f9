//! What administrators laid over an entry of a register, or added to it.

use sea_orm::entity::prelude::*;

/// What administrators laid over an entry of a register, or added to it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "register_entry")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// `keyword`, `scheme` or `recognition`.
    pub register: String,
    /// Code.
    pub code: String,
    /// What it says, by name of the column.
    #[sea_orm(column_type = "JsonBinary")]
    pub columns: Json,
    /// Grows with each change; the sum over all rows grows with every change of any.
    pub version: i64,
    /// When it was changed last.
    pub changed_at: DateTimeUtc,
    /// The account that changed it last.
    pub changed_by: Option<i64>,
}

impl ActiveModelBehavior for ActiveModel {}
