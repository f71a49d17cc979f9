//! Sections of a draft that are kept as they were typed, since something in them is missing or wrong.

use sea_orm_migration::{prelude::*, schema::json_binary_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let unfinished = json_binary_null("unfinished");
        manager.alter_table(Table::alter().table("draft").add_column(unfinished).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("draft").drop_column("unfinished").to_owned()).await
    }
}
