//! Eco-labels: schemes, certificates and what they are worth. A certificate's badge is shown only while it is verified
//! and valid.

pub mod actions;
mod model;
mod pages;
pub mod policy;
pub mod store;
mod worth;

pub use model::{Certificate, Claim, EXPIRING, REMINDERS, Status, VERIFICATION, WAITS, as_registered};
pub use pages::{Agreement, In, in_words, routes};
pub use worth::{Worth, counts_in, in_the_region, worth};
