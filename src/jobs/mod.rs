//! Ground: work that follows a change. A job is written in the transaction of the change; workers take it with a lease,
//! try again with growing pauses, and park it when it failed too often or cannot succeed. What each kind of job does is
//! said by the feature that owns it and put together in `app`.
//!
//! A lease has a mark that only its worker knows: who was too slow and lost it to another can neither finish the job nor
//! say that it failed. What a job did to the world before it lost its lease is done, though, so a job may run twice.

mod parked;
mod store;
mod worker;

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseTransaction, DbErr};
use serde::Serialize;

use crate::mail::Mail;

pub use parked::{Count, Stuck, counts, retry, stuck};
pub use store::{JobRow, known_keys, sweep};
pub use worker::{Failure, Lane, Runner, run_due, run_lane, work};

/// Kind of the job that sends one mail.
pub const MAIL: &str = "mail";

/// Writes a job that is due at `at`. A job with the key of another that exists is not written.
pub async fn enqueue<P: Serialize>(
    tx: &DatabaseTransaction,
    kind: &str,
    payload: &P,
    key: Option<&str>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let payload = serde_json::to_value(payload).map_err(|error| DbErr::Json(error.to_string()))?;
    store::insert(tx, kind, payload, key, at).await
}

/// Writes the job that sends a mail.
pub async fn enqueue_mail(
    tx: &DatabaseTransaction,
    mail: &Mail,
    key: Option<&str>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    enqueue(tx, MAIL, mail, key, at).await
}
