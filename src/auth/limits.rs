//! Throttles that all nodes share: the generic cell rate algorithm over one row for each key.

use chrono::{DateTime, Duration, Utc};
use sea_orm::DbErr;

use super::store;
use crate::db::Db;

/// How often something may happen: `burst` at once, then one for each `period`.
#[derive(Clone, Copy, Debug)]
pub struct Rate {
    /// How many at once.
    pub burst: u32,
    /// Time after which one more is allowed.
    pub period: Duration,
}

impl Rate {
    /// `count` at once and then `count` spread over each minute.
    pub fn per_minute(count: u32) -> Self {
        Self { burst: count, period: Duration::minutes(1) / count.max(1) as i32 }
    }

    /// `count` at once and then `count` spread over each hour.
    pub fn per_hour(count: u32) -> Self {
        Self { burst: count, period: Duration::hours(1) / count.max(1) as i32 }
    }
}

/// Takes one from the allowance of `key`; `Err` holds how long to wait.
pub async fn take(db: &Db, key: &str, rate: Rate, now: DateTime<Utc>) -> Result<Result<(), Duration>, DbErr> {
    let tx = db.write_tx().await?;
    let at = now.timestamp_micros();
    let period = rate.period.num_microseconds().unwrap_or(i64::MAX);
    let tolerance = period.saturating_mul(i64::from(rate.burst.saturating_sub(1)));
    let due = store::bucket(&tx, key).await?.unwrap_or(at).max(at);
    if due - at > tolerance {
        return Ok(Err(Duration::microseconds(due - at - tolerance)));
    }
    store::set_bucket(&tx, key, due + period).await?;
    tx.commit().await?;
    Ok(Ok(()))
}
