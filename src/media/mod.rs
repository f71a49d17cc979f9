//! Ground: files. They lie under generated names in an object store; what they are is found from their content.

mod picture;

use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::{ObjectStore, ObjectStoreExt as _, PutPayload};

pub use picture::{Sizes, WIDTHS, pictures};

/// Where files lie.
#[derive(Clone, Debug)]
pub struct Storage(Arc<dyn ObjectStore>);

/// The types of file that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// JPEG, PNG, WebP or GIF; kept as WebP.
    Picture,
    /// PDF.
    Pdf,
}

impl Type {
    /// The type of a content; `None` for all that is not taken. Names and announced types are not believed.
    pub fn of(content: &[u8]) -> Option<Self> {
        match infer::get(content)?.mime_type() {
            "image/jpeg" | "image/png" | "image/webp" | "image/gif" => Some(Self::Picture),
            "application/pdf" => Some(Self::Pdf),
            _ => None,
        }
    }

    /// The media type under which it is kept.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Picture => "image/webp",
            Self::Pdf => "application/pdf",
        }
    }
}

impl Storage {
    /// Files in a folder of this machine, synced before they count as written.
    pub fn local(folder: &Path) -> anyhow::Result<Self> {
        std::fs::create_dir_all(folder)?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))))
    }

    /// Writes a file.
    pub async fn put(&self, name: &str, content: Bytes) -> Result<(), object_store::Error> {
        self.0.put(&name.into(), PutPayload::from_bytes(content)).await.map(|_| ())
    }

    /// Reads a file; `None` if it is not there.
    pub async fn get(&self, name: &str) -> Result<Option<Bytes>, object_store::Error> {
        match self.0.get(&name.into()).await {
            Ok(found) => found.bytes().await.map(Some),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Removes a file; one that is not there is no error.
    pub async fn delete(&self, name: &str) -> Result<(), object_store::Error> {
        match self.0.delete(&name.into()).await {
            Err(object_store::Error::NotFound { .. }) => Ok(()),
            other => other,
        }
    }
}
