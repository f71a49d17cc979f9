//! `greenbridge serve`

use tokio_util::sync::CancellationToken;

use super::Say;
use crate::app::{self, App};
use crate::clock::Clock;
use crate::config::Config;
use crate::ids::Ids;
use crate::search::Index;
use crate::{finding, jobs, server, web};

/// What this process does besides answering.
#[derive(Debug, Default, clap::Args)]
pub struct Args {
    /// Leave jobs and the calendar to other processes, such as `greenbridge work`.
    #[arg(long)]
    no_worker: bool,
}

/// Migrates, builds what of the index is missing, and serves until told to stop.
pub async fn run(args: Args, config: Config) -> anyhow::Result<()> {
    web::metrics::install()?;
    let listener = server::bind(&config.listen.to_string()).await?;
    let index = open_index(&config)?;
    let app = App::open(config, Clock::system(), Ids::system(), index).await?;
    app.db.migrate().await?;
    serve(app, listener, !args.no_worker).await
}

/// The search index of the data folder.
pub fn open_index(config: &Config) -> anyhow::Result<Index> {
    Ok(Index::open(&config.data_dir.join("index"))?)
}

/// Serves an app whose database is migrated, with the follower of the search index and, if it `works`, with workers.
pub async fn serve(app: App, listener: tokio::net::TcpListener, works: bool) -> anyhow::Result<()> {
    let found = finding::catch_up(&app).await?;
    if found > 0 {
        Say.line(format!("Search index: {found} listings looked at."));
    }
    let stop = CancellationToken::new();
    let follower = tokio::spawn(finding::follow(app.clone(), stop.clone()));
    let work = jobs::work(app.clone(), app.jobs_wake.clone(), stop.clone());
    let worker = tokio::spawn(async move {
        if works {
            work.await
        }
    });
    Say.line(format!("Greenbridge answers at {}", app.config.public_url()));
    let limits = server::Limits { connections: app.config.limits.connections, ..server::Limits::default() };
    let stopped = server::serve(vec![listener], app::service(&app), limits, server::stop_signal()).await;
    stop.cancel();
    let _ = tokio::join!(follower, worker);
    if stopped.cut > 0 {
        tracing::warn!(cut = stopped.cut, "connections were cut at the end");
    }
    Ok(())
}
