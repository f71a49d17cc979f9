//! Answers to requests: with which offer an organisation answers and what was compared, what the agency decided of each
//! and why, and what each was told of the outcome.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, boolean, json_binary, pk_auto, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["answer_result", "answer_decision", "answer"];

fn table(name: &'static str) -> TableCreateStatement {
    let mut interest = ForeignKey::create();
    interest.from(name, "interest_id").to("interest", "id").on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table(name)
        .col(pk_auto("id").big_integer())
        .col(big_integer("interest_id"))
        .foreign_key(&mut interest)
        .to_owned()
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
        let answers = table("answer")
            .col(big_integer_null("offer_id"))
            .col(big_integer_null("offer_revision_id"))
            .col(big_integer_null("request_revision_id"))
            .col(json_binary("content"))
            .col(timestamp_with_time_zone("updated_at"))
            .col(timestamp_with_time_zone_null("frozen_at"))
            .to_owned();
        let decisions = table("answer_decision")
            .col(big_integer("number"))
            .col(string("decision").check(Expr::col("decision").is_in(["kept", "set_aside"])))
            .col(text("reason"))
            .col(big_integer("organisation_id"))
            .col(big_integer_null("account_id"))
            .col(timestamp_with_time_zone("at"))
            .to_owned();
        let results = table("answer_result")
            .col(big_integer("number"))
            .col(boolean("chosen"))
            .col(string("outcome").check(Expr::col("outcome").is_in([
                "awarded",
                "pilot",
                "none_suitable",
                "cancelled",
            ])))
            .col(big_integer("outcome_number"))
            .col(text("reason"))
            .col(big_integer_null("account_id"))
            .col(timestamp_with_time_zone("at"))
            .to_owned();
        for table in [answers, decisions, results] {
            manager.create_table(table).await?;
        }
        for index in [
            unique("answer", &["interest_id"]),
            unique("answer_decision", &["interest_id", "number"]),
            unique("answer_result", &["interest_id", "number"]),
        ] {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
