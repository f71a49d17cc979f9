//! One version of the realised effect of an agreement; nothing of what it says is ever changed.

use sea_orm::entity::prelude::*;

/// One version of the realised effect of an agreement; nothing of what it says is ever changed.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "effect_report")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// The interest.
    pub interest_id: i64,
    /// `6` or `12`, in months after the start.
    pub period: String,
    /// Counts the versions of the period from 1.
    pub number: i64,
    /// List of benefits; empty where there is no effect yet.
    #[sea_orm(column_type = "JsonBinary")]
    pub figures: Json,
    /// Why there is no effect yet, or what is said beside the figures.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Titles and themes that the listing had.
    #[sea_orm(column_type = "JsonBinary")]
    pub about: Json,
    /// The organisation that entered it.
    pub organisation_id: i64,
    /// Who entered it.
    pub account_id: Option<i64>,
    /// When.
    pub written_at: DateTimeUtc,
    /// Who confirmed it.
    pub confirmed_by: Option<i64>,
    /// The name as it was typed; empty while nobody has confirmed.
    pub confirmed_name: String,
    /// When it was confirmed.
    pub confirmed_at: Option<DateTimeUtc>,
    /// When a later version was confirmed in its place.
    pub replaced_at: Option<DateTimeUtc>,
    /// The interest behind `interest_id`.
    #[sea_orm(belongs_to, from = "interest_id", to = "id")]
    pub interest: BelongsTo<super::interest::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
