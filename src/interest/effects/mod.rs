//! The realised effect of an agreement: what was entered at 6 and at 12 months after its start, what the side that uses
//! the technology has confirmed, and the public ledger of what both sides let everybody see.

pub mod actions;
mod card;
mod forms;
pub mod ledger;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;
mod version;

pub use card::Effects;
pub use model::{About, Confirmation, Consent, Effect, Period, Report, adopter, agreement, latest, standing};
pub use pages::routes;
pub use version::Version;
