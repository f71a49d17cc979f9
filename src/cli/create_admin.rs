//! `greenbridge create-admin`

use std::io::{self, IsTerminal as _};

use anyhow::bail;

use super::Say;
use crate::accounts::actions::create_administrator;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::i18n::Locale;
use crate::ids::Ids;
use crate::search::Index;
use crate::taxonomy::Lang;
use crate::web::form;

/// Characters of a password that is made: 6 random bits each.
const LENGTH: usize = 24;

/// Make an administrator
#[derive(Clone, Debug, clap::Args)]
pub struct Args {
    /// Address to sign in with; an account that has it becomes an administrator
    #[arg(long)]
    pub email: String,
    /// Name
    #[arg(long)]
    pub name: String,
}

/// Makes an administrator. The password is the first line of the input; at a terminal, or without any, one is made and
/// shown once.
pub async fn run(args: Args, config: Config) -> anyhow::Result<()> {
    let given = given_password()?;
    let app = App::open(config, Clock::system(), Ids::system(), Index::in_memory()?).await?;
    app.db.migrate().await?;
    let password = given.clone().unwrap_or_else(|| app.ids.token().chars().take(LENGTH).collect());
    match create_administrator(&app, &args.email, &args.name, &password).await {
        Ok(Ok(_)) => {}
        Ok(Err(problems)) => {
            let words = |problem| form::words_in(Locale::of(Lang::En), problem);
            let said: Vec<String> =
                problems.iter().map(|(field, problem)| format!("{field}: {}", words(problem))).collect();
            bail!("the administrator cannot be made: {}", said.join("; "));
        }
        Err(error) => bail!("the administrator cannot be made: {error}"),
    }
    Say.line(format!("{} is an administrator.", args.email));
    if given.is_none() {
        Say.line(format!("The password, shown only now: {password}"));
    }
    Ok(())
}

fn given_password() -> io::Result<Option<String>> {
    if io::stdin().is_terminal() {
        return Ok(None);
    }
    let mut line = String::new();
    io::stdin().read_line(&mut line)?;
    let password = line.trim_end_matches(['\r', '\n']);
    Ok((!password.is_empty()).then(|| password.to_owned()))
}
