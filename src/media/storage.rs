use std::error::Error as StdError;
use std::fs::File;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use bytes::Bytes;
use chrono::{DateTime, Utc};
use futures::stream::{self, BoxStream, Stream, StreamExt as _};
use object_store::aws::AmazonS3Builder;
use object_store::local::LocalFileSystem;
use object_store::{ClientOptions, Error, MultipartUpload, ObjectStore, ObjectStoreExt as _, PutPayload, RetryConfig};
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};

use crate::config::{self, Store};

/// Bytes of a piece in which files are written; what is not larger goes in one piece. S3 wants 5 MiB at least.
const PART: usize = 8 * 1024 * 1024;
/// Bytes of a piece in which files are read, so that a slow reader keeps neither memory nor a connection.
const PIECE: u64 = 512 * 1024;
/// How long a request to S3 may take, with all its tries.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where files lie.
#[derive(Clone, Debug)]
pub struct Storage {
    store: Arc<dyn ObjectStore>,
    /// The folder, if it is one of this machine.
    folder: Option<PathBuf>,
}

/// One file that lies there.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Its name.
    pub name: String,
    /// When it was written, by the clock of the storage.
    pub written: DateTime<Utc>,
}

impl Storage {
    /// The storage of these settings; `folder` is where files lie on this machine.
    pub fn open(settings: &config::Files, folder: &Path) -> anyhow::Result<Self> {
        match settings.store {
            Store::Local => Self::local(folder),
            Store::S3 => Self::s3(settings),
        }
    }

    /// Files in a folder of this machine, synced before they count as written.
    pub fn local(folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let store = Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true));
        Ok(Self { store, folder: Some(folder.to_owned()) })
    }

    /// Files in any object store.
    pub fn of(store: Arc<dyn ObjectStore>) -> Self {
        Self { store, folder: None }
    }

    fn s3(settings: &config::Files) -> anyhow::Result<Self> {
        anyhow::ensure!(!settings.bucket.is_empty(), "files.bucket must name the bucket");
        let client = ClientOptions::new().with_connect_timeout(Duration::from_secs(3)).with_timeout(PATIENCE);
        let retry = RetryConfig { max_retries: 3, retry_timeout: PATIENCE, ..RetryConfig::default() };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&settings.bucket)
            .with_region(&settings.region)
            .with_client_options(client)
            .with_retry(retry);
        if !settings.endpoint.is_empty() {
            let endpoint = url::Url::parse(&settings.endpoint).context("files.endpoint must be a web address")?;
            let near = match endpoint.host() {
                Some(url::Host::Ipv4(address)) => address.is_loopback(),
                Some(url::Host::Ipv6(address)) => address.is_loopback(),
                Some(url::Host::Domain(name)) => name == "localhost",
                None => false,
            };
            anyhow::ensure!(
                endpoint.scheme() == "https" || (endpoint.scheme() == "http" && near),
                "files.endpoint must begin with https:, since files and keys would travel in the open"
            );
            builder = builder
                .with_endpoint(settings.endpoint.trim_end_matches('/'))
                .with_allow_http(endpoint.scheme() == "http");
        }
        match (settings.access_key.is_empty(), settings.secret_key.is_empty()) {
            (false, false) => {
                builder = builder.with_access_key_id(&settings.access_key).with_secret_access_key(&settings.secret_key);
            }
            (true, true) => {}
            _ => anyhow::bail!("files.access_key and files.secret_key belong together"),
        }
        Ok(Self { store: Arc::new(builder.build()?), folder: None })
    }

    /// Writes a small file.
    pub async fn put(&self, name: &str, content: Bytes) -> Result<(), Error> {
        self.store.put(&name.into(), PutPayload::from_bytes(content)).await.map(|_| ())
    }

    /// Writes a file of any size, piece by piece. It is there whole or not at all.
    pub async fn put_file(&self, name: &str, file: File, size: u64) -> Result<(), Error> {
        let mut file = tokio::fs::File::from_std(file);
        file.rewind().await.map_err(unread)?;
        if size <= PART as u64 {
            return self.put(name, piece(&mut file).await?).await;
        }
        let mut upload = self.store.put_multipart(&name.into()).await?;
        let written = parts(upload.as_mut(), &mut file).await;
        if written.is_err()
            && let Err(error) = upload.abort().await
        {
            tracing::warn!(%error, name, "a file that was half written cannot be given up");
        }
        written
    }

    /// Bytes of a file; `None` if it is not there.
    pub async fn size(&self, name: &str) -> Result<Option<u64>, Error> {
        match self.store.head(&name.into()).await {
            Ok(found) => Ok(Some(found.size)),
            Err(Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads a part of a file, piece by piece as the reader takes it.
    pub fn read(&self, name: &str, part: Range<u64>) -> impl Stream<Item = Result<Bytes, Error>> + Send + 'static {
        let (store, name) = (Arc::clone(&self.store), object_store::path::Path::from(name));
        stream::try_unfold(part, move |left| {
            let (store, name) = (Arc::clone(&store), name.clone());
            async move {
                if left.is_empty() {
                    return Ok(None);
                }
                let end = left.end.min(left.start + PIECE);
                let bytes = store.get_range(&name, left.start..end).await?;
                Ok(Some((bytes, end..left.end)))
            }
        })
    }

    /// Removes a file; one that is not there is no error.
    pub async fn delete(&self, name: &str) -> Result<(), Error> {
        match self.store.delete(&name.into()).await {
            Err(Error::NotFound { .. }) => Ok(()),
            other => other,
        }
    }

    /// All files.
    pub fn list(&self) -> BoxStream<'static, Result<Stored, Error>> {
        let stored =
            |found: object_store::ObjectMeta| Stored { name: found.location.to_string(), written: found.last_modified };
        self.store.list(None).map(move |found| found.map(stored)).boxed()
    }

    /// Removes what was half written before a moment, when a process ended on its way. A folder keeps such pieces under
    /// names with `#` that it does not list; on S3 a rule of the bucket removes them.
    pub fn sweep_pieces(&self, before: DateTime<Utc>) -> io::Result<usize> {
        let Some(folder) = &self.folder else { return Ok(0) };
        let mut count = 0;
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let old = DateTime::<Utc>::from(entry.metadata()?.modified()?) < before;
            if old && entry.file_name().to_string_lossy().contains('#') {
                std::fs::remove_file(entry.path())?;
                count += 1;
            }
        }
        Ok(count)
    }

    /// Writes, reads and removes a file of this name.
    pub async fn check(&self, name: &str) -> anyhow::Result<()> {
        self.put(name, Bytes::from_static(b"probe")).await?;
        let read = self.store.get(&name.into()).await?.bytes().await;
        self.delete(name).await?;
        anyhow::ensure!(read?.as_ref() == b"probe", "what was written cannot be read again");
        Ok(())
    }
}

