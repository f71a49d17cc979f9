//! The commands of the program.

mod create_admin;
pub mod demo;
mod doctor;
pub mod export;
pub mod import;
mod migrate;
mod progress;
mod reindex;
mod say;
mod serve;
mod work;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use serde::Serialize;

use crate::config::Config;
use crate::ids::Ids;

use progress::progress;
pub use say::Say;

/// Greenbridge, an open marketplace for environmentally sound technology.
#[derive(Debug, Parser)]
#[command(version)]
pub struct Cli {
    #[command(flatten)]
    settings: Flags,
    /// Settings file; without it `greenbridge.toml` is read where it is there.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

/// Settings that can be given as flags; they win over environment and file.
#[derive(Debug, clap::Args, Serialize)]
struct Flags {
    /// Folder for database, index, files and mails.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    data_dir: Option<PathBuf>,
    /// Address to listen on, such as 127.0.0.1:3000.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    listen: Option<SocketAddr>,
    /// `sqlite:…` or `postgres:…`.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    database_url: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Migrate the database and serve the site.
    Serve(serve::Args),
    /// Migrate the database and do its jobs (mails, reminders, imports) without serving the site.
    Work,
    /// Migrate the database.
    Migrate,
    /// Make an administrator.
    CreateAdmin(create_admin::Args),
    /// Check settings, database, files, mail and index, and say what to mend.
    Doctor,
    /// Serve the sample marketplace, for this machine only.
    Demo(demo::Args),
    /// Import listings from a data set or a table.
    Import(import::Args),
    /// Write listings as CSV, XLSX or JSON-LD.
    Export(export::Args),
    /// Empty the search index, so that the next start builds it anew.
    Reindex,
}

/// Reads the command line and does what it says.
pub async fn run(cli: Cli) -> anyhow::Result<()> {
    let config = Config::load(cli.config.as_deref(), &cli.settings)?;
    let prepared = || config.clone().prepare(|| Ids::system().token());
    match cli.command {
        Command::Serve(args) => serve::run(args, prepared()?).await,
        Command::Work => work::run(prepared()?).await,
        Command::Migrate => migrate::run(prepared()?).await,
        Command::CreateAdmin(args) => create_admin::run(args, prepared()?).await,
        Command::Doctor => doctor::run(config).await,
        Command::Demo(args) => {
            let named =
                demo::Named { folder: cli.settings.data_dir.is_some(), database: cli.settings.database_url.is_some() };
            demo::run(args, config, named).await
        }
        Command::Import(args) => import::run(args, prepared()?).await,
        Command::Export(args) => export::run(args, prepared()?).await,
        Command::Reindex => reindex::run(prepared()?).await,
    }
}
