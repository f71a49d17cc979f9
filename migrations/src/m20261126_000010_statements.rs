//! What statements of verification (ISO 14034) say besides: who verified the technology, and what.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string("verifier").default("").to_owned(), text("verified").default("").to_owned()] {
            manager.alter_table(Table::alter().table("certificate").add_column(column).to_owned()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["verified", "verifier"] {
            manager.alter_table(Table::alter().table("certificate").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
