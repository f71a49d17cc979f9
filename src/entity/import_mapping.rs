//! A mapping that an organisation uses again for tables with the same headings.

use sea_orm::entity::prelude::*;

/// A mapping that an organisation uses again for tables with the same headings.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_mapping")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Of the headings.
    pub fingerprint: String,
    /// Name of the file it was made for.
    pub name: String,
    /// Which column fills which field.
    #[sea_orm(column_type = "JsonBinary")]
    pub mapping: Json,
    /// When it was saved.
    pub saved_at: DateTimeUtc,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
