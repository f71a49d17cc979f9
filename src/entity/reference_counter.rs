//! The last number given in a series of reference numbers.

use sea_orm::entity::prelude::*;

/// The last number given in a series of reference numbers.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reference_counter")]
pub struct Model {
    /// Name.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    /// Value.
    pub value: i64,
}

impl ActiveModelBehavior for ActiveModel {}
