use std::future::Future;
use std::sync::Arc;
use std::time::Duration as StdDuration;

use chrono::Duration;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use super::store::{self, JobRow};
use crate::clock::Clock;
use crate::db::Db;

/// A job is parked after this many tries.
const TRIES: i64 = 8;
/// A worker that does not finish in this time is taken for dead.
const LEASE: Duration = Duration::minutes(2);
/// How often to look when nothing wakes the worker: jobs of other nodes and jobs that become due.
const LOOK: StdDuration = StdDuration::from_secs(1);

/// What runs a job.
pub trait Runner: Clone + Send + Sync + 'static {
    /// Runs one job; it may run twice.
    fn run(&self, job: &JobRow) -> impl Future<Output = anyhow::Result<()>> + Send;
    /// Writes the jobs that the calendar asks for; asked before each look for jobs.
    fn schedule(&self) -> impl Future<Output = anyhow::Result<()>> + Send;
    /// The database of the jobs.
    fn db(&self) -> &Db;
    /// The clock by which they are due.
    fn clock(&self) -> &Clock;
}

/// Works until told to stop. `wake` says that a job was just written.
pub async fn work<R: Runner>(runner: R, wake: Arc<Notify>, stop: CancellationToken) {
    loop {
        if let Err(error) = run_due(&runner).await {
            tracing::warn!(%error, "jobs cannot be read");
        }
        tokio::select! {
            () = stop.cancelled() => return,
            () = wake.notified() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// Runs all jobs that are due, those that follow from them too, and says how many.
pub async fn run_due<R: Runner>(runner: &R) -> anyhow::Result<usize> {
    runner.schedule().await?;
    let mut count = 0;
    while let Some(job) = take(runner).await? {
        let result = runner.run(&job).await;
        let now = runner.clock().now();
        let tx = runner.db().write_tx().await?;
        match result {
            Ok(()) => store::finish(&tx, job.id, now).await?,
            Err(error) => {
                let tries = job.attempts + 1;
                let pause = Duration::seconds(5 * (1 << tries.min(10)) + job.id % 7);
                let again = (tries < TRIES).then_some(now + pause);
                tracing::warn!(job = job.id, kind = job.kind, tries, parked = again.is_none(), %error, "a job failed");
                store::fail(&tx, job.id, &format!("{error:#}"), again, now).await?;
            }
        }
        tx.commit().await?;
        count += 1;
    }
    Ok(count)
}

async fn take<R: Runner>(runner: &R) -> anyhow::Result<Option<JobRow>> {
    let now = runner.clock().now();
    // A look without a lock first: an idle worker must not take SQLite's only write lock every second.
    if !store::any_due(runner.db().conn(), now).await? {
        return Ok(None);
    }
    let tx = runner.db().write_tx().await?;
    let Some(job) = store::next_due(&tx, now).await? else { return Ok(None) };
    store::lease(&tx, &job, now + LEASE).await?;
    tx.commit().await?;
    Ok(Some(job))
}
