//! The index on disk: opening it, keeping it up, asking it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use tantivy::directory::error::LockError;
use tantivy::directory::{Directory, INDEX_WRITER_LOCK, MmapDirectory};
use tantivy::merge_policy::LogMergePolicy;
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy, TantivyError, Term};

use super::document::Change;
use super::matching::Scratch;
use super::query::{Found, Query};
use super::ranking;
use super::schema::{self, Fields};
use super::view::{View, Views};

/// Memory in which each thread of the writer gathers a segment, in bytes.
const WRITER_MEMORY: usize = 96 << 20;

/// Memory of the writer of an index in memory, in bytes.
const SMALL_WRITER_MEMORY: usize = 16 << 20;

/// Threads that build segments; more would make more segments, not more speed, on the machines this is for.
const WRITER_THREADS: usize = 2;

/// Why the index did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder is in use by another process.
    #[error("the search index in {0} is in use by another process")]
    InUse(PathBuf),
    /// The folder was deleted while the index was in use. An empty index stands in its place, [`Index::last_change`]
    /// is 0, and until it is fed again the last state is still served.
    #[error("the search index was deleted; it must be built anew")]
    Lost,
    /// The folder cannot be read or written.
    #[error("the folder of the search index: {0}")]
    Folder(#[from] std::io::Error),
    /// A document cannot be written down.
    #[error("a document for the search index: {0}")]
    Document(#[from] serde_json::Error),
    /// The search library failed.
    #[error("search: {0}")]
    Engine(#[from] TantivyError),
}

/// The search index. Shared by all threads; one process at a time.
pub struct Index {
    folder: Option<PathBuf>,
    view: RwLock<Arc<View>>,
    writer: Mutex<Writer>,
    last_change: AtomicI64,
    scratch: Mutex<Vec<Scratch>>,
}

/// The one writer, and what it needs to make its work visible.
struct Writer {
    index: tantivy::Index,
    /// Nothing only while a deleted folder is being replaced.
    writer: Option<IndexWriter>,
    reader: IndexReader,
    fields: Fields,
    views: Views,
    /// Listings that were put in since the last commit, and the highest number among the changes.
    prepared: HashSet<i64>,
    last_change: i64,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Index").field("folder", &self.folder).field("documents", &self.len()).finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in `folder`, which belongs to it alone. One that is missing, damaged or of another version is
    /// replaced by an empty one, whose [`Index::last_change`] is 0.
    ///
    /// # Errors
    /// [`Error::InUse`] when another process holds it, [`Error::Folder`] when it cannot be written.
    pub fn open(folder: &Path) -> Result<Self, Error> {
        match open_existing(folder) {
            Ok(Some((writer, view, last_change))) => Ok(Self::new(Some(folder), writer, view, last_change)),
            Err(Error::InUse(folder)) => Err(Error::InUse(folder)),
            other => {
                if let Err(error) = other {
                    tracing::warn!(%error, "the search index cannot be used and is built anew");
                }
                let (writer, view) = create(folder)?;
                Ok(Self::new(Some(folder), writer, view, 0))
            }
        }
    }

    /// An empty index that lives in memory only.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory() -> Result<Self, Error> {
        let index = tantivy::Index::builder()
            .schema(schema::build().0)
            .settings(settings())
            .tokenizers(schema::tokenizers())
            .create_in_ram()?;
        let (writer, view) = Writer::start(index, 1, SMALL_WRITER_MEMORY)?;
        Ok(Self::new(None, writer, view, 0))
    }

    fn new(folder: Option<&Path>, writer: Writer, view: View, last_change: i64) -> Self {
        Self {
            folder: folder.map(Path::to_owned),
            view: RwLock::new(Arc::new(view)),
            writer: Mutex::new(writer),
            last_change: AtomicI64::new(last_change),
            scratch: Mutex::default(),
        }
    }

    /// The highest number among the changes that the index holds; 0 for one that must be built from the beginning.
    /// Kept with the documents, in the same commit.
    pub fn last_change(&self) -> i64 {
        self.last_change.load(Ordering::Acquire)
    }

    /// How many documents can be found.
    pub fn len(&self) -> usize {
        self.view().total
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Brings the changes in, all in one commit; what they hold can be found when this returns. It blocks, for a few
    /// hundredths of a second for one document: call it where blocking is allowed. Many changes at once are much
    /// cheaper than one by one.
    ///
    /// # Errors
    /// [`Error::Lost`] when the folder was deleted in the meantime, else what went wrong; nothing is half done then.
    pub fn apply(&self, changes: Vec<Change>) -> Result<(), Error> {
        self.prepare(changes)?;
        self.commit()
    }

    /// Takes changes in without making them visible, which [`Index::commit`] does for all that were prepared before it:
    /// a commit costs much more than a document, so building an index needs few of them.
    ///
    /// # Errors
    /// As [`Index::apply`]; what was prepared since the last commit is undone.
    pub fn prepare(&self, changes: Vec<Change>) -> Result<(), Error> {
        let mut writer = lock(&self.writer);
        self.replace_when_lost(&mut writer)?;
        let last = changes.iter().map(Change::number).fold(writer.last_change.max(self.last_change()), i64::max);
        let view = self.view();
        let outcome = writer.write(&view, Change::latest(changes).into_values());
        writer.last_change = last;
        writer.undo_failed(outcome)
    }

    /// Makes what was prepared visible.
    ///
    /// # Errors
    /// As [`Index::apply`].
    pub fn commit(&self) -> Result<(), Error> {
        let mut writer = lock(&self.writer);
        let last = writer.last_change.max(self.last_change());
        let outcome = writer.open().and_then(|open| commit(open, last));
        self.publish(&mut writer, outcome, last)
    }

    /// Takes everything out and sets [`Index::last_change`] to 0, so that the index is built anew.
    ///
    /// # Errors
    /// As [`Index::apply`].
    pub fn clear(&self) -> Result<(), Error> {
        let mut writer = lock(&self.writer);
        self.replace_when_lost(&mut writer)?;
        let outcome = writer.delete_everything();
        self.publish(&mut writer, outcome, 0)
    }

    /// Reads every file of the index and compares its check sum; gives the damaged ones.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn damaged_files(&self) -> Result<Vec<PathBuf>, Error> {
        let index = lock(&self.writer).index.clone();
        Ok(index.validate_checksum()?.into_iter().collect())
    }

    /// Answers a query. A matter of a few thousandths of a second, without waiting for anything.
    ///
    /// # Errors
    /// When a file of the index cannot be read; the text of a query is never an error.
    pub fn search(&self, query: &Query) -> Result<Found, Error> {
        let view = self.view();
        let mut scratch = lock(&self.scratch).pop().unwrap_or_default();
        let found = ranking::search(&view, query, &mut scratch);
        // After a failure the scratch may hold half a count.
        if found.is_ok() {
            lock(&self.scratch).push(scratch);
        }
        Ok(found?)
    }

    /// The numbers of all listings that a query finds, in its order; of its page nothing is looked at.
    ///
    /// # Errors
    /// As [`Index::search`].
    pub fn ids(&self, query: &Query) -> Result<Vec<i64>, Error> {
        let view = self.view();
        let mut scratch = lock(&self.scratch).pop().unwrap_or_default();
        let ids = ranking::ids(&view, query, &mut scratch);
        if ids.is_ok() {
            lock(&self.scratch).push(scratch);
        }
        Ok(ids?)
    }

    fn view(&self) -> Arc<View> {
        Arc::clone(&self.view.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Makes the outcome of a write visible, or undoes it.
    fn publish(&self, writer: &mut Writer, outcome: Result<(), Error>, last_change: i64) -> Result<(), Error> {
        writer.undo_failed(outcome)?;
        writer.prepared.clear();
        writer.last_change = 0;
        let view = writer.view()?;
        *self.view.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(view);
        self.last_change.store(last_change, Ordering::Release);
        Ok(())
    }

    fn replace_when_lost(&self, writer: &mut Writer) -> Result<(), Error> {
        let Some(folder) = &self.folder else { return Ok(()) };
        if writer.writer.is_some() && folder.join("meta.json").exists() {
            return Ok(());
        }
        writer.writer = None;
        let (new, _) = create(folder)?;
        *writer = new;
        self.last_change.store(0, Ordering::Release);
        Err(Error::Lost)
    }
}

impl Writer {
    fn start(index: tantivy::Index, threads: usize, memory: usize) -> Result<(Self, View), Error> {
        let writer: IndexWriter = index.writer_with_num_threads(threads, memory * threads)?;
        writer.set_merge_policy(Box::new(LogMergePolicy::default()));
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let fields = schema::build().1;
        let (views, prepared) = (Views::default(), HashSet::new());
        let mut started = Self { index, writer: Some(writer), reader, fields, views, prepared, last_change: 0 };
        let view = started.view()?;
        Ok((started, view))
    }

    fn view(&mut self) -> Result<View, Error> {
        self.reader.reload()?;
        Ok(self.views.view(self.reader.searcher(), self.fields)?)
    }

    fn open(&mut self) -> Result<&mut IndexWriter, Error> {
        self.writer.as_mut().ok_or(Error::Lost)
    }

    fn write(&mut self, view: &View, changes: impl Iterator<Item = Change>) -> Result<(), Error> {
        let fields = self.fields;
        let writer = self.writer.as_mut().ok_or(Error::Lost)?;
        for change in changes {
            let id = Term::from_field_i64(fields.id, change.id());
            // Deleting costs a search in every segment at the commit, so only what is there is deleted.
            if self.prepared.contains(&change.id()) || view.searcher.doc_freq(&id)? > 0 {
                writer.delete_term(id);
            }
            if let Change::Put(document) = change {
                self.prepared.insert(document.id);
                writer.add_document(fields.document(&document)?)?;
            }
        }
        Ok(())
    }

    /// After a failure takes back what was not committed.
    fn undo_failed(&mut self, outcome: Result<(), Error>) -> Result<(), Error> {
        if outcome.is_err() {
            self.prepared.clear();
            self.last_change = 0;
            if let Some(open) = &mut self.writer {
                open.rollback()?;
            }
        }
        outcome
    }

    fn delete_everything(&mut self) -> Result<(), Error> {
        let writer = self.open()?;
        writer.delete_all_documents()?;
        commit(writer, 0)
    }
}

fn commit(writer: &mut IndexWriter, last_change: i64) -> Result<(), Error> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&format!("{} {last_change}", schema::version()));
    prepared.commit()?;
    Ok(())
}

fn settings() -> IndexSettings {
    // Small blocks: a page reads twenty documents from twenty places.
    IndexSettings { docstore_blocksize: 8 << 10, ..IndexSettings::default() }
}

/// The index in `folder`, when there is one of this version.
fn open_existing(folder: &Path) -> Result<Option<(Writer, View, i64)>, Error> {
    if !folder.join("meta.json").exists() {
        return Ok(None);
    }
    let mut index = tantivy::Index::open_in_dir(folder)?;
    let payload = index.load_metas()?.payload.unwrap_or_default();
    let last_change = match payload.split_once(' ') {
        Some((version, last_change)) if version == schema::version() => last_change.parse().ok(),
        _ => None,
    };
    let Some(last_change) = last_change.filter(|_| index.schema() == schema::build().0) else { return Ok(None) };
    index.set_tokenizers(schema::tokenizers());
    let (writer, view) = start_in(folder, index)?;
    Ok(Some((writer, view, last_change)))
}

/// An empty index in `folder`, whatever was there.
fn create(folder: &Path) -> Result<(Writer, View), Error> {
    if folder.exists() {
        let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
        match directory.acquire_lock(&INDEX_WRITER_LOCK) {
            Err(LockError::LockBusy) => return Err(Error::InUse(folder.to_owned())),
            held => drop(held),
        }
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let directory = MmapDirectory::open(folder).map_err(TantivyError::from)?;
    let index = tantivy::Index::builder()
        .schema(schema::build().0)
        .settings(settings())
        .tokenizers(schema::tokenizers())
        .open_or_create(directory)?;
    start_in(folder, index)
}

fn start_in(folder: &Path, index: tantivy::Index) -> Result<(Writer, View), Error> {
    Writer::start(index, WRITER_THREADS, WRITER_MEMORY).map_err(|error| match error {
        Error::Engine(TantivyError::LockFailure(..)) => Error::InUse(folder.to_owned()),
        other => other,
    })
}

/// A lock whose holder panicked is taken over: what it guards is made whole by the next commit or reload.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
