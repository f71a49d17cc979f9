//! The envelope of an offer or request: what SQL asks of it.

use sea_orm::entity::prelude::*;

/// The envelope of an offer or request: what SQL asks of it.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "listing")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Number for people, such as `TO-VN-2026-00042`.
    #[sea_orm(unique)]
    pub reference: String,
    /// Kind.
    pub kind: String,
    /// The organisation.
    pub organisation_id: i64,
    /// State of the life cycle.
    pub status: String,
    /// Country of its organisation when it was made.
    pub country: String,
    /// Title in its original language, for lists of the owner.
    pub title: String,
    /// Its titles by language, and which is the original.
    #[sea_orm(column_type = "JsonBinary")]
    pub titles: Json,
    /// Accepting interest.
    pub accepting_interest: bool,
    /// The revision that the public sees.
    pub published_revision_id: Option<i64>,
    /// Identity in an import, unique within the organisation.
    pub source_key: Option<String>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// Updated at.
    pub updated_at: DateTimeUtc,
    /// Submitted at.
    pub submitted_at: Option<DateTimeUtc>,
    /// Published at.
    pub published_at: Option<DateTimeUtc>,
    /// When it stops being valid.
    pub expires_at: Option<DateTimeUtc>,
    /// When a published request closes, addenda included.
    pub closes_at: Option<DateTimeUtc>,
    /// How a request ended.
    pub outcome: Option<String>,
    /// Whether a focal point stands behind a request.
    pub endorsed: bool,
    /// Number of the change that the search index must follow; 0 while never public.
    pub changed: i64,
    /// Grows with each change.
    pub version: i64,
    /// The organisation behind `organisation_id`.
    #[sea_orm(belongs_to, from = "organisation_id", to = "id")]
    pub organisation: BelongsTo<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
