//! Listings: offers and requests, their content, life cycle and pages.

pub mod content;
