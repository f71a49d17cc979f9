//! Exchanges with given people and times, for sample data. They go through the same table as all others; only limits,
//! mails and the listing's present state do not count.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use super::opening::put_draft;
use super::{Failed, apply, checked};
use crate::app::App;
use crate::auth::Actor;
use crate::interest::messages::actions::write_with_in;
use crate::interest::messages::files::{Place, take_whole};
use crate::interest::nda::actions::{Refused, Signed, accept_in, propose_in, text_in};
use crate::interest::nda::policy::Agree;
use crate::interest::nda::{self, Whose};
use crate::interest::policy::{Act, Attempt, Send, Write};
use crate::interest::store::{self, By};
use crate::interest::{Action, Agreement, Deadlines, Facts, Interest, Proposal, Rejected, Side};
use crate::web::{Can, Error};

/// One step of a script.
#[derive(Clone, Debug)]
pub struct Scene {
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub side: Side,
    /// What.
    pub what: What,
}

/// What happens in a step.
#[derive(Clone, Debug)]
pub enum What {
    /// The state changes, with these words.
    Act(Action, String),
    /// A message is written, with files under these names.
    Message(String, Vec<(String, Bytes)>),
    /// A non-disclosure text is proposed, under the name of the person.
    Propose(Whose),
    /// The text that stands is accepted, under the name of the person.
    Accept,
}

/// An exchange from its draft on.
#[derive(Clone, Debug)]
pub struct Script {
    /// Who expresses interest, acting for an organisation.
    pub sender: Actor,
    /// Who answers, acting for the listing's organisation.
    pub receiver: Actor,
    /// What the sender says.
    pub proposal: Proposal,
    /// Files that come with it, under these names.
    pub files: Vec<(String, Bytes)>,
    /// What is agreed, if it comes to that.
    pub agreement: Option<Agreement>,
    /// When the draft was made.
    pub begun_at: DateTime<Utc>,
    /// The steps, in order.
    pub scenes: Vec<Scene>,
}

impl Script {
    fn actor(&self, side: Side) -> &Actor {
        match side {
            Side::Sender => &self.sender,
            Side::Receiver => &self.receiver,
            Side::System => &Actor::System,
        }
    }
}

impl From<Refused> for Failed {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Form(problems) => Rejected::Form(problems).into(),
            Refused::Changed | Refused::Signed => Rejected::Stale.into(),
            Refused::State(state) => Rejected::NoMessages(state).into(),
            Refused::Web(error) => error.into(),
        }
    }
}

/// Writes an exchange about a listing inside a transaction, as the program itself, and answers with its reference number.
pub async fn replay_in(
    app: &App,
    tx: &DatabaseTransaction,
    may: &Can<Send>,
    script: &Script,
) -> Result<String, Failed> {
    if !may.actor().is_system() {
        return Err(Error::Forbidden.into());
    }
    checked(&script.proposal, !script.scenes.is_empty())?;
    let mut interest = put_draft(tx, may, By::from(&script.sender), &script.proposal, script.begun_at).await?;
    let place =
        Place { actor: &script.sender, listing_id: interest.listing_id, interest_id: interest.id, opening: true };
    take_whole(app, tx, &place, (&interest.reference, &script.files), script.begun_at).await?;
    for scene in &script.scenes {
        interest = play(app, tx, script, scene, interest).await?;
    }
    Ok(interest.reference)
}

/// Plays one step, and answers with how things stand then.
async fn play(
    app: &App,
    tx: &DatabaseTransaction,
    script: &Script,
    scene: &Scene,
    interest: Interest,
) -> Result<Interest, Failed> {
    let (actor, id) = (script.actor(scene.side), interest.id);
    let name = actor.person().map(|person| person.name.clone()).unwrap_or_default();
    let signed = |sha256| Signed { name: &name, agrees: true, sha256 };
    match &scene.what {
        What::Act(action, reason) => {
            let attempt = Can::<Act>::check(&Actor::System, Attempt { interest, action: *action })?;
            let facts = Facts {
                reason,
                agreement: script.agreement.clone(),
                listing_takes_interest: true,
                answer_overdue: true,
                revived: attempt.interest.revived(),
                deadlines: Some(Deadlines::starting(
                    scene.at,
                    &attempt.interest.receiver.country,
                    app.registers.get().holidays(),
                )),
            };
            return apply(tx, &attempt, scene.side, By::from(actor), &facts, scene.at).await;
        }
        What::Message(body, files) => {
            let may = Can::<Write>::check(actor, interest)?;
            write_with_in(app, tx, &may, (body, files), scene.at).await?;
        }
        What::Propose(whose) => {
            let text = text_in(tx, &interest, *whose).await?.ok_or(Rejected::Stale)?;
            let may = Can::<Agree>::check(actor, interest)?;
            propose_in(tx, &may, *whose, signed(&text.sha256()), scene.at).await?;
        }
        What::Accept => {
            let see = Can::check(&Actor::System, interest.clone())?;
            let ndas = nda::store::of_interest(tx, &see).await?;
            let text = nda::current(&ndas).ok_or(Rejected::Stale)?;
            let may = Can::<Agree>::check(actor, interest)?;
            accept_in(tx, &may, signed(&text.sha256), scene.at).await?;
        }
    }
    Ok(store::find_by_id(tx, &Actor::System, id).await?.ok_or(Rejected::Stale)?)
}
