//! One link of a session's chain of refresh tokens; using an old link ends the session.

use sea_orm::entity::prelude::*;

/// One link of a session's chain of refresh tokens; using an old link ends the session.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refresh_token")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Session id.
    pub session_id: i64,
    /// SHA-256 of the token.
    #[sea_orm(unique)]
    pub hash: String,
    /// Issued at.
    pub issued_at: DateTimeUtc,
    /// When it was exchanged for the next one.
    pub used_at: Option<DateTimeUtc>,
    /// The session behind `session_id`.
    #[sea_orm(belongs_to, from = "session_id", to = "id")]
    pub session: BelongsTo<super::session::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
