//! The titles of a listing in all its languages beside the original one, so that lists speak the reader's.

use sea_orm_migration::{prelude::*, schema::*, sea_orm::JsonValue};

/// Listings that are written together.
const BATCH: u64 = 1_000;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let titles = json_binary("titles").default("{}").take();
        manager.alter_table(Table::alter().table("listing").add_column(titles).to_owned()).await?;
        note_titles(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.alter_table(Table::alter().table("listing").drop_column("titles").to_owned()).await
    }
}

/// Writes the titles of what is public, and of what was never public as its draft has them.
async fn note_titles(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    let db = manager.get_connection();
    let mut after = 0_i64;
    loop {
        let select = Query::select()
            .columns([("listing", "id")])
            .expr_as(Expr::col(("revision", "content")), "published")
            .expr_as(Expr::col(("draft", "content")), "drafted")
            .from("listing")
            .left_join("revision", Expr::col(("listing", "published_revision_id")).equals(("revision", "id")))
            .left_join("draft", Expr::col(("listing", "id")).equals(("draft", "listing_id")))
            .and_where(Expr::col(("listing", "id")).gt(after))
            .order_by(("listing", "id"), Order::Asc)
            .limit(BATCH)
            .to_owned();
        let rows = db.query_all(&select).await?;
        for row in &rows {
            after = row.try_get("", "id")?;
            let published: Option<JsonValue> = row.try_get("", "published")?;
            let drafted: Option<JsonValue> = row.try_get("", "drafted")?;
            let Some(content) = published.or(drafted) else { continue };
            let update = Query::update()
                .table("listing")
                .value("titles", titles(&content))
                .and_where(Expr::col("id").eq(after))
                .to_owned();
            db.execute(&update).await?;
        }
        if (rows.len() as u64) < BATCH {
            return Ok(());
        }
    }
}

fn titles(content: &JsonValue) -> JsonValue {
    let mut titles = JsonValue::Object(Default::default());
    titles["original"] = content["original"].clone();
    titles["texts"] = JsonValue::Object(Default::default());
    for (lang, texts) in content["texts"].as_object().into_iter().flatten() {
        if texts["title"].as_str().is_some_and(|title| !title.is_empty()) {
            titles["texts"][lang.as_str()] = texts["title"].clone();
        }
    }
    titles
}
