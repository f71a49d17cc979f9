//! Who may do what at the desk of an organisation. What the other side never sees is read for one's own organisation only:
//! `store` asks for the actor's.

use serde::Deserialize;

use super::{Feed, store};
use crate::app::App;
use crate::auth::Actor;
use crate::interest::Interest;
use crate::interest::policy::takes_part;
use crate::web::{Action, Error, Subject, actions};

/// For whom a calendar feed is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Whose it will be.
    pub account_id: i64,
    /// Whose dates it tells.
    pub organisation_id: i64,
}

actions! {
    /// Say who sees to an expression of interest, label it, and write a note.
    Keep("keep the desk of an expression of interest", Interest) = |actor, interest| takes_part(actor, interest) && !actor.is_system();
    /// Make a calendar feed for oneself.
    Subscribe("make a calendar feed", Reader) = |actor, reader| actor.account_id() == Some(reader.account_id) && actor.acts_for(reader.organisation_id);
    /// Take a calendar feed back.
    Revoke("revoke a calendar feed", Feed) = |actor, feed| actor.account_id() == Some(feed.account_id);
}

/// The part of an address that names a feed of one's own.
#[derive(Debug, Deserialize)]
pub struct Key {
    id: i64,
}

impl Subject for Feed {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::feed(app.db.conn(), actor, key.id).await?)
    }
}
