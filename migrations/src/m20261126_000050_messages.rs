//! Messages with files, drafts, earlier wordings and reports; texts of non-disclosure agreements, and those that the two
//! sides of an expression of interest have accepted.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, pk_auto, string, text, timestamp_with_time_zone, timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 6] = ["nda_acceptance", "nda", "nda_text", "message_report", "message_draft", "message_version"];

fn table(name: &'static str) -> TableCreateStatement {
    Table::create().table(name).col(pk_auto("id").big_integer()).to_owned()
}

fn belongs(table: &'static str, column: &'static str, to: &'static str) -> ForeignKeyCreateStatement {
    let mut key = ForeignKey::create();
    key.from(table, column).to(to, "id").on_delete(ForeignKeyAction::Cascade).to_owned()
}

fn unique(table: &'static str, columns: &[&'static str]) -> IndexCreateStatement {
    let mut index = Index::create();
    index.name(format!("ux_{table}_{}", columns.join("_"))).table(table).unique();
    for column in columns {
        index.col(*column);
    }
    index
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in [big_integer_null("interest_id"), big_integer_null("message_id")] {
            manager.alter_table(Table::alter().table("file").add_column(column).to_owned()).await?;
        }
        let index = Index::create().name("ix_file_interest_id").table("file").col("interest_id").to_owned();
        manager.create_index(index).await?;
        for column in [
            timestamp_with_time_zone_null("edited_at"),
            timestamp_with_time_zone_null("hidden_at"),
            text("hidden_reason").default("").to_owned(),
        ] {
            manager.alter_table(Table::alter().table("interest_message").add_column(column).to_owned()).await?;
        }
        let versions = table("message_version")
            .col(big_integer("message_id"))
            .col(timestamp_with_time_zone("at"))
            .col(text("body"))
            .foreign_key(&mut belongs("message_version", "message_id", "interest_message"))
            .to_owned();
        let drafts = table("message_draft")
            .col(big_integer("interest_id"))
            .col(big_integer("account_id"))
            .col(big_integer("organisation_id"))
            .col(text("body"))
            .col(timestamp_with_time_zone("updated_at"))
            .foreign_key(&mut belongs("message_draft", "interest_id", "interest"))
            .to_owned();
        let reports = table("message_report")
            .col(big_integer("message_id"))
            .col(big_integer("interest_id"))
            .col(big_integer("account_id"))
            .col(big_integer("organisation_id"))
            .col(text("reason"))
            .col(string("state").check(Expr::col("state").is_in(["open", "kept", "hidden"])))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("decided_at"))
            .col(big_integer_null("decided_by"))
            .col(text("decision_reason"))
            .foreign_key(&mut belongs("message_report", "message_id", "interest_message"))
            .foreign_key(&mut belongs("message_report", "interest_id", "interest"))
            .to_owned();
        let texts = table("nda_text")
            .col(big_integer("organisation_id"))
            .col(big_integer("number"))
            .col(string("lang"))
            .col(text("body"))
            .col(big_integer_null("created_by"))
            .col(timestamp_with_time_zone("created_at"))
            .foreign_key(&mut belongs("nda_text", "organisation_id", "organisation"))
            .to_owned();
        let ndas = table("nda")
            .col(big_integer("interest_id"))
            .col(big_integer("number"))
            .col(string("whose").check(Expr::col("whose").is_in(["platform", "sender", "receiver"])))
            .col(big_integer_null("text_number"))
            .col(string("languages"))
            .col(text("body"))
            .col(string("sha256"))
            .col(big_integer("organisation_id"))
            .col(timestamp_with_time_zone("proposed_at"))
            .col(timestamp_with_time_zone_null("signed_at"))
            .col(timestamp_with_time_zone_null("replaced_at"))
            .foreign_key(&mut belongs("nda", "interest_id", "interest"))
            .to_owned();
        let acceptances = table("nda_acceptance")
            .col(big_integer("nda_id"))
            .col(big_integer("organisation_id"))
            .col(big_integer("account_id"))
            .col(string("name"))
            .col(timestamp_with_time_zone("at"))
            .foreign_key(&mut belongs("nda_acceptance", "nda_id", "nda"))
            .to_owned();
        for table in [versions, drafts, reports, texts, ndas, acceptances] {
            manager.create_table(table).await?;
        }
        for (table, column) in [("message_version", "message_id"), ("message_report", "interest_id")] {
            let index = Index::create().name(format!("ix_{table}_{column}")).table(table).col(column).to_owned();
            manager.create_index(index).await?;
        }
        for index in [
            unique("message_draft", &["interest_id", "account_id", "organisation_id"]),
            unique("message_report", &["message_id"]),
            unique("nda_text", &["organisation_id", "number"]),
            unique("nda", &["interest_id", "number"]),
            unique("nda_acceptance", &["nda_id", "organisation_id"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ["hidden_reason", "hidden_at", "edited_at"] {
            manager.alter_table(Table::alter().table("interest_message").drop_column(column).to_owned()).await?;
        }
        manager.drop_index(Index::drop().name("ix_file_interest_id").table("file").to_owned()).await?;
        for column in ["message_id", "interest_id"] {
            manager.alter_table(Table::alter().table("file").drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
