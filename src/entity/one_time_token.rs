//! A link that was mailed: proves an address, resets a password.

use sea_orm::entity::prelude::*;

/// A link that was mailed: proves an address, resets a password.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "one_time_token")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// `verify_email` or `reset_password`.
    pub purpose: String,
    /// SHA-256 of the token.
    #[sea_orm(unique)]
    pub hash: String,
    /// The account.
    pub account_id: i64,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it stops being valid.
    pub expires_at: DateTimeUtc,
    /// When it was used.
    pub used_at: Option<DateTimeUtc>,
    /// The account behind `account_id`.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
