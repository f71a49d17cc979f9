//! What can be done with registers: change an entry, and take in what others changed.

use chrono::{DateTime, Utc};

use super::model::{RECOUNT, TOUCH, Touch, concerned};
use super::policy::Keep;
use super::{Entry, store};
use crate::app::App;
use crate::auth::Actor;
use crate::taxonomy::{Register, Registers};
use crate::web::{Can, Error};
use crate::{audit, jobs, listings};

/// Listings that one job lets the index look at again.
const BATCH: u64 = 200;

/// Stores what an entry says from now on. `false` when somebody changed it since it was read.
pub async fn keep(app: &App, may: &Can<Keep>, entry: &Entry) -> Result<bool, Error> {
    let now = app.clock.now();
    let tx = app.write_tx().await?;
    if !store::save(&tx, may, entry, now).await? {
        return Ok(false);
    }
    let detail = serde_json::json!({ "before": may.columns, "after": entry.columns });
    let subject = format!("{}/{}", entry.register, entry.code);
    audit::append(&tx, may.actor(), store::CHANGE, &subject, detail, now).await?;
    if entry.register == Register::Holiday {
        jobs::enqueue(&tx, RECOUNT, &entry.columns.get("country"), None, now).await?;
    } else {
        let codes = concerned(&may.columns, entry, &app.registers.get());
        jobs::enqueue(&tx, TOUCH, &Touch { codes, after: 0 }, None, now).await?;
    }
    app.commit(tx).await?;
    refresh(app).await?;
    Ok(true)
}

/// Takes in what was changed in the database, on this node or another, and lets kept pages be forgotten. It asks for one
/// number when nothing was.
pub async fn refresh(app: &App) -> Result<(), Error> {
    let db = app.db.conn();
    if store::version(db).await? <= app.registers.get().version() {
        return Ok(());
    }
    let (overlays, version) = store::all(db).await?;
    if app.registers.take(Registers::with(overlays, version)) {
        app.generation.advance();
    }
    Ok(())
}

/// Lets the index look again at a batch of listings that name some codes, and writes the job for the next. The change
/// of the register is committed before, so the follower of every node has it when it sees the listings.
pub async fn touch(app: &App, touch: Touch, now: DateTime<Utc>) -> Result<(), Error> {
    let tx = app.write_tx().await?;
    let found = listings::store::naming(&tx, &Actor::System, &touch.codes, touch.after, BATCH).await?;
    for id in &found {
        listings::store::touch(&tx, *id).await?;
    }
    if let Some(after) = found.last().copied().filter(|_| found.len() as u64 == BATCH) {
        jobs::enqueue(&tx, TOUCH, &Touch { after, ..touch }, None, now).await?;
    }
    app.commit(tx).await?;
    Ok(())
}
