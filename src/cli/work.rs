//! `greenbridge work`

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::Say;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::ids::Ids;
use crate::search::Index;
use crate::{jobs, registers, server};

/// How often changes of the registers are asked for, which mails name.
const LOOK: Duration = Duration::from_secs(1);

/// Does jobs and keeps the calendar until told to stop. The site is served by others, and so is the search index, which
/// they bring up to date by the change sequence.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let app = App::open(config, Clock::system(), Ids::system(), Index::in_memory()?).await?;
    app.db.migrate().await?;
    let stop = CancellationToken::new();
    let worker = tokio::spawn(jobs::work(app.clone(), app.jobs_wake.clone(), stop.clone()));
    let registers = tokio::spawn(follow_registers(app, stop.clone()));
    Say.line("Greenbridge does its jobs.".to_owned());
    server::stop_signal().await;
    stop.cancel();
    let _ = tokio::join!(worker, registers);
    Ok(())
}

async fn follow_registers(app: App, stop: CancellationToken) {
    loop {
        if let Err(error) = registers::refresh(&app).await {
            tracing::warn!(%error, "the registers cannot be followed");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}
