//! What happens to a request after it is published: questions and answers, addenda, followers, a focal point's
//! endorsement, its outcome, and who is told of each. Others may use the actions, and the job that tells people.

pub mod actions;
mod forms;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;

pub use forms::OutcomeForm;
pub use letters::{NEWS, tell};
pub use model::{
    Added, Addendum, Ending, Endorsement, News, OPEN_QUESTIONS, Question, QuestionState, Recorded, Rejected, Request,
    reminder_on,
};
pub(in crate::listings) use pages::{Ended, outcome};
pub use pages::{OnPage, Refusal, again, page_of, routes};
