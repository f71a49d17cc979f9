//! Throttles by the generic cell rate algorithm: those that all nodes share, over one row for each key, and those of one
//! process in its memory.

use std::net::IpAddr;

use chrono::{DateTime, Duration, Utc};
use quick_cache::sync::{EntryAction, EntryResult};
use sea_orm::DbErr;

use super::{Actor, store};
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

    /// When the allowance will be whole again after one is taken from it, in microseconds since 1970, given when it would
    /// have been before; `Err` holds how long to wait until one can be taken.
    fn after_one(self, whole: Option<i64>, now: DateTime<Utc>) -> Result<i64, Duration> {
        let at = now.timestamp_micros();
        let period = self.period.num_microseconds().unwrap_or(i64::MAX);
        let tolerance = period.saturating_mul(i64::from(self.burst.saturating_sub(1)));
        let whole = whole.unwrap_or(at).max(at);
        let wait = whole - at - tolerance;
        if wait > 0 { Err(Duration::microseconds(wait)) } else { Ok(whole + period) }
    }
}

/// Takes one from the allowance of `key`; `Err` holds how long to wait.
pub async fn take(db: &Db, key: &str, rate: Rate, now: DateTime<Utc>) -> Result<Result<(), Duration>, DbErr> {
    let tx = db.write_tx().await?;
    match rate.after_one(store::bucket(&tx, key).await?, now) {
        Ok(due) => store::set_bucket(&tx, key, due).await?,
        Err(wait) => return Ok(Err(wait)),
    }
    tx.commit().await?;
    Ok(Ok(()))
}

/// Senders that a throttle in memory remembers; the one not seen for longest is forgotten first.
const REMEMBERED: usize = 16_384;

/// A throttle of this process alone, for what must not cost a statement.
#[derive(Debug)]
pub struct InMemory(quick_cache::sync::Cache<String, i64>);

impl Default for InMemory {
    fn default() -> Self {
        Self(quick_cache::sync::Cache::new(REMEMBERED))
    }
}

impl InMemory {
    /// Takes one from the allowance of `key`; `Err` holds how long to wait.
    pub fn take(&self, key: &str, rate: Rate, now: DateTime<Utc>) -> Result<(), Duration> {
        let taken = self.0.entry(key, None, |_, due| match rate.after_one(Some(*due), now) {
            Ok(next) => {
                *due = next;
                EntryAction::Retain(Ok(()))
            }
            Err(wait) => EntryAction::Retain(Err(wait)),
        });
        match taken {
            EntryResult::Retained(taken) => taken,
            EntryResult::Vacant(guard) | EntryResult::Replaced(guard, _) => {
                // It fails only when the place was dropped meanwhile, and then nobody is throttled by it.
                let _ = guard.insert(rate.after_one(None, now)?);
                Ok(())
            }
            EntryResult::Removed(..) | EntryResult::Timeout => Ok(()),
        }
    }
}

/// Who sends a request, as part of a key: the account, else the address.
pub fn sender(actor: &Actor, client_address: IpAddr) -> String {
    match actor.account_id() {
        Some(id) => format!("account:{id}"),
        None => client(client_address),
    }
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
