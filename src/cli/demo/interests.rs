//! Loads one sample expression of interest with its whole exchange.

use std::collections::HashMap;
use std::str::FromStr;

use anyhow::{Context as _, bail};
use bytes::Bytes;
use chrono::{DateTime, Datelike, Duration, Utc, Weekday};
use sea_orm::DatabaseTransaction;

use super::data::{Answer, Interest as Sample, Sheet, Step};
use super::effects;
use super::loader::Cast;
use super::paper::pdf;
use crate::app::App;
use crate::auth::Actor;
use crate::interest::actions::{Scene, Script, What, replay_in};
use crate::interest::answers::policy::{Judge, Judged};
use crate::interest::answers::{self, Entered};
use crate::interest::nda::Whose;
use crate::interest::policy::Send;
use crate::interest::{Action, Proposal, Side, store as interests};
use crate::listings::requests::store as requests;
use crate::listings::store as listings;
use crate::web::{Can, Error};

/// Loads an exchange about a listing.
pub(super) async fn load(
    app: &App,
    tx: &DatabaseTransaction,
    cast: &Cast,
    sample: Sample,
    known: &HashMap<String, i64>,
    number: usize,
) -> anyhow::Result<()> {
    let listing_id = id_of(known, &sample.listing)?;
    let listing = listings::find_by_id(tx, &Actor::System, listing_id).await?.ok_or(Error::NotFound)?;
    let begun = sample.steps.first().map_or(1, |step| step.days_ago + 1);
    let mut scenes: Vec<Scene> = Vec::new();
    for (place, step) in sample.steps.into_iter().enumerate() {
        let side = Side::from_str(&step.by)?;
        // Several steps of one day stay in their order.
        let at = cast.moment(step.days_ago, number % 60 + place * 9);
        let at = if side == Side::System { at } else { weekday(at) };
        let after = scenes.last().map(|scene| scene.at);
        scenes.push(Scene { at: after.map_or(at, |after| after.max(at)), side, what: what(step)? });
    }
    let script = Script {
        sender: cast.member(&sample.from, &sample.sender)?,
        receiver: cast.member(&listing.organisation_slug, &sample.receiver)?,
        proposal: Proposal {
            purpose: sample.purpose,
            country: sample.country,
            site: sample.site,
            message: sample.message,
            budget: sample.budget,
            timetable: sample.timetable,
            nda: sample.nda,
        },
        files: sample.file.into_iter().map(printed).collect(),
        agreement: sample.agreement.map(serde_json::from_value).transpose().context("agreement")?,
        begun_at: weekday(cast.moment(begun, number)),
        scenes,
    };
    let may = Can::<Send>::check(&Actor::System, listing)?;
    let reference = replay_in(app, tx, &may, &script).await?;
    if let Some(answer) = sample.answer {
        answered(tx, cast, (&may, &reference), answer, (known, number)).await?;
    }
    if sample.effects.is_empty() {
        return Ok(());
    }
    let interest = interests::find(tx, &Actor::System, &reference).await?.ok_or(Error::NotFound)?;
    effects::load(tx, cast, &interest, sample.effects, sample.consents, number).await
}

/// What falls on a weekend happens on the Friday before.
fn weekday(at: DateTime<Utc>) -> DateTime<Utc> {
    match at.weekday() {
        Weekday::Sat => at - Duration::days(1),
        Weekday::Sun => at - Duration::days(2),
        _ => at,
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
    let interest = interests::find(tx, &Actor::System, reference).await?.ok_or(Error::NotFound)?;
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

fn printed(sheet: Sheet) -> (String, Bytes) {
    (sheet.name, pdf(&sheet.title, &sheet.lines).into())
}

fn what(step: Step) -> anyhow::Result<What> {
    Ok(match (step.action, step.nda.as_deref(), step.message) {
        (Some(action), None, None) => What::Act(Action::from_str(&action)?, step.reason),
        (None, Some("accept"), None) => What::Accept,
        (None, Some(whose), None) => What::Propose(Whose::from_str(whose)?),
        (None, None, Some(message)) => What::Message(message, step.file.into_iter().map(printed).collect()),
        _ => bail!("a step is one of an action, a message and a word on non-disclosure"),
    })
}
