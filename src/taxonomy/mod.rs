//! Ground: the code lists that content is written in: themes, keywords, industries, indicators, units, countries and
//! the rest. Closed lists are enums, open ones are data files.

mod codes;
mod conversion;
mod lists;
mod recognitions;

pub use codes::*;
pub use conversion::{convert, dimension};
pub use lists::*;
pub use recognitions::{Recognition, recognitions};
