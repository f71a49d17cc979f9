//! Who may look after jobs.

use serde::Deserialize;

use crate::app::App;
use crate::auth::Actor;
use crate::web::{Action, Error, Subject, actions};

/// The jobs of the program, or one of them.
#[derive(Clone, Copy, Debug)]
pub struct Jobs {
    /// The one that the address names.
    pub id: Option<i64>,
}

/// The part of an address that names a job, if it names one.
#[derive(Debug, Deserialize)]
pub struct Key {
    #[serde(default)]
    id: Option<i64>,
}

impl Subject for Jobs {
    type Key = Key;

    async fn find(_: &App, _: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(Some(Self { id: key.id }))
    }
}

actions! {
    /// See jobs and let parked ones run again.
    LookAfter("look after jobs", Jobs) = |actor, _| actor.administers();
}
