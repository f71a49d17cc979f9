use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration as StdDuration;

use chrono::{DateTime, Duration, Utc};
use futures::FutureExt as _;
use futures::future::join_all;
use tokio::sync::{Notify, watch};
use tokio_util::sync::CancellationToken;

use super::store::{self, JobRow};
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::Ids;

/// A job that fails is parked after this many tries.
const TRIES: i64 = 8;
/// One that waits for somebody else's service is parked after this many: with a quarter of an hour between them, four
/// days and more, as long as mail servers try.
const PATIENT_TRIES: i64 = 400;
/// The longest pause between two tries, in seconds.
const LONGEST_PAUSE: i64 = 15 * 60;
/// A worker that does not renew its lease in this time is taken for dead.
const LEASE: Duration = Duration::minutes(2);
/// How often a worker renews the lease of a job that takes long.
const RENEW: StdDuration = StdDuration::from_secs(30);
/// How often to look when nothing wakes the worker: jobs of other nodes and jobs that become due.
const LOOK: StdDuration = StdDuration::from_secs(1);
/// How long a job that runs may go on when the program is to stop.
const GRACE: StdDuration = StdDuration::from_secs(5);
/// Workers of each lane in one process.
const WORKERS: [(Lane, usize); 2] = [(Lane::Mails, 4), (Lane::Work, 2)];

/// Which jobs a worker takes. Mails have workers of their own, so that a mail server that hangs stops mails only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Mails.
    Mails,
    /// All but mails.
    Work,
    /// Everything, for commands and tests that run what is due and end.
    Any,
}

/// Why a job did not succeed, which says what becomes of it.
#[derive(Debug)]
pub enum Failure {
    /// Something went wrong: it is tried again with growing pauses, a few times.
    Failed(anyhow::Error),
    /// What it needs is away and will come back: it is tried again for days.
    Away(anyhow::Error),
    /// It can never succeed: it is parked at once.
    Hopeless(anyhow::Error),
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        Self::Failed(error)
    }
}

impl Failure {
    fn error(&self) -> &anyhow::Error {
        match self {
            Self::Failed(error) | Self::Away(error) | Self::Hopeless(error) => error,
        }
    }

    /// Seconds until the next try after so many; `None` if there is none. They grow to a quarter of an hour.
    fn pause(&self, tries: i64) -> Option<i64> {
        let most = match self {
            Self::Failed(_) => TRIES,
            Self::Away(_) => PATIENT_TRIES,
            Self::Hopeless(_) => 0,
        };
        (tries < most).then(|| (5 << tries.clamp(0, 10)).min(LONGEST_PAUSE))
    }
}

/// What runs a job.
pub trait Runner: Clone + Send + Sync + 'static {
    /// Runs one job; it may run twice.
    fn run(&self, job: &JobRow) -> impl Future<Output = Result<(), Failure>> + Send;
    /// Writes the jobs that the calendar asks for; asked before each look for jobs.
    fn schedule(&self) -> impl Future<Output = anyhow::Result<()>> + Send;
    /// The database of the jobs.
    fn db(&self) -> &Db;
    /// The clock by which they are due.
    fn clock(&self) -> &Clock;
    /// Randomness, so that jobs that failed together do not come again together.
    fn ids(&self) -> &Ids;
}

/// Works until told to stop. `wake` says that a job was just written. One look a second serves all workers: it asks the
/// calendar and rings for the lanes in which something is due.
pub async fn work<R: Runner>(runner: R, wake: Arc<Notify>, stop: CancellationToken) {
    let (bells, lanes): (Vec<_>, Vec<_>) = WORKERS
        .iter()
        .map(|(lane, count)| {
            let (bell, _) = watch::channel(());
            let workers: Vec<_> =
                (0..*count).map(|_| worker(runner.clone(), *lane, bell.subscribe(), stop.clone())).collect();
            ((*lane, bell), workers)
        })
        .unzip();
    let look = async {
        loop {
            if let Err(error) = ring(&runner, &bells).await {
                tracing::warn!(%error, "jobs cannot be read");
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = wake.notified() => {}
                () = tokio::time::sleep(LOOK) => {}
            }
        }
    };
    // Each in a task of its own, so that none waits for another's statement.
    let workers: Vec<_> = lanes.into_iter().flatten().map(tokio::spawn).collect();
    tokio::join!(look, join_all(workers));
}

async fn ring<R: Runner>(runner: &R, bells: &[(Lane, watch::Sender<()>)]) -> anyhow::Result<()> {
    runner.schedule().await?;
    for (lane, bell) in bells {
        if store::any_due(runner.db().conn(), *lane, runner.clock().now()).await? {
            bell.send_replace(());
        }
    }
    Ok(())
}

