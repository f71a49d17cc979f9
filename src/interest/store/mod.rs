//! SQL of expressions of interest.

mod read;
mod write;

pub(in crate::interest) use read::visible_to;
pub use read::{
    Contacts, Entry, Filter, PAGE, Recipient, contacts, counts, editors_of, find, find_by_id, list, open_of_pair,
    open_senders, recipients, sent_since, was_accepted,
};
pub use write::{By, change, delete_draft, hold, hold_for_sending, insert_draft, update_draft};
