//! Eco-labels: schemes, certificates and what they are worth. A certificate's badge is shown only while it is verified
//! and valid.

mod model;
pub mod policy;
pub mod store;

pub use model::{Certificate, Claim, EXPIRING, Status};
