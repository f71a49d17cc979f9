//! A business, institute or agency.

use sea_orm::entity::prelude::*;

/// A business, institute or agency.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "organisation")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Its name in addresses.
    #[sea_orm(unique)]
    pub slug: String,
    /// Name.
    pub name: String,
    /// Legal name.
    pub legal_name: String,
    /// Sector.
    pub sector: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Registration number.
    pub registration_number: String,
    /// Website.
    pub website: String,
    /// Size.
    pub size: String,
    /// Description.
    #[sea_orm(column_type = "Text")]
    pub description: String,
    /// List of domains that its members' addresses have.
    #[sea_orm(column_type = "JsonBinary")]
    pub email_domains: Json,
    /// `unverified`, `pending`, `verified`, `refused` or `suspended`.
    pub status: String,
    /// The country for which it is the focal point.
    pub focal_country: Option<String>,
    /// Verified at.
    pub verified_at: Option<DateTimeUtc>,
    /// Account that verified it.
    pub verified_by: Option<i64>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// Grows with each change.
    pub version: i64,
    /// Generated name of its logo in storage; empty for none.
    pub logo: String,
    /// Bytes of the logo in all its sizes.
    pub logo_size: i64,
}

impl ActiveModelBehavior for ActiveModel {}
