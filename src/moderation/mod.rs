//! Moderation: the queue of submissions, claims and decisions. Others may open and withdraw a case, and read what a
//! moderator asked for last.

pub mod actions;
mod diff;
mod forms;
mod hints;
mod lines;
mod model;
mod pages;
pub mod policy;
pub mod store;
#[cfg(test)]
mod tests;

pub use model::{Case, Moderator, Outcome, Reason, State};
pub use pages::routes;
pub use store::{latest_reasons, open_case, withdraw_case};
