//! `greenbridge migrate`

use super::Say;
use crate::config::Config;
use crate::db::Db;

/// Brings the database up to date.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let db = Db::connect(&config.database()).await?;
    db.refuse_newer().await?;
    let pending = db.pending_migrations().await?;
    db.migrate().await?;
    Say.line(format!("The database is up to date; {pending} steps were run."));
    Ok(())
}
