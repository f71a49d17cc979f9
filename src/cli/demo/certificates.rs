//! Brings the certificates of a sample listing into their states, by the decisions that lead there.

use std::collections::BTreeMap;

use anyhow::Context as _;
use chrono::{DateTime, Days, NaiveTime, Utc};
use sea_orm::DatabaseTransaction;

use super::data::Listing as Sample;
use super::loader::{Cast, MODERATOR};
use crate::auth::Actor;
use crate::labels::policy::Verify;
use crate::labels::{Certificate, Status, actions, store};
use crate::web::Can;

/// Decides on the certificates of a listing that was published or handed in at a time.
pub(super) async fn load(tx: &DatabaseTransaction, cast: &Cast, sample: &Sample, number: usize) -> anyhow::Result<()> {
    let states = sample.certificates.clone().unwrap_or_default();
    let held = Held { tx, organisation_id: cast.organisation(&sample.organisation)?.id };
    let reasons = sample.certificate_reasons.clone().unwrap_or_default();
    let reason = |number: &str| reasons.get(number).map(String::as_str).unwrap_or_default();
    let moderator = cast.moderator(MODERATOR)?;
    let (at, later) = (cast.moment(sample.days_ago, number), cast.moment(sample.days_ago / 3, number));
    // What gives way is verified before what takes its place.
    let (older, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
        states.iter().partition(|(_, state)| **state == Status::Superseded);
    for (number, state) in older.into_iter().chain(others) {
        match state {
            Status::Claimed | Status::DocumentUploaded => {}
            Status::Refused => held.decide(number, &moderator, Status::Refused, reason(number), at).await?,
            _ => held.decide(number, &moderator, Status::Verified, "", at).await?,
        }
        match state {
            Status::Revoked => held.decide(number, &moderator, Status::Revoked, reason(number), later).await?,
            Status::Expired => {
                let end = held.find(number).await?.claim.valid_until.context("it has no last day")? + Days::new(1);
                held.decide(number, &Actor::System, Status::Expired, "", end.and_time(NaiveTime::MIN).and_utc())
                    .await?;
            }
            _ => {}
        }
    }
    for (number, state) in &states {
        let stands = held.find(number).await?.status;
        anyhow::ensure!(stands == *state, "the sample certificate {number} is {stands}, not {state}");
    }
    Ok(())
}

/// The certificates of an organisation.
struct Held<'a> {
    tx: &'a DatabaseTransaction,
    organisation_id: i64,
}

impl Held<'_> {
    async fn find(&self, number: &str) -> anyhow::Result<Certificate> {
        let all = store::of_organisation(self.tx, self.organisation_id).await?;
        let found = all.into_iter().find(|known| known.claim.number == number);
        found.with_context(|| format!("the sample certificate {number} is in no listing"))
    }

    async fn decide(
        &self,
        number: &str,
        by: &Actor,
        next: Status,
        reason: &str,
        at: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let may = Can::<Verify>::check(by, self.find(number).await?)?;
        let done = actions::decide_in(self.tx, &may, next, reason, at).await?;
        anyhow::ensure!(done, "the sample certificate {number} cannot become {next}");
        Ok(())
    }
}
