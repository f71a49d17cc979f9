use std::ops::Deref;

use axum::Router;
use chrono::{DateTime, Duration, TimeZone, Utc};
use greenbridge::app::App;
use greenbridge::clock::Clock;
use greenbridge::config::Config;
use greenbridge::entity::interest;
use greenbridge::ids::Ids;
use greenbridge::media::Storage;
use greenbridge::search::Index;
use mail_parser::MessageParser;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use tempfile::TempDir;

use super::database::TestDatabase;
use super::{Browser, Person};

/// A whole app in a folder of its own, with a fixed clock and seeded randomness. It goes when the test ends.
pub struct TestApp {
    app: App,
    service: Router,
    // Fields are dropped in order: the pool above has to let go before its database can be dropped.
    _database: TestDatabase,
    _folder: TempDir,
}

/// A mail that was sent.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    /// The address that switches such mails off; empty if there is none.
    pub unsubscribe: String,
    /// What is to be posted to it.
    pub unsubscribe_post: String,
}

impl Mail {
    /// The path (with query) of the first link to the site that holds `part`.
    pub fn link(&self, part: &str) -> String {
        let link = self.text.split_whitespace().find(|word| word.starts_with("http") && word.contains(part));
        let link = link.unwrap_or_else(|| panic!("no link with {part} in the mail:\n{}", self.text));
        link.strip_prefix(super::browser::SITE).unwrap_or(link).to_owned()
    }
}

/// When every test begins: Monday 23 November 2026, 09:00 UTC.
pub fn beginning() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 23, 9, 0, 0).unwrap()
}

impl TestApp {
    /// Starts an app with default settings.
    pub async fn start() -> Self {
        Self::start_with(|_| {}).await
    }

    /// Starts an app whose settings are changed first, for example `|config| config.demo = true`.
    pub async fn start_with(change: impl FnOnce(&mut Config)) -> Self {
        Self::start_on(change, |config| Storage::open(&config.files, &config.data_dir.join("files")).unwrap()).await
    }

    /// Starts an app whose files lie in a storage of the test's choice.
    pub async fn start_on(change: impl FnOnce(&mut Config), storage: impl FnOnce(&Config) -> Storage) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = TestDatabase::make(folder.path()).await;
        let mut config = Config {
            data_dir: folder.path().to_owned(),
            database_url: database.url.clone(),
            public_url: super::browser::SITE.to_owned(),
            secret: "a secret for tests, of more than thirty-two characters".to_owned(),
            ..Config::default()
        };
        change(&mut config);
        let config = config.prepare(|| unreachable!("the secret is set")).unwrap();
        let storage = storage(&config);
        let (clock, ids, index) = (Clock::fixed(beginning()), Ids::seeded(1), Index::in_memory().unwrap());
        let app = App::open_with(config, clock, ids, index, storage).await.unwrap();
        let service = greenbridge::app::service(&app);
        Self { app, service, _database: database, _folder: folder }
    }

    /// The service, for requests that no browser would send.
    pub fn service(&self) -> Router {
        self.service.clone()
    }

    /// A browser in which nobody is signed in.
    pub fn visitor(&self) -> Browser {
        Browser::new(self.service(), self.app.clock.clone())
    }

    /// A browser in which a person is signed in, without going through the form.
    pub async fn sign_in(&self, person: &Person) -> Browser {
        let browser = self.visitor();
        let cookies = greenbridge::auth::start_session(self.app.sessions(self.now()), person.account_id, "test").await;
        for cookie in cookies.unwrap() {
            browser.keep(&cookie);
        }
        browser
    }

    /// The app's time.
    pub fn now(&self) -> DateTime<Utc> {
        self.app.clock.now()
    }

    /// Lets time pass; nothing waits.
    pub fn advance(&self, by: Duration) {
        self.app.clock.advance(by);
    }

    /// Lets an exchange have been sent long ago, so that its agreement can have begun before this clock.
    pub async fn sent_long_ago(&self, thread: &str) {
        let reference = thread.rsplit('/').next().unwrap();
        let sent = Expr::value(self.now() - Duration::days(500));
        let update = interest::Entity::update_many().col_expr(interest::Column::SentAt, sent);
        update.filter(interest::Column::Reference.eq(reference)).exec(self.db.conn()).await.unwrap();
    }

    /// Runs all jobs that are due, those that follow from them too, and says how many; then lets the search index take
    /// in what changed.
    pub async fn run_jobs(&self) -> usize {
        let count = greenbridge::jobs::run_due(&self.app).await.unwrap();
        self.follow_changes().await;
        count
    }

    /// Lets the search index take in what changed.
    pub async fn follow_changes(&self) {
        greenbridge::finding::catch_up(&self.app).await.unwrap();
    }

    /// Runs the jobs that are due and reads all mails that were sent so far, oldest first.
    pub async fn mails(&self) -> Vec<Mail> {
        self.run_jobs().await;
        let mut files: Vec<_> = std::fs::read_dir(self.app.config.data_dir.join("mail"))
            .unwrap()
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"))
            .map(|path| read(&std::fs::read(path).unwrap()))
            .collect();
        files.sort_by_key(|(number, _)| *number);
        files.into_iter().map(|(_, mail)| mail).collect()
    }

    /// The last mail to an address; the jobs that are due are run first.
    pub async fn last_mail(&self, to: &str) -> Mail {
        let mails = self.mails().await;
        let found = mails.iter().rfind(|mail| mail.to == to);
        found.unwrap_or_else(|| panic!("no mail to {to}, only {mails:?}")).clone()
    }
}

/// Reads a mail file, and the number of the job that sent it, which says the order.
fn read(file: &[u8]) -> (u64, Mail) {
    let message = MessageParser::default().parse(file).unwrap();
    let job = message.message_id().and_then(|id| id.strip_prefix("job-")?.split('-').next()?.parse().ok());
    // Long headers are folded over lines.
    let raw = |name: &str| message.header_raw(name).unwrap_or_default().split_whitespace().collect::<String>();
    let mail = Mail {
        to: message.to().and_then(|to| to.first()?.address()).unwrap_or_default().to_owned(),
        subject: message.subject().unwrap_or_default().to_owned(),
        text: message.body_text(0).unwrap_or_default().into_owned(),
        html: message.body_html(0).unwrap_or_default().into_owned(),
        unsubscribe: raw("List-Unsubscribe").trim_matches(['<', '>']).to_owned(),
        unsubscribe_post: raw("List-Unsubscribe-Post"),
    };
    (job.unwrap_or(0), mail)
}

impl Deref for TestApp {
    type Target = App;

    fn deref(&self) -> &App {
        &self.app
    }
}
