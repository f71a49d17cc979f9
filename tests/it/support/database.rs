use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::UNIX_EPOCH;

use greenbridge::db::Db;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};

/// Names the server whose databases a test may make and drop, such as `postgres://postgres@127.0.0.1:5433/postgres`.
const SERVER: &str = "GREENBRIDGE_TEST_DATABASE_URL";
/// Key of the lock under which one process makes the template.
const LOCK: i64 = 0x6772_6e62_7264_6765;

/// A migrated database of one test.
pub struct TestDatabase {
    pub url: String,
    /// Server and name of a database that has to be dropped.
    made: Option<(String, String)>,
}

impl TestDatabase {
    /// An SQLite file in `folder`, or a copy of the template on the server.
    pub async fn make(folder: &Path) -> Self {
        match std::env::var(SERVER) {
            Ok(server) if !server.is_empty() => Self::on_server(server).await,
            _ => {
                let file = folder.join("greenbridge.sqlite");
                std::fs::copy(template_file().await, &file).unwrap();
                Self { url: address_of(&file), made: None }
            }
        }
    }

    /// An empty database, for tests of the migrations themselves.
    pub async fn empty(folder: &Path) -> Self {
        match std::env::var(SERVER) {
            Ok(server) if !server.is_empty() => {
                let name = name();
                admin(&server).await.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
                Self { url: address(&server, &name), made: Some((server, name)) }
            }
            _ => Self { url: address_of(&folder.join("empty.sqlite")), made: None },
        }
    }

    async fn on_server(server: String) -> Self {
        let admin = admin(&server).await;
        let template = template(&server, &admin).await;
        let name = name();
        admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await.unwrap();
        Self { url: address(&server, &name), made: Some((server, name)) }
    }
}

impl Drop for TestDatabase {
    fn drop(&mut self) {
        let Some((server, name)) = self.made.take() else { return };
        // A destructor cannot wait, and the test's own runtime may be at its end already.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                admin(&server).await.execute_unprepared(&drop).await.unwrap();
            });
        });
        dropped.join().unwrap();
    }
}

/// A name that no other test has, in this process or another.
fn name() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("greenbridge_test_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// One connection, because a lock belongs to the connection that took it.
async fn admin(server: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(server);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.unwrap()
}

fn address(server: &str, name: &str) -> String {
    let mut url = url::Url::parse(server).unwrap();
    url.set_path(name);
    url.into()
}

fn address_of(file: &Path) -> String {
    format!("sqlite://{}?mode=rwc", file.display())
}

/// Start of the names of templates, of which each build of the tests makes its own.
const TEMPLATE: &str = "greenbridge_template_";

/// Name of the database that all others are copies of, made by the first test of a build of the tests.
fn template_name() -> String {
    let binary = std::env::current_exe().unwrap();
    let built = binary.metadata().unwrap().modified().unwrap().duration_since(UNIX_EPOCH).unwrap().as_nanos();
    format!("{TEMPLATE}{built}")
}

/// The template as an SQLite file.
async fn template_file() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(template_name());
    if !file.exists() {
        // Tests that come at the same moment each make one; the last to be done takes its place as a whole.
        let draft = tempfile::tempdir_in(folder).unwrap();
        let made = draft.path().join("database");
        migrate(&address_of(&made)).await;
        for old in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if old != file && old.file_name().unwrap().to_string_lossy().starts_with(TEMPLATE) {
                let _ = std::fs::remove_file(old);
            }
        }
        std::fs::rename(made, &file).unwrap();
    }
    file
}

/// The template on the server.
async fn template(server: &str, admin: &DatabaseConnection) -> String {
    let name = template_name();
    admin.execute_unprepared(&format!("SELECT pg_advisory_lock({LOCK})")).await.unwrap();
    let rows = admin.query_all_raw(sea_orm::Statement::from_string(
        sea_orm::DbBackend::Postgres,
        format!("SELECT datname FROM pg_database WHERE datname LIKE '{TEMPLATE}%'"),
    ));
    let known: Vec<String> = rows.await.unwrap().iter().map(|row| row.try_get("", "datname").unwrap()).collect();
    if !known.contains(&name) {
        for old in known {
            admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {old} WITH (FORCE)")).await.unwrap();
        }
        // Migrated under another name first: a run that is stopped half-way leaves no half template.
        let draft = format!("{name}_draft");
        admin.execute_unprepared(&format!("CREATE DATABASE {draft}")).await.unwrap();
        migrate(&address(server, &draft)).await;
        admin.execute_unprepared(&format!("ALTER DATABASE {draft} RENAME TO {name}")).await.unwrap();
    }
    admin.execute_unprepared(&format!("SELECT pg_advisory_unlock({LOCK})")).await.unwrap();
    name
}

async fn migrate(url: &str) {
    let db = Db::connect(url).await.unwrap();
    db.migrate().await.unwrap();
    db.conn().clone().close().await.unwrap();
}
