//! Realised effects of agreements: reports in versions, consents to show them, and when both sides were asked.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, json_binary, pk_auto, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 3] = ["effect_ask", "effect_consent", "effect_report"];

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

fn period() -> ColumnDef {
    string("period").check(Expr::col("period").is_in(["6", "12"])).to_owned()
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
        let reports = table("effect_report")
            .col(period())
            .col(big_integer("number"))
            .col(json_binary("figures"))
            .col(text("reason"))
            .col(json_binary("about"))
            .col(big_integer("organisation_id"))
            .col(big_integer_null("account_id"))
            .col(timestamp_with_time_zone("written_at"))
            .col(big_integer_null("confirmed_by"))
            .col(string("confirmed_name"))
            .col(timestamp_with_time_zone_null("confirmed_at"))
            .col(timestamp_with_time_zone_null("replaced_at"))
            .to_owned();
        let consents = table("effect_consent")
            .col(big_integer("organisation_id"))
            .col(big_integer_null("given_by"))
            .col(timestamp_with_time_zone("given_at"))
            .col(big_integer_null("withdrawn_by"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .to_owned();
        let asks = table("effect_ask").col(period()).col(timestamp_with_time_zone("at")).to_owned();
        for table in [reports, consents, asks] {
            manager.create_table(table).await?;
        }
        let consent =
            Index::create().name("ix_effect_consent_interest_id").table("effect_consent").col("interest_id").to_owned();
        // The ledger reads what was confirmed, newest first.
        let confirmed =
            Index::create().name("ix_effect_report_confirmed_at").table("effect_report").col("confirmed_at").to_owned();
        for index in [
            unique("effect_report", &["interest_id", "period", "number"]),
            unique("effect_ask", &["interest_id", "period"]),
            consent,
            confirmed,
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
