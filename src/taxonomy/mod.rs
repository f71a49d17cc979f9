//! Ground: the code lists that content is written in: themes, keywords, industries, indicators, units, countries and
//! the rest. Closed lists are enums, open ones are data files; those that administrators extend stand in `Registers`.

mod codes;
mod conversion;
pub mod holidays;
mod lists;
mod recognitions;
mod registers;

pub use codes::*;
pub use conversion::{convert, dimension, measures};
pub use holidays::{Holiday, Holidays};
pub use lists::*;
pub use recognitions::Recognition;
pub use registers::{Overlay, Present, Register, Registers};
