//! Ground: the database, and everything in which SQLite and PostgreSQL differ.

use std::time::Duration;

use migrations::{Migrator, MigratorTrait};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExprTrait,
    RuntimeErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
    sea_query::{Expr, Func, LikeExpr, OnConflict, Query},
};
use sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};

/// How long a request waits for a connection before it is answered with 503.
const ACQUIRE: Duration = Duration::from_secs(2);

/// A connection that lay idle for so long may have died meanwhile, and is tried before it is used. To try each that was
/// used a moment ago would double what a statement costs.
const IDLE: Duration = Duration::from_secs(1);

/// Target under which the log tells of each statement that was sent; it is off unless somebody asks for it.
pub const STATEMENTS: &str = "greenbridge::sql";

/// The database of the app.
#[derive(Clone, Debug)]
pub struct Db(DatabaseConnection);

/// Why a database cannot be used; each is one sentence for the operator.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The address is of no known kind.
    #[error("the database address must begin with sqlite: or postgres:")]
    Address,
    /// It cannot be reached or opened.
    #[error("the database cannot be opened: {0}")]
    Unreachable(DbErr),
    /// A newer program has migrated it.
    #[error("the database was migrated by a newer Greenbridge ({0}); install that version or restore a backup")]
    Newer(String),
    /// A migration failed.
    #[error("the database cannot be migrated: {0}")]
    Migration(DbErr),
}

impl Db {
    /// Opens a pool. SQLite runs in WAL mode with full durability; its pool is small because it has one writer.
    pub async fn connect(url: &str) -> Result<Self, Unusable> {
        let sqlite = url.starts_with("sqlite:");
        if !sqlite && !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
            return Err(Unusable::Address);
        }
        let mut options = ConnectOptions::new(url);
        options
            .max_connections(if sqlite { 8 } else { 16 })
            .connect_timeout(ACQUIRE)
            .acquire_timeout(ACQUIRE)
            .sqlx_logging(false)
            .test_before_acquire_if_idle_for(IDLE)
            .map_sqlx_sqlite_opts(|options| {
                options
                    .journal_mode(SqliteJournalMode::Wal)
                    .synchronous(SqliteSynchronous::Full)
                    .foreign_keys(true)
                    .busy_timeout(Duration::from_secs(5))
            });
        if !sqlite {
            options.statement_timeout(Duration::from_secs(30));
        }
        let mut db = Database::connect(options).await.map_err(Unusable::Unreachable)?;
        // With its parameters left out, since they hold what people wrote.
        db.set_metric_callback(|info| {
            let (sql, seconds, failed) = (info.statement.sql.as_str(), info.elapsed.as_secs_f64(), info.failed);
            tracing::trace!(target: STATEMENTS, sql, seconds, failed);
        });
        Ok(Self(db))
    }

    /// Brings the schema up to date, and refuses one that a newer program has made.
    pub async fn migrate(&self) -> Result<(), Unusable> {
        self.refuse_newer().await?;
        Migrator::up(&self.0, None).await.map_err(Unusable::Migration)
    }

    /// Empties the database: takes all tables away and makes them anew.
    pub async fn start_over(&self) -> Result<(), Unusable> {
        Migrator::refresh(&self.0).await.map_err(Unusable::Migration)
    }

    /// Fails when the database knows a migration that this program does not.
    pub async fn refuse_newer(&self) -> Result<(), Unusable> {
        let applied = Migrator::get_migration_models(&self.0).await.unwrap_or_default();
        let known: Vec<String> = Migrator::migrations().iter().map(|step| step.name().to_owned()).collect();
        match applied.into_iter().find(|step| !known.contains(&step.version)) {
            Some(step) => Err(Unusable::Newer(step.version)),
            None => Ok(()),
        }
    }

    /// How many migrations are still to be run.
    pub async fn pending_migrations(&self) -> Result<usize, DbErr> {
        Ok(Migrator::get_pending_migrations(&self.0).await?.len())
    }

    /// For reading outside a transaction.
    pub fn conn(&self) -> &DatabaseConnection {
        &self.0
    }

    /// Begins a transaction that writes. SQLite takes the write lock at once, since a transaction that reads first and
    /// writes later fails under concurrency; PostgreSQL stays at READ COMMITTED, so rows that are read to be changed are
    /// read with `lock_exclusive()`.
    pub async fn write_tx(&self) -> Result<DatabaseTransaction, DbErr> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        self.0.begin_with_options(options).await
    }

    /// Answers whether the database can be asked.
    pub async fn ping(&self) -> Result<(), DbErr> {
        self.0.ping().await
    }
}

/// Whether an error means that the database is away or busy, so that trying again may help.
pub fn is_unavailable(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => true,
        other => {
            let text = other.to_string();
            text.contains("database is locked")
                || text.contains("terminating connection")
                || text.contains("error communicating with database")
        }
    }
}

/// Whether the database does not take what was asked because of a character that has no place in a text: PostgreSQL
/// refuses NUL (22021 in a text, 22P05 in JSON), which no person types.
pub fn is_unreadable(error: &DbErr) -> bool {
    let (DbErr::Query(RuntimeErr::SqlxError(error)) | DbErr::Exec(RuntimeErr::SqlxError(error))) = error else {
        return false;
    };
    let code = error.as_database_error().and_then(|error| error.code());
    code.is_some_and(|code| code == "22021" || code == "22P05")
}

/// Takes the next number of a named series, without a gap and without two callers getting the same.
pub async fn next_number(tx: &DatabaseTransaction, series: &str) -> Result<i64, DbErr> {
    let insert = Query::insert()
        .into_table("reference_counter")
        .columns(["name", "value"])
        .values_panic([series.into(), 1.into()])
        .on_conflict(
            OnConflict::column("name").value("value", Expr::col(("reference_counter", "value")).add(1)).to_owned(),
        )
        .returning_col("value")
        .to_owned();
    returned(tx, &insert).await
}

/// Takes the next number of the change sequence. The row's lock is held until commit, so readers that follow the
/// sequence see changes in one order and miss none.
pub async fn next_change(tx: &DatabaseTransaction) -> Result<i64, DbErr> {
    let update = Query::update()
        .table("change_counter")
        .value("value", Expr::col("value").add(1))
        .and_where(Expr::col("id").eq(1))
        .returning_col("value")
        .to_owned();
    returned(tx, &update).await
}

/// Runs a statement that returns one number.
async fn returned<S: sea_orm::StatementBuilder>(tx: &DatabaseTransaction, statement: &S) -> Result<i64, DbErr> {
    let row = tx.query_one(statement).await?.ok_or_else(|| DbErr::RecordNotFound("returning".to_owned()))?;
    row.try_get("", "value")
}

/// Whether a text holds some words, whatever their case.
pub fn holds(text: impl Into<Expr>, words: &str) -> Expr {
    let escaped = words.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    Expr::expr(Func::lower(text.into())).like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}

/// Which of the two databases it is.
pub fn backend(db: &impl ConnectionTrait) -> DbBackend {
    db.get_database_backend()
}
