//! A signed-in browser; ended by `revoked_at`.

use sea_orm::entity::prelude::*;

/// A signed-in browser; ended by `revoked_at`.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The account.
    pub account_id: i64,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// End of the longest possible stay.
    pub expires_at: DateTimeUtc,
    /// When it was ended.
    pub revoked_at: Option<DateTimeUtc>,
    /// What the browser said it is, shortened.
    pub user_agent: String,
    /// The account behind `account_id`.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
