//! Notifications: what people are told of, and how each of them wants it. Jobs say who holds them, so that a worker that
//! lost its lease cannot finish what another has taken over.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(notification()).await?;
        manager.create_table(notification_setting()).await?;
        for index in indexes() {
            manager.create_index(index).await?;
        }
        let column = string_null("lease");
        manager.alter_table(Table::alter().table("job").add_column(column).to_owned()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("job").drop_column("lease").to_owned()).await?;
        for name in ["notification_setting", "notification"] {
            manager.drop_table(Table::drop().table(name).if_exists().to_owned()).await?;
        }
        Ok(())
    }
}

fn to_account(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, "account_id").to("account", "id").on_delete(ForeignKeyAction::Cascade).to_owned()
}

fn notification() -> TableCreateStatement {
    // Without a check of the kind: kinds come with features, and SQLite cannot change a check. The list is closed in
    // the program.
    let mailing = string("mailing").check(Expr::col("mailing").is_in(["none", "sent", "daily", "weekly"])).to_owned();
    Table::create()
        .table("notification")
        .col(pk_auto("id").big_integer())
        .col(big_integer("account_id"))
        .col(string("kind"))
        .col(string("locale"))
        .col(text("subject"))
        .col(text("body"))
        .col(text("quote"))
        .col(text("path"))
        .col(text("reason"))
        .col(mailing)
        .col(string_null("dedupe_key").unique_key())
        .col(timestamp_with_time_zone("at"))
        .col(timestamp_with_time_zone_null("read_at"))
        .foreign_key(&mut to_account("notification"))
        .to_owned()
}

fn notification_setting() -> TableCreateStatement {
    Table::create()
        .table("notification_setting")
        .col(big_integer("account_id").primary_key())
        .col(json_binary("deliveries"))
        .col(big_integer_null("quiet_from"))
        .col(big_integer_null("quiet_until"))
        .col(big_integer("digest_hour"))
        .col(big_integer("digest_day"))
        .foreign_key(&mut to_account("notification_setting"))
        .to_owned()
}

fn indexes() -> [IndexCreateStatement; 4] {
    let on = |name: &str| Index::create().name(name).table("notification").to_owned();
    [
        // The page, newest first.
        on("ix_notification_account_id_id").col("account_id").col("id").to_owned(),
        // The count in the head of every page.
        on("ix_notification_account_id_read_at").col("account_id").col("read_at").to_owned(),
        // What waits for a digest.
        on("ix_notification_mailing_account_id").col("mailing").col("account_id").to_owned(),
        // What is swept away.
        on("ix_notification_at").col("at").to_owned(),
    ]
}
