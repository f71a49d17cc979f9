//! The content that the owner works on; at most one for each listing.

use sea_orm::entity::prelude::*;

/// The content that the owner works on; at most one for each listing.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "draft")]
pub struct Model {
    /// The listing.
    #[sea_orm(primary_key, auto_increment = false)]
    pub listing_id: i64,
    /// Content.
    #[sea_orm(column_type = "JsonBinary")]
    pub content: Json,
    /// Optimistic lock.
    pub version: i64,
    /// Saved at.
    pub saved_at: DateTimeUtc,
    /// Account that saved it; none for imports.
    pub saved_by: Option<i64>,
    /// Sections that are kept as they were typed, by the end of their address; none if all could be read.
    #[sea_orm(column_type = "JsonBinary")]
    pub unfinished: Option<Json>,
    /// The listing behind `listing_id`.
    #[sea_orm(belongs_to, from = "listing_id", to = "id")]
    pub listing: BelongsTo<super::listing::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
