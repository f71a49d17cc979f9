//! Who is told of what, and how. A feature that has something to tell calls [`send`] in the transaction of its change;
//! here it is written down for the page of notifications and, as its reader wants it, mailed at once, after the quiet
//! hours or in a digest.

pub mod actions;
mod digests;
mod forms;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;

pub use actions::{send, sweep};
pub use digests::write as write_digests;
pub use letters::{Scope, unsubscribe};
pub use model::{Delivery, Digest, Kind, Mailing, Notice, Quiet, Settings};
pub use pages::routes;
