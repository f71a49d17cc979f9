//! Who may do what with non-disclosure agreements.

use serde::Deserialize;

use super::store;
use crate::app::App;
use crate::auth::Actor;
use crate::interest::Interest;
use crate::interest::policy::takes_part;
use crate::web::{Action, Error, Subject, actions};

/// The organisation whose text it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Key of the organisation.
    pub organisation_id: i64,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
}

actions! {
    /// Propose an agreement in an exchange, and accept one.
    Agree("propose and accept a non-disclosure agreement", Interest) = |actor, interest| takes_part(actor, interest) && !actor.is_system();
    /// Write the text that an organisation offers.
    Compose("write the non-disclosure text of an organisation", Author) = |actor, author| actor.owns(author.organisation_id) && !actor.is_system();
}

/// The part of an address that names an organisation.
#[derive(Debug, Deserialize)]
pub struct Key {
    slug: String,
}

impl Subject for Author {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::author(app.db.conn(), actor, &key.slug).await?)
    }
}
