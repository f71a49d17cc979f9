//! The folder of the demonstration: marked as such, held by one process, and never anything else's.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use anyhow::{Context as _, bail};
use chrono::Duration;

use crate::app::demo_clock;
use crate::clock::Clock;

/// The file that marks a folder as the demonstration's.
const MARK: &str = "greenbridge-demo";
/// What the demonstration makes in its folder.
const MADE: &[&str] = &[
    "greenbridge.sqlite",
    "greenbridge.sqlite-wal",
    "greenbridge.sqlite-shm",
    "index",
    "files",
    "incoming",
    "mail",
    "secret",
    demo_clock::FILE,
];

/// The clock as it was moved in this folder before.
pub(super) fn clock(folder: &Path) -> Clock {
    let written = fs::read_to_string(folder.join(demo_clock::FILE)).unwrap_or_default();
    Clock::ahead(Duration::seconds(written.trim().parse().unwrap_or(0)))
}

/// Takes the folder for this process as long as the file lives; with `reset` what was made there before is deleted.
pub(super) fn take(folder: &Path, reset: bool) -> anyhow::Result<File> {
    let cannot = || format!("the folder {} cannot be used", folder.display());
    fs::create_dir_all(folder).with_context(cannot)?;
    let mark = folder.join(MARK);
    if !mark.exists() && fs::read_dir(folder).with_context(cannot)?.next().is_some() {
        bail!("{} holds something else; name another folder with --data-dir", folder.display());
    }
    let held = File::options().create(true).truncate(false).write(true).open(&mark).with_context(cannot)?;
    if held.try_lock().is_err() {
        bail!("a demonstration is running in {} already", folder.display());
    }
    if reset {
        for name in MADE {
            let path = folder.join(name);
            let deleted = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            match deleted {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(error).with_context(|| format!("{} cannot be deleted", path.display()));
                }
                _ => {}
            }
        }
    }
    Ok(held)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_things_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("greenbridge.sqlite"), "real").unwrap();
        assert!(take(folder.path(), true).is_err());
        assert!(folder.path().join("greenbridge.sqlite").exists());
    }

    #[test]
    fn a_reset_deletes_what_the_demonstration_made_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        drop(take(folder.path(), false).unwrap());
        fs::write(folder.path().join("greenbridge.sqlite"), "demo").unwrap();
        fs::create_dir(folder.path().join("index")).unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        drop(take(folder.path(), false).unwrap());
        assert!(folder.path().join("greenbridge.sqlite").exists());
        let held = take(folder.path(), true).unwrap();
        assert!(!folder.path().join("greenbridge.sqlite").exists() && !folder.path().join("index").exists());
        assert!(folder.path().join("notes.txt").exists());
        assert!(take(folder.path(), false).is_err(), "two processes in one folder");
        drop(held);
    }
}
