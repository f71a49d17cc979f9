//! `greenbridge import`: listings from public data sets. Each record is one transaction; a second run changes nothing.

mod apply;
mod iwtt;
mod rejects;
mod store;
pub mod table;

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, bail};

use super::Say;
use crate::app::App;
use crate::auth::Actor;
use crate::clock::Clock;
use crate::config::Config;
use crate::db;
use crate::ids::Ids;
use crate::listings::actions::Failed;
use crate::listings::content::Content;
use crate::listings::evidence::Raised;
use crate::listings::policy::Owner;
use crate::organisations::actions::add_organisation;
use crate::organisations::{Add, NewOrganisation, Profile, Status};
use crate::search::Index;
use crate::taxonomy::{self, Sector, Size};
use crate::web::Can;

use apply::Outcome;
use rejects::Reject;

/// How often a record is tried again while the database is busy.
const TRIES: u32 = 5;

/// Import listings from a data set
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    source: Source,
}

/// Where listings come from
#[derive(Clone, Debug, clap::Subcommand)]
enum Source {
    /// The Industrial Wastewater Treatment Technology database: one offer for each treatment system
    Iwtt(Options),
    /// A table of offers or requests, CSV or XLSX
    Table(table::Options),
}

/// What every import asks for.
#[derive(Clone, Debug, clap::Args)]
pub struct Options {
    /// Folder with the tables of the data set
    pub folder: PathBuf,
    /// Name in addresses of the organisation that the listings belong to; it is made if it is missing
    #[arg(long, value_name = "SLUG")]
    pub organisation: String,
    /// Country of an organisation that is made
    #[arg(long, value_name = "CODE", default_value = "US")]
    pub organisation_country: String,
    /// Sector of an organisation that is made
    #[arg(long, value_name = "CODE", default_value = "research")]
    pub organisation_sector: String,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write the rows that could not be used, with the reason, to this CSV file
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
}

/// What was read of a data set.
#[derive(Debug, Default)]
pub struct Collection {
    /// The records that can become listings.
    records: Vec<Record>,
    /// Records that cannot.
    refused: usize,
    /// Rows that were not used, those of refused records among them.
    rejects: Vec<Reject>,
}

/// One record on its way to a listing.
#[derive(Debug)]
struct Record {
    /// Its identity among the organisation's listings.
    key: String,
    /// Its identifier in the source.
    id: String,
    /// The table and line it comes from.
    table: &'static str,
    line: u64,
    content: Content,
    /// What the import could check against the source by itself.
    checked: Vec<Raised>,
}

/// How an import went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Records that became listings.
    pub new: usize,
    /// Records whose listings have a new revision.
    pub changed: usize,
    /// Records whose listings say the same already.
    pub unchanged: usize,
    /// Records that were left out.
    pub refused: usize,
    /// Rows of other tables that could not be used.
    pub unused_rows: usize,
}

/// Runs the command.
pub async fn run(args: Args, config: Config) -> anyhow::Result<()> {
    let app = App::open(config, Clock::system(), Ids::system(), Index::in_memory()?).await?;
    app.db.migrate().await?;
    let options = match args.source {
        Source::Table(options) => return table::run(&app, &options).await,
        Source::Iwtt(options) => options,
    };
    let counts = iwtt(&app, &options).await?;
    let Counts { new, changed, unchanged, refused, unused_rows } = counts;
    let would = if options.dry_run { "Nothing was changed. It would be: " } else { "" };
    Say.line(format!("{would}{new} new, {changed} changed, {unchanged} unchanged, {refused} refused"));
    if unused_rows > 0 {
        Say.line(format!("{unused_rows} rows of other tables were not used"));
    }
    match &options.rejects {
        Some(path) => Say.line(format!("Refused and unused rows stand in {}", path.display())),
        None if refused + unused_rows > 0 => {
            Say.line("With --rejects FILE they are written to a file, with the reason")
        }
        None => {}
    }
    Ok(())
}

/// The organisation of a name in addresses.
pub(super) async fn owner_of(app: &App, slug: &str) -> anyhow::Result<Owner> {
    let owner = store::owner(app.db.conn(), slug).await?;
    owner.with_context(|| format!("there is no organisation {slug:?}"))
}

