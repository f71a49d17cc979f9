//! A colleague who was asked by mail to become a member.

use sea_orm::entity::prelude::*;

/// A colleague who was asked by mail to become a member.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// In lower case.
    pub email: String,
    /// Role.
    pub role: String,
    /// SHA-256 of the token in the mail.
    #[sea_orm(unique)]
    pub token_hash: String,
    /// Invited by.
    pub invited_by: i64,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it stops being valid.
    pub expires_at: DateTimeUtc,
    /// Accepted at.
    pub accepted_at: Option<DateTimeUtc>,
    /// Revoked at.
    pub revoked_at: Option<DateTimeUtc>,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
    /// The account behind `invited_by`.
    #[sea_orm(belongs_to, from = "invited_by", to = "id")]
    pub invited_by_account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
