//! What tests stand on: a whole app with its own database and a clock that stands still, browsers, and the people,
//! organisations and listings in it.

mod app;
mod browser;
mod builders;
mod database;
mod listings;
mod market;
mod outline;
mod page;
mod smtp;
mod sources;
mod statements;
mod stores;

pub use app::{Mail, TestApp, beginning};
pub use browser::{Browser, File};
pub use builders::{PASSWORD, Person};
pub use database::TestDatabase;
pub use listings::{offer, request};
pub use market::{Market, full_offer};
pub use outline::{outline, without_chance};
pub use page::{Answer, Post};
pub use smtp::{Mood, SmtpServer};
pub use sources::sources;
pub use statements::counted;
pub use stores::Failing;
