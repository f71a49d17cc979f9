//! A certificate in the register, with what is known of it.

use sea_orm::entity::prelude::*;

/// A certificate in the register, with what is known of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "certificate")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Scheme.
    pub scheme: String,
    /// Number.
    pub number: String,
    /// Holder.
    pub holder: String,
    /// Product.
    pub product: String,
    /// Product group.
    pub product_group: String,
    /// Criteria.
    pub criteria: String,
    /// Issued.
    pub issued: Option<Date>,
    /// Valid until.
    pub valid_until: Option<Date>,
    /// Document key.
    pub document_key: Option<String>,
    /// The body that verified a technology.
    pub verifier: String,
    /// What was verified of it.
    #[sea_orm(column_type = "Text")]
    pub verified: String,
    /// `claimed`, `document_uploaded`, `verified`, `refused`, `expired`, `revoked` or `superseded`.
    pub status: String,
    /// Verified by.
    pub verified_by: Option<i64>,
    /// Verified at.
    pub verified_at: Option<DateTimeUtc>,
    /// Why it was refused or revoked, or where it was looked up.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// When its present claim was made, if that was after it was entered.
    pub claimed_at: Option<DateTimeUtc>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// Grows with each change.
    pub version: i64,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
