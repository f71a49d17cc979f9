//! Expressions of interest: one organisation's interest in another's listing, from the first word to an agreement or
//! none. Others may use the model, the policies, the lists of the store and [`actions::replay_in`].

pub mod actions;
pub mod answers;
mod forms;
mod letters;
pub mod messages;
mod model;
pub mod nda;
mod pages;
pub mod policy;
pub mod reports;
pub mod store;

pub use messages::Message;
pub use model::{
    Action, Agreement, Contact, Edge, Event, Facts, Guard, Interest, Party, Proposal, Rejected, Side, State, StateName,
    TABLE, step,
};
pub use pages::routes;
