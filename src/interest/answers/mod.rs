//! Answers to requests: an expression of interest in a request can name one of its sender's offers, and is compared with
//! the request requirement by requirement. What was compared is frozen when it is sent. The agency sees the answers side
//! by side, keeps or sets each aside, and says with the outcome which it has chosen; the others are told why.

pub mod actions;
mod forms;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;
mod words;

pub use forms::AnswerForm;
pub use model::{Answer, Answered, Decision, Entered, Entry, Given, Judgement, Offered, Said, Tally, Told, Word};
pub use pages::routes;
pub(in crate::interest) use pages::{Asked, Shown, label};
