//! Registers that administrators keep: keywords, label schemes, recognitions and public holidays. What they change lies over what the
//! project carries; every node takes it in when the sum of all versions in the database has moved.

pub mod actions;
mod model;
mod pages;
pub mod policy;
pub mod store;

pub use actions::refresh;
pub use model::{Entry, RECOUNT, TOUCH, Touch};
pub use pages::routes;
