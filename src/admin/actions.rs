use serde_json::json;

use super::policy::LookAfter;
use crate::app::App;
use crate::web::{Can, Error};
use crate::{audit, jobs};

/// Lets the parked job that the address names run again, or all of them; says how many there were. Who sends the form
/// twice changes nothing: a job that runs again is parked no more.
pub async fn retry(app: &App, may: &Can<LookAfter>) -> Result<u64, Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    let count = jobs::retry(&tx, may.id, now).await?;
    if count > 0 {
        let subject = may.id.map_or_else(|| "job/all".to_owned(), |id| format!("job/{id}"));
        audit::append(&tx, may.actor(), "job.retry", &subject, json!({ "count": count }), now).await?;
    }
    app.commit(tx).await?;
    Ok(count)
}
