//! Files on their way in, whatever they come for: each is written to a nameless file while it comes, looked at, and then
//! put into storage. Rows are written afterwards, by whoever the files are for.

use std::convert::Infallible;
use std::path::PathBuf;

use bytes::Bytes;
use futures::{Stream, StreamExt as _, stream};

use super::{MEGABYTE, Refusal, clear, names};
use crate::app::App;
use crate::listings::content::{FileKind, FileRef, Visibility};
use crate::media::{self, Broken, Incoming, Received, Type, Verdict};

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Its name, made harmless.
    pub name: String,
    /// Why it was not taken; `None` if it is there.
    pub refusal: Option<Refusal>,
}

/// A file whose bytes are in storage and whose row is not written yet.
#[derive(Debug)]
pub struct Staged {
    /// The file. A document is a report until somebody says else.
    pub file: FileRef,
    /// SHA-256 of what was sent, in hexadecimal.
    pub sha256: String,
    /// Its place among the fates.
    pub place: usize,
}

/// How much room there is.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Files that are there already.
    pub count: usize,
    /// Most files that may be there.
    pub most: usize,
    /// Bytes that the organisation uses already.
    pub used: u64,
}

/// Files that are sent together.
#[derive(Debug)]
pub struct Staging {
    folder: PathBuf,
    /// Number for people of what they are for.
    reference: String,
    /// What became of each, in their order.
    pub fates: Vec<Fate>,
    /// Those that are in storage.
    pub staged: Vec<Staged>,
    room: Room,
}

fn lost(error: &(dyn std::error::Error + 'static)) -> Refusal {
    tracing::error!(%error, "a file cannot be kept");
    if media::is_full(error) { Refusal::Full } else { Refusal::Away }
}

impl Staging {
    /// Begins to take files for the thing of a reference number.
    pub fn begin(app: &App, reference: &str, room: Room) -> Self {
        let folder = app.config.data_dir.join("incoming");
        Self { folder, reference: reference.to_owned(), fates: Vec::new(), staged: Vec::new(), room }
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

    /// Takes a file that is there whole.
    pub async fn take_whole(&mut self, app: &App, name: &str, content: Bytes) {
        let Ok(()) = self.take(app, name, stream::iter([Ok::<_, Infallible>(content)])).await;
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
        let Room { count, most, used } = self.room;
        if count + self.staged.len() >= most {
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
                    tracing::warn!(found, reference = self.reference, "a file was refused by the scanner");
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
            kind: match kind {
                Type::Picture => FileKind::Image,
                Type::Pdf => FileKind::Report,
                Type::Mp4 | Type::Webm => FileKind::Video,
            },
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

    /// Removes from storage what no row speaks of: all but the files of these keys.
    pub async fn clear_but(&self, app: &App, keys: &[String]) {
        for staged in self.staged.iter().filter(|staged| !keys.contains(&staged.file.key)) {
            clear(app, &staged.file.key, &staged.file.media_type).await;
        }
    }
}