/// The next piece of a file; nothing at its end.
async fn piece(file: &mut tokio::fs::File) -> Result<Bytes, Error> {
    let mut bytes = Vec::new();
    file.take(PART as u64).read_to_end(&mut bytes).await.map_err(unread)?;
    Ok(bytes.into())
}

async fn parts(upload: &mut dyn MultipartUpload, file: &mut tokio::fs::File) -> Result<(), Error> {
    loop {
        let bytes = piece(file).await?;
        if bytes.is_empty() {
            return upload.complete().await.map(|_| ());
        }
        upload.put_part(PutPayload::from_bytes(bytes)).await?;
    }
}

fn unread(error: io::Error) -> Error {
    Error::Generic { store: "incoming file", source: error.into() }
}

/// Whether there is no room left where something was to be written.
pub fn is_full(error: &(dyn StdError + 'static)) -> bool {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if let Some(io) = error.downcast_ref::<io::Error>() {
            let full = matches!(io.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
            // The cause of such an error is that of what it wraps, which would be passed over.
            if full || io.get_ref().is_some_and(|inner| is_full(inner)) {
                return true;
            }
        }
        let said = error.to_string();
        if ["507 Insufficient Storage", "StorageFull", "<Code>QuotaExceeded"].iter().any(|word| said.contains(word)) {
            return true;
        }
        cause = error.source();
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn s3() -> config::Files {
        config::Files { store: Store::S3, bucket: "files".to_owned(), ..config::Files::default() }
    }

    #[test]
    fn keys_travel_in_the_open_on_this_machine_only() {
        let open = |endpoint: &str| Storage::s3(&config::Files { endpoint: endpoint.to_owned(), ..s3() });
        for good in
            ["", "https://s3.example.org", "http://127.0.0.1:9000", "http://[::1]:9000/", "http://localhost:9000"]
        {
            open(good).unwrap();
        }
        for bad in
            ["http://s3.example.org", "http://127.0.0.1.example.org", "ftp://127.0.0.1", "s3.example.org", "http://"]
        {
            open(bad).unwrap_err();
        }
        Storage::s3(&config::Files { bucket: String::new(), ..s3() }).unwrap_err();
        Storage::s3(&config::Files { access_key: "half".to_owned(), ..s3() }).unwrap_err();
    }

    #[test]
    fn a_full_disk_is_known_however_deep_it_is_told() {
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        let stored = |source: Box<dyn StdError + Send + Sync>| Error::Generic { store: "a", source };
        assert!(is_full(&full()));
        assert!(is_full(&stored(full().into())));
        assert!(is_full(&stored(io::Error::other(stored(full().into())).into())));
        assert!(is_full(&stored("Server returned non-2xx status code: 507 Insufficient Storage".into())));
        assert!(!is_full(&stored(io::Error::from(io::ErrorKind::NotFound).into())));
    }
}
