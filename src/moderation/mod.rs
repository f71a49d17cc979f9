//! Moderation: the queue of submissions, claims and decisions. Others may open and withdraw a case.

pub mod store;

pub use store::{open_case, withdraw_case};
