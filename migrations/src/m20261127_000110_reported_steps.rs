//! Reports of words that came with a step of an exchange, such as the first ones, beside those of messages.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, pk_auto, string, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
};
use sea_orm_migration::sea_orm::DbBackend;

#[derive(DeriveMigrationName)]
pub struct Migration;

/// What both forms of the table have.
const COLUMNS: &str = "id, message_id, interest_id, account_id, organisation_id, reason, state, at, decided_at, \
                       decided_by, decision_reason";

fn belongs(column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.from("message_report_next", column).to(to, "id").on_delete(ForeignKeyAction::Cascade).to_owned()
}

/// The table under the name that it has until it takes the place of the old one.
fn next(with_steps: bool) -> TableCreateStatement {
    let mut table = Table::create();
    table.table("message_report_next").col(pk_auto("id").big_integer());
    if with_steps {
        table.col(big_integer_null("message_id")).col(big_integer_null("event_id"));
        table.foreign_key(&mut belongs("event_id", "interest_event"));
    } else {
        table.col(big_integer("message_id"));
    }
    table
        .col(big_integer("interest_id"))
        .col(big_integer("account_id"))
        .col(big_integer("organisation_id"))
        .col(text("reason"))
        .col(string("state").check(Expr::col("state").is_in(["open", "kept", "hidden"])))
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("decided_at"))
        .col(big_integer_null("decided_by"))
        .col(text("decision_reason"))
        .foreign_key(&mut belongs("message_id", "interest_message"))
        .foreign_key(&mut belongs("interest_id", "interest"))
        .to_owned()
}

/// Puts another form of the table in its place: SQLite cannot change whether a column may be empty.
async fn replace(manager: &SchemaManager<'_>, with_steps: bool) -> Result<(), DbErr> {
    manager.create_table(next(with_steps)).await?;
    let copy = format!("INSERT INTO message_report_next ({COLUMNS}) SELECT {COLUMNS} FROM message_report");
    manager.get_connection().execute_unprepared(&copy).await?;
    manager.drop_table(Table::drop().table("message_report").to_owned()).await?;
    manager.rename_table(Table::rename().table("message_report_next", "message_report").to_owned()).await?;
    let index =
        Index::create().name("ix_message_report_interest_id").table("message_report").col("interest_id").to_owned();
    manager.create_index(index).await?;
    manager.create_index(unique("message_id")).await
}

fn unique(column: &'static str) -> IndexCreateStatement {
    Index::create().name(format!("ux_message_report_{column}")).table("message_report").col(column).unique().to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    /// On one connection, since another one may not know yet that the old table is gone; and whole or not at all.
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        if manager.get_database_backend() == DbBackend::Sqlite {
            replace(manager, true).await?;
        } else {
            let connection = manager.get_connection();
            connection.execute_unprepared("ALTER TABLE message_report ALTER COLUMN message_id DROP NOT NULL").await?;
            let add = "ALTER TABLE message_report ADD COLUMN event_id bigint REFERENCES interest_event (id) ON DELETE CASCADE";
            connection.execute_unprepared(add).await?;
        }
        manager.create_index(unique("event_id")).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let connection = manager.get_connection();
        connection.execute_unprepared("DELETE FROM message_report WHERE message_id IS NULL").await?;
        if manager.get_database_backend() == DbBackend::Sqlite {
            return replace(manager, false).await;
        }
        connection.execute_unprepared("ALTER TABLE message_report DROP COLUMN event_id").await?;
        connection.execute_unprepared("ALTER TABLE message_report ALTER COLUMN message_id SET NOT NULL").await?;
        Ok(())
    }
}
