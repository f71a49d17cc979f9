//! Expressions of interest: one organisation's interest in another's listing, from the first word to an agreement or
//! none. Others may use the model, the policies, the lists of the store and [`actions::replay_in`].

pub mod actions;
pub mod answers;
pub mod desk;
pub mod effects;
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
    Action, Agreement, Contact, Deadlines, Edge, Event, Facts, Guard, Interest, Party, Proposal, Rejected,
    Responsiveness, Side, State, StateName, TABLE, Terms, step,
};
pub use pages::routes;
