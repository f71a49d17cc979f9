//! Work to be done after a change, written in the same transaction.

use sea_orm::entity::prelude::*;

/// Work to be done after a change, written in the same transaction.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "job")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Kind.
    pub kind: String,
    /// Payload.
    #[sea_orm(column_type = "JsonBinary")]
    pub payload: Json,
    /// A second job with the same key is not written.
    #[sea_orm(unique)]
    pub dedupe_key: Option<String>,
    /// Run at.
    pub run_at: DateTimeUtc,
    /// Attempts.
    pub attempts: i64,
    /// Leased until.
    pub leased_until: Option<DateTimeUtc>,
    /// The mark of the worker that holds it; another mark means that somebody else took it over.
    pub lease: Option<String>,
    /// Done at.
    pub done_at: Option<DateTimeUtc>,
    /// Set when it failed too often.
    pub parked_at: Option<DateTimeUtc>,
    /// Last error.
    #[sea_orm(column_type = "Text")]
    pub last_error: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
}

impl ActiveModelBehavior for ActiveModel {}
