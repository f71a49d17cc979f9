//! What can be done with imports: send a table, map it, try it, start it, stop it; and the steps in which it works.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use chrono::Duration;
use futures::StreamExt as _;
use sea_orm::DbErr;

use super::faults::shortened;
use super::mapping::{self, Mapping, Unfit};
use super::policy::{Handle, Import};
use super::store::{self, NewRun, Saved};
use super::table::{LARGEST, Row, Table, Unreadable};
use super::{Counts, Fault, Mode, Plan, Run, Setup, Stage, failed};
use crate::app::App;
use crate::auth::limits::{self, Rate};
use crate::i18n::Locale;
use crate::jobs;
use crate::taxonomy::Lang;
use crate::web::{Can, Error};

/// Kind of the job that goes on with an import.
pub const JOB: &str = "import-step";
/// Tables that an organisation may send in an hour.
const PER_HOUR: u32 = 30;
/// Sample rows that the page of columns shows.
const SAMPLES: usize = 3;
/// Most characters of a sample.
const SAMPLE: usize = 60;
/// A file of which rows failed is kept this long.
const KEPT: Duration = Duration::days(30);

/// Why something did not happen with an import.
#[derive(Debug, thiserror::Error)]
pub enum Failed {
    /// The file is no table.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    /// The mapping does not fit.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Another import of the organisation works.
    #[error("another import works")]
    Busy,
    /// It is further, or over, since it was read.
    #[error("the import has gone on")]
    Stale,
    /// Anything else.
    #[error(transparent)]
    Web(#[from] Error),
}

impl From<DbErr> for Failed {
    fn from(error: DbErr) -> Self {
        Self::Web(error.into())
    }
}

/// A table as it was sent.
#[derive(Debug, Default)]
pub struct Sent {
    /// Name of the file.
    pub name: String,
    /// Name of a sheet of a workbook; empty to find the one with headings.
    pub sheet: String,
    /// What it holds.
    pub bytes: Bytes,
}

/// Takes a table: looks at it, keeps it, and guesses its mapping, or takes the one that was used before.
///
/// # Errors
/// When it is no table, or too many were sent.
pub async fn upload(app: &App, may: &Can<Import>, sent: Sent, reader: Lang) -> Result<i64, Failed> {
    let key = format!("import:{}", may.organisation_id);
    let now = app.clock.now();
    if let Err(wait) = limits::take(&app.db, &key, Rate::per_hour(PER_HOUR), now).await? {
        return Err(Error::TooMany(wait.num_seconds()).into());
    }
    let Sent { name, sheet, bytes } = sent;
    let looked = bytes.clone();
    let looking = tokio::task::spawn_blocking(move || {
        let sheet = Some(sheet.as_str()).filter(|sheet| !sheet.is_empty());
        let table = Table::open(looked, sheet, mapping::recognises)?;
        let rows = table.count()?;
        let samples = table.samples(SAMPLES)?;
        Ok::<_, Unreadable>((table, rows, samples))
    });
    let (table, rows, samples) = looking.await.map_err(Error::from)??;
    let fingerprint = mapping::fingerprint(&table.headings);
    let known = store::remembered(app.db.conn(), may, &fingerprint).await?;
    let new = NewRun {
        name: file_name(&name),
        stored_as: format!("imports/{}", app.ids.name()),
        rows: i64::try_from(rows).unwrap_or(i64::MAX),
        mapping: known.map_or_else(
            || mapping::guess(&table.headings, reader),
            |(_, mapping)| mapping.for_headings(&table.headings),
        ),
        setup: Setup {
            samples: samples.iter().map(sample).collect(),
            format: table.format,
            head: table.head,
            headings: table.headings,
        },
        fingerprint,
    };
    app.storage.put(&new.stored_as, bytes).await.map_err(Error::from)?;
    let written = async {
        let tx = app.write_tx().await?;
        let id = store::insert(&tx, may, &new, now).await?;
        app.commit(tx).await?;
        Ok::<_, DbErr>(id)
    };
    match written.await {
        Ok(id) => Ok(id),
        Err(error) => {
            let _ = app.storage.delete(&new.stored_as).await;
            Err(error.into())
        }
    }
}

fn file_name(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name: String = crate::checks::plain(name).replace('\n', " ").chars().take(120).collect();
    if name.is_empty() { "table".to_owned() } else { name }
}

fn sample(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| shortened(&cell.text, SAMPLE)).collect()
}

/// Fits a mapping to the table, remembers it, and begins to try the rows; nothing is changed by that.
///
/// # Errors
/// When the mapping does not fit, or another import works.
pub async fn check(app: &App, may: &Can<Handle>, mapping: Mapping, mode: Mode) -> Result<(), Failed> {
    Plan::new(mapping.clone(), may.setup.headings.clone(), app.registers.get())?;
    let mut after = at_beginning(may, Stage::Checking)?;
    (after.mapping, after.mode) = (mapping, mode);
    go(app, may, &after).await
}

