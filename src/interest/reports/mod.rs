//! Messages, and words that came with a step, that somebody reported to the moderators. They read the exchange of what was
//! reported, and no other.

pub mod actions;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;

pub use model::{Report, State, Verdict};
pub use pages::routes;
