//! State of one throttle (generic cell rate algorithm).

use sea_orm::entity::prelude::*;

/// State of one throttle (generic cell rate algorithm).
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "limit_bucket")]
pub struct Model {
    /// Name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Theoretical arrival time, microseconds since 1970.
    pub tat: i64,
}

impl ActiveModelBehavior for ActiveModel {}
