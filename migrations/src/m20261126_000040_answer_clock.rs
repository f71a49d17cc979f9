//! Until when an expression of interest is answered, what its organisation was reminded of, and holidays among the
//! registers.

use sea_orm_migration::sea_orm::TransactionTrait as _;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const MOMENTS: [&str; 4] = ["first_reminder_at", "second_reminder_at", "due_at", "lapses_at"];

const REGISTERS: [&str; 3] = ["keyword", "scheme", "recognition"];
const KEPT: [&str; 6] = ["register", "code", "columns", "version", "changed_at", "changed_by"];

/// Makes the table of registers anew with other names of registers, since SQLite cannot change a check. All on one
/// connection: another one of the pool may still know the old table when the new one takes its name.
async fn rebuild(manager: &SchemaManager<'_>, registers: Vec<&'static str>) -> Result<(), DbErr> {
    let tx = manager.get_connection().begin().await?;
    rebuild_in(&SchemaManager::new(&tx), registers).await?;
    tx.commit().await
}

async fn rebuild_in(manager: &SchemaManager<'_>, registers: Vec<&'static str>) -> Result<(), DbErr> {
    let table = Table::create()
        .table("register_entry_new")
        .col(pk_auto("id").big_integer())
        .col(string("register").check(Expr::col("register").is_in(registers.clone())))
        .col(string("code"))
        .col(json_binary("columns"))
        .col(big_integer("version"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(big_integer_null("changed_by"))
        .to_owned();
    manager.create_table(table).await?;
    // Their order is what counts, not their keys.
    let select = Query::select()
        .columns(KEPT)
        .from("register_entry")
        .and_where(Expr::col("register").is_in(registers))
        .order_by("id", Order::Asc)
        .to_owned();
    let mut insert = Query::insert();
    insert.into_table("register_entry_new").columns(KEPT);
    insert.select_from(select).map_err(|error| DbErr::Custom(error.to_string()))?;
    manager.execute(insert).await?;
    manager.drop_table(Table::drop().table("register_entry").to_owned()).await?;
    manager.rename_table(Table::rename().table("register_entry_new", "register_entry").to_owned()).await?;
    let index = Index::create()
        .name("register_entry_code")
        .table("register_entry")
        .col("register")
        .col("code")
        .unique()
        .to_owned();
    manager.create_index(index).await
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in MOMENTS.map(timestamp_with_time_zone_null) {
            manager.alter_table(Table::alter().table("interest").add_column(column).to_owned()).await?;
        }
        let reminders = integer("reminders").default(0).to_owned();
        manager.alter_table(Table::alter().table("interest").add_column(reminders).to_owned()).await?;
        // The calendar asks every hour for what awaits an answer.
        let index =
            Index::create().name("ix_interest_state_due_at").table("interest").col("state").col("due_at").to_owned();
        manager.create_index(index).await?;
        rebuild(manager, REGISTERS.into_iter().chain(["holiday"]).collect()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        rebuild(manager, REGISTERS.to_vec()).await?;
        manager.drop_index(Index::drop().name("ix_interest_state_due_at").table("interest").to_owned()).await?;
        for column in ["reminders", "lapses_at", "due_at", "second_reminder_at", "first_reminder_at"] {
            manager.alter_table(Table::alter().table("interest").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
