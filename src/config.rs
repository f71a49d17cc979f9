//! Settings: defaults, then the file `greenbridge.toml`, then the environment (`GREENBRIDGE_…`), then flags.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};

/// All settings of one process.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// Address that people use, without a slash at its end; `https` makes cookies secure. Empty: from `listen`.
    pub public_url: String,
    /// Folder for the SQLite file, the search index, files, mails and the generated secret.
    pub data_dir: PathBuf,
    /// Who runs the site, as its pages name it; empty: they say "the operator".
    pub operator: String,
    /// Mail address of the operator, for the public.
    pub contact: String,
    /// `sqlite:…` or `postgres:…`; empty: the SQLite file in the data folder.
    pub database_url: String,
    /// Secret of at least 32 characters that signs sessions. Empty: made once and kept in the data folder.
    pub secret: String,
    /// Addresses of reverse proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Mail.
    pub mail: Mail,
    /// Files.
    pub files: Files,
    /// Limits of the server.
    pub limits: Limits,
    /// Whether this is the demonstration: sample data, its mailbox in the open, loopback only.
    #[serde(skip)]
    pub demo: bool,
}

/// Where mails go.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Mail {
    /// `smtp://…` or `smtps://user:password@host:port`; empty: mails are written as files under `mail/`.
    pub smtp_url: String,
    /// Sender of all mails.
    pub from: String,
}

/// Where uploaded files lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Store {
    /// In `files/` of the data folder.
    #[default]
    Local,
    /// In a bucket of a service that speaks S3.
    S3,
}

/// Uploaded files.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Files {
    /// `local` or `s3`.
    pub store: Store,
    /// Bucket; only for `s3`, as all up to `secret_key`.
    pub bucket: String,
    /// Address of the service; empty: that of AWS in the region. `http` only on this machine.
    pub endpoint: String,
    /// Region.
    pub region: String,
    /// Access key; empty: the role of the machine.
    pub access_key: String,
    /// Secret key.
    pub secret_key: String,
    /// Virus scanner that speaks clamd's protocol: `tcp://host:port` or `unix:/path`; empty: none. Without its answer no
    /// file is taken.
    pub scanner: String,
    /// Most megabytes (MiB) of a picture or document.
    pub largest_mb: u32,
    /// Most megabytes (MiB) of a video.
    pub largest_video_mb: u32,
    /// Most megabytes (MiB) of all files of an organisation.
    pub quota_mb: u32,
}

impl Default for Files {
    fn default() -> Self {
        Self {
            store: Store::Local,
            bucket: String::new(),
            endpoint: String::new(),
            region: "us-east-1".to_owned(),
            access_key: String::new(),
            secret_key: String::new(),
            scanner: String::new(),
            largest_mb: 20,
            largest_video_mb: 100,
            quota_mb: 500,
        }
    }
}

/// Limits that protect the server.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// Connections held at once; more are answered with 503.
    pub connections: usize,
    /// Sign-in attempts for each address and account: at once, and then for each minute.
    pub sign_in_per_minute: u32,
    /// Sign-ups and password resets for each address and hour.
    pub sign_up_per_hour: u32,
    /// Searches by words for each account, or address where nobody is signed in: at once, and then for each minute.
    pub search_per_minute: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self { connections: 2048, sign_in_per_minute: 3, sign_up_per_hour: 3, search_per_minute: 60 }
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from(([127, 0, 0, 1], 3000)),
            public_url: String::new(),
            data_dir: PathBuf::from("data"),
            operator: String::new(),
            contact: "contact@greenbridge.invalid".to_owned(),
            database_url: String::new(),
            secret: String::new(),
            trusted_proxies: Vec::new(),
            mail: Mail { smtp_url: String::new(), from: "Greenbridge <no-reply@greenbridge.invalid>".to_owned() },
            files: Files::default(),
            limits: Limits::default(),
            demo: false,
        }
    }
}

/// Variables with our prefix that are no settings: the filter of the log, and what the tests are told.
const OTHERS: [&str; 5] = ["log", "binary", "pictures", "test_database_url", "test_s3_url"];

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// A setting that cannot be read; the text names key and source.
    #[error("a setting cannot be used: {0}")]
    Setting(Box<figment::Error>),
    /// The secret is too short, or one that is printed in examples.
    #[error("the secret must be your own and have at least 32 characters")]
    Secret,
    /// The data folder cannot be written.
    #[error("the data folder {0} cannot be used: {1}")]
    DataDir(PathBuf, std::io::Error),
}

impl Config {
    /// Reads the settings; `flags` win over everything.
    pub fn load(file: Option<&Path>, flags: impl Serialize) -> Result<Self, Refused> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        figment = figment.merge(match file {
            Some(path) => Toml::file_exact(path),
            None => Toml::file("greenbridge.toml"),
        });
        figment
            .merge(Env::raw().only(&["DATABASE_URL"]))
            .merge(Env::prefixed("GREENBRIDGE_").ignore(&OTHERS).split("__"))
            .merge(Serialized::defaults(flags))
            .extract()
            .map_err(|error| Refused::Setting(Box::new(error)))
    }

    /// Makes the data folder, and the secret in it unless one is set.
    pub fn prepare(mut self, new_secret: impl FnOnce() -> String) -> Result<Self, Refused> {
        std::fs::create_dir_all(&self.data_dir).map_err(|error| Refused::DataDir(self.data_dir.clone(), error))?;
        if self.secret.is_empty() {
            self.secret = kept_secret(&self.data_dir.join("secret"), new_secret)
                .map_err(|error| Refused::DataDir(self.data_dir.clone(), error))?;
        }
        if self.secret.chars().count() < 32 || self.secret.contains("change-me") {
            return Err(Refused::Secret);
        }
        Ok(self)
    }

    /// Address of the database.
    pub fn database(&self) -> String {
        if self.database_url.is_empty() {
            format!("sqlite://{}?mode=rwc", self.data_dir.join("greenbridge.sqlite").display())
        } else {
            self.database_url.clone()
        }
    }

    /// Address that people use, without a slash at its end.
    pub fn public_url(&self) -> String {
        if self.public_url.is_empty() {
            format!("http://{}", self.listen)
        } else {
            self.public_url.trim_end_matches('/').to_owned()
        }
    }

    /// Whether people come over TLS, so that cookies are marked secure.
    pub fn secure(&self) -> bool {
        self.public_url.starts_with("https:")
    }
}

/// Reads the secret from its file, or makes it once, readable by its owner only.
fn kept_secret(path: &Path, new_secret: impl FnOnce() -> String) -> std::io::Result<String> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    match std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
        Ok(mut file) => {
            let secret = new_secret();
            file.write_all(secret.as_bytes())?;
            file.sync_all()?;
            Ok(secret)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            std::fs::read_to_string(path).map(|secret| secret.trim().to_owned())
        }
        Err(error) => Err(error),
    }
}
