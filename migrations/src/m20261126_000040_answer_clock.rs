//! Until when an expression of interest is answered, and what its organisation was reminded of.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const MOMENTS: [&str; 4] = ["first_reminder_at", "second_reminder_at", "due_at", "lapses_at"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in MOMENTS.map(timestamp_with_time_zone_null) {
            manager.alter_table(Table::alter().table("interest").add_column(column).to_owned()).await?;
        }
        let reminders = integer("reminders").default(0).to_owned();
        manager.alter_table(Table::alter().table("interest").add_column(reminders).to_owned()).await?;
        // The calendar asks every hour for what awaits an answer.
        let index = Index::create().name("ix_interest_state_due_at").table("interest").col("state").col("due_at").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_interest_state_due_at").table("interest").to_owned()).await?;
        for column in ["reminders", "lapses_at", "due_at", "second_reminder_at", "first_reminder_at"] {
            manager.alter_table(Table::alter().table("interest").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
