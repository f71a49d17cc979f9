//! Who may do what with imports.

use serde::Deserialize;

use super::{Run, store};
use crate::app::App;
use crate::auth::Actor;
use crate::listings::policy::Owner;
use crate::web::{Action, Error, Subject, actions};

/// The part of an address that names an import.
#[derive(Debug, Deserialize)]
pub struct Key {
    id: i64,
}

impl Subject for Run {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, key.id).await?)
    }
}

actions! {
    /// Send a table for an organisation.
    Import("import a table", Owner) = |actor, owner| actor.edits_for(owner.organisation_id);
    /// Map the columns of an import, start it, stop it, fetch what failed.
    Handle("handle an import", Run) = |actor, run| actor.edits_for(run.organisation_id);
}
