//! What somebody checked of a listing's claims.

use sea_orm::entity::prelude::*;

/// What somebody checked of a listing's claims.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "evidence_check")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The listing.
    pub listing_id: i64,
    /// `checked`, `third_party_verified` or `government_or_mra`.
    pub step: String,
    /// Keys of the claims, a list of texts.
    #[sea_orm(column_type = "JsonBinary")]
    pub claims: Json,
    /// The verifying body, authority or arrangement.
    pub verifier: String,
    /// What was compared with what.
    #[sea_orm(column_type = "Text")]
    pub note: String,
    /// Who checked; none for an import.
    pub account_id: Option<i64>,
    /// The agency for which it was checked.
    pub organisation_id: Option<i64>,
    /// When.
    pub at: DateTimeUtc,
    /// When it was taken back.
    pub withdrawn_at: Option<DateTimeUtc>,
    /// The listing behind `listing_id`.
    #[sea_orm(belongs_to, from = "listing_id", to = "id")]
    pub listing: BelongsTo<super::listing::Entity>,
    /// The account behind `account_id`.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<Option<super::account::Entity>>,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<Option<super::organisation::Entity>>,
}

impl ActiveModelBehavior for ActiveModel {}
