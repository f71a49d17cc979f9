//! A file in storage.

use sea_orm::entity::prelude::*;

/// A file in storage.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "file")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Generated name.
    #[sea_orm(unique)]
    pub key: String,
    /// The organisation.
    pub organisation_id: i64,
    /// The listing.
    pub listing_id: i64,
    /// Kind.
    pub kind: String,
    /// Name.
    pub name: String,
    /// Media type.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// Sha256.
    pub sha256: String,
    /// Created by.
    pub created_by: Option<i64>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// Since when neither draft nor revision of its listing names it.
    pub unnamed_at: Option<DateTimeUtc>,
    /// The exchange in whose message it stands; none for files of the listing itself.
    pub interest_id: Option<i64>,
    /// The message; none while the message is a draft.
    pub message_id: Option<i64>,
    /// Whether it came with the first words of the exchange.
    pub opening: bool,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
    /// The listing behind `listing_id`.
    #[sea_orm(belongs_to, from = "listing_id", to = "id")]
    pub listing: BelongsTo<super::listing::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
