//! That an account is a member of an organisation.

use sea_orm::entity::prelude::*;

/// That an account is a member of an organisation.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "membership")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// The account.
    pub account_id: i64,
    /// `owner`, `editor` or `viewer`.
    pub role: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
    /// The account behind `account_id`.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
