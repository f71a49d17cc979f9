//! Throttles that all nodes share: the generic cell rate algorithm over one row for each key.

use std::net::IpAddr;

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

/// Gives one back that was taken, when it turned out that it should not count.
pub async fn give_back(db: &Db, key: &str, rate: Rate) -> Result<(), DbErr> {
    let tx = db.write_tx().await?;
    if let Some(due) = store::bucket(&tx, key).await? {
        store::set_bucket(&tx, key, due - rate.period.num_microseconds().unwrap_or(0)).await?;
    }
    tx.commit().await
}

/// A client's address as part of a key. Of an IPv6 address the first half counts, which is what one customer gets.
pub fn client(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(address) => address.to_string(),
            None => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_addresses_of_one_customer_share_a_key() {
        let key = |address: &str| client(address.parse().unwrap());
        assert_eq!(key("192.0.2.7"), "192.0.2.7");
        assert_eq!(key("::ffff:192.0.2.7"), "192.0.2.7");
        assert_eq!(key("2001:db8:1:2:3::4"), key("2001:db8:1:2:ffff::1"));
        assert_ne!(key("2001:db8:1:2::1"), key("2001:db8:1:3::1"));
    }
}
