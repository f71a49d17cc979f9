//! Administration of the program itself: jobs that need somebody.

mod actions;
mod pages;
pub mod policy;

pub use pages::routes;
