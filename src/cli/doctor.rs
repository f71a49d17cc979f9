//! `greenbridge doctor`: looks at everything that the program stands on and says what to mend. It changes nothing.

use std::net::IpAddr;
use std::path::Path;

use anyhow::bail;

use super::Say;
use crate::auth::Actor;
use crate::config::{Config, Store};
use crate::db::{Db, Unusable};
use crate::ids::Ids;
use crate::listings;
use crate::mail::Mailer;
use crate::media::{Scanner, Storage};
use crate::search::{Error as IndexError, Index};

/// Fewest characters of a secret, as [`Config::prepare`] asks for.
const SECRET: usize = 32;

/// What was found so far.
#[derive(Default)]
struct Findings {
    wrong: usize,
}

impl Findings {
    fn good(&self, what: &str, said: impl std::fmt::Display) {
        Say.line(format!("good   {what}: {said}"));
    }

    fn note(&self, what: &str, said: impl std::fmt::Display) {
        Say.line(format!("note   {what}: {said}"));
    }

    fn wrong(&mut self, what: &str, said: impl std::fmt::Display) {
        self.wrong += 1;
        Say.line(format!("wrong  {what}: {said}"));
    }
}

/// Runs the command; `config` is as it was read, so that nothing is made that was not there.
pub async fn run(config: Config) -> anyhow::Result<()> {
    let mut found = Findings::default();
    settings(&mut found, &config);
    let folder = data_folder(&mut found, &config.data_dir);
    let db = database(&mut found, &config).await;
    if folder || config.files.store == Store::S3 {
        files(&mut found, &config).await;
    }
    if folder {
        index(&mut found, &config.data_dir.join("index"), db.as_ref()).await;
    }
    mail(&mut found, &config, folder).await;
    match found.wrong {
        0 => Ok(()),
        1 => bail!("one matter has to be mended"),
        count => bail!("{count} matters have to be mended"),
    }
}

fn settings(found: &mut Findings, config: &Config) {
    let secret = config.secret.chars().count();
    if secret > 0 && (secret < SECRET || config.secret.contains("change-me")) {
        found.wrong("settings", format!("secret must be your own and have at least {SECRET} characters"));
    }
    let outside = !IpAddr::is_loopback(&config.listen.ip());
    if outside && !config.secure() {
        found.note("settings", "public_url does not begin with https:, so passwords and sessions travel in the open");
    }
    if config.operator.is_empty() || config.contact.ends_with(".invalid") {
        found.note("settings", "operator and contact are not set; the pages on terms, privacy and contact name them");
    }
    found.good("settings", format!("read; the site's address is {}", config.public_url()));
}

/// Says whether the folder is there and can be written.
fn data_folder(found: &mut Findings, folder: &Path) -> bool {
    if !folder.exists() {
        found.note("data folder", format!("{} is not there yet; the first start makes it", folder.display()));
        return false;
    }
    let probe = folder.join(format!("probe-{}", Ids::system().name()));
    let written = std::fs::write(&probe, b"probe").and_then(|()| std::fs::remove_file(&probe));
    match written {
        Ok(()) => found.good("data folder", format!("{} can be written", folder.display())),
        Err(error) => found.wrong("data folder", format!("{} cannot be written: {error}", folder.display())),
    }
    folder.is_dir()
}

async fn database(found: &mut Findings, config: &Config) -> Option<Db> {
    let file = config.data_dir.join("greenbridge.sqlite");
    if config.database_url.is_empty() && !file.exists() {
        found.wrong("database", "there is none yet; `greenbridge migrate` or `serve` makes it");
        return None;
    }
    let db = match Db::connect(&config.database()).await {
        Ok(db) => db,
        Err(error) => {
            found.wrong("database", error);
            return None;
        }
    };
    if let Err(error) = db.ping().await {
        found.wrong("database", Unusable::Unreachable(error));
        return None;
    }
    if let Err(error) = db.refuse_newer().await {
        found.wrong("database", error);
        return None;
    }
    match db.pending_migrations().await {
        Ok(0) => found.good("database", "reachable and up to date"),
        Ok(steps) => {
            found.wrong("database", format!("{steps} migrations are missing; run `greenbridge migrate`"));
            return None;
        }
        Err(error) => {
            found.wrong("database", error);
            return None;
        }
    }
    Some(db)
}

async fn files(found: &mut Findings, config: &Config) {
    let tried = async {
        let storage = Storage::open(&config.files, &config.data_dir.join("files"))?;
        storage.check(&format!("probe-{}", Ids::system().name())).await
    };
    let place = match config.files.store {
        Store::Local => "files/".to_owned(),
        Store::S3 => format!("the bucket {}", config.files.bucket),
    };
    match tried.await {
        Ok(()) => found.good("files", format!("can be written, read and deleted in {place}")),
        Err(error) => found.wrong("files", format!("{error:#}")),
    }
    scanner(found, &config.files.scanner).await;
}

async fn scanner(found: &mut Findings, setting: &str) {
    match Scanner::of(setting) {
        Ok(None) => found.note("scanner", "none is set, so files are not looked through for viruses"),
        Ok(Some(scanner)) => match scanner.check().await {
            Ok(()) => found.good("scanner", "answers"),
            Err(error) => found.wrong("scanner", format!("{error}; no file is taken until it answers")),
        },
        Err(error) => found.wrong("scanner", error),
    }
}

async fn index(found: &mut Findings, folder: &Path, db: Option<&Db>) {
    if !folder.exists() {
        return found.note("search index", "is not there; the next start builds it");
    }
    let index = match Index::open(folder) {
        Ok(index) => index,
        Err(IndexError::InUse(_)) => return found.good("search index", "in use by a running server"),
        Err(error) => return found.wrong("search index", error),
    };
    let Some(db) = db else { return };
    match listings::store::changed_after(db.conn(), &Actor::System, index.last_change(), 1).await {
        Ok(behind) if behind.is_empty() => found.good("search index", format!("{} listings, up to date", index.len())),
        Ok(_) => found.note("search index", "is behind the database; the next start brings it up to date"),
        Err(error) => found.wrong("search index", error),
    }
}

async fn mail(found: &mut Findings, config: &Config, folder: bool) {
    if config.mail.smtp_url.is_empty() {
        found.note("mail", "no smtp_url is set, so mails are written as files under mail/ and reach nobody");
        if !folder {
            return;
        }
    }
    let checked = match Mailer::new(&config.mail, &config.data_dir.join("mail")) {
        Ok(mailer) => mailer.check().await,
        Err(error) => Err(error.into()),
    };
    match checked {
        Ok(()) => found.good("mail", "can be sent"),
        Err(error) => found.wrong("mail", format!("{error}; look at mail.smtp_url and mail.from")),
    }
}
