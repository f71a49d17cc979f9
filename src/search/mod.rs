//! The embedded search engine: plain documents in, ranked hits, facet counts and snippets out.
//!
//! It knows nothing of the database, the web or a listing's content. Whoever feeds it turns a published listing into a
//! [`Document`] and calls [`Index::apply`]; whoever asks builds a [`Query`] and calls [`Index::search`].

mod analysis;
mod document;
mod facets;
mod index;
mod matching;
mod names;
mod parse;
mod proximity;
mod query;
mod ranking;
mod schema;
mod scripts;
mod snippet;
mod speller;
mod view;

#[cfg(test)]
mod tests;

pub use document::{Change, Claim, Document, Facet, TextFields};
pub use index::{Error, Index};
pub use query::{Found, Hit, MAX_PER_PAGE, Query, Sort};
