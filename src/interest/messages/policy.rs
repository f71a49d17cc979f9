//! Who may do what with words of an exchange. Writing a message is said by [`crate::interest::policy::Write`].

use serde::Deserialize;

use super::{Message, Passage, store};
use crate::app::App;
use crate::auth::Actor;
use crate::interest::policy::{See, takes_part};
use crate::interest::{Interest, store as interests};
use crate::web::{Action, Can, Error, Subject, actions};

/// A message in its exchange.
#[derive(Clone, Debug)]
pub struct Said {
    /// The exchange.
    pub interest: Interest,
    /// The message.
    pub message: Message,
}

/// Words of one side in their exchange.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// The exchange.
    pub interest: Interest,
    /// The words.
    pub passage: Passage,
}

actions! {
    /// Change a message: whoever wrote it, for the organisation for which it was written.
    Edit("edit a message", Said) = |actor, said| takes_part(actor, &said.interest) && actor.account_id() == Some(said.message.account_id) && actor.acts_for(said.message.organisation_id);
    /// Report words of the other side to the moderators.
    Report("report a message", Spoken) = |actor, spoken| takes_part(actor, &spoken.interest) && !actor.is_system() && !actor.acts_for(spoken.passage.organisation_id);
}

/// The part of an address that names a message.
#[derive(Debug, Deserialize)]
pub struct Key {
    reference: String,
    id: i64,
}

impl Subject for Said {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        let db = app.db.conn();
        let Some(interest) = interests::find(db, actor, &key.reference).await? else { return Ok(None) };
        let Ok(see) = Can::<See>::check(actor, interest.clone()) else { return Ok(None) };
        let message = store::find(db, &see, key.id).await?;
        Ok(message.map(|message| Self { interest, message }))
    }
}

/// The part of an address that names words of an exchange, by their message or by their step.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SpokenKey {
    reference: String,
    id: Option<i64>,
    step: Option<i64>,
}

impl Subject for Spoken {
    type Key = SpokenKey;

    async fn find(app: &App, actor: &Actor, key: SpokenKey) -> Result<Option<Self>, Error> {
        let db = app.db.conn();
        let Some(interest) = interests::find(db, actor, &key.reference).await? else { return Ok(None) };
        let Ok(see) = Can::<See>::check(actor, interest.clone()) else { return Ok(None) };
        let passage = match (key.id, key.step) {
            (Some(id), _) => store::find(db, &see, id).await?.as_ref().map(Passage::from),
            (None, Some(step)) => Passage::of_step(&interest, step),
            (None, None) => None,
        };
        Ok(passage.map(|passage| Self { interest, passage }))
    }
}
