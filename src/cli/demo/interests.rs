//! Loads one sample expression of interest with its whole exchange.

use std::str::FromStr;

use anyhow::Context as _;
use sea_orm::DatabaseTransaction;

use super::data::{Interest as Sample, Step};
use super::effects;
use super::loader::Cast;
use crate::auth::Actor;
use crate::interest::actions::{Scene, Script, Signatory, What, replay_in};
use crate::interest::policy::Send;
use crate::interest::{Action, Proposal, Side, store as interests};
use crate::listings::store as listings;
use crate::web::{Can, Error};

/// Loads an exchange about a listing.
pub(super) async fn load(
    tx: &DatabaseTransaction,
    cast: &Cast,
    sample: Sample,
    listing_id: i64,
    number: usize,
) -> anyhow::Result<()> {
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
    if sample.effects.is_empty() {
        return Ok(());
    }
    let interest = interests::find(tx, &Actor::System, &reference).await?.ok_or(Error::NotFound)?;
    effects::load(tx, cast, &interest, sample.effects, sample.consents, number).await
}

fn what(step: Step) -> anyhow::Result<What> {
    Ok(match step.action {
        Some(action) => What::Act(Action::from_str(&action)?, step.reason),
        None => What::Message(step.message.context("a step has neither action nor message")?),
    })
}
