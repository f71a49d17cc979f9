//! Ground: what all pages share: routes with their access, the page's context, errors, forms, links, files of the site.

mod access;
pub mod assets;
pub mod cache;
pub mod can;
mod context;
mod error;
pub mod form;
pub mod headers;
pub mod markdown;
pub mod metrics;
mod page;
mod reply;
mod routes;
mod signed_out;
pub mod tables;

pub use access::Access;
pub(crate) use can::actions;
pub use can::{Action, Can, Subject};
pub use context::{Context, LANGUAGE, Prefix, context, language, language_prefix};
pub use error::{Error, pages as error_pages};
pub use form::{Form, Query};
pub use page::{Crumb, Notice, Page, listed};
pub use reply::{Html, Redirect};
pub use routes::{Route, Routes};
