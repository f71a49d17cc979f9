//! Greenbridge: an open marketplace for environmentally sound technology.
//!
//! The map, from the ground up; what stands higher may use what stands lower, never the other way:
//!
//! - ground: [`taxonomy`] (code lists), [`clock`], [`ids`], [`checks`], [`config`], [`db`], [`entity`] (tables), [`i18n`],
//!   [`audit`] (log of actions), [`mail`], [`jobs`], [`media`] (files), [`auth`] (who acts), [`web`] (what pages share)
//! - features: [`labels`] (certificates), [`listings`], [`moderation`], [`home`]
//! - [`events`]: who reacts to what; [`app`]: everything put together

#![recursion_limit = "1024"]

#[macro_use]
pub mod taxonomy;
#[macro_use]
pub mod i18n;

pub mod app;
pub mod audit;
pub mod auth;
pub mod checks;
pub mod clock;
pub mod config;
pub mod db;
pub mod entity;
pub mod events;
pub mod home;
pub mod ids;
pub mod jobs;
pub mod labels;
pub mod listings;
pub mod mail;
pub mod media;
pub mod moderation;
pub mod web;
