//! What the calendar does: each task runs once an hour or a day, however many nodes there are. The worker looks which
//! tasks have no job yet for the present hour or day; the key of the job lets one node win.

use chrono::{DateTime, Duration, Utc};
use futures::future::BoxFuture;

use crate::app::App;
use crate::{bulk, interest, jobs, labels, listings, moderation, notifications};

/// How often a task runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    /// Once in each hour of the clock, UTC.
    Hour,
    /// Once a day, from midnight UTC.
    Day,
}

/// Something that the calendar does.
pub struct Task {
    /// Its name, also the kind of its jobs.
    pub name: &'static str,
    /// How often it runs.
    pub every: Every,
    run: fn(App) -> BoxFuture<'static, anyhow::Result<()>>,
}

/// All tasks. Each may run twice without harm.
pub const TASKS: &[Task] = &[
    Task {
        name: "expire-certificates",
        every: Every::Day,
        run: |app| Box::pin(async move { Ok(labels::actions::expire(&app).await?) }),
    },
    Task {
        name: "expire-listings",
        every: Every::Hour,
        run: |app| Box::pin(async move { Ok(listings::actions::expire_overdue(&app).await.map(|_| ())?) }),
    },
    Task {
        name: "remind-listings",
        every: Every::Day,
        run: |app| Box::pin(async move { Ok(listings::actions::remind(&app).await?) }),
    },
    Task {
        name: "free-cases",
        every: Every::Hour,
        run: |app| Box::pin(async move { Ok(moderation::actions::free_expired(&app).await?) }),
    },
    Task {
        name: "sweep-files",
        every: Every::Day,
        run: |app| Box::pin(async move { Ok(listings::files::sweep(&app).await.map(|_| ())?) }),
    },
    Task {
        name: "remind-of-outcomes",
        every: Every::Day,
        run: |app| Box::pin(async move { Ok(listings::requests::actions::remind(&app).await?) }),
    },
    Task {
        name: "answer-clock",
        every: Every::Hour,
        run: |app| Box::pin(async move { Ok(interest::actions::tick(&app).await?) }),
    },
    Task {
        name: "ask-for-effects",
        every: Every::Day,
        run: |app| Box::pin(async move { Ok(interest::effects::actions::ask(&app).await?) }),
    },
    Task {
        name: "sweep-imports",
        every: Every::Day,
        run: |app| Box::pin(async move { Ok(bulk::actions::sweep(&app).await?) }),
    },
    Task {
        name: "write-digests",
        every: Every::Hour,
        run: |app| Box::pin(async move { Ok(notifications::write_digests(&app).await?) }),
    },
    Task { name: "sweep-jobs", every: Every::Day, run: |app| Box::pin(async move { Ok(sweep_jobs(&app).await?) }) },
    Task {
        name: "sweep-notifications",
        every: Every::Day,
        run: |app| Box::pin(async move { Ok(notifications::sweep(&app).await?) }),
    },
];

impl Task {
    /// The key of its job for the hour or day of a moment.
    fn key(&self, at: DateTime<Utc>) -> String {
        let time = match self.every {
            Every::Hour => at.format("%Y-%m-%dT%H"),
            Every::Day => at.format("%Y-%m-%d"),
        };
        format!("{}:{time}", self.name)
    }
}

/// Writes the jobs of the tasks that are due and have none.
pub async fn enqueue_due(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let keys: Vec<String> = TASKS.iter().map(|task| task.key(now)).collect();
    let known = jobs::known_keys(app.db.conn(), &keys).await?;
    if known.len() == keys.len() {
        return Ok(());
    }
    let tx = app.write_tx().await?;
    for (task, key) in TASKS.iter().zip(&keys).filter(|(_, key)| !known.contains(key)) {
        jobs::enqueue(&tx, task.name, &(), Some(key), now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Takes away jobs that were done a week ago. What has a key of its own stays longer than any reminder looks back.
async fn sweep_jobs(app: &App) -> Result<(), sea_orm::DbErr> {
    let now = app.clock.now();
    let calendar: Vec<&str> = TASKS.iter().map(|task| task.name).collect();
    let tx = app.write_tx().await?;
    jobs::sweep(&tx, &calendar, now - Duration::days(7), now - Duration::days(400)).await?;
    app.commit(tx).await
}

/// Runs the task of a name; `None` if there is none.
pub async fn run(app: &App, name: &str) -> Option<anyhow::Result<()>> {
    let task = TASKS.iter().find(|task| task.name == name)?;
    Some((task.run)(app.clone()).await)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_has_one_key_for_each_hour_or_day() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let [daily, hourly, ..] = TASKS else { panic!("no tasks") };
        assert_eq!(daily.key(at("2026-11-23T00:00:00Z")), "expire-certificates:2026-11-23");
        assert_eq!(daily.key(at("2026-11-23T23:59:59Z")), "expire-certificates:2026-11-23");
        assert_eq!(hourly.key(at("2026-11-23T09:59:59Z")), "expire-listings:2026-11-23T09");
        assert_ne!(hourly.key(at("2026-11-23T10:00:00Z")), hourly.key(at("2026-11-23T09:59:59Z")));
    }
}
