//! The schema that the migrations make is the one that the entities expect, on the database of this run.

use std::collections::{BTreeMap, BTreeSet};

use greenbridge::db::Db;
use greenbridge::entity;
use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ColumnTrait, ColumnType, ConnectionTrait, DbBackend, EntityName, EntityTrait, IdenStatic, Iterable, Statement,
};

use crate::support::{TestApp, TestDatabase};

/// Name of a column, its type where the database keeps one, and whether it may be empty.
type Columns = BTreeMap<String, (String, bool)>;

macro_rules! entities {
    ($($name:ident),+ $(,)?) => {
        /// The tables as the entities have them.
        fn expected(backend: DbBackend) -> BTreeMap<String, Columns> {
            BTreeMap::from([$((
                entity::$name::Entity.table_name().to_owned(),
                columns_of::<entity::$name::Entity>(backend),
            )),+])
        }

        const NAMES: &[&str] = &[$(stringify!($name)),+];
    };
}

entities! {
    account, answer, answer_decision, answer_result, audit, calendar_feed, certificate, change_counter, draft,
    effect_ask, effect_consent, effect_report, evidence_check, file, import_mapping, import_row, import_run,
    interest, interest_desk, interest_event, interest_message, interest_note, invitation,
    job, limit_bucket, listing, membership, message_draft, message_report, message_version, nda, nda_acceptance, nda_text,
    notification, notification_setting, one_time_token, organisation, reference_counter, refresh_token,
    register_entry, request_entry, request_follower, review_case, revision, session,
}

fn columns_of<E: EntityTrait>(backend: DbBackend) -> Columns {
    E::Column::iter()
        .map(|column| {
            let def = column.def();
            let kind = if backend == DbBackend::Sqlite { "" } else { postgres_name(def.get_column_type()) };
            (column.as_str().to_owned(), (kind.to_owned(), def.is_null()))
        })
        .collect()
}

fn postgres_name(kind: &ColumnType) -> &'static str {
    match kind {
        ColumnType::Integer => "integer",
        ColumnType::BigInteger => "bigint",
        ColumnType::String(_) => "character varying",
        ColumnType::Text => "text",
        ColumnType::Boolean => "boolean",
        ColumnType::JsonBinary => "jsonb",
        ColumnType::TimestampWithTimeZone => "timestamp with time zone",
        ColumnType::Date => "date",
        other => panic!("say here what PostgreSQL calls {other:?}"),
    }
}

/// The tables as the database has them.
async fn actual(db: &Db) -> BTreeMap<String, Columns> {
    let backend = db.conn().get_database_backend();
    let sql = match backend {
        DbBackend::Sqlite => {
            "SELECT m.name AS tab, c.name AS col, '' AS kind, CAST(c.\"notnull\" = 0 AND c.pk = 0 AS INTEGER) AS empty \
             FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'"
        }
        _ => {
            "SELECT table_name::text AS tab, column_name::text AS col, data_type::text AS kind, \
             CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS empty \
             FROM information_schema.columns WHERE table_schema = 'public'"
        }
    };
    let mut tables: BTreeMap<String, Columns> = BTreeMap::new();
    for row in db.conn().query_all_raw(Statement::from_string(backend, sql)).await.unwrap() {
        let text = |name: &str| row.try_get::<String>("", name).unwrap();
        let empty = row.try_get::<i32>("", "empty").unwrap() == 1;
        tables.entry(text("tab")).or_default().insert(text("col"), (text("kind"), empty));
    }
    tables.remove("seaql_migrations");
    tables
}

#[tokio::test]
async fn migrated_tables_are_those_of_the_entities() {
    let app = TestApp::start().await;
    let expected = expected(app.db.conn().get_database_backend());
    let actual = actual(&app.db).await;
    assert_eq!(expected.keys().collect::<Vec<_>>(), actual.keys().collect::<Vec<_>>());
    for (table, columns) in &expected {
        assert_eq!(columns, &actual[table], "{table}");
    }
}

#[test]
fn no_entity_is_left_out_of_this_test() {
    let file = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/src/entity/mod.rs")).unwrap();
    let modules = file.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    assert_eq!(modules.collect::<BTreeSet<_>>(), NAMES.iter().copied().collect::<BTreeSet<_>>());
}

#[tokio::test]
async fn migrations_go_up_down_and_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = TestDatabase::empty(folder.path()).await;
    let db = Db::connect(&database.url).await.unwrap();
    db.migrate().await.unwrap();
    let first = actual(&db).await;
    Migrator::down(db.conn(), None).await.unwrap();
    assert_eq!(actual(&db).await, BTreeMap::new());
    db.migrate().await.unwrap();
    assert_eq!(actual(&db).await, first);
    db.migrate().await.unwrap();
    assert_eq!(db.pending_migrations().await.unwrap(), 0);
}

#[tokio::test]
async fn a_database_of_a_newer_program_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let database = TestDatabase::empty(folder.path()).await;
    let db = Db::connect(&database.url).await.unwrap();
    db.migrate().await.unwrap();
    let insert = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m20990101_000001_later', 0)";
    db.conn().execute_unprepared(insert).await.unwrap();
    let refused = db.migrate().await.unwrap_err().to_string();
    assert!(refused.contains("m20990101_000001_later"), "{refused}");
}
