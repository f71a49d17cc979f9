//! Entries that administrators lay over the carried registers, and what became of certificates: the reason of the last
//! decision and since when the present claim waits.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let registers = ["keyword", "scheme", "recognition"];
        let table = Table::create()
            .table("register_entry")
            .col(pk_auto("id").big_integer())
            .col(string("register").check(Expr::col("register").is_in(registers)))
            .col(string("code"))
            .col(json_binary("columns"))
            .col(big_integer("version"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(big_integer_null("changed_by"))
            .to_owned();
        manager.create_table(table).await?;
        let index = Index::create()
            .name("register_entry_code")
            .table("register_entry")
            .col("register")
            .col("code")
            .unique()
            .to_owned();
        manager.create_index(index).await?;
        let index = Index::create().name("audit_subject").table("audit").col("subject").col("id").to_owned();
        manager.create_index(index).await?;
        for column in [text("reason").default("").to_owned(), timestamp_with_time_zone_null("claimed_at")] {
            let alter = Table::alter().table("certificate").add_column(column).to_owned();
            manager.alter_table(alter).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["claimed_at", "reason"] {
            manager.alter_table(Table::alter().table("certificate").drop_column(column).to_owned()).await?;
        }
        manager.drop_index(Index::drop().name("audit_subject").table("audit").to_owned()).await?;
        manager.drop_table(Table::drop().table("register_entry").to_owned()).await
    }
}
