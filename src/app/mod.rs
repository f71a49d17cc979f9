//! The app: what every handler, job and command works with, all routes, and the order of the layers around them.

pub mod demo_clock;
mod health;
mod jobs;
mod layers;
mod mailbox;
mod routes;
pub mod schedule;

use std::ops::Deref;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use tokio::sync::Notify;

use crate::auth::{self, Cookies, Keys};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::finding;
use crate::ids::Ids;
use crate::mail::Mailer;
use crate::media::{Scanner, Storage};
use crate::search::Index;
use crate::taxonomy::Present;
use crate::web::cache::Generation;

pub use layers::service;
pub use routes::table as route_table;

/// The app, shared by everything that runs in one process.
#[derive(Clone)]
pub struct App(Arc<Parts>);

/// What the app is made of.
pub struct Parts {
    /// Settings.
    pub config: Config,
    /// The database.
    pub db: Db,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub ids: Ids,
    /// Mail.
    pub mailer: Mailer,
    /// Files.
    pub storage: Storage,
    /// What looks through files before they are kept, if anything does.
    pub scanner: Option<Scanner>,
    /// Keys of access tokens.
    pub keys: Keys,
    /// Password hashing, a few at a time.
    pub hashing: auth::passwords::Hashing,
    /// How often somebody may search.
    pub searches: auth::limits::InMemory,
    /// The search index of this process.
    pub index: Arc<Index>,
    /// Filters beside results that were drawn before.
    pub panels: finding::Panels,
    /// Keywords, label schemes and recognitions as they are now.
    pub registers: Present,
    /// Moves when the index has taken in a change, so that kept pages are forgotten.
    pub generation: Generation,
    /// Wakes the follower of the change sequence.
    pub changed: Arc<Notify>,
    /// Wakes the worker after a change has written jobs.
    pub jobs_wake: Arc<Notify>,
}

impl Deref for App {
    type Target = Parts;

    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl App {
    /// Puts an app together from settings that were prepared: opens the database (without migrating it), mail, files.
    /// A search index belongs to one process, so commands that do not serve pages pass one in memory.
    pub async fn open(config: Config, clock: Clock, ids: Ids, index: Index) -> anyhow::Result<Self> {
        let storage = Storage::open(&config.files, &config.data_dir.join("files"))?;
        Self::open_with(config, clock, ids, index, storage).await
    }

    /// The same with files in a storage of the caller's choice.
    pub async fn open_with(
        config: Config,
        clock: Clock,
        ids: Ids,
        index: Index,
        storage: Storage,
    ) -> anyhow::Result<Self> {
        let db = Db::connect(&config.database()).await?;
        let scanner = Scanner::of(&config.files.scanner)?;
        let mailer = Mailer::new(&config.mail, &config.data_dir.join("mail"))?;
        let keys = Keys::new(&config.secret);
        Ok(Self(Arc::new(Parts {
            config,
            db,
            clock,
            ids,
            mailer,
            storage,
            scanner,
            keys,
            hashing: auth::passwords::Hashing::default(),
            searches: auth::limits::InMemory::default(),
            index: Arc::new(index),
            registers: Present::default(),
            panels: finding::Panels::default(),
            generation: Generation::default(),
            changed: Arc::new(Notify::new()),
            jobs_wake: Arc::new(Notify::new()),
        })))
    }

    /// Marks of cookies under these settings.
    pub fn cookies(&self) -> Cookies {
        Cookies { secure: self.config.secure() }
    }

    /// What sessions need of the app.
    pub fn sessions(&self, now: DateTime<Utc>) -> auth::Needs<'_> {
        auth::Needs { db: &self.db, keys: &self.keys, ids: &self.ids, cookies: self.cookies(), now }
    }

    /// A path of the site as a whole address, for mails and feeds.
    pub fn link(&self, locale: &crate::i18n::Locale, path: &str) -> String {
        format!("{}{}{path}", self.config.public_url(), locale.prefix)
    }

    /// Begins a transaction that writes.
    pub async fn write_tx(&self) -> Result<sea_orm::DatabaseTransaction, sea_orm::DbErr> {
        self.db.write_tx().await
    }

    /// Commits a change, and wakes the worker for its jobs and the follower of the search index.
    pub async fn commit(&self, tx: sea_orm::DatabaseTransaction) -> Result<(), sea_orm::DbErr> {
        tx.commit().await?;
        self.jobs_wake.notify_one();
        self.changed.notify_one();
        Ok(())
    }
}
