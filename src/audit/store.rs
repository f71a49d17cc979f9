//! SQL of the audit log.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, DatabaseTransaction, DbErr};
use serde_json::Value;

use crate::entity::audit;

/// Writes one row.
pub async fn insert(
    tx: &DatabaseTransaction,
    account_id: Option<i64>,
    action: &str,
    subject: &str,
    detail: Value,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = audit::ActiveModel {
        at: Set(now),
        account_id: Set(account_id),
        action: Set(action.to_owned()),
        subject: Set(subject.to_owned()),
        detail: Set(detail),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}
