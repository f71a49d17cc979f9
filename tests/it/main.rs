//! Tests of the whole service, in one binary that mirrors `src`. They ask it as a browser would, over its real router,
//! on SQLite, or on PostgreSQL when `GREENBRIDGE_TEST_DATABASE_URL` names a server.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on may say so and stop")]

#[allow(dead_code, unused_imports, reason = "a kit for tests; not every part is in use at all times")]
mod support;

mod access;
mod accounts;
mod answers;
mod architecture;
mod bulk;
mod clock;
mod crashes;
mod delivery;
mod demo;
mod desk;
mod editor;
mod effects;
mod evidence;
mod fields;
mod files;
mod finding;
mod i18n;
mod import;
mod input;
mod interest;
mod labels;
mod listings;
mod locks;
mod mails;
mod messages;
mod moderation;
mod notifications;
mod organisations;
mod pages;
mod policies;
mod queries;
mod races;
mod registers;
mod requests;
mod schema;
mod security;
mod signed_out;
mod taxonomy;
mod unfinished;
