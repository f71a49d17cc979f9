//! Who may do what with review cases.

use serde::Deserialize;

use super::{Case, store};
use crate::app::App;
use crate::auth::Actor;
use crate::web::{Action, Error, Subject};

/// The part of an address that names a case.
#[derive(Debug, Deserialize)]
pub struct Key {
    id: i64,
}

impl Subject for Case {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, key.id).await?)
    }
}

/// Read a case.
#[derive(Debug)]
pub struct Read;

impl Action for Read {
    type Thing = Case;
    const NAME: &'static str = "read a review case";

    fn allowed(actor: &Actor, _: &Case) -> bool {
        actor.is_system() || actor.moderates()
    }
}

/// Claim, release and decide a case; never one of an organisation that one belongs to, acting for it or not.
#[derive(Debug)]
pub struct Review;

impl Action for Review {
    type Thing = Case;
    const NAME: &'static str = "review a case";

    fn allowed(actor: &Actor, case: &Case) -> bool {
        actor.is_system() || (actor.moderates() && !actor.has_stake_in(case.listing.organisation_id))
    }
}
