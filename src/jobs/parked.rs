use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sea_orm::{DatabaseConnection, DatabaseTransaction, DbErr};

use super::{MAIL, store};

/// Most jobs that are shown.
const SHOWN: u64 = 100;
/// Most characters of a payload that are shown.
const PAYLOAD: usize = 300;

/// How many jobs of a kind there are that are not done.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Kind.
    pub kind: String,
    /// Could run now.
    pub due: i64,
    /// Wait for their time.
    pub later: i64,
    /// Are being done.
    pub running: i64,
    /// Failed too often.
    pub parked: i64,
}

/// A job that failed.
#[derive(Debug)]
pub struct Stuck {
    /// Key.
    pub id: i64,
    /// Kind.
    pub kind: String,
    /// What it is about, where that is no secret; empty otherwise.
    pub about: String,
    /// How often it was tried.
    pub tries: i64,
    /// What the last try ended with.
    pub error: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When it is tried again; `None` if it is parked.
    pub again: Option<DateTime<Utc>>,
}

/// The jobs that are not done, by kind.
pub async fn counts(db: &DatabaseConnection, now: DateTime<Utc>) -> Result<Vec<Count>, DbErr> {
    let mut kinds: BTreeMap<String, Count> = BTreeMap::new();
    for row in store::parked::counts(db, now).await? {
        let count = kinds.entry(row.kind.clone()).or_insert_with(|| Count { kind: row.kind, ..Count::default() });
        match row.state.as_str() {
            "parked" => count.parked = row.number,
            "running" => count.running = row.number,
            "due" => count.due = row.number,
            _ => count.later = row.number,
        }
    }
    Ok(kinds.into_values().collect())
}

/// Jobs that failed and are not done, parked ones first.
pub async fn stuck(db: &DatabaseConnection) -> Result<Vec<Stuck>, DbErr> {
    let rows = store::parked::stuck(db, SHOWN).await?;
    Ok(rows.into_iter().map(stuck_of).collect())
}

/// What a mail says is for its reader alone, and it may hold a link that opens an account: of mails only the place to
/// which they go is shown.
fn stuck_of(row: store::JobRow) -> Stuck {
    let about = match (row.kind.as_str(), row.payload["to"].as_str()) {
        (MAIL, Some(to)) => to.rsplit('@').next().unwrap_or_default().to_owned(),
        (MAIL, None) => String::new(),
        _ if row.payload.is_null() => String::new(),
        _ => row.payload.to_string().chars().take(PAYLOAD).collect(),
    };
    Stuck {
        id: row.id,
        kind: row.kind,
        about,
        tries: row.attempts,
        error: row.last_error,
        created_at: row.created_at,
        again: row.parked_at.is_none().then_some(row.run_at),
    }
}

/// Lets parked jobs run again: one, or all. Says how many.
pub async fn retry(tx: &DatabaseTransaction, id: Option<i64>, now: DateTime<Utc>) -> Result<u64, DbErr> {
    store::parked::retry(tx, id, now).await
}
