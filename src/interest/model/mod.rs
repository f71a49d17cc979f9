//! What an expression of interest is, and the one table by which its state changes.

mod clock;
mod exchange;
mod proposal;
mod states;

pub use clock::{Deadlines, Responsiveness};
pub use exchange::{Contact, Event, Interest, Party};
pub use proposal::{Agreement, LONGEST_REASON, Proposal, Terms};
pub use states::{Action, Edge, Facts, Guard, Rejected, Side, State, StateName, TABLE, offered, offers_at_once, step};
