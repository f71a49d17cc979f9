//! SQL of expressions of interest.

mod read;
mod write;

pub use read::{
    Contacts, Entry, Filter, PAGE, Recipient, contacts, counts, find, find_by_id, list, messages, open_of_pair,
    open_senders, recipients, sent_since, was_accepted,
};
pub use write::{
    By, change, delete_draft, hold, hold_for_sending, insert_draft, insert_message, mark_read, touch, update_draft,
};
