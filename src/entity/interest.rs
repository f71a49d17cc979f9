//! An expression of interest of one organisation in another's listing.

use sea_orm::entity::prelude::*;

/// An expression of interest of one organisation in another's listing.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "interest")]
pub struct Model {
    /// Key.
    #[sea_orm(primary_key)]
    pub id: i64,
    /// Number for people, such as `EOI-2026-00042`.
    #[sea_orm(unique)]
    pub reference: String,
    /// The listing.
    pub listing_id: i64,
    /// Sender organisation id.
    pub sender_organisation_id: i64,
    /// Receiver organisation id.
    pub receiver_organisation_id: i64,
    /// State.
    pub state: String,
    /// `sender:listing` while it is open, so that a pair has one at a time.
    #[sea_orm(unique)]
    pub open_key: Option<String>,
    /// List of cooperation codes.
    #[sea_orm(column_type = "JsonBinary")]
    pub purpose: Json,
    /// Country.
    pub country: String,
    /// Site.
    pub site: String,
    /// Message.
    #[sea_orm(column_type = "Text")]
    pub message: String,
    /// Budget.
    pub budget: String,
    /// Timetable.
    pub timetable: String,
    /// Whether an NDA comes first.
    pub nda: bool,
    /// Kind, value, currency and start.
    #[sea_orm(column_type = "JsonBinary")]
    pub agreement: Option<Json>,
    /// Created by.
    pub created_by: Option<i64>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// Sent at.
    pub sent_at: Option<DateTimeUtc>,
    /// Updated at.
    pub updated_at: DateTimeUtc,
    /// Grows with each change.
    pub version: i64,
    /// When its receiver is reminded first.
    pub first_reminder_at: Option<DateTimeUtc>,
    /// When its receiver is reminded again.
    pub second_reminder_at: Option<DateTimeUtc>,
    /// Until when an answer is due; none before it is sent.
    pub due_at: Option<DateTimeUtc>,
    /// When it lapses without an answer.
    pub lapses_at: Option<DateTimeUtc>,
    /// How many reminders were sent since it was sent or revived.
    pub reminders: i32,
    /// The listing behind `listing_id`.
    #[sea_orm(belongs_to, from = "listing_id", to = "id")]
    pub listing: BelongsTo<super::listing::Entity>,
    /// The organisation behind `sender_organisation_id`.
    #[sea_orm(belongs_to, from = "sender_organisation_id", to = "id", relation_enum = "SenderOrganisation")]
    pub sender_organisation: BelongsTo<super::organisation::Entity>,
    /// The organisation behind `receiver_organisation_id`.
    #[sea_orm(belongs_to, from = "receiver_organisation_id", to = "id", relation_enum = "ReceiverOrganisation")]
    pub receiver_organisation: BelongsTo<super::organisation::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
