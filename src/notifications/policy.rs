//! Who may do what with notifications. They are their reader's alone.

use super::letters::{self, Scope};
use super::store;
use super::{Delivery, Kind, Settings};
use crate::app::App;
use crate::auth::Actor;
use crate::web::{Action, Error, Subject, actions};

/// All notifications of an account, and how it is told of things.
#[derive(Clone, Copy, Debug)]
pub struct Inbox {
    /// Whose.
    pub account_id: i64,
}

/// One notification.
#[derive(Clone, Debug)]
pub struct Item {
    /// Key.
    pub id: i64,
    /// Whose.
    pub account_id: i64,
    /// Path of the thing; empty when there is none.
    pub path: String,
}

/// The switch that a link in a mail names.
#[derive(Clone, Debug)]
pub struct Switch {
    /// Whose mails.
    pub account_id: i64,
    /// Which mails.
    pub scope: Scope,
    /// How the account is told of things now.
    pub settings: Settings,
}

impl Switch {
    /// The kinds of which it would send no mails any more; none if that is so already.
    pub fn kinds(&self) -> Vec<Kind> {
        match self.scope {
            Scope::Kind(kind) => {
                [kind].into_iter().filter(|kind| self.settings.delivery(*kind) != Delivery::Off).collect()
            }
            Scope::Digest(digest) => self.settings.kinds_with(digest.delivery()),
        }
    }
}

impl Subject for Inbox {
    type Key = ();

    async fn find(_: &App, actor: &Actor, (): ()) -> Result<Option<Self>, Error> {
        Ok(actor.account_id().map(|account_id| Self { account_id }))
    }
}

impl Subject for Item {
    type Key = i64;

    async fn find(app: &App, actor: &Actor, id: i64) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, id).await?)
    }
}

impl Subject for Switch {
    type Key = String;

    async fn find(app: &App, actor: &Actor, token: String) -> Result<Option<Self>, Error> {
        let Some((account_id, scope)) = letters::read(app, &token) else { return Ok(None) };
        let settings = store::settings_of(app.db.conn(), actor, account_id).await?;
        Ok(settings.map(|settings| Self { account_id, scope, settings }))
    }
}

actions! {
    /// Open a notification, or mark it as read.
    Open("open a notification", Item) = |actor, item| actor.account_id() == Some(item.account_id);
    /// Mark everything as read.
    Tidy("mark notifications as read", Inbox) = |actor, inbox| actor.account_id() == Some(inbox.account_id);
    /// Choose how to be told of things.
    Choose("choose how to be told", Inbox) = |actor, inbox| actor.account_id() == Some(inbox.account_id);
    /// Switch mails off by a link from one of them. Whoever holds it may: it came to the account's address.
    SwitchOff("switch mails off by a link", Switch) = |actor, _| !actor.is_system();
}
