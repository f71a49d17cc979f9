//! Non-disclosure agreements: the text that an organisation offers, and the one that both sides of an exchange accept. The
//! files of a listing that wait for one open then, until the exchange ends without agreement.

pub mod actions;
mod letters;
mod model;
mod pages;
pub mod policy;
pub mod store;
mod texts;

use sea_orm::DbErr;

pub use model::{Acceptance, Nda, OwnText, Text, Whose, current, opens_files};
pub use pages::routes;

use crate::app::App;
use crate::auth::Actor;

/// Whether an agreement that both sides have accepted opens the files of a listing to the actor's organisation.
pub async fn is_in_force(app: &App, actor: &Actor, listing_id: i64) -> Result<bool, DbErr> {
    store::is_in_force(app.db.conn(), actor, listing_id).await
}
