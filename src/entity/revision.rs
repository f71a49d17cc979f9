//! An immutable content of a listing, made when it is submitted.

use sea_orm::entity::prelude::*;

/// An immutable content of a listing, made when it is submitted.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revision")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The listing.
    pub listing_id: i64,
    /// 1, 2, 3 … within the listing.
    pub number: i64,
    /// Content.
    #[sea_orm(column_type = "JsonBinary")]
    pub content: Json,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// Created by.
    pub created_by: Option<i64>,
    /// The listing behind `listing_id`.
    #[sea_orm(belongs_to, from = "listing_id", to = "id")]
    pub listing: BelongsTo<super::listing::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
