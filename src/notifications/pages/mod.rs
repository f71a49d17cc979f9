//! Pages of notifications: the list, how somebody wants to be told, and the switch of a link in a mail.

mod index;
mod settings;
mod unsubscribe;

use crate::web::{Access, Routes};

/// Routes of notifications.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/notifications", Access::SignedIn, index::index)
        .post("/notifications/read", Access::SignedIn, index::tidy)
        .post("/notifications/{id}", Access::SignedIn, index::open)
        .get("/account/notifications", Access::SignedIn, settings::show)
        .post("/account/notifications", Access::SignedIn, settings::update)
        .get("/unsubscribe/{token}", Access::Public, unsubscribe::show)
        .post("/unsubscribe/{token}", Access::Public, unsubscribe::update)
}
