//! Who may do what with expressions of interest. What somebody may see is said by `store::visible_to`; what the state
//! allows, by the transition table.

use std::str::FromStr;

use serde::Deserialize;

use super::{Action, Interest, Side, StateName, TABLE, store};
use crate::app::App;
use crate::auth::{Actor, MemberRole};
use crate::listings::{Listing, Status};
use crate::web::{self, Error, Subject};

/// The side of an actor: that of the organisation it acts for.
pub fn side(actor: &Actor, interest: &Interest) -> Option<Side> {
    if actor.is_system() { Some(Side::System) } else { interest.side_of(actor.organisation_id()?) }
}

/// Whether an actor is an owner or editor of one of the two organisations, or the program itself.
pub(in crate::interest) fn takes_part(actor: &Actor, interest: &Interest) -> bool {
    let edits = actor.acting().is_some_and(|acting| acting.role <= MemberRole::Editor);
    side(actor, interest).is_some_and(|side| side == Side::System || edits)
}

/// Express interest in a listing: for another organisation than the listing's, while it takes interest.
#[derive(Debug)]
pub struct Send;

impl web::Action for Send {
    type Thing = Listing;
    const NAME: &'static str = "express interest in a listing";

    fn allowed(actor: &Actor, listing: &Listing) -> bool {
        let takes_interest = listing.status == Status::Published && listing.accepting_interest;
        let for_another = actor.acting().is_some_and(|acting| {
            acting.organisation_id != listing.organisation_id && acting.role <= MemberRole::Editor
        });
        actor.is_system() || (takes_interest && for_another)
    }
}

/// Read an expression of interest with its exchange.
#[derive(Debug)]
pub struct See;

impl web::Action for See {
    type Thing = Interest;
    const NAME: &'static str = "see an expression of interest";

    fn allowed(actor: &Actor, interest: &Interest) -> bool {
        match side(actor, interest) {
            Some(Side::Receiver) => interest.state.name() != StateName::Draft,
            other => other.is_some(),
        }
    }
}

/// Write a message to the other side.
#[derive(Debug)]
pub struct Write;

impl web::Action for Write {
    type Thing = Interest;
    const NAME: &'static str = "write about an expression of interest";

    fn allowed(actor: &Actor, interest: &Interest) -> bool {
        takes_part(actor, interest)
    }
}

/// Throw a draft away.
#[derive(Debug)]
pub struct Discard;

impl web::Action for Discard {
    type Thing = Interest;
    const NAME: &'static str = "discard the draft of an expression of interest";

    fn allowed(actor: &Actor, interest: &Interest) -> bool {
        takes_part(actor, interest) && side(actor, interest) == Some(Side::Sender)
    }
}

/// What somebody tries to do with an expression of interest.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// With which.
    pub interest: Interest,
    /// What.
    pub action: Action,
}

/// Change the state by an action that is the actor's side to do.
#[derive(Debug)]
pub struct Act;

impl web::Action for Act {
    type Thing = Attempt;
    const NAME: &'static str = "change the state of an expression of interest";

    fn allowed(actor: &Actor, attempt: &Attempt) -> bool {
        let side = side(actor, &attempt.interest);
        let for_side = |side| TABLE.iter().any(|edge| edge.action == attempt.action && edge.by.contains(&side));
        takes_part(actor, &attempt.interest) && (side == Some(Side::System) || side.is_some_and(for_side))
    }
}

/// The part of an address that names an expression of interest.
#[derive(Debug, Deserialize)]
pub struct Key {
    reference: String,
}

impl Subject for Interest {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, &key.reference).await?)
    }
}

/// The part of an address that names an expression of interest and an action.
#[derive(Debug, Deserialize)]
pub struct AttemptKey {
    reference: String,
    action: String,
}

impl Subject for Attempt {
    type Key = AttemptKey;

    /// Sending has its own form, so it is no action of this address.
    async fn find(app: &App, actor: &Actor, key: AttemptKey) -> Result<Option<Self>, Error> {
        let action = Action::from_str(&key.action).ok().filter(|action| *action != Action::Send);
        let Some(action) = action else { return Ok(None) };
        let interest = store::find(app.db.conn(), actor, &key.reference).await?;
        Ok(interest.map(|interest| Self { interest, action }))
    }
}
