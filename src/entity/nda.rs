//! A non-disclosure agreement proposed in an exchange, with its frozen text.

use sea_orm::entity::prelude::*;

/// A non-disclosure agreement proposed in an exchange, with its frozen text.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "nda")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The interest.
    pub interest_id: i64,
    /// Counts the proposals of the exchange from 1.
    pub number: i64,
    /// `platform`, `sender` or `receiver`.
    pub whose: String,
    /// Version of the text of that organisation.
    pub text_number: Option<i64>,
    /// Codes of the languages of its parts.
    pub languages: String,
    /// Markdown as it was proposed; never changed.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// SHA-256 of the body in hexadecimal.
    pub sha256: String,
    /// The organisation that proposed it.
    pub organisation_id: i64,
    /// When.
    pub proposed_at: DateTimeUtc,
    /// When the second side accepted.
    pub signed_at: Option<DateTimeUtc>,
    /// When another text was proposed in its place.
    pub replaced_at: Option<DateTimeUtc>,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
