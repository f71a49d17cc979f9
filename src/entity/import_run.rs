//! An import of a table, from its upload to its end.

use sea_orm::entity::prelude::*;

/// An import of a table, from its upload to its end.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_run")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Who began it.
    pub account_id: i64,
    /// The organisation again while the run works; two of one organisation cannot.
    #[sea_orm(unique)]
    pub busy_organisation_id: Option<i64>,
    /// How far it is.
    pub stage: String,
    /// What is done with good rows.
    pub mode: String,
    /// Name of the file.
    pub name: String,
    /// Name in storage, while the file is kept.
    pub stored_as: Option<String>,
    /// How the file is read, and its headings.
    #[sea_orm(column_type = "JsonBinary")]
    pub setup: Json,
    /// Which column fills which field.
    #[sea_orm(column_type = "JsonBinary")]
    pub mapping: Json,
    /// By what the mapping is remembered.
    pub fingerprint: String,
    /// Id of the message that says why it failed; empty if it did not.
    pub failure: String,
    /// Rows below the headings.
    pub row_count: i64,
    /// Rows that were dealt with.
    pub rows_read: i64,
    /// Listings that were dealt with.
    pub records_read: i64,
    /// Listings that were begun, or would be.
    pub made: i64,
    /// Listings that were changed, or would be.
    pub changed: i64,
    /// Listings that say the same already.
    pub unchanged: i64,
    /// Listings that were refused.
    pub refused: i64,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it went on last.
    pub updated_at: DateTimeUtc,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
