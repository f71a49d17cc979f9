//! Taking files. Each is written to a nameless file while it comes, looked at, and then put into storage; rows and draft
//! are written last, in one transaction. So whatever breaks off leaves at most an object without a row, which is swept.

use std::path::PathBuf;

use bytes::Bytes;
use futures::{Stream, StreamExt as _};

use super::{About, MEGABYTE, MOST, Refusal, clear, names, store};
use crate::app::App;
use crate::listings::Rejected;
use crate::listings::actions::{self, Failed};
use crate::listings::content::{FileKind, FileRef, Visibility};
use crate::listings::policy::{Edit, Inspect};
use crate::media::{self, Broken, Incoming, Received, Type, Verdict};
use crate::web::Can;

/// How often rows are tried when somebody else saves the same draft at the same moment.
const TRIES: usize = 5;

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Its name, made harmless.
    pub name: String,
    /// Why it was not taken; `None` if it is there.
    pub refusal: Option<Refusal>,
}

/// What came of files that were sent together.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    /// What became of each, in their order.
    pub fates: Vec<Fate>,
    /// Keys of those that are new.
    pub keys: Vec<String>,
}

/// A file whose bytes are in storage and whose row is not written yet.
#[derive(Debug)]
struct Staged {
    file: FileRef,
    sha256: String,
    /// Its place among the fates.
    place: usize,
}

/// Files that are sent together.
#[derive(Debug)]
pub struct Batch {
    may: Can<Edit>,
    inspect: Can<Inspect>,
    folder: PathBuf,
    fates: Vec<Fate>,
    staged: Vec<Staged>,
    /// Files that the listing has, and bytes that its organisation uses, before any of these.
    before: (usize, u64),
}

