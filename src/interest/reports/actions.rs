//! What can be done with reports.

use serde_json::json;

use super::policy::Decide;
use super::{Verdict, letters, store};
use crate::app::App;
use crate::audit;
use crate::checks::Problems;
use crate::interest::messages::policy::Report as MayReport;
use crate::interest::messages::why;
use crate::web::{Can, Error};

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Something in the form is not right.
    #[error("the form has problems")]
    Form(Problems),
    /// Somebody else decided first.
    #[error("somebody else decided first")]
    Taken,
    /// Not allowed, not there, or our fault.
    #[error(transparent)]
    Web(#[from] Error),
}

impl From<sea_orm::DbErr> for Refused {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Web(error.into())
    }
}

/// Reports words of the other side. What was reported before is not reported twice; `false` then.
pub async fn report(app: &App, may: &Can<MayReport>, reason: &str) -> Result<bool, Refused> {
    let reason = why(reason).map_err(Refused::Form)?;
    let tx = app.write_tx().await?;
    let new = store::insert(&tx, may, &reason, app.clock.now()).await?;
    app.commit(tx).await?;
    Ok(new)
}

/// Keeps or hides what was reported, tells both sides as far as it concerns them, and writes it into the audit log.
pub async fn decide(app: &App, may: &Can<Decide>, verdict: Verdict, reason: &str) -> Result<(), Refused> {
    let reason = why(reason).map_err(Refused::Form)?;
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if !store::decide(&tx, may, (verdict, &reason), now).await? {
        return Err(Refused::Taken);
    }
    letters::tell(app, &tx, may, verdict, &reason, now).await?;
    let action = format!("message.{}", verdict.state());
    let subject = format!("interest/{}", may.interest.reference);
    let detail = json!({ "words": may.passage.source.path(), "report": may.id, "reason": reason });
    audit::append(&tx, may.actor(), &action, &subject, detail, now).await?;
    app.commit(tx).await?;
    Ok(())
}
