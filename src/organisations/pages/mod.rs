//! Pages of organisations.

mod acting;
mod directory;
mod invitations;
mod logo;
mod members;
mod profile;
mod verification;

use serde::Deserialize;

use super::store::{self, Invitation, Member, Organisation};
use crate::app::App;
use crate::auth::Actor;
use crate::checks::Problems;
use crate::taxonomy::List;
use crate::web::form::Errors;
use crate::web::{Access, Error, Page, Routes, Subject};

/// Routes of organisations.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/organisations", Access::Public, directory::index)
        .get("/organisations/new", Access::SignedIn, profile::new)
        .post("/organisations/new", Access::SignedIn, profile::create)
        .get("/organisations/{slug}", Access::Public, profile::show)
        .get("/organisations/{slug}/edit", Access::Member, profile::edit)
        .post("/organisations/{slug}/edit", Access::Member, profile::update)
        .get("/organisations/{slug}/logo", Access::Member, logo::show)
        .post_files("/organisations/{slug}/logo", Access::Member, logo::update)
        .post("/organisations/{slug}/logo/remove", Access::Member, logo::remove)
        .post("/organisations/{slug}/verification", Access::Member, verification::ask)
        .get("/organisations/{slug}/verify", Access::SignedIn, verification::show)
        .post("/organisations/{slug}/verify", Access::SignedIn, verification::decide)
        .get("/organisations/{slug}/members", Access::SignedIn, members::index)
        .post("/organisations/{slug}/members", Access::Member, members::invite)
        .post("/organisations/{slug}/members/{id}/role", Access::Member, members::change_role)
        .get("/organisations/{slug}/members/{id}/remove", Access::Member, members::confirm_remove)
        .post("/organisations/{slug}/members/{id}/remove", Access::Member, members::remove)
        .get("/organisations/{slug}/leave", Access::Member, members::confirm_leave)
        .post("/organisations/{slug}/leave", Access::Member, members::leave)
        .post("/organisations/{slug}/invitations/{id}/revoke", Access::Member, invitations::revoke)
        .get("/invitations/{token}", Access::Public, invitations::show)
        .post("/invitations/{token}", Access::SignedIn, invitations::accept)
        .get("/acting", Access::SignedIn, acting::show)
        .post("/acting", Access::SignedIn, acting::switch)
}

/// The part of an address that names an organisation.
#[derive(Debug, Deserialize)]
pub struct Key {
    slug: String,
}

/// The parts of an address that name something within an organisation.
#[derive(Debug, Deserialize)]
pub struct InnerKey {
    slug: String,
    id: i64,
}

impl Subject for Organisation {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, &key.slug).await?)
    }
}

impl Subject for Member {
    type Key = InnerKey;

    async fn find(app: &App, actor: &Actor, key: InnerKey) -> Result<Option<Self>, Error> {
        Ok(store::member(app.db.conn(), actor, &key.slug, key.id).await?)
    }
}

impl Subject for Invitation {
    type Key = InnerKey;

    async fn find(app: &App, actor: &Actor, key: InnerKey) -> Result<Option<Self>, Error> {
        Ok(store::invitation(app.db.conn(), actor, &key.slug, key.id, app.clock.now()).await?)
    }
}

/// The codes of a list with their names in the language of the page.
fn options(page: &Page, list: &'static List) -> Vec<(String, String)> {
    list.current().map(|entry| (entry.code.clone(), entry.name(page.lang()).to_owned())).collect()
}

/// What is wrong with a form of this feature, in words.
fn wrong(page: &Page, problems: &Problems) -> Errors {
    Errors::new(page, problems, |field| page.label("organisations-field", field))
}
