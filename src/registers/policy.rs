//! Who may change registers.

use serde::Deserialize;

use super::{Entry, store};
use crate::app::App;
use crate::auth::Actor;
use crate::taxonomy::{Columns, Register};
use crate::web::{Action, Error, Subject, actions};

/// The part of an address that names an entry, or with no code a register.
#[derive(Debug, Deserialize)]
pub struct Key {
    register: String,
    #[serde(default)]
    code: String,
}

impl Subject for Entry {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        let Ok(register) = key.register.parse::<Register>() else { return Ok(None) };
        if key.code.is_empty() {
            return Ok(Some(Self { register, code: String::new(), columns: Columns::default(), version: 0 }));
        }
        if let Some(entry) = store::find(app.db.conn(), actor, register, &key.code).await? {
            return Ok(Some(entry));
        }
        let registers = app.registers.get();
        let carried = registers.columns(register, &key.code).cloned();
        Ok(carried.map(|columns| Self { register, code: key.code, columns, version: 0 }))
    }
}

actions! {
    /// Add or change an entry of a register.
    Keep("keep a register", Entry) = |actor, _| actor.administers();
}
