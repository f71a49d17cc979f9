use serde::Deserialize;

use super::{Listing, store};
use crate::app::App;
use crate::auth::Actor;
use crate::web::{Error, Subject};

/// The part of an address that names a listing.
#[derive(Debug, Deserialize)]
pub struct Key {
    reference: String,
}

impl Subject for Listing {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, &key.reference).await?)
    }
}
