//! `greenbridge demo`: the sample marketplace in a folder of its own, for this machine only.

mod data;
mod folder;
mod interests;
mod listings;
mod loader;
mod store;

use std::path::PathBuf;

use anyhow::bail;

use super::{Say, serve};
use crate::app::App;
use crate::clock::Clock;
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

/// Runs the command; `config` is not prepared yet, since the demonstration has a folder of its own unless one was named.
pub async fn run(args: Args, config: Config, folder_named: bool) -> anyhow::Result<()> {
    let mut config = settings(config, folder_named)?;
    web::metrics::install()?;
    let listener = server::bind(&config.listen.to_string()).await?;
    config.listen = listener.local_addr()?;
    let _held = folder::take(&config.data_dir, args.reset)?;
    let config = config.prepare(|| Ids::system().token())?;
    let index = serve::open_index(&config)?;
    let app = App::open(config, Clock::system(), Ids::system(), index).await?;
    app.db.migrate().await?;
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
    serve::serve(app, listener).await
}

/// The settings of a demonstration: its own folder and database, mails as files, no door to the outside.
fn settings(config: Config, folder_named: bool) -> anyhow::Result<Config> {
    if !config.listen.ip().is_loopback() {
        bail!("the demonstration has known passwords and listens on this machine only; {} is not", config.listen);
    }
    let default = Config::default();
    let own = !folder_named && config.data_dir == default.data_dir;
    let data_dir = if own { PathBuf::from(FOLDER) } else { config.data_dir };
    Ok(Config {
        data_dir,
        // An address left over in the environment must not make sample data appear in a real database.
        database_url: String::new(),
        public_url: String::new(),
        mail: default.mail,
        demo: true,
        ..config
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn it_listens_on_this_machine_only_and_touches_no_other_database() {
        let config = Config { database_url: "postgres://prod".to_owned(), ..Config::default() };
        let demo = settings(config.clone(), false).unwrap();
        assert_eq!((demo.database_url.as_str(), demo.data_dir.as_path()), ("", Path::new("data/demo")));
        assert!(demo.demo);
        assert_eq!(settings(config.clone(), true).unwrap().data_dir, Path::new("data"));
        assert!(settings(Config { listen: "0.0.0.0:3000".parse().unwrap(), ..config }, false).is_err());
    }
}
