//! What an organisation keeps beside its expressions of interest: who sees to each, labels, notes; and the calendar
//! feeds of its members.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

fn belongs(from: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(from, column).to(to, "id").on_delete(ForeignKeyAction::Cascade).to_owned()
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let desk = Table::create()
            .table("interest_desk")
            .col(pk_auto("id").big_integer())
            .col(big_integer("interest_id"))
            .col(big_integer("organisation_id"))
            .col(big_integer_null("assignee_id"))
            .col(text("labels"))
            .col(timestamp_with_time_zone("updated_at"))
            .foreign_key(&mut belongs("interest_desk", "interest_id", "interest"))
            .foreign_key(&mut belongs("interest_desk", "organisation_id", "organisation"))
            .to_owned();
        let note = Table::create()
            .table("interest_note")
            .col(pk_auto("id").big_integer())
            .col(big_integer("interest_id"))
            .col(big_integer("organisation_id"))
            .col(big_integer("account_id"))
            .col(timestamp_with_time_zone("at"))
            .col(text("body"))
            .foreign_key(&mut belongs("interest_note", "interest_id", "interest"))
            .foreign_key(&mut belongs("interest_note", "organisation_id", "organisation"))
            .to_owned();
        let feed = Table::create()
            .table("calendar_feed")
            .col(pk_auto("id").big_integer())
            .col(big_integer("account_id"))
            .col(big_integer("organisation_id"))
            .col(string("token_hash").unique_key())
            .col(timestamp_with_time_zone("created_at"))
            .col(timestamp_with_time_zone_null("read_at"))
            .foreign_key(&mut belongs("calendar_feed", "account_id", "account"))
            .foreign_key(&mut belongs("calendar_feed", "organisation_id", "organisation"))
            .to_owned();
        for table in [desk, note, feed] {
            manager.create_table(table).await?;
        }
        let once = Index::create()
            .name("ux_interest_desk_interest_id_organisation_id")
            .table("interest_desk")
            .col("interest_id")
            .col("organisation_id")
            .unique()
            .to_owned();
        let notes =
            Index::create().name("ix_interest_note_interest_id").table("interest_note").col("interest_id").to_owned();
        let feeds =
            Index::create().name("ix_calendar_feed_account_id").table("calendar_feed").col("account_id").to_owned();
        for index in [once, notes, feeds] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["calendar_feed", "interest_note", "interest_desk"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