/// Begins to bring the good rows in.
///
/// # Errors
/// When the rows were not tried, or another import works.
pub async fn start(app: &App, may: &Can<Handle>) -> Result<(), Failed> {
    go(app, may, &at_beginning(may, Stage::Running)?).await
}

/// Goes back to the columns.
///
/// # Errors
/// When it is too late for that.
pub async fn back(app: &App, may: &Can<Handle>) -> Result<(), Failed> {
    go(app, may, &at_beginning(may, Stage::Uploaded)?).await
}

/// Stops an import; what was brought in stays.
///
/// # Errors
/// When it is over.
pub async fn cancel(app: &App, may: &Can<Handle>) -> Result<(), Failed> {
    if !may.stage.leads_to(Stage::Cancelled) {
        return Err(Failed::Stale);
    }
    // A worker moves on between reading and writing, so what it has done is looked at again.
    for _ in 0..20 {
        let tx = app.write_tx().await?;
        let Some(now) = store::find(&tx, may.actor(), may.id).await?.filter(|run| !run.stage.is_over()) else {
            return Err(Failed::Stale);
        };
        let after = Run { stage: Stage::Cancelled, stored_as: None, ..now.clone() };
        if store::save(&tx, &now, &after, app.clock.now()).await? == Saved::Yes {
            app.commit(tx).await?;
            forget(app, &now).await;
            return Ok(());
        }
    }
    Err(Failed::Stale)
}

fn at_beginning(run: &Run, stage: Stage) -> Result<Run, Failed> {
    if !run.stage.leads_to(stage) {
        return Err(Failed::Stale);
    }
    Ok(Run { stage, rows_read: 0, records_read: 0, counts: Counts::default(), ..run.clone() })
}

async fn go(app: &App, may: &Can<Handle>, after: &Run) -> Result<(), Failed> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    match store::save(&tx, may, after, now).await? {
        Saved::Yes => {}
        Saved::Stale => return Err(Failed::Stale),
        Saved::Busy => return Err(Failed::Busy),
    }
    store::clear_lines(&tx, after.id).await?;
    if after.stage == Stage::Checking {
        store::remember(&tx, after, now).await?;
    }
    if after.stage.works() {
        jobs::enqueue(&tx, JOB, &after.id, None, now).await?;
    }
    app.commit(tx).await?;
    Ok(())
}

/// The file of an import, if it is kept.
pub async fn table(app: &App, run: &Run) -> Result<Option<Table>, Error> {
    let Some(name) = &run.stored_as else { return Ok(None) };
    let Setup { format, head, headings, .. } = run.setup.clone();
    let Some(size) = app.storage.size(name).await? else { return Ok(None) };
    let mut bytes = BytesMut::with_capacity(usize::try_from(size).unwrap_or(0).min(LARGEST));
    let mut pieces = Box::pin(app.storage.read(name, 0..size));
    while let Some(piece) = pieces.next().await {
        bytes.extend_from_slice(&piece?);
    }
    Ok(Some(Table::known(bytes.freeze(), format, head, headings)))
}

/// The rows of an import that were refused, as a CSV file with a reason.
///
/// # Errors
/// [`Error::Gone`] when the file is not kept any more.
pub async fn refused(app: &App, may: &Can<Handle>, locale: &'static Locale) -> Result<Vec<u8>, Error> {
    let table = table(app, may).await?.ok_or(Error::Gone(None))?;
    let lines = store::lines(app.db.conn(), may, true, u64::MAX >> 1).await?;
    let number = |number: i64| u64::try_from(number).unwrap_or_default();
    let faults: BTreeMap<u64, Vec<Fault>> = lines.into_iter().map(|line| (number(line.number), line.faults)).collect();
    let plan = Plan::new(may.mapping.clone(), may.setup.headings.clone(), app.registers.get())
        .map_err(|_| Error::Gone(None))?;
    let plan = Arc::new(plan);
    let writing = tokio::task::spawn_blocking(move || {
        let mut file = Vec::new();
        failed::write(&mut file, &table, &plan, &faults, locale)?;
        Ok::<_, anyhow::Error>(file)
    });
    Ok(writing.await??)
}

/// Takes the file of an import away.
pub(super) async fn forget(app: &App, run: &Run) {
    if let Some(name) = &run.stored_as
        && let Err(error) = app.storage.delete(name).await
    {
        tracing::warn!(%error, run = run.id, "the table of an import cannot be removed");
    }
}

/// Takes away the files of imports that nobody has touched for long.
///
/// # Errors
/// When the database is away.
pub async fn sweep(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    for run in store::untouched_since(app.db.conn(), &crate::auth::Actor::System, now - KEPT, 200).await? {
        let stage = if run.stage.is_over() { run.stage } else { Stage::Cancelled };
        let tx = app.write_tx().await?;
        let after = Run { stage, stored_as: None, ..run.clone() };
        if store::save(&tx, &run, &after, now).await? == Saved::Yes {
            app.commit(tx).await?;
            forget(app, &run).await;
        }
    }
    Ok(())
}
