//! `greenbridge import table`: a table of listings, by a mapping.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};

use super::TRIES;
use crate::app::App;
use crate::auth::Actor;
use crate::bulk::mapping::{self, Mapping};
use crate::bulk::table::{LARGEST, Table};
use crate::bulk::{Bringer, Counts, Fault, Mode, Outcome, Plan, Record, Records, failed, rejected};
use crate::cli::{Say, progress};
use crate::db;
use crate::i18n::Locale;
use crate::listings::actions::Failed;
use crate::registers;
use crate::taxonomy::Lang;

/// The mapping that is called so is that of what this program exports.
const EXPORT: &str = "export";

/// What the import of a table asks for.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    /// The table: CSV in any usual encoding, or XLSX; at most 20 MB and 10,000 rows
    pub file: PathBuf,
    /// File that says which column fills which field, or "export" for a table that this program has exported. Without
    /// it a mapping is proposed and printed, and nothing is imported
    #[arg(long, value_name = "FILE")]
    pub mapping: Option<PathBuf>,
    /// Name in addresses of the organisation that the listings belong to
    #[arg(long, value_name = "SLUG")]
    pub organisation: String,
    /// Sheet of a workbook; the first, if none is named
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What becomes of good rows: drafts, submit (hand in for review) or publish (at once)
    #[arg(long = "as", value_name = "WHAT", default_value = "drafts")]
    pub mode: Mode,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write the rows that could not be used, with the reason, to this CSV file
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
}

/// Runs the command.
pub async fn run(app: &App, options: &Options) -> anyhow::Result<()> {
    let table = read(options)?;
    let Some(mapping) = mapping(options, &table)? else {
        let proposed = mapping::guess(&table.headings, Lang::En);
        Say.line("# A mapping for this table. Save it, correct it, and give it with --mapping FILE.");
        Say.line(proposed.written().trim_end());
        return Ok(());
    };
    let Counts { new, changed, unchanged, refused } = bring_in(app, options, table, mapping).await?;
    let would = if options.dry_run { "Nothing was changed. It would be: " } else { "" };
    Say.line(format!("{would}{new} new, {changed} changed, {unchanged} unchanged, {refused} refused"));
    match &options.rejects {
        Some(path) => Say.line(format!("Refused rows stand in {}", path.display())),
        None if refused > 0 => Say.line("With --rejects FILE they are written to a file, with the reason"),
        None => {}
    }
    Ok(())
}

/// Imports a table into an app whose database is migrated.
pub async fn table(app: &App, options: &Options) -> anyhow::Result<Counts> {
    let table = read(options)?;
    let mapping = mapping(options, &table)?.unwrap_or_else(|| mapping::guess(&table.headings, Lang::En));
    bring_in(app, options, table, mapping).await
}

fn read(options: &Options) -> anyhow::Result<Table> {
    let path = options.file.as_path();
    let cannot = || format!("{} cannot be read", path.display());
    let size = std::fs::metadata(path).with_context(cannot)?.len();
    if size > LARGEST as u64 {
        bail!("{} is larger than {} MB", path.display(), LARGEST / (1024 * 1024));
    }
    let bytes = std::fs::read(path).with_context(cannot)?;
    let table = Table::open(bytes.into(), options.sheet.as_deref(), mapping::recognises);
    table.with_context(|| format!("{} cannot be used", path.display()))
}

fn mapping(options: &Options, table: &Table) -> anyhow::Result<Option<Mapping>> {
    Ok(match options.mapping.as_deref() {
        None => None,
        Some(path) if path == Path::new(EXPORT) => Some(Mapping::of_export(&table.headings)),
        Some(path) => Some(Mapping::read(path)?),
    })
}

async fn bring_in(app: &App, options: &Options, table: Table, mapping: Mapping) -> anyhow::Result<Counts> {
    registers::refresh(app).await?;
    let owner = super::owner_of(app, &options.organisation).await?;
    let plan = Arc::new(
        Plan::new(mapping, table.headings.clone(), app.registers.get())
            .context("the mapping does not fit the table")?,
    );
    let bringer = Bringer { app, actor: &Actor::System, owner: &owner, plan: &plan, mode: options.mode };
    let bar = progress(usize::try_from(table.count()?).unwrap_or(usize::MAX));
    let mut counts = Counts::default();
    let mut refused: BTreeMap<u64, Vec<Fault>> = BTreeMap::new();
    let mut records = Records::of(table.clone(), Arc::clone(&plan));
    while let Some(record) = records.next().await? {
        let (outcome, faults) = put(&bringer, &record, options.dry_run)
            .await
            .with_context(|| format!("the import stopped at row {}", record.line))?;
        counts.add(outcome);
        if outcome == Outcome::Refused {
            refused.insert(record.number, faults);
        }
        bar.set_position(record.rows_before);
    }
    bar.finish_and_clear();
    if let Some(path) = &options.rejects {
        let file = File::create(path).with_context(|| format!("{} cannot be written", path.display()))?;
        failed::write(file, &table, &plan, &refused, Locale::of(Lang::En))?;
    }
    Ok(counts)
}

/// Brings a record in, waiting while a running server holds the database.
async fn put(bringer: &Bringer<'_>, record: &Record, dry_run: bool) -> Result<(Outcome, Vec<Fault>), Failed> {
    let mut tried = 1;
    loop {
        match try_to_put(bringer, record, dry_run).await {
            Err(Failed::Db(error)) if tried < TRIES && db::is_unavailable(&error) => {
                tokio::time::sleep(Duration::from_millis(200) * tried).await;
                tried += 1;
            }
            Err(Failed::Rejected(why)) => return Ok((Outcome::Refused, rejected(record, &why))),
            other => return other,
        }
    }
}

async fn try_to_put(bringer: &Bringer<'_>, record: &Record, dry_run: bool) -> Result<(Outcome, Vec<Fault>), Failed> {
    let look = bringer.look(record).await?;
    if !dry_run && matches!(look.outcome, Outcome::New | Outcome::Changed) {
        let app = bringer.app;
        let tx = app.write_tx().await?;
        bringer.write(&tx, &look, record, app.clock.now()).await?;
        app.commit(tx).await?;
    }
    Ok((look.outcome, look.faults))
}
