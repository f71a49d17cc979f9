//! Ground: files. They lie under generated names in an object store; what they are is found from their content.

mod incoming;
mod picture;
mod scanner;
mod storage;

pub use incoming::{HEAD, Incoming, Received};
pub use picture::{Broken, Pictures, WIDTHS, pictures};
pub use scanner::{Scanner, Verdict};
pub use storage::{Storage, Stored, is_full};

/// The types of file that are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// JPEG, PNG, WebP or GIF; kept as WebP.
    Picture,
    /// PDF.
    Pdf,
    /// MP4.
    Mp4,
    /// WebM.
    Webm,
}

impl Type {
    /// The type of a content by its first [`HEAD`] bytes; `None` for all that is not taken. Names and announced types
    /// are not believed.
    pub fn of(head: &[u8]) -> Option<Self> {
        match infer::get(head)?.mime_type() {
            "image/jpeg" | "image/png" | "image/webp" | "image/gif" => Some(Self::Picture),
            // Where something else stands before it, it is a page or an archive to whoever reads that first.
            "application/pdf" if head.starts_with(b"%PDF-") => Some(Self::Pdf),
            "video/mp4" | "video/x-m4v" => Some(Self::Mp4),
            "video/webm" => Some(Self::Webm),
            _ => None,
        }
    }

    /// The type of what is kept under a media type.
    pub fn kept(media_type: &str) -> Option<Self> {
        [Self::Picture, Self::Pdf, Self::Mp4, Self::Webm].into_iter().find(|kind| kind.media_type() == media_type)
    }

    /// The media type under which it is kept.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Picture => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Mp4 => "video/mp4",
            Self::Webm => "video/webm",
        }
    }

    /// The ending of its names, without the dot.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Picture => "webp",
            Self::Pdf => "pdf",
            Self::Mp4 => "mp4",
            Self::Webm => "webm",
        }
    }

    /// Whether it is a film.
    pub const fn is_video(self) -> bool {
        matches!(self, Self::Mp4 | Self::Webm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_told_by_the_first_bytes_alone() {
        assert_eq!(Type::of(b"%PDF-1.7\n<html><script>"), Some(Type::Pdf));
        assert_eq!(Type::of(b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"), Some(Type::Mp4));
        for other in [
            b"<!doctype html>%PDF-1.7".as_slice(),
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            b"PK\x03\x04 an archive",
            b"MZ a program",
            b"\x7fELF a program",
            b"\x00\x00\x00\x14ftypqt  \x00\x00\x00\x00",
            b" %PDF-1.7",
            b"BM a bitmap",
            b"#!/bin/sh",
            b"",
        ] {
            assert_eq!(Type::of(other), None, "{}", String::from_utf8_lossy(other));
        }
    }
}
