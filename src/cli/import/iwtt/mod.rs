//! The Industrial Wastewater Treatment Technology database of the United States Environmental Protection Agency, a
//! work of the US Government in the public domain: its tables as offers.

mod measured;
mod offer;
mod page;
mod source;
mod texts;

pub use offer::read;
pub use texts::Words;
