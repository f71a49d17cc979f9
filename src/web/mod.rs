//! What pages share, whatever they are about.

pub mod cache;
pub mod metrics;
