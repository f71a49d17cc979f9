//! Who may do what with reports. Nobody reads or decides on one of an exchange in which an organisation of theirs takes
//! part.

use serde::Deserialize;

use super::{Report, State, store};
use crate::app::App;
use crate::auth::Actor;
use crate::interest::Interest;
use crate::web::{Action, Error, Subject, actions};

fn judges(actor: &Actor, interest: &Interest) -> bool {
    let stake = [&interest.sender, &interest.receiver].iter().any(|party| actor.has_stake_in(party.organisation_id));
    actor.moderates() && !stake
}

actions! {
    /// Read a report with the exchange of its message.
    Read("read a reported exchange", Report) = |actor, report| actor.is_system() || judges(actor, &report.interest);
    /// Keep or hide the message.
    Decide("decide on a reported message", Report) = |actor, report| judges(actor, &report.interest) && report.state == State::Open;
}

/// The part of an address that names a report.
#[derive(Debug, Deserialize)]
pub struct Key {
    id: i64,
}

impl Subject for Report {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        Ok(store::find(app.db.conn(), actor, key.id).await?)
    }
}
