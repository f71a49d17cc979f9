//! Requests: when they close and how they ended stands on the envelope; questions, addenda, endorsements and outcomes
//! are entries; followers are told of what is new.

use chrono::{NaiveDateTime, TimeZone, Utc};
use sea_orm_migration::sea_orm::JsonValue;
use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite takes one column at a time.
        for column in envelope() {
            manager.alter_table(Table::alter().table("listing").add_column(column).to_owned()).await?;
        }
        manager.create_table(request_entry()).await?;
        manager.create_table(request_follower()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        note_closings(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name("ix_listing_closes_at").table("listing").to_owned()).await?;
        for name in ["request_follower", "request_entry"] {
            manager.drop_table(Table::drop().table(name).if_exists().to_owned()).await?;
        }
        for name in ["endorsed", "outcome", "closes_at"] {
            manager.alter_table(Table::alter().table("listing").drop_column(name).to_owned()).await?;
        }
        Ok(())
    }
}

fn envelope() -> [ColumnDef; 3] {
    [
        timestamp_with_time_zone_null("closes_at"),
        // Without a check: SQLite cannot drop a column that has one. The code list is closed in the program.
        string_null("outcome"),
        boolean("endorsed").default(false).take(),
    ]
}

fn request_entry() -> TableCreateStatement {
    Table::create()
        .table("request_entry")
        .col(pk_auto("id").big_integer())
        .col(big_integer("listing_id"))
        .col(string("kind").check(Expr::col("kind").is_in(["question", "addendum", "endorsement", "outcome"])))
        .col(big_integer("number"))
        .col(
            string("state")
                .check(Expr::col("state").is_in(["open", "answered", "declined", "removed", "standing", "ended"])),
        )
        .col(big_integer_null("organisation_id"))
        .col(big_integer_null("account_id"))
        .col(timestamp_with_time_zone("at"))
        .col(text("body"))
        .col(text("reply"))
        .col(timestamp_with_time_zone_null("replied_at"))
        .col(big_integer_null("replied_by"))
        .col(json_binary("detail"))
        .foreign_key(
            ForeignKey::create()
                .from("request_entry", "listing_id")
                .to("listing", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn request_follower() -> TableCreateStatement {
    Table::create()
        .table("request_follower")
        .col(pk_auto("id").big_integer())
        .col(big_integer("listing_id"))
        .col(big_integer("account_id"))
        .col(timestamp_with_time_zone("at"))
        .foreign_key(
            ForeignKey::create()
                .from("request_follower", "listing_id")
                .to("listing", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .foreign_key(
            ForeignKey::create()
                .from("request_follower", "account_id")
                .to("account", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 3] {
    [
        Index::create().name("ix_listing_closes_at").table("listing").col("closes_at").to_owned(),
        Index::create()
            .unique()
            .name("ux_request_entry_listing_id_kind_number")
            .table("request_entry")
            .col("listing_id")
            .col("kind")
            .col("number")
            .to_owned(),
        Index::create()
            .unique()
            .name("ux_request_follower_listing_id_account_id")
            .table("request_follower")
            .col("listing_id")
            .col("account_id")
            .to_owned(),
    ]
}

/// Writes the closing moments of requests that are public already, which stood in their content only.
async fn note_closings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let select = Query::select()
        .columns([("listing", "id"), ("revision", "content")])
        .from("listing")
        .inner_join("revision", Expr::col(("listing", "published_revision_id")).equals(("revision", "id")))
        .and_where(Expr::col(("listing", "kind")).eq("request"))
        .to_owned();
    let db = manager.get_connection();
    for row in db.query_all(&select).await? {
        let (id, content): (i64, JsonValue) = (row.try_get("", "id")?, row.try_get("", "content")?);
        let Some(closes_at) = closing(&content["body"]) else { continue };
        let update =
            Query::update().table("listing").value("closes_at", closes_at).and_where(Expr::col("id").eq(id)).to_owned();
        db.execute(&update).await?;
    }
    Ok(())
}

fn closing(body: &JsonValue) -> Option<chrono::DateTime<Utc>> {
    let local: NaiveDateTime = body["closes"].as_str()?.parse().ok()?;
    let zone: chrono_tz::Tz = body["zone"].as_str()?.parse().ok()?;
    zone.from_local_datetime(&local).earliest().map(|at| at.with_timezone(&Utc))
}
