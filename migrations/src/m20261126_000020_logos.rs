//! Logos of organisations: the generated name in storage, and the bytes, which count for what an organisation may keep.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [string("logo").default("").to_owned(), big_integer("logo_size").default(0).to_owned()] {
            manager.alter_table(Table::alter().table("organisation").add_column(column).to_owned()).await?;
        }
        // A file is opened by its generated name, whatever it belongs to.
        let index = Index::create().name("ix_organisation_logo").table("organisation").col("logo").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_organisation_logo").table("organisation").to_owned()).await?;
        for column in ["logo_size", "logo"] {
            manager.alter_table(Table::alter().table("organisation").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
