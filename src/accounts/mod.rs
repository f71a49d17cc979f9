//! Accounts: signing up, proving the address, signing in and out, a forgotten password, and what a person may change.
//! No answer tells whether an address has an account.

pub mod actions;
mod forms;
mod model;
mod pages;
mod policy;
mod store;

pub use model::{NewAccount, local_path};
pub use pages::routes;
pub use policy::{Add, AskLink, Edit, EndSession, Promote, SignIn, UseLink};
