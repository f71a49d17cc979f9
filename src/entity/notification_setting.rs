//! How a person wants to be told of things by mail; somebody without a row has the usual settings.

use sea_orm::entity::prelude::*;

/// How a person wants to be told of things by mail; somebody without a row has the usual settings.
#[sea_orm::model]
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification_setting")]
pub struct Model {
    /// Whose.
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: i64,
    /// Kind of notification to `off`, `at_once`, `daily` or `weekly`; kinds that are not named have the usual one.
    #[sea_orm(column_type = "JsonBinary")]
    pub deliveries: Json,
    /// First hour of the person's day (0 to 23) in which no mail comes; without it every hour is right.
    pub quiet_from: Option<i64>,
    /// The hour with which mails come again.
    pub quiet_until: Option<i64>,
    /// Hour at which digests come, 0 to 23.
    pub digest_hour: i64,
    /// Day on which the weekly digest comes, 1 (Monday) to 7.
    pub digest_day: i64,
    /// The account behind `account_id`.
    #[sea_orm(belongs_to, from = "account_id", to = "id")]
    pub account: BelongsTo<super::account::Entity>,
}

impl ActiveModelBehavior for ActiveModel {}
