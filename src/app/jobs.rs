use crate::app::{App, schedule};
use crate::bulk;
use crate::clock::Clock;
use crate::db::Db;
use crate::jobs::{self, JobRow, Runner};
use crate::listings::requests;
use crate::mail::Mail;
use crate::registers;

impl Runner for App {
    async fn run(&self, job: &JobRow) -> anyhow::Result<()> {
        match job.kind.as_str() {
            jobs::MAIL => {
                let mail: Mail = serde_json::from_value(job.payload.clone())?;
                self.mailer.send(&mail, &format!("job-{}-{}", job.id, job.created_at.timestamp())).await
            }
            requests::NEWS => requests::tell(self, job.payload.clone()).await,
            registers::TOUCH => {
                let touch = serde_json::from_value(job.payload.clone())?;
                Ok(registers::actions::touch(self, touch, self.clock.now()).await?)
            }
            bulk::actions::JOB => bulk::step(self, serde_json::from_value(job.payload.clone())?).await,
            kind => match schedule::run(self, kind).await {
                Some(result) => result,
                None => anyhow::bail!("no feature knows the job {kind}"),
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
}
