//! SQL of jobs.

pub mod parked;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr,
    EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, UpdateMany, sea_query::Expr, sea_query::LockBehavior,
    sea_query::LockType,
};

use super::{Lane, MAIL};
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
        lease: Set(None),
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

fn due(lane: Lane, now: DateTime<Utc>) -> sea_orm::Select<job::Entity> {
    let due = job::Entity::find()
        .filter(job::COLUMN.done_at.is_null())
        .filter(job::COLUMN.parked_at.is_null())
        .filter(job::COLUMN.run_at.lte(now))
        .filter(job::Column::LeasedUntil.is_null().or(job::Column::LeasedUntil.lt(now)));
    match lane {
        Lane::Mails => due.filter(job::COLUMN.kind.eq(MAIL)),
        Lane::Work => due.filter(job::COLUMN.kind.ne(MAIL)),
        Lane::Any => due,
    }
}

/// Whether a job of a lane is due that nobody holds.
pub async fn any_due(db: &DatabaseConnection, lane: Lane, now: DateTime<Utc>) -> Result<bool, DbErr> {
    Ok(due(lane, now).select_only().column(job::Column::Id).into_tuple::<i64>().one(db).await?.is_some())
}

/// The job of a lane that has been due longest and that nobody holds, locked; other workers skip it.
pub async fn next_due(tx: &DatabaseTransaction, lane: Lane, now: DateTime<Utc>) -> Result<Option<JobRow>, DbErr> {
    due(lane, now)
        .order_by_asc(job::Column::RunAt)
        .order_by_asc(job::Column::Id)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
        .one(tx)
        .await
}

/// Takes a job until `until`, under a mark that only its worker knows.
pub async fn lease(tx: &DatabaseTransaction, job: &JobRow, mark: &str, until: DateTime<Utc>) -> Result<(), DbErr> {
    let row = job::ActiveModel {
        id: Set(job.id),
        leased_until: Set(Some(until)),
        lease: Set(Some(mark.to_owned())),
        attempts: Set(job.attempts + 1),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
}

/// The change of a job that is still held under a mark.
fn held(id: i64, mark: &str) -> UpdateMany<job::Entity> {
    job::Entity::update_many().filter(job::COLUMN.id.eq(id)).filter(job::COLUMN.lease.eq(mark))
}

/// Holds a job for longer; `false` if it was lost.
pub async fn renew(db: &DatabaseConnection, id: i64, mark: &str, until: DateTime<Utc>) -> Result<bool, DbErr> {
    let update = held(id, mark).col_expr(job::Column::LeasedUntil, until.into());
    Ok(update.exec(db).await?.rows_affected == 1)
}

/// Notes that a job is done; `false` if it was lost before. Its payload goes, since a mail may hold a secret link.
pub async fn finish(tx: &DatabaseTransaction, id: i64, mark: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let row = job::ActiveModel {
        done_at: Set(Some(now)),
        payload: Set(serde_json::Value::Null),
        leased_until: Set(None),
        lease: Set(None),
        ..Default::default()
    };
    Ok(held(id, mark).set(row).exec(tx).await?.rows_affected == 1)
}

/// Notes that a job failed, and when it is tried again; `None` parks it. `false` if it was lost before.
pub async fn fail(
    tx: &DatabaseTransaction,
    id: i64,
    mark: &str,
    error: &str,
    again: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let mut row = job::ActiveModel {
        leased_until: Set(None),
        lease: Set(None),
        last_error: Set(error.chars().take(1000).collect()),
        ..Default::default()
    };
    match again {
        Some(at) => row.run_at = Set(at),
        None => row.parked_at = Set(Some(now)),
    }
    Ok(held(id, mark).set(row).exec(tx).await?.rows_affected == 1)
}

/// Gives a job back that was not finished, as if it had not been taken.
pub async fn release(tx: &DatabaseTransaction, job: &JobRow, mark: &str) -> Result<(), DbErr> {
    let row = job::ActiveModel {
        leased_until: Set(None),
        lease: Set(None),
        attempts: Set(job.attempts),
        ..Default::default()
    };
    held(job.id, mark).set(row).exec(tx).await.map(|_| ())
}

/// Takes away jobs that were done before `before`. One with a key stays until `keyed`, since its key keeps the same from
/// being done again, unless its kind is among `calendar`, whose keys name an hour or a day.
pub async fn sweep(
    tx: &DatabaseTransaction,
    calendar: &[&str],
    before: DateTime<Utc>,
    keyed: DateTime<Utc>,
) -> Result<u64, DbErr> {
    let free = job::Column::DedupeKey.is_null().or(job::Column::Kind.is_in(calendar.iter().copied()));
    let old = Expr::expr(job::Column::DoneAt.lt(keyed)).or(job::Column::DoneAt.lt(before).and(free));
    Ok(job::Entity::delete_many().filter(old).exec(tx).await?.rows_affected)
}
