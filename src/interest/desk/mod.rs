//! Working on expressions of interest within one's own organisation: list and board, who sees to which, labels and notes
//! that the other side never sees, closing several at once, exports, a calendar feed, and the dossier on paper.

pub mod actions;
mod forms;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;

pub use model::{Assigned, Desk, Due, Feed, Member, Note, Sought};
pub use pages::routes;
