//! `greenbridge export`

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use anyhow::Context as _;

use super::import::owner_of;
use crate::app::App;
use crate::auth::Actor;
use crate::bulk::export::{Export, Format, Which, begin};
use crate::clock::Clock;
use crate::config::Config;
use crate::i18n::Locale;
use crate::ids::Ids;
use crate::search::Index;
use crate::taxonomy::Lang;

/// Write listings to a file or to the output
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// The form: csv, xlsx or jsonld
    #[arg(long, value_name = "FORM", default_value = "csv")]
    pub format: Format,
    /// All listings of one organisation, drafts among them, instead of all public ones
    #[arg(long, value_name = "SLUG")]
    pub organisation: Option<String>,
    /// The file; without it the output
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// Runs the command.
pub async fn run(args: Args, config: Config) -> anyhow::Result<()> {
    let app = App::open(config, Clock::system(), Ids::system(), Index::in_memory()?).await?;
    app.db.migrate().await?;
    export(&app, &args).await
}

/// Exports from an app whose database is migrated.
pub async fn export(app: &App, args: &Args) -> anyhow::Result<()> {
    let which = match &args.organisation {
        Some(slug) => Which::Own(owner_of(app, slug).await?.organisation_id),
        None => Which::Public,
    };
    let locale = Locale::of(Lang::En);
    let mut pieces = begin(Export { app: app.clone(), actor: Actor::System, which, format: args.format, locale });
    let mut into: Box<dyn Write + Send> = match &args.output {
        Some(path) => Box::new(File::create(path).with_context(|| format!("{} cannot be written", path.display()))?),
        None => Box::new(std::io::stdout()),
    };
    while let Some(piece) = pieces.recv().await {
        into.write_all(&piece?)?;
    }
    into.flush()?;
    Ok(())
}
