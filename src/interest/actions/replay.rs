//! Exchanges with given people and times, for sample data. They go through the same table as all others; only limits,
//! mails and the listing's present state do not count.

use chrono::{DateTime, Utc};
use sea_orm::DatabaseTransaction;

use super::{Failed, apply, checked, put_draft};
use crate::auth::Actor;
use crate::interest::messages::actions::write_in;
use crate::interest::policy::{Act, Attempt, Send, Write};
use crate::interest::store::{self, By};
use crate::interest::{Action, Agreement, Deadlines, Facts, Proposal, Rejected, Side};
use crate::taxonomy::Registers;
use crate::web::{Can, Error};

/// A person of one side and the organisation acted for.
#[derive(Clone, Copy, Debug)]
pub struct Signatory {
    /// The account.
    pub account_id: i64,
    /// The organisation.
    pub organisation_id: i64,
}

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
    /// A message is written.
    Message(String),
}

/// An exchange from its draft on.
#[derive(Clone, Debug)]
pub struct Script {
    /// Who expresses interest.
    pub sender: Signatory,
    /// Who answers.
    pub receiver: Signatory,
    /// What the sender says.
    pub proposal: Proposal,
    /// What is agreed, if it comes to that.
    pub agreement: Option<Agreement>,
    /// When the draft was made.
    pub begun_at: DateTime<Utc>,
    /// The steps, in order.
    pub scenes: Vec<Scene>,
}

/// Writes an exchange about a listing inside a transaction, as the program itself, and answers with its reference number.
pub async fn replay_in(tx: &DatabaseTransaction, may: &Can<Send>, script: &Script) -> Result<String, Failed> {
    if !may.actor().is_system() {
        return Err(Error::Forbidden.into());
    }
    checked(&script.proposal, !script.scenes.is_empty())?;
    let by = |side| {
        let who = match side {
            Side::Sender => Some(script.sender),
            Side::Receiver => Some(script.receiver),
            Side::System => None,
        };
        By { account_id: who.map(|who| who.account_id), organisation_id: who.map(|who| who.organisation_id) }
    };
    let mut interest = put_draft(tx, may, by(Side::Sender), &script.proposal, script.begun_at).await?;
    for scene in &script.scenes {
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
                        Registers::carried().holidays(),
                    )),
                };
                interest = apply(tx, &attempt, scene.side, by(scene.side), &facts, scene.at).await?;
            }
            What::Message(body) => {
                let may = Can::<Write>::check(&Actor::System, interest)?;
                write_in(tx, &may, scene.side, by(scene.side), (body, i64::MAX), scene.at).await?;
                interest = store::find_by_id(tx, &Actor::System, may.id).await?.ok_or(Rejected::Stale)?;
            }
        }
    }
    Ok(interest.reference)
}
