//! The evidence ladder: on what each claim of a listing rests. Its owner declares a claim or puts a document behind it;
//! moderators and focal points raise it further. What they checked is kept beside the content, bound to the claim as it
//! was: whoever changes a figure, the conditions it was measured under or its document has it checked anew.

pub mod actions;
mod forms;
mod letters;
mod model;
mod pages;
pub mod store;

pub use model::{Check, ClaimKey, Raised, checked, fill, key_of_benefit, key_of_performance};
pub use pages::routes;
