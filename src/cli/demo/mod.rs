//! `greenbridge demo`: the sample marketplace in a folder of its own, for this machine only.

mod certificates;
mod data;
mod documents;
mod effects;
mod folder;
mod interests;
mod listings;
mod loader;
mod paper;
mod requests;
mod store;

use std::path::PathBuf;

use anyhow::bail;

use super::{Say, serve};
use crate::app::App;
use crate::config::Config;
use crate::ids::Ids;
use crate::{server, web};

pub use loader::{Loaded, load};

/// Where the demonstration lives unless another folder is named.
const FOLDER: &str = "data/demo";
/// The password of every account of the demonstration.
pub const PASSWORD: &str = "greenbridge-demo";
/// The accounts to try it with.
const LOGINS: &[&str] = &[
    "provider@demo.example",
    "agency@demo.example",
    "focal@demo.example",
    "moderator@demo.example",
    "admin@demo.example",
];

/// Serve a sample marketplace, for this machine only
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Delete what the demonstration has made and begin anew
    #[arg(long)]
    pub reset: bool,
}

/// What the command line names itself. What settings or the environment name is not meant for a demonstration.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// The folder.
    pub folder: bool,
    /// The database.
    pub database: bool,
}

/// Runs the command; `config` is not prepared yet, since the demonstration has a folder of its own unless one was named.
pub async fn run(args: Args, config: Config, named: Named) -> anyhow::Result<()> {
    let mut config = settings(config, named)?;
    web::metrics::install()?;
    let listener = server::bind(&config.listen.to_string()).await?;
    config.listen = listener.local_addr()?;
    let _held = folder::take(&config.data_dir, args.reset)?;
    let config = config.prepare(|| Ids::system().token())?;
    let index = serve::open_index(&config)?;
    let clock = folder::clock(&config.data_dir);
    let app = App::open(config, clock, Ids::system(), index).await?;
    app.db.migrate().await?;
    if !store::is_empty(app.db.conn()).await? {
        if !is_ours(&app).await? {
            bail!("the database holds something else than the demonstration; name an empty one");
        }
        if args.reset {
            app.db.start_over().await?;
        }
    }
    if store::is_empty(app.db.conn()).await? {
        let Loaded { accounts, organisations, listings, interests } = load(&app).await?;
        Say.line(format!(
            "The sample marketplace is loaded: {organisations} organisations, {accounts} accounts, {listings} listings, \
             {interests} expressions of interest."
        ));
    }
    Say.line(format!("Sign in at {}/sign-in, everywhere with the password {PASSWORD}:", app.config.public_url()));
    for login in LOGINS {
        Say.line(format!("  {login}"));
    }
    serve::serve(app, listener, true).await
}

/// Whether the accounts in the database are the demonstration's, whose passwords everybody knows.
async fn is_ours(app: &App) -> anyhow::Result<bool> {
    for login in LOGINS {
        if !store::has_account(app.db.conn(), login).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The settings of a demonstration: its own folder and database, mails as files, no door to the outside.
fn settings(config: Config, named: Named) -> anyhow::Result<Config> {
    if !config.listen.ip().is_loopback() {
        bail!("the demonstration has known passwords and listens on this machine only; {} is not", config.listen);
    }
    let default = Config::default();
    let own = !named.folder && config.data_dir == default.data_dir;
    let data_dir = if own { PathBuf::from(FOLDER) } else { config.data_dir };
    Ok(Config {
        data_dir,
        // An address left over in the environment must not make sample data appear in a real database.
        database_url: if named.database { config.database_url } else { String::new() },
        public_url: String::new(),
        mail: default.mail,
        // Nor sample files in a real bucket.
        files: default.files,
        demo: true,
        ..config
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn it_listens_on_this_machine_only_and_touches_no_database_that_the_command_line_does_not_name() {
        let config = Config { database_url: "postgres://prod".to_owned(), ..Config::default() };
        let (nothing, folder) = (Named { folder: false, database: false }, Named { folder: true, database: false });
        let demo = settings(config.clone(), nothing).unwrap();
        assert_eq!((demo.database_url.as_str(), demo.data_dir.as_path()), ("", Path::new("data/demo")));
        assert!(demo.demo);
        assert_eq!(settings(config.clone(), folder).unwrap().data_dir, Path::new("data"));
        assert!(settings(Config { listen: "0.0.0.0:3000".parse().unwrap(), ..config.clone() }, nothing).is_err());
        let database = Named { folder: false, database: true };
        assert_eq!(settings(config, database).unwrap().database_url, "postgres://prod");
    }
}
