//! How an import works: step by step in jobs, each of which goes on where the one before it ended. A record and the
//! note that it was dealt with are written in one transaction, so that nothing is done twice.

use std::sync::Arc;

use super::actions::{JOB, forget, table};
use super::record::{Plan, Record};
use super::store::{self, Saved};
use super::{Bringer, Line, Look, Outcome, Records, Run, Stage, rejected};
use crate::app::App;
use crate::auth::Actor;
use crate::jobs;
use crate::listings::actions::Failed;
use crate::listings::policy::Owner;

/// Records of one step; others' jobs come between the steps.
const STEP: usize = 250;
/// Of this many records at the beginning it is kept what becomes of them, good ones too.
const SHOWN: i64 = 50;

/// Goes on with an import.
///
/// # Errors
/// When the database or the storage is away; the job is tried again.
pub async fn step(app: &App, id: i64) -> anyhow::Result<()> {
    let Some(run) = store::find(app.db.conn(), &Actor::System, id).await?.filter(|run| run.stage.works()) else {
        return Ok(());
    };
    let person = store::person(app.db.conn(), &Actor::System, &run).await?;
    let Some(actor) = person.filter(|person| person.edits_for(run.organisation_id)) else {
        return give_up(app, &run, "table-failed-rights").await;
    };
    let Some(owner) = actor.acting().map(Owner::from) else { return Ok(()) };
    let Some(table) = table(app, &run).await? else { return give_up(app, &run, "table-failed-file").await };
    let Ok(plan) = Plan::new(run.mapping.clone(), run.setup.headings.clone(), app.registers.get()) else {
        return give_up(app, &run, "table-failed-file").await;
    };
    let plan = Arc::new(plan);
    let mut records = Records::of(table, Arc::clone(&plan));
    let bringer = Bringer { app, actor: &actor, owner: &owner, plan: &plan, mode: run.mode };
    let mut stepping = Stepping { bringer, before: run.clone(), run, lines: Vec::new(), dealt: 0 };
    loop {
        let record = match records.next().await {
            Ok(record) => record,
            Err(error) => return give_up(app, &stepping.before, error.message()).await,
        };
        let goes_on = match record {
            Some(record) if number(record.number) < stepping.run.records_read => true,
            Some(record) => stepping.deal(&record).await?,
            None => return stepping.end().await,
        };
        if !goes_on {
            return Ok(());
        }
    }
}

fn number(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

async fn give_up(app: &App, run: &Run, why: &str) -> anyhow::Result<()> {
    let tx = app.write_tx().await?;
    let after = Run { stage: Stage::Failed, failure: why.to_owned(), stored_as: None, ..run.clone() };
    if store::save(&tx, run, &after, app.clock.now()).await? == Saved::Yes {
        app.commit(tx).await?;
        forget(app, run).await;
    }
    Ok(())
}

/// An import in the middle of a step.
struct Stepping<'a> {
    bringer: Bringer<'a>,
    /// As it stands in the database.
    before: Run,
    /// As it will stand.
    run: Run,
    /// What is said of records since it was written last.
    lines: Vec<Line>,
    /// Records of this step.
    dealt: usize,
}

impl Stepping<'_> {
    /// Deals with a record; `false` when the step is over.
    async fn deal(&mut self, record: &Record) -> anyhow::Result<bool> {
        let look = self.bringer.look(record).await?;
        self.dealt += 1;
        let last = self.dealt >= STEP;
        if self.run.stage == Stage::Checking {
            let reference = look.reference();
            self.note(record, look, reference);
            return if last { self.write(true).await.map(|_| false) } else { Ok(true) };
        }
        let written = self.bring(record, look).await?;
        Ok(written && !last)
    }

    /// Writes a record and that it was dealt with.
    async fn bring(&mut self, record: &Record, look: Look) -> anyhow::Result<bool> {
        let app = self.bringer.app;
        let tx = app.write_tx().await?;
        match self.bringer.write(&tx, &look, record, app.clock.now()).await {
            Ok(reference) => self.note(record, look, reference),
            Err(Failed::Rejected(why)) => {
                // What was half written of this record goes; that it was refused is written anew.
                tx.rollback().await?;
                let refused = Look { outcome: Outcome::Refused, faults: rejected(record, &why), ..look };
                let reference = refused.reference();
                self.note(record, refused, reference);
                return self.write(self.dealt >= STEP).await;
            }
            Err(error) => return Err(error.into()),
        }
        self.save(tx, self.dealt >= STEP).await
    }

    /// Notes what became of a record.
    fn note(&mut self, record: &Record, look: Look, reference: String) {
        self.run.records_read = number(record.number) + 1;
        self.run.rows_read = number(record.rows_before) + 1;
        self.run.counts.add(look.outcome);
        if look.outcome == Outcome::Refused || number(record.number) < SHOWN {
            self.lines.push(Line {
                number: number(record.number),
                line: number(record.line),
                outcome: look.outcome,
                title: record.title(),
                reference,
                faults: look.faults,
            });
        }
    }

    async fn write(&mut self, again: bool) -> anyhow::Result<bool> {
        let tx = self.bringer.app.write_tx().await?;
        self.save(tx, again).await
    }

    /// Writes how far it is, unless somebody has stopped it or another worker was first.
    async fn save(&mut self, tx: sea_orm::DatabaseTransaction, again: bool) -> anyhow::Result<bool> {
        let app = self.bringer.app;
        let now = app.clock.now();
        if store::save(&tx, &self.before, &self.run, now).await? != Saved::Yes {
            return Ok(false);
        }
        store::insert_lines(&tx, self.run.id, &self.lines).await?;
        if again {
            jobs::enqueue(&tx, JOB, &self.run.id, None, now).await?;
        }
        app.commit(tx).await?;
        self.lines.clear();
        self.before = self.run.clone();
        Ok(true)
    }

    /// All records were dealt with.
    async fn end(mut self) -> anyhow::Result<()> {
        self.run.rows_read = self.run.rows;
        let checking = self.run.stage == Stage::Checking;
        self.run.stage = if checking { Stage::Checked } else { Stage::Done };
        // Only a table of which rows failed is needed any more.
        if !checking && self.run.counts.refused == 0 {
            self.run.stored_as = None;
        }
        let kept = self.before.clone();
        if self.write(false).await? && self.run.stored_as.is_none() {
            forget(self.bringer.app, &kept).await;
        }
        Ok(())
    }
}
