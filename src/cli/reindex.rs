//! `greenbridge reindex`

use super::Say;
use super::serve::open_index;
use crate::config::Config;

/// Empties the search index; the next start builds it from the database.
pub async fn run(config: Config) -> anyhow::Result<()> {
    open_index(&config)?.clear()?;
    Say.line("The search index is empty; the next start builds it anew.");
    Ok(())
}
