//! Loads the realised effect of a sample agreement: reports, confirmations and consents, each at its time.

use std::str::FromStr as _;

use anyhow::Context as _;
use sea_orm::DatabaseTransaction;

use super::data::Report;
use super::loader::Cast;
use crate::auth::Actor;
use crate::interest::effects::policy::{Confirm, Consent, Due, Enter};
use crate::interest::effects::{Effect, Period, actions, adopter};
use crate::interest::{Interest, Side};
use crate::web::Can;

/// Loads what was entered for an agreement, and who consents since how many days.
pub(super) async fn load(
    tx: &DatabaseTransaction,
    cast: &Cast,
    interest: &Interest,
    reports: Vec<Report>,
    consents: impl IntoIterator<Item = (String, i64)>,
    number: usize,
) -> anyhow::Result<()> {
    let editor = |side: Side| {
        let party = interest.party(side).context("a side without an organisation")?;
        cast.editor(&party.slug)
    };
    for report in reports {
        let due = Due { interest: interest.clone(), period: Period::from_str(&report.period)? };
        let effect = Effect::Measured { figures: report.figures, explanation: String::new() };
        let may = Can::<Enter>::check(&editor(Side::from_str(&report.by)?)?, due.clone())?;
        actions::enter_in(tx, &may, &effect, 0, cast.moment(report.days_ago, number)).await?;
        if let Some(confirmed) = report.confirmed {
            let may = Can::<Confirm>::check(&editor(adopter(interest.listing_kind))?, due)?;
            let at = cast.moment(confirmed.days_ago, number);
            actions::confirm_in(tx, &may, &confirmed.name, 1, at).await?;
        }
    }
    for (side, days_ago) in consents {
        let by: Actor = editor(Side::from_str(&side)?)?;
        let may = Can::<Consent>::check(&by, interest.clone())?;
        actions::consent_in(tx, &may, true, cast.moment(days_ago, number)).await?;
    }
    Ok(())
}