/// Imports the Industrial Wastewater Treatment Technology database into an app whose database is migrated.
pub async fn iwtt(app: &App, options: &Options) -> anyhow::Result<Counts> {
    let collection = iwtt::read(&options.folder)?;
    bring_in(app, options, collection, &iwtt::Words::english().organisation_description()).await
}

async fn bring_in(app: &App, options: &Options, mut collection: Collection, about: &str) -> anyhow::Result<Counts> {
    let owner = organisation(app, options, about).await?;
    let mut counts = Counts { refused: collection.refused, ..Counts::default() };
    counts.unused_rows = collection.rejects.len().saturating_sub(collection.refused);
    let bar = super::progress(collection.records.len());
    for record in &collection.records {
        let outcome = match &owner {
            Some(owner) if !options.dry_run => put(app, owner, record).await,
            owner => apply::look(app, owner.as_ref(), record).await.map(|(outcome, _)| outcome),
        };
        let refused = match outcome {
            Ok(Outcome::New) => {
                counts.new += 1;
                None
            }
            Ok(Outcome::Changed) => {
                counts.changed += 1;
                None
            }
            Ok(Outcome::Unchanged) => {
                counts.unchanged += 1;
                None
            }
            Ok(Outcome::Refused(reason)) => Some(reason.to_owned()),
            // What concerns one record is noted and the others go on; a database that is away concerns them all.
            Err(Failed::Rejected(reason)) => Some(reason.to_string()),
            Err(error) => return Err(anyhow::Error::new(error).context(format!("the import stopped at {}", record.id))),
        };
        if let Some(reason) = refused {
            counts.refused += 1;
            collection.rejects.push(Reject { table: record.table, line: record.line, id: record.id.clone(), reason });
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if let Some(path) = &options.rejects {
        rejects::write(path, &collection.rejects)?;
    }
    Ok(counts)
}

/// Brings a record in, waiting while a running server holds the database.
async fn put(app: &App, owner: &Owner, record: &Record) -> Result<Outcome, Failed> {
    let mut tried = 1;
    loop {
        match apply::put(app, owner, record).await {
            Err(Failed::Db(error)) if tried < TRIES && db::is_unavailable(&error) => {
                tokio::time::sleep(Duration::from_millis(200) * tried).await;
                tried += 1;
            }
            other => return other,
        }
    }
}

/// The organisation of the listings. One that is missing is made, without members and unverified; a dry run makes none.
async fn organisation(app: &App, options: &Options, about: &str) -> anyhow::Result<Option<Owner>> {
    let slug = options.organisation.as_str();
    if let Some(owner) = store::owner(app.db.conn(), slug).await? {
        return Ok(Some(owner));
    }
    let plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-';
    if slug.is_empty() || slug.len() > 60 || !slug.chars().all(plain) || slug.starts_with('-') || slug.ends_with('-') {
        bail!("an organisation's name in addresses has small letters, digits and hyphens: {slug:?} has not");
    }
    let country = options.organisation_country.as_str();
    if !taxonomy::countries().has(country) {
        bail!("{country:?} is not the code of a country");
    }
    let sector: Sector = options.organisation_sector.parse()?;
    if options.dry_run {
        return Ok(None);
    }
    let new = NewOrganisation {
        profile: Profile {
            name: name_of(slug),
            legal_name: name_of(slug),
            sector,
            country: country.to_owned(),
            registration_number: String::new(),
            website: String::new(),
            size: Size::Small,
            description: about.to_owned(),
            email_domains: Vec::new(),
        },
        slug: Some(slug.to_owned()),
        status: Status::Unverified,
        focal_country: None,
        verified: None,
        members: Vec::new(),
    };
    let may = Can::<Add>::check(&Actor::System, new)?;
    let tx = app.write_tx().await?;
    let (organisation_id, _) = add_organisation(&tx, &may, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(Some(Owner { organisation_id, country: country.to_owned() }))
}

/// A name from a name in addresses: `public-water-data` is "Public water data".
fn name_of(slug: &str) -> String {
    let words = slug.replace('-', " ");
    let mut signs = words.chars();
    signs.next().map_or_else(String::new, |first| first.to_uppercase().chain(signs).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_organisation_is_named_after_its_address() {
        assert_eq!(name_of("public-water-data"), "Public water data");
    }
}
