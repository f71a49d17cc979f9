use std::fmt;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use async_trait::async_trait;
use futures::StreamExt as _;
use futures::stream::BoxStream;
use greenbridge::config::{Config, Files, Store};
use greenbridge::media::Storage;
use object_store::memory::InMemory;
use object_store::path::Path;
use object_store::{
    CopyOptions, Error, GetOptions, GetResult, ListResult, MultipartUpload, ObjectMeta, ObjectStore,
    PutMultipartOptions, PutOptions, PutPayload, PutResult, Result,
};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::TestApp;

/// Names a server that speaks S3 and takes buckets from everybody, such as `http://127.0.0.1:5000`.
const SERVER: &str = "GREENBRIDGE_TEST_S3_URL";

/// Settings of files in a new bucket of the server, if there is one.
async fn bucket() -> Option<Files> {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let endpoint = std::env::var(SERVER).ok().filter(|server| !server.is_empty())?;
    let bucket = format!("files-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let host = endpoint.trim_start_matches("http://");
    let mut server = TcpStream::connect(host).await.unwrap();
    let make = format!("PUT /{bucket} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    server.write_all(make.as_bytes()).await.unwrap();
    let mut answer = String::new();
    server.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    let (access_key, secret_key) = ("tests".to_owned(), "a key of tests".to_owned());
    Some(Files { store: Store::S3, bucket, endpoint, access_key, secret_key, ..Files::default() })
}

impl TestApp {
    /// One app for each kind of storage there is: files in a folder, and in a bucket when a server is named.
    pub async fn on_every_storage() -> Vec<Self> {
        let mut apps = vec![Self::start().await];
        if let Some(files) = bucket().await {
            apps.push(Self::start_with(|config| config.files = files).await);
        }
        apps
    }

    /// The names of all that lies in storage.
    pub async fn stored(&self) -> Vec<String> {
        let all = self.storage.list().map(|stored| stored.unwrap().name);
        let mut all: Vec<String> = all.collect().await;
        all.sort();
        all
    }
}

/// A storage that fails as a test likes.
#[derive(Clone, Debug, Default)]
pub struct Failing {
    files: Arc<InMemory>,
    state: Arc<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Bytes that are still free; none is full.
    full: AtomicBool,
    free: AtomicU64,
    away: AtomicBool,
}

impl Failing {
    /// The storage for an app.
    pub fn storage(&self) -> impl FnOnce(&Config) -> Storage {
        let store = self.clone();
        move |_| Storage::of(Arc::new(store))
    }

    /// From now on only so many bytes can be written.
    pub fn room(&self, bytes: u64) {
        self.state.full.store(true, Ordering::SeqCst);
        self.state.free.store(bytes, Ordering::SeqCst);
    }

    /// From now on nothing answers, or everything again.
    pub fn away(&self, away: bool) {
        self.state.away.store(away, Ordering::SeqCst);
    }

    fn check(&self, bytes: u64) -> Result<()> {
        if self.state.away.load(Ordering::SeqCst) {
            return Err(Error::Generic { store: "failing", source: "connection refused".into() });
        }
        let free = self.state.free.load(Ordering::SeqCst);
        if self.state.full.load(Ordering::SeqCst) && bytes > 0 {
            if bytes > free {
                let full = io::Error::from(io::ErrorKind::StorageFull);
                return Err(Error::Generic { store: "failing", source: full.into() });
            }
            self.state.free.store(free - bytes, Ordering::SeqCst);
        }
        Ok(())
    }
}

impl fmt::Display for Failing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failing")
    }
}

#[async_trait]
impl ObjectStore for Failing {
    async fn put_opts(&self, location: &Path, payload: PutPayload, opts: PutOptions) -> Result<PutResult> {
        self.check(payload.content_length() as u64)?;
        self.files.put_opts(location, payload, opts).await
    }

    async fn put_multipart_opts(&self, location: &Path, opts: PutMultipartOptions) -> Result<Box<dyn MultipartUpload>> {
        let upload = self.files.put_multipart_opts(location, opts).await?;
        Ok(Box::new(FailingUpload { upload, store: self.clone() }))
    }

    async fn get_opts(&self, location: &Path, options: GetOptions) -> Result<GetResult> {
        self.check(0)?;
        self.files.get_opts(location, options).await
    }

    fn delete_stream(&self, locations: BoxStream<'static, Result<Path>>) -> BoxStream<'static, Result<Path>> {
        self.files.delete_stream(locations)
    }

    fn list(&self, prefix: Option<&Path>) -> BoxStream<'static, Result<ObjectMeta>> {
        self.files.list(prefix)
    }

    async fn list_with_delimiter(&self, prefix: Option<&Path>) -> Result<ListResult> {
        self.files.list_with_delimiter(prefix).await
    }

    async fn copy_opts(&self, from: &Path, to: &Path, options: CopyOptions) -> Result<()> {
        self.files.copy_opts(from, to, options).await
    }
}

#[derive(Debug)]
struct FailingUpload {
    upload: Box<dyn MultipartUpload>,
    store: Failing,
}

#[async_trait]
impl MultipartUpload for FailingUpload {
    fn put_part(&mut self, data: PutPayload) -> object_store::UploadPart {
        match self.store.check(data.content_length() as u64) {
            Ok(()) => self.upload.put_part(data),
            Err(error) => Box::pin(async move { Err(error) }),
        }
    }

    async fn complete(&mut self) -> Result<PutResult> {
        self.upload.complete().await
    }

    async fn abort(&mut self) -> Result<()> {
        self.upload.abort().await
    }
}
