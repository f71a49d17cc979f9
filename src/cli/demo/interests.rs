//! Loads one sample expression of interest with its whole exchange.

use std::collections::HashMap;
use std::str::FromStr;

use anyhow::Context as _;
use sea_orm::DatabaseTransaction;

use super::data::{Answer, Interest as Sample, Step};
use super::loader::Cast;
use crate::auth::Actor;
use crate::interest::actions::{Scene, Script, Signatory, What, replay_in};
use crate::interest::answers::policy::{Judge, Judged};
use crate::interest::answers::{self, Entered};
use crate::interest::policy::Send;
use crate::interest::{Action, Proposal, Side, store};
use crate::listings::requests::store as requests;
use crate::listings::store as listings;
use crate::web::{Can, Error};

/// Loads an exchange about a listing.
pub(super) async fn load(
    tx: &DatabaseTransaction,
    cast: &Cast,
    sample: Sample,
    known: &HashMap<String, i64>,
    number: usize,
) -> anyhow::Result<()> {
    let listing_id = id_of(known, &sample.listing)?;
    let listing = listings::find_by_id(tx, &Actor::System, listing_id).await?.ok_or(Error::NotFound)?;
    let sender = Signatory {
        account_id: cast.account_id(&sample.sender)?,
        organisation_id: cast.organisation(&sample.from)?.id,
    };
    let receiver =
        Signatory { account_id: cast.account_id(&sample.receiver)?, organisation_id: listing.organisation_id };
    let begun = sample.steps.first().map_or(1, |step| step.days_ago + 1);
    let mut scenes = Vec::new();
    for (place, step) in sample.steps.into_iter().enumerate() {
        // Several steps of one day stay in their order.
        let at = cast.moment(step.days_ago, number % 60 + place * 11);
        scenes.push(Scene { at, side: Side::from_str(&step.by)?, what: what(step)? });
    }
    let script = Script {
        sender,
        receiver,
        proposal: Proposal {
            purpose: sample.purpose,
            country: sample.country,
            site: sample.site,
            message: sample.message,
            budget: sample.budget,
            timetable: sample.timetable,
            nda: sample.nda,
        },
        agreement: sample.agreement.map(serde_json::from_value).transpose().context("agreement")?,
        begun_at: cast.moment(begun, number),
        scenes,
    };
    let may = Can::<Send>::check(&Actor::System, listing)?;
    let reference = replay_in(tx, &may, &script).await?;
    match sample.answer {
        Some(answer) => answered(tx, cast, (&may, &reference), answer, (known, number)).await,
        None => Ok(()),
    }
}

fn id_of(known: &HashMap<String, i64>, key: &str) -> anyhow::Result<i64> {
    known.get(key).copied().with_context(|| format!("the sample listing {key} is missing"))
}

/// Loads what an exchange answers to the requirements of a request, as it was sent, and what was decided of it.
async fn answered(
    tx: &DatabaseTransaction,
    cast: &Cast,
    (may, reference): (&Can<Send>, &str),
    answer: Answer,
    (known, number): (&HashMap<String, i64>, usize),
) -> anyhow::Result<()> {
    let interest = store::find(tx, &Actor::System, reference).await?.ok_or(Error::NotFound)?;
    let offer = match answer.offer.as_str() {
        "" => None,
        key => listings::find_by_id(tx, &Actor::System, id_of(known, key)?).await?,
    };
    let offer = offer.map(|offer| offer.reference).unwrap_or_default();
    let entered = Entered { offer, revision: None, said: answer.said };
    let sent = interest.sent_at.context("an answer that was not sent")?;
    answers::actions::put_in(tx, may, &interest, &entered, true, sent).await?;
    let request = requests::hold(tx, interest.listing_id).await?.ok_or(Error::NotFound)?;
    let agency = cast.editor(&request.listing.organisation_slug)?;
    for judged in answer.judged {
        let (request, interest) = (request.clone(), interest.clone());
        let may = Can::<Judge>::check(&agency, Judged { request, interest })?;
        let at = cast.moment(judged.days_ago, number);
        answers::actions::judge_in(tx, &may, (judged.decision, &judged.reason), None, at).await?;
    }
    Ok(())
}

fn what(step: Step) -> anyhow::Result<What> {
    Ok(match step.action {
        Some(action) => What::Act(Action::from_str(&action)?, step.reason),
        None => What::Message(step.message.context("a step has neither action nor message")?),
    })
}
