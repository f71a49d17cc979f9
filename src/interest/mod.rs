//! Expressions of interest: one organisation's interest in another's listing, from the first word to an agreement or
//! none. Others may use the model, the policies, the lists of the store and [`actions::replay_in`].

pub mod actions;
mod forms;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;

pub use model::{
    Action, Agreement, Contact, Edge, Event, Facts, Guard, Interest, Message, Party, Proposal, Rejected, Side, State,
    StateName, TABLE, step,
};
pub use pages::routes;
