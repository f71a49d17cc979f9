//! A version of the text that an organisation offers as its non-disclosure agreement; never changed.

use sea_orm::entity::prelude::*;

/// A version of the text that an organisation offers as its non-disclosure agreement; never changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "nda_text")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Counts the versions of the organisation from 1.
    pub number: i64,
    /// Code of its language.
    pub lang: String,
    /// Markdown; empty where the organisation went back to the platform's text.
    #[sea_orm(column_type = "Text")]
    pub body: String,
    /// Who wrote it.
    pub created_by: Option<i64>,
    /// When.
    pub created_at: DateTimeUtc,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
