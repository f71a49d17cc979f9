//! The tables of imports: runs, what they said of rows, and the mappings that organisations use again.

use sea_orm_migration::{prelude::*, schema::*};

#[derive(DeriveMigrationName)]
pub struct Migration;

const NAMES: &[&str] = &["import_run", "import_row", "import_mapping"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [run(), row(), mapping()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for name in NAMES.iter().rev() {
            manager.drop_table(Table::drop().table(*name).if_exists().to_owned()).await?;
        }
        Ok(())
    }
}

fn to_organisation(table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .from(table, "organisation_id")
        .to("organisation", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

fn run() -> TableCreateStatement {
    let stages = ["uploaded", "checking", "checked", "running", "done", "cancelled", "failed"];
    Table::create()
        .table("import_run")
        .col(pk_auto("id").big_integer())
        .col(big_integer("organisation_id"))
        .col(big_integer("account_id"))
        // One run of an organisation works at a time: this names the organisation while it does, and is empty else.
        .col(big_integer_null("busy_organisation_id").unique_key())
        .col(string("stage").check(Expr::col("stage").is_in(stages)))
        .col(string("mode").check(Expr::col("mode").is_in(["drafts", "submit", "publish"])))
        .col(string("name"))
        .col(string_null("stored_as"))
        .col(json_binary("setup"))
        .col(json_binary("mapping"))
        .col(string("fingerprint"))
        .col(string("failure"))
        .col(big_integer("row_count"))
        .col(big_integer("rows_read"))
        .col(big_integer("records_read"))
        .col(big_integer("made"))
        .col(big_integer("changed"))
        .col(big_integer("unchanged"))
        .col(big_integer("refused"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(&mut to_organisation("import_run"))
        .to_owned()
}

fn row() -> TableCreateStatement {
    Table::create()
        .table("import_row")
        .col(pk_auto("id").big_integer())
        .col(big_integer("run_id"))
        .col(big_integer("number"))
        .col(big_integer("line"))
        .col(string("outcome").check(Expr::col("outcome").is_in(["new", "changed", "unchanged", "refused"])))
        .col(string("title"))
        .col(string("reference"))
        .col(json_binary("faults"))
        .foreign_key(
            ForeignKey::create()
                .from("import_row", "run_id")
                .to("import_run", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

fn mapping() -> TableCreateStatement {
    Table::create()
        .table("import_mapping")
        .col(pk_auto("id").big_integer())
        .col(big_integer("organisation_id"))
        .col(string("fingerprint"))
        .col(string("name"))
        .col(json_binary("mapping"))
        .col(timestamp_with_time_zone("saved_at"))
        .foreign_key(&mut to_organisation("import_mapping"))
        .to_owned()
}

fn indexes() -> Vec<IndexCreateStatement> {
    vec![
        Index::create().name("ix_import_run_organisation_id").table("import_run").col("organisation_id").to_owned(),
        Index::create()
            .unique()
            .name("ux_import_row_run_id_number")
            .table("import_row")
            .col("run_id")
            .col("number")
            .to_owned(),
        Index::create()
            .unique()
            .name("ux_import_mapping_organisation_id_fingerprint")
            .table("import_mapping")
            .col("organisation_id")
            .col("fingerprint")
            .to_owned(),
    ]
}
