use crate::app::{App, schedule};
use crate::bulk;
use crate::clock::Clock;
use crate::db::Db;
use crate::ids::Ids;
use crate::interest;
use crate::jobs::{self, Failure, JobRow, Runner};
use crate::labels;
use crate::listings::requests;
use crate::mail::Undelivered;
use crate::registers;

impl Runner for App {
    async fn run(&self, job: &JobRow) -> Result<(), Failure> {
        match job.kind.as_str() {
            jobs::MAIL => send(self, job).await,
            requests::NEWS => Ok(requests::tell(self, job.payload.clone()).await?),
            registers::TOUCH => Ok(touch(self, job).await?),
            registers::RECOUNT => Ok(recount(self, job).await?),
            labels::WAITS => Ok(certificate_waits(self, job).await?),
            bulk::actions::JOB => Ok(import(self, job).await?),
            kind => match schedule::run(self, kind).await {
                Some(result) => Ok(result?),
                None => Err(Failure::Hopeless(anyhow::anyhow!("no feature knows the job {kind}"))),
            },
        }
    }

    async fn schedule(&self) -> anyhow::Result<()> {
        schedule::enqueue_due(self).await
    }

    fn db(&self) -> &Db {
        &self.db
    }

    fn clock(&self) -> &Clock {
        &self.clock
    }

    fn ids(&self) -> &Ids {
        &self.ids
    }
}

/// The number and time of the job make the Message-ID, so it is the same in every try.
async fn send(app: &App, job: &JobRow) -> Result<(), Failure> {
    let mail = serde_json::from_value(job.payload.clone()).map_err(|error| Failure::Hopeless(error.into()))?;
    let id = format!("job-{}-{}", job.id, job.created_at.timestamp());
    app.mailer.send(&mail, &id).await.map_err(|undelivered| match undelivered {
        Undelivered::Refused(error) => Failure::Hopeless(error),
        Undelivered::Away(error) => Failure::Away(error),
    })
}

async fn touch(app: &App, job: &JobRow) -> anyhow::Result<()> {
    let touch = serde_json::from_value(job.payload.clone())?;
    Ok(registers::actions::touch(app, touch, app.clock.now()).await?)
}

/// Takes in the change of holidays first: another node may have made it.
async fn recount(app: &App, job: &JobRow) -> anyhow::Result<()> {
    registers::refresh(app).await?;
    let country: Option<String> = serde_json::from_value(job.payload.clone())?;
    Ok(interest::actions::recount(app, &country.unwrap_or_default()).await?)
}

async fn certificate_waits(app: &App, job: &JobRow) -> anyhow::Result<()> {
    Ok(labels::actions::tell_waiting(app, serde_json::from_value(job.payload.clone())?).await?)
}

async fn import(app: &App, job: &JobRow) -> anyhow::Result<()> {
    bulk::step(app, serde_json::from_value(job.payload.clone())?).await
}
