//! Ground: one file per table, columns and relations only.

pub mod account;
pub mod audit;
pub mod certificate;
pub mod change_counter;
pub mod draft;
pub mod evidence_check;
pub mod file;
pub mod interest;
pub mod interest_event;
pub mod interest_message;
pub mod invitation;
pub mod job;
pub mod limit_bucket;
pub mod listing;
pub mod membership;
pub mod one_time_token;
pub mod organisation;
pub mod reference_counter;
pub mod refresh_token;
pub mod register_entry;
pub mod request_entry;
pub mod request_follower;
pub mod review_case;
pub mod revision;
pub mod session;
