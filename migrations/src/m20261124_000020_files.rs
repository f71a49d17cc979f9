//! Files remember since when nothing names them, so that they can be removed some time later.

use sea_orm_migration::{prelude::*, schema::timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = timestamp_with_time_zone_null("unnamed_at");
        manager.alter_table(Table::alter().table("file").add_column(column).to_owned()).await?;
        // What an organisation uses is added up at each upload.
        let index = Index::create().name("ix_file_organisation_id").table("file").col("organisation_id").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_file_organisation_id").table("file").to_owned()).await?;
        manager.alter_table(Table::alter().table("file").drop_column("unnamed_at").to_owned()).await
    }
}
