//! Messages of an exchange: written, kept as a draft, sent with files, marked as read, edited for five minutes, reported.

pub mod actions;
pub(in crate::interest) mod files;
mod forms;
mod model;
pub mod pages;
pub mod policy;
pub mod reply;
pub mod store;
pub mod thread;

pub(in crate::interest) use actions::revealed;
pub use files::opens_file;
pub use model::{Attachment, Draft, EDITABLE, Message, Passage, Source, Version, said, why};
pub(in crate::interest) use model::{MOST_FILES, quoted};
