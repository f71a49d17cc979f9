//! The code lists that content is written in: themes, keywords, industries, indicators, units, countries and the rest.

mod codes;

pub use codes::*;
