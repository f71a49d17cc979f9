//! Ground: the log of what people with a role, and the program itself, did. Rows are only ever appended.

mod store;

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use serde_json::Value;

use crate::auth::Actor;

/// Notes an action in the transaction of the change. `action` is `feature.verb`; `subject` names the thing, such as
/// `organisation/17`; `detail` holds what changed, never a secret.
pub async fn append(
    tx: &DatabaseTransaction,
    actor: &Actor,
    action: &str,
    subject: &str,
    detail: Value,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    store::insert(tx, actor.account_id(), action, subject, detail, now).await
}
