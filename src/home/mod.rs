//! The home page, and the pages that explain the site.

mod pages;

pub use pages::routes;
