//! Something that a person was told of.

use sea_orm::entity::prelude::*;

/// Something that a person was told of.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Who is told.
    pub account_id: i64,
    /// Kind.
    pub kind: String,
    /// Language in which it is written.
    pub locale: String,
    /// What happened, in the person's language of that moment.
    #[sea_orm(column_type = "Text")]
    pub subject: String,
    /// More of it: paragraphs with an empty line between them.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// Words of somebody else; empty when there are none.
    #[sea_orm(column_type = "Text")]
    pub quote: String,
    /// Path of the thing, without language; empty when there is none.
    #[sea_orm(column_type = "Text")]
    pub path: String,
    /// Why the person is told.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// `none`, `sent`, or the digest for which it waits: `daily`, `weekly`.
    pub mailing: String,
    /// A second one with the same key is not written.
    #[sea_orm(unique)]
    pub dedupe_key: Option<String>,
    /// When.
    pub at: DateTimeUtc,
    /// When it was read.
    pub read_at: Option<DateTimeUtc>,
    /// The account behind `account_id`.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
