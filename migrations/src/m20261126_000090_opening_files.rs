//! Files that come with the first words of an expression of interest.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let opening = boolean("opening").default(false).take();
        manager.alter_table(Table::alter().table("file").add_column(opening).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("file").drop_column("opening").to_owned()).await
    }
}
