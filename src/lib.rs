//! Greenbridge: an open marketplace for environmentally sound technology.

#![recursion_limit = "1024"]

#[macro_use]
pub mod taxonomy;
pub mod listings;
pub mod server;
pub mod web;
