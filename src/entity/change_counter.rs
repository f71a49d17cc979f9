//! One row: the number of the last change that readers of listings must see.

use sea_orm::entity::prelude::*;

/// One row: the number of the last change that readers of listings must see.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "change_counter")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Value.
    pub value: i64,
}

impl ActiveModelBehavior for ActiveModel {}
