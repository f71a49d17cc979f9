//! SQL of jobs.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    ExprTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::LockBehavior, sea_query::LockType,
};

use crate::entity::job;

/// A job as workers see it.
pub type JobRow = job::Model;

/// Writes a job unless one with its key exists.
pub async fn insert(
    tx: &DatabaseTransaction,
    kind: &str,
    payload: serde_json::Value,
    key: Option<&str>,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = job::ActiveModel {
        kind: Set(kind.to_owned()),
        payload: Set(payload),
        dedupe_key: Set(key.map(str::to_owned)),
        run_at: Set(at),
        attempts: Set(0),
        leased_until: Set(None),
        done_at: Set(None),
        parked_at: Set(None),
        last_error: Set(String::new()),
        created_at: Set(at),
        ..Default::default()
    };
    let on_conflict = OnConflict::column(job::Column::DedupeKey).do_nothing().to_owned();
    job::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await.map(|_| ())
}

/// Which of some keys have a job, done ones included.
pub async fn known_keys(db: &impl ConnectionTrait, keys: &[String]) -> Result<Vec<String>, DbErr> {
    job::Entity::find()
        .select_only()
        .column(job::Column::DedupeKey)
        .filter(job::Column::DedupeKey.is_in(keys))
        .into_tuple()
        .all(db)
        .await
}

fn due(now: DateTime<Utc>) -> sea_orm::Select<job::Entity> {
    job::Entity::find()
        .filter(job::COLUMN.done_at.is_null())
        .filter(job::COLUMN.parked_at.is_null())
        .filter(job::COLUMN.run_at.lte(now))
        .filter(job::Column::LeasedUntil.is_null().or(job::Column::LeasedUntil.lt(now)))
}

/// Whether a job is due that nobody holds.
pub async fn any_due(db: &DatabaseConnection, now: DateTime<Utc>) -> Result<bool, DbErr> {
    Ok(due(now).select_only().column(job::Column::Id).into_tuple::<i64>().one(db).await?.is_some())
}

/// The job that has been due longest and that nobody holds, locked; other workers skip it.
pub async fn next_due(tx: &DatabaseTransaction, now: DateTime<Utc>) -> Result<Option<JobRow>, DbErr> {
    due(now)
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(tx)
        .await
}

/// Takes a job until `until`.
pub async fn lease(tx: &DatabaseTransaction, job: &JobRow, until: DateTime<Utc>) -> Result<(), DbErr> {
    let row = job::ActiveModel {
        id: Set(job.id),
        leased_until: Set(Some(until)),
        attempts: Set(job.attempts + 1),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
}

/// Notes that a job is done. Its payload goes, since a mail may hold a secret link.
pub async fn finish(tx: &DatabaseTransaction, id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = job::ActiveModel {
        id: Set(id),
        done_at: Set(Some(now)),
        payload: Set(serde_json::Value::Null),
        leased_until: Set(None),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
}

/// Notes that a job failed, and when it is tried again; `None` parks it.
pub async fn fail(
    tx: &DatabaseTransaction,
    id: i64,
    error: &str,
    again: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let mut row = job::ActiveModel {
        id: Set(id),
        leased_until: Set(None),
        last_error: Set(error.chars().take(1000).collect()),
        ..Default::default()
    };
    match again {
        Some(at) => row.run_at = Set(at),
        None => row.parked_at = Set(Some(now)),
    }
    row.update(tx).await.map(|_| ())
}
