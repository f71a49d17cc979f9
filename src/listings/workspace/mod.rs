//! The workspace: what an organisation has on the marketplace, and what waits for it.

mod pages;
mod store;

use crate::app::App;
use crate::auth::Actor;
use crate::listings::Listing;
use crate::web::{Access, Error, Routes};

pub use store::{Asked, Reason};

/// Routes of the workspace.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/workspace", Access::Member, pages::show).get("/workspace/listings", Access::Member, pages::index)
}

/// What a moderator asks of a listing's owner and is not done yet.
pub async fn open_requests(app: &App, actor: &Actor, listing: &Listing) -> Result<Option<Asked>, Error> {
    Ok(store::asked_of(app.db.conn(), actor, listing).await?)
}
