//! Who may do what with the realised effect of an agreement.

use std::str::FromStr;

use serde::Deserialize;

use super::{Period, adopter, agreement};
use crate::app::App;
use crate::auth::Actor;
use crate::interest::policy::{side, takes_part};
use crate::interest::{Interest, store};
use crate::web::{Action, Error, Subject, actions};

/// A period of an agreement whose effect is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The exchange that came to the agreement.
    pub interest: Interest,
    /// The period.
    pub period: Period,
}

actions! {
    /// Read what was entered.
    Look("read the realised effect of an agreement", Due) = |actor, due| side(actor, &due.interest).is_some();
    /// Enter the effect, and change what was entered.
    Enter("enter the realised effect of an agreement", Due) = |actor, due| takes_part(actor, &due.interest) && !actor.is_system();
    /// Confirm what was entered: the side that uses the technology.
    Confirm("confirm the realised effect of an agreement", Due) = |actor, due| {
        takes_part(actor, &due.interest) && side(actor, &due.interest) == Some(adopter(due.interest.listing_kind))
    };
    /// Say whether one's own side lets the public see what was confirmed.
    Consent("consent to show realised effects", Interest) = |actor, interest| {
        takes_part(actor, interest) && !actor.is_system() && agreement(interest).is_some()
    };
}

/// The part of an address that names a period of an agreement.
#[derive(Debug, Deserialize)]
pub struct Key {
    reference: String,
    period: String,
}

impl Subject for Due {
    type Key = Key;

    async fn find(app: &App, actor: &Actor, key: Key) -> Result<Option<Self>, Error> {
        let Ok(period) = Period::from_str(&key.period) else { return Ok(None) };
        let interest = store::find(app.db.conn(), actor, &key.reference).await?;
        let agreed = interest.filter(|interest| agreement(interest).is_some());
        Ok(agreed.map(|interest| Self { interest, period }))
    }
}
