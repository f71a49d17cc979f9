//! What somebody with a role, or the system, did; only ever appended.

use sea_orm::entity::prelude::*;

/// What somebody with a role, or the system, did; only ever appended.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// At.
    pub at: DateTimeUtc,
    /// The account.
    pub account_id: Option<i64>,
    /// Action.
    pub action: String,
    /// Subject.
    pub subject: String,
    /// Detail.
    #[sea_orm(column_type = "JsonBinary")]
    pub detail: Json,
}

impl ActiveModelBehavior for ActiveModel {}
