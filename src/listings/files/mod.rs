//! Files of listings: taken, kept, opened and removed. Bytes lie in storage under generated names; who may open a file
//! is decided for the file itself, whatever page links to it.

mod change;
mod intake;
mod names;
mod open;
mod receive;
mod staging;
mod store;
mod sweep;

pub use change::{describe, link, remove};
pub use intake::{Batch, Taken, Whole, bring, enter_in};
pub use names::{address, picture_url, sizes, url};
pub use open::{Opened, may_open, opened};
pub use receive::{Sent, typed};
pub use staging::{Fate, Room, Staged, Staging};
pub use store::{bytes_of, lock_organisation};
pub use sweep::sweep;

use super::content::{FileKind, Visibility};
use super::policy::Edit;
use crate::app::App;
use crate::checks::Problem;
use crate::config;
use crate::web::{Access, Can, Error, Routes};

/// Most files of a listing.
pub const MOST: usize = 20;
/// Most characters of a caption.
pub const CAPTION: usize = 300;
/// Bytes of a megabyte.
pub const MEGABYTE: u64 = 1024 * 1024;

/// What is said of files that are sent together.
#[derive(Clone, Debug)]
pub struct About {
    /// Caption of each.
    pub caption: String,
    /// What a document is; a picture is always an image, a film always a video.
    pub kind: FileKind,
    /// Who may open them.
    pub visibility: Visibility,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// Of a kind that is not taken.
    Kind,
    /// A picture that cannot be read.
    Broken,
    /// A picture with too many pixels.
    Pixels,
    /// More bytes than allowed.
    Large,
    /// A video with more bytes than allowed.
    LargeVideo,
    /// The listing has enough files.
    Count,
    /// The organisation has used all its room.
    Quota,
    /// The scanner found something in it.
    Harmful,
    /// The scanner does not answer.
    Unchecked,
    /// There is no room left where files are kept.
    Full,
    /// What keeps files does not answer.
    Away,
}

impl Refusal {
    /// What is wrong, for the field of the file.
    pub fn problem(self, settings: &config::Files) -> Problem {
        match self {
            Self::Empty => Problem::Other("problem-file-empty"),
            Self::Kind => Problem::Other("problem-file-kind"),
            Self::Broken => Problem::Other("problem-file-broken"),
            Self::Pixels => Problem::Other("problem-file-pixels"),
            Self::Large => Problem::Counted("problem-file-large", settings.largest_mb),
            Self::LargeVideo => Problem::Counted("problem-file-large-video", settings.largest_video_mb),
            Self::Count => Problem::Other("problem-file-count"),
            Self::Quota => Problem::Counted("problem-file-quota", settings.quota_mb),
            Self::Harmful => Problem::Other("problem-file-harmful"),
            Self::Unchecked => Problem::Other("problem-file-unchecked"),
            Self::Full => Problem::Other("problem-file-full"),
            Self::Away => Problem::Other("problem-file-away"),
        }
    }

    /// The status of an answer that has nothing worse to tell.
    pub const fn status(self) -> u16 {
        match self {
            Self::Full => 507,
            Self::Unchecked | Self::Away => 503,
            Self::Large | Self::LargeVideo => 413,
            _ => 422,
        }
    }
}

/// Most bytes that one form may bring: no more than an organisation may keep, with its fields.
pub fn largest_form(settings: &config::Files) -> usize {
    usize::try_from(u64::from(settings.quota_mb) * MEGABYTE + MEGABYTE).unwrap_or(usize::MAX)
}

/// Bytes that all files of the organisation of a listing take.
pub async fn used(app: &App, may: &Can<Edit>) -> Result<u64, Error> {
    Ok(store::bytes(app.db.conn(), may).await?.unsigned_abs())
}

/// Routes of files.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/files/{key}/{name}", Access::Public, open::show)
}

/// Removes what lies in storage under names that no row speaks of; what cannot be removed now is swept later.
pub async fn clear(app: &App, key: &str, media_type: &str) {
    for name in names::objects(key, media_type) {
        if let Err(error) = app.storage.delete(&name).await {
            tracing::warn!(%error, name, "a file that is no longer needed cannot be removed");
        }
    }
}
