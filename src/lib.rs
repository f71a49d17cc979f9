//! Greenbridge: an open marketplace for environmentally sound technology.
//!
//! The map, from the ground up; what stands higher may use what stands lower, never the other way:
//!
//! - ground: [`taxonomy`] (code lists), [`clock`], [`ids`], [`checks`], [`config`], [`db`], [`entity`] (tables), [`i18n`],
//!   [`mail`], [`jobs`], [`media`] (files), [`auth`] (who acts), [`audit`] (the log of what people with a role did),
//!   [`web`] (what pages share), [`server`] (connections), [`search`] (the engine, which knows only documents)
//! - features: [`notifications`] (who is told of what, and how), [`accounts`], [`organisations`], [`labels`] (certificates), [`listings`], [`matching`] (requirements against offers), [`moderation`], [`interest`]
//!   (expressions of interest), [`registers`] (keywords, schemes and recognitions as administrators keep
//!   them), [`finding`] (search pages, cards, home), [`bulk`] (tables in and out), [`admin`] (jobs that need somebody), [`about`] (help, terms and the like)
//! - [`events`]: who reacts to what; [`app`]: everything put together; [`cli`]: the commands

#![recursion_limit = "1024"]

#[macro_use]
pub mod taxonomy;
#[macro_use]
pub mod i18n;

pub mod about;
pub mod accounts;
pub mod admin;
pub mod app;
pub mod audit;
pub mod auth;
pub mod bulk;
pub mod checks;
pub mod cli;
pub mod clock;
pub mod config;
pub mod db;
pub mod entity;
pub mod events;
pub mod finding;
pub mod ids;
pub mod interest;
pub mod jobs;
pub mod labels;
pub mod listings;
pub mod mail;
pub mod matching;
pub mod media;
pub mod moderation;
pub mod notifications;
pub mod organisations;
pub mod registers;
pub mod search;
pub mod server;
pub mod web;
