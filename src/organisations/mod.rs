//! Organisations: the directory, their public pages, members and invitations, the organisation one acts for, and the
//! verified badge.

pub mod actions;
mod forms;
mod model;
mod pages;
mod policy;
mod store;

pub use model::{NewOrganisation, Profile, Status};
pub use pages::routes;
pub use policy::{
    Accept, Add, AskVerification, ChangeRole, Edit, Invite, Leave, Remove, RevokeInvitation, SeeMembers, Verify,
};
pub use store::{Invitation, Member, Organisation};
