//! With which offer an expression of interest answers a request, and what was compared.

use sea_orm::entity::prelude::*;

/// With which offer an expression of interest answers a request, and what was compared.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "answer")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The expression of interest.
    #[sea_orm(unique)]
    pub interest_id: i64,
    /// The offer, if it answers with one.
    pub offer_id: Option<i64>,
    /// The revision of the offer that was compared.
    pub offer_revision_id: Option<i64>,
    /// The revision of the request that was compared.
    pub request_revision_id: Option<i64>,
    /// Names of the offer, and each requirement with what was found and what the provider says.
    #[sea_orm(column_type = "JsonBinary")]
    pub content: Json,
    /// When it was written last.
    pub updated_at: DateTimeUtc,
    /// When it was sent; it never changes after that.
    pub frozen_at: Option<DateTimeUtc>,
    /// The expression of interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
