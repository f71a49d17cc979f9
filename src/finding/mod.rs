//! Finding: the pages on which listings are searched and met, the cards they show, and the follower that keeps the
//! search index up to date with the database. Others may start the follower and use the cards.

mod card;
mod documents;
mod feeds;
mod filters;
mod follower;
mod home;
mod pages;
mod panel;
mod subjects;

pub use card::{Beside, Card, CardView, Proof};
pub use filters::Search;
pub use follower::{catch_up, follow};
pub use pages::routes;
pub use panel::Panels;
