//! A person who can sign in.

use sea_orm::entity::prelude::*;

/// A person who can sign in.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Address in lower case; the name to sign in with.
    #[sea_orm(unique)]
    pub email: String,
    /// Name as the person writes it.
    pub name: String,
    /// argon2id in PHC form.
    pub password_hash: String,
    /// `none`, `moderator` or `administrator`.
    pub role: String,
    /// `active`, `suspended` or `closed`.
    pub status: String,
    /// Language of pages and mails (BCP 47).
    pub locale: String,
    /// IANA zone in which dates are shown.
    pub time_zone: String,
    /// When the address was proved.
    pub email_verified_at: Option<DateTimeUtc>,
    /// When the terms of use were accepted.
    pub terms_accepted_at: DateTimeUtc,
    /// The organisation for which the person acts now.
    pub acting_organisation_id: Option<i64>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// Grows with each change.
    pub version: i64,
}

impl ActiveModelBehavior for ActiveModel {}
