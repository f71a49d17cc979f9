//! Ground: who acts. Sessions, tokens, passwords and throttles; what somebody may do is said by each feature's policy.

mod actor;
pub mod limits;
pub mod passwords;
mod sessions;
mod store;
mod tokens;

pub use actor::{Acting, Actor, MemberRole, PlatformRole, SignedIn};
pub use sessions::{Cookies, Needs, end_all, end_others, end_session, resolve, start_session, switch_organisation};
pub use tokens::{Keys, device_life};
