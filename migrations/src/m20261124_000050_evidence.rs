//! What moderators and focal points checked of a listing's claims.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, json_binary, pk_auto, string, text, timestamp_with_time_zone,
    timestamp_with_time_zone_null,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("evidence_check")
            .col(pk_auto("id").big_integer())
            .col(big_integer("listing_id"))
            .col(string("step").check(Expr::col("step").is_in([
                "checked",
                "third_party_verified",
                "government_or_mra",
            ])))
            .col(json_binary("claims"))
            .col(string("verifier"))
            .col(text("note"))
            .col(big_integer_null("account_id"))
            .col(big_integer_null("organisation_id"))
            .col(timestamp_with_time_zone("at"))
            .col(timestamp_with_time_zone_null("withdrawn_at"))
            .foreign_key(
                ForeignKey::create()
                    .from("evidence_check", "listing_id")
                    .to("listing", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .to_owned();
        manager.create_table(table).await?;
        let index =
            Index::create().name("ix_evidence_check_listing_id").table("evidence_check").col("listing_id").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("evidence_check").to_owned()).await
    }
}