fn lost(error: &(dyn std::error::Error + 'static)) -> Refusal {
    tracing::error!(%error, "a file cannot be kept");
    if media::is_full(error) { Refusal::Full } else { Refusal::Away }
}

impl Batch {
    /// Begins to take files into the draft of a listing.
    pub async fn begin(app: &App, may: &Can<Edit>) -> Result<Self, Failed> {
        let (actor, listing) = (may.actor(), may.thing());
        let inspect = Can::<Inspect>::check(actor, listing.clone())?;
        let work = actions::work(app, &inspect).await?;
        if work.under_review {
            return Err(Rejected::State(listing.status).into());
        }
        let used = super::used(app, may).await?;
        Ok(Self {
            may: Can::<Edit>::check(actor, listing.clone())?,
            inspect,
            folder: app.config.data_dir.join("incoming"),
            fates: Vec::new(),
            staged: Vec::new(),
            before: (work.content.files.len(), used),
        })
    }

    /// Takes the next file, which comes in pieces. What is not taken is read to its end all the same, so that the next
    /// one is heard. Fails only if the pieces do.
    pub async fn take<E>(
        &mut self,
        app: &App,
        name: &str,
        mut pieces: impl Stream<Item = Result<Bytes, E>> + Send + Unpin,
    ) -> Result<(), E> {
        let mut coming = Incoming::begin(&self.folder).map_err(|error| lost(&error));
        while let Some(piece) = pieces.next().await {
            let piece = piece?;
            if let Ok(incoming) = &mut coming
                && let Err(refusal) = self.write(app, incoming, &piece).await
            {
                coming = Err(refusal);
            }
        }
        let staged = match coming {
            // A form in which no file was chosen sends one without name and content.
            Ok(incoming) if name.is_empty() && incoming.size() == 0 => return Ok(()),
            Ok(incoming) => self.stage(app, name, incoming).await,
            Err(refusal) => Err(refusal),
        };
        let place = self.fates.len();
        let (name, refusal) = match staged {
            Ok((file, sha256)) => {
                let name = file.name.clone();
                self.staged.push(Staged { file, sha256, place });
                (name, None)
            }
            Err(refusal) => (names::plain(name, Type::Picture), Some(refusal)),
        };
        self.fates.push(Fate { name, refusal });
        Ok(())
    }

    async fn write(&self, app: &App, incoming: &mut Incoming, piece: &[u8]) -> Result<(), Refusal> {
        incoming.write(piece).await.map_err(|error| lost(&error))?;
        let kind = match incoming.kind() {
            None => return Ok(()),
            Some(kind) => kind.ok_or(Refusal::Kind)?,
        };
        let settings = &app.config.files;
        let (most, refusal) = if kind.is_video() {
            (settings.largest_video_mb, Refusal::LargeVideo)
        } else {
            (settings.largest_mb, Refusal::Large)
        };
        if incoming.size() > u64::from(most) * MEGABYTE { Err(refusal) } else { Ok(()) }
    }

    /// Whether there is room for one more file of a size, as far as can be told before its row is written.
    fn room(&self, app: &App, size: u64) -> Result<(), Refusal> {
        let (count, used) = self.before;
        if count + self.staged.len() >= MOST {
            return Err(Refusal::Count);
        }
        let staged: u64 = self.staged.iter().map(|staged| staged.file.size).sum();
        let quota = u64::from(app.config.files.quota_mb) * MEGABYTE;
        if used + staged + size > quota { Err(Refusal::Quota) } else { Ok(()) }
    }

    /// Looks at a file that has come in whole and puts it into storage.
    async fn stage(&self, app: &App, name: &str, incoming: Incoming) -> Result<(FileRef, String), Refusal> {
        let received = incoming.finish().await.map_err(|error| lost(&error))?;
        if received.size == 0 {
            return Err(Refusal::Empty);
        }
        let kind = received.kind.ok_or(Refusal::Kind)?;
        // A picture is made smaller: what it takes is known when it is.
        self.room(app, if kind == Type::Picture { 0 } else { received.size })?;
        if let Some(scanner) = &app.scanner {
            let file = received.file.try_clone().map_err(|error| lost(&error))?;
            match scanner.scan(file).await {
                Ok(Verdict::Clean) => {}
                Ok(Verdict::Found(found)) => {
                    tracing::warn!(found, listing = self.may.reference, "a file was refused by the scanner");
                    return Err(Refusal::Harmful);
                }
                Err(error) => {
                    tracing::error!(%error, "the scanner does not answer, so no file is taken");
                    return Err(Refusal::Unchecked);
                }
            }
        }
        let key = app.ids.name();
        let sha256 = received.sha256.clone();
        let written = self.write_objects(app, &key, kind, received).await;
        let (size, pixels) = match written {
            Ok(written) => written,
            Err(refusal) => {
                clear(app, &key, kind.media_type()).await;
                return Err(refusal);
            }
        };
        let kept = FileRef {
            key,
            kind: if kind == Type::Picture { FileKind::Image } else { FileKind::Video },
            visibility: Visibility::AfterNda,
            name: names::plain(name, kind),
            caption: String::new(),
            size,
            media_type: kind.media_type().to_owned(),
            pixels,
            link: None,
        };
        Ok((kept, sha256))
    }

    /// Puts the bytes of a file into storage; says how many and, of a picture, its pixels.
    async fn write_objects(
        &self,
        app: &App,
        key: &str,
        kind: Type,
        received: Received,
    ) -> Result<(u64, Option<(u32, u32)>), Refusal> {
        let names = names::objects(key, kind.media_type());
        if kind != Type::Picture {
            for name in &names {
                let file = received.file.try_clone().map_err(|error| lost(&error))?;
                app.storage.put_file(name, file, received.size).await.map_err(|error| lost(&error))?;
            }
            return Ok((received.size, None));
        }
        let pictures = media::pictures(received.file).await.map_err(|broken| match broken {
            Broken::TooLarge => Refusal::Pixels,
            Broken::Unreadable => Refusal::Broken,
        })?;
        let size = pictures.sizes.iter().map(|size| size.len() as u64).sum();
        self.room(app, size)?;
        for (name, bytes) in names.iter().zip(pictures.sizes) {
            app.storage.put(name, bytes).await.map_err(|error| lost(&error))?;
        }
        Ok((size, Some((pictures.width, pictures.height))))
    }

    /// Gives up: what is in storage is removed again.
    pub async fn abandon(self, app: &App) {
        for staged in &self.staged {
            clear(app, &staged.file.key, &staged.file.media_type).await;
        }
    }

    /// Keeps what was right: rows and draft in one transaction. A file that the draft holds already is not kept twice,
    /// so that a form that is sent twice makes nothing new.
    pub async fn keep(mut self, app: &App, about: &About) -> Result<Taken, Failed> {
        for staged in &mut self.staged {
            let document = Type::kept(&staged.file.media_type) == Some(Type::Pdf);
            staged.file.caption.clone_from(&about.caption);
            staged.file.visibility = about.visibility;
            if document {
                let certificate = about.kind == FileKind::Certificate;
                staged.file.kind = if certificate { FileKind::Certificate } else { FileKind::Report };
            }
        }
        let mut kept = self.write_rows(app).await;
        for _ in 1..TRIES {
            if !matches!(kept, Err(Failed::Rejected(Rejected::Stale))) {
                break;
            }
            kept = self.write_rows(app).await;
        }
        let (keys, fates) = match kept {
            Ok(kept) => kept,
            Err(failed) => {
                self.abandon(app).await;
                return Err(failed);
            }
        };
        for staged in self.staged.iter().filter(|staged| !keys.contains(&staged.file.key)) {
            clear(app, &staged.file.key, &staged.file.media_type).await;
        }
        Ok(Taken { fates, keys })
    }

    async fn write_rows(&self, app: &App) -> Result<(Vec<String>, Vec<Fate>), Failed> {
        let (mut keys, mut fates) = (Vec::new(), self.fates.clone());
        if self.staged.is_empty() {
            return Ok((keys, fates));
        }
        let now = app.clock.now();
        let quota = u64::from(app.config.files.quota_mb) * MEGABYTE;
        let tx = app.write_tx().await?;
        store::lock_organisation(&tx, self.may.organisation_id).await?;
        let mut work = actions::work_in(&tx, &self.inspect).await?;
        let mut used = store::bytes(&tx, &self.may).await?.unsigned_abs();
        for Staged { file, sha256, place } in &self.staged {
            let same = store::same(&tx, &self.may, sha256).await?;
            if work.content.files.iter().any(|held| same.contains(&held.key)) {
                continue;
            }
            if work.content.files.len() >= MOST {
                fates[*place].refusal = Some(Refusal::Count);
                continue;
            }
            if used + file.size > quota {
                fates[*place].refusal = Some(Refusal::Quota);
                continue;
            }
            store::insert(&tx, &self.may, file, sha256, now).await?;
            work.content.files.push(file.clone());
            used += file.size;
            keys.push(file.key.clone());
        }
        if keys.is_empty() {
            tx.rollback().await?;
            return Ok((keys, fates));
        }
        actions::save_in(&tx, &self.may, &work.content, work.version, now).await?;
        app.commit(tx).await?;
        Ok((keys, fates))
    }
}

impl Taken {
    /// The worst of what went wrong, by the status of its answer: 422 for what is wrong with a file.
    pub fn worst(&self) -> Option<Refusal> {
        self.fates.iter().filter_map(|fate| fate.refusal).max_by_key(|refusal| match refusal.status() {
            422 => 0,
            status => status,
        })
    }
}
