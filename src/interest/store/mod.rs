//! SQL of expressions of interest.

mod beside;
mod clock;
mod read;
mod write;

pub use beside::{Beside, beside, contacts_and_notes};
pub(in crate::interest) use clock::awaiting;
pub use clock::{answers_of, awaited_in, overdue, to_remind, untimed};
pub use read::{
    Contacts, Filter, Recipient, counts, editors_of, find, find_by_id, open_of_pair, open_senders, recipients,
    sent_since, was_accepted,
};
pub(in crate::interest) use read::{of_side, visible_to, with_names};
pub use write::{
    By, change, delete_draft, hold, hold_for_sending, insert_draft, note_reminder, set_deadlines, update_draft,
};