async fn worker<R: Runner>(runner: R, lane: Lane, mut bell: watch::Receiver<()>, stop: CancellationToken) {
    loop {
        while !stop.is_cancelled() {
            match run_one(&runner, lane, &stop).await {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    tracing::warn!(%error, "jobs cannot be taken");
                    break;
                }
            }
        }
        tokio::select! {
            () = stop.cancelled() => return,
            rung = bell.changed() => if rung.is_err() { return },
        }
    }
}

/// Runs all jobs that are due, those that follow from them too, and says how many.
pub async fn run_due<R: Runner>(runner: &R) -> anyhow::Result<usize> {
    runner.schedule().await?;
    run_lane(runner, Lane::Any).await
}

/// Runs all jobs of a lane that are due, one after another, and says how many.
pub async fn run_lane<R: Runner>(runner: &R, lane: Lane) -> anyhow::Result<usize> {
    let stop = CancellationToken::new();
    let mut count = 0;
    while run_one(runner, lane, &stop).await? {
        count += 1;
    }
    Ok(count)
}

/// Runs the job that has been due longest; `false` if there is none.
async fn run_one<R: Runner>(runner: &R, lane: Lane, stop: &CancellationToken) -> anyhow::Result<bool> {
    let Some((job, mark)) = take(runner, lane).await? else { return Ok(false) };
    let run = AssertUnwindSafe(runner.run(&job)).catch_unwind();
    let result = tokio::select! {
        result = run => result.unwrap_or_else(|_| Err(Failure::Failed(anyhow::anyhow!("the job panicked")))),
        () = hold(runner, &job, &mark) => {
            tracing::warn!(job = job.id, kind = job.kind, "a job was taken over by another worker");
            return Ok(true);
        }
        () = async { stop.cancelled().await; tokio::time::sleep(GRACE).await } => {
            let tx = runner.db().write_tx().await?;
            store::release(&tx, &job, &mark).await?;
            tx.commit().await?;
            return Ok(true);
        }
    };
    let now = runner.clock().now();
    let tx = runner.db().write_tx().await?;
    let held = match result {
        Ok(()) => store::finish(&tx, job.id, &mark, now).await?,
        Err(failure) => {
            let tries = job.attempts + 1;
            let again = failure.pause(tries).map(|pause| now + Duration::seconds(pause) + jitter(runner, pause));
            let error = failure.error();
            tracing::warn!(job = job.id, kind = job.kind, tries, parked = again.is_none(), %error, "a job failed");
            store::fail(&tx, job.id, &mark, &format!("{error:#}"), again, now).await?
        }
    };
    tx.commit().await?;
    if !held {
        tracing::warn!(job = job.id, kind = job.kind, "a job ended after another worker had taken it over");
    }
    Ok(true)
}

/// Up to half of a pause more.
fn jitter<R: Runner>(runner: &R, pause: i64) -> Duration {
    Duration::milliseconds(i64::from(runner.ids().below(u32::try_from(pause * 500).unwrap_or(u32::MAX))))
}

/// Renews the lease of a job; comes back when it is lost.
async fn hold<R: Runner>(runner: &R, job: &JobRow, mark: &str) {
    loop {
        tokio::time::sleep(RENEW).await;
        match store::renew(runner.db().conn(), job.id, mark, runner.clock().now() + LEASE).await {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => tracing::warn!(%error, "a lease cannot be renewed"),
        }
    }
}

async fn take<R: Runner>(runner: &R, lane: Lane) -> anyhow::Result<Option<(JobRow, String)>> {
    let now: DateTime<Utc> = runner.clock().now();
    // A look without a lock first: an idle worker must not take SQLite's only write lock every second.
    if !store::any_due(runner.db().conn(), lane, now).await? {
        return Ok(None);
    }
    let mark = runner.ids().name();
    let tx = runner.db().write_tx().await?;
    let Some(job) = store::next_due(&tx, lane, now).await? else { return Ok(None) };
    store::lease(&tx, &job, &mark, now + LEASE).await?;
    tx.commit().await?;
    Ok(Some((job, mark)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_a_quarter_of_an_hour_and_end_by_the_kind_of_failure() {
        let error = || anyhow::anyhow!("away");
        let pauses = |failure: &Failure| (1..=10).map(|tries| failure.pause(tries)).collect::<Vec<_>>();
        let failed = [Some(10), Some(20), Some(40), Some(80), Some(160), Some(320), Some(640), None, None, None];
        assert_eq!(pauses(&Failure::Failed(error())), failed);
        let away = Failure::Away(error());
        assert_eq!(pauses(&away)[7..], [Some(900); 3]);
        let days: i64 = (1..PATIENT_TRIES).filter_map(|tries| away.pause(tries)).sum::<i64>() / 86_400;
        assert_eq!((days, away.pause(PATIENT_TRIES)), (4, None));
        assert_eq!(Failure::Hopeless(error()).pause(1), None);
    }
}
