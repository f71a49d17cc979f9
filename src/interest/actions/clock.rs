//! What the answer clock does by itself: it reminds, it lapses, and it counts anew when holidays change.

use chrono::{DateTime, Duration, Utc};
use sea_orm::DbErr;

use super::{Failed, Said, act};
use crate::app::App;
use crate::auth::Actor;
use crate::interest::policy::{Act, Attempt};
use crate::interest::{Action, Deadlines, Responsiveness, StateName, letters, store};
use crate::taxonomy::holidays;
use crate::web::{Can, Error};

/// Expressions of interest that are read together.
const BATCH: u64 = 200;
/// Batches of one step in one hour, so that one that cannot be dealt with never holds the others up for ever.
const ROUNDS: usize = 100;
/// How far back the responsiveness of an organisation looks.
const LOOKS_BACK: Duration = Duration::days(730);

/// Sets the deadlines that are missing, sends the reminders that are due and lets lapse what was not answered. It may run
/// twice, and on several nodes at once: a reminder is noted with the letter, and a lapse is a step of the table.
pub async fn tick(app: &App) -> Result<(), Failed> {
    // First what lapses, so that nobody is reminded of what is over.
    for step in [Step::Count, Step::Lapse, Step::Remind] {
        for _ in 0..ROUNDS {
            if run(app, step).await? < BATCH as usize {
                break;
            }
        }
    }
    Ok(())
}

/// What the clock does with one expression of interest.
#[derive(Clone, Copy, Debug)]
enum Step {
    Count,
    Lapse,
    Remind,
}

/// Does a step with the next of those it is due for, and says how many there were.
async fn run(app: &App, step: Step) -> Result<usize, Failed> {
    let (db, system, now) = (app.db.conn(), Actor::System, app.clock.now());
    let found = match step {
        Step::Count => store::untimed(db, &system, BATCH).await?,
        Step::Lapse => store::overdue(db, &system, now, BATCH).await?,
        Step::Remind => store::to_remind(db, &system, now, BATCH).await?,
    };
    for id in &found {
        match step {
            Step::Count => count(app, *id).await?,
            Step::Lapse => lapse(app, *id).await?,
            Step::Remind => remind(app, *id, now).await?,
        }
    }
    Ok(found.len())
}

async fn lapse(app: &App, id: i64) -> Result<(), Failed> {
    let Some(interest) = store::find_by_id(app.db.conn(), &Actor::System, id).await? else { return Ok(()) };
    let may = Can::<Act>::check(&Actor::System, Attempt { interest, action: Action::Lapse })?;
    match act(app, &may, &Said::default()).await {
        // It was answered in the meantime.
        Err(Failed::Rejected(_)) => Ok(()),
        other => other.map(|_| ()),
    }
}

async fn remind(app: &App, id: i64, now: DateTime<Utc>) -> Result<(), Failed> {
    let tx = app.write_tx().await?;
    let Some(interest) = store::find_by_id(&tx, &Actor::System, id).await? else { return Ok(()) };
    let Some(deadlines) = interest.answer_due().copied() else { return Ok(()) };
    // Where nothing ran for days, the later reminder says all that the earlier one would have said.
    let passed = deadlines.reminders.iter().filter(|at| **at <= now).count();
    if store::note_reminder(&tx, id, i32::try_from(passed).unwrap_or(0)).await? {
        letters::remind(app, &tx, &interest, &deadlines, now).await?;
        app.commit(tx).await?;
    }
    Ok(())
}

/// Counts the deadline of one that awaits an answer, from when it was sent or revived last.
async fn count(app: &App, id: i64) -> Result<(), DbErr> {
    let tx = app.write_tx().await?;
    let Some(interest) = store::find_by_id(&tx, &Actor::System, id).await? else { return Ok(()) };
    let Some(sent) = interest.reached(StateName::Sent).filter(|_| interest.state.name().awaits_answer()) else {
        return Ok(());
    };
    let deadlines = Deadlines::starting(sent.at, &interest.receiver.country, app.registers.get().holidays());
    store::set_deadlines(&tx, id, &deadlines).await?;
    app.commit(tx).await
}

/// Counts anew what awaits an answer of an organisation in a country whose holidays have changed. Reminders that were sent
/// are not sent again.
pub async fn recount(app: &App, country: &str) -> Result<(), Error> {
    let mut after = 0;
    loop {
        let found = store::awaited_in(app.db.conn(), &Actor::System, country, after, BATCH).await?;
        for id in &found {
            count(app, *id).await?;
        }
        match found.last() {
            Some(last) if found.len() as u64 == BATCH => after = *last,
            _ => return Ok(()),
        }
    }
}

/// How an organisation has answered in the last two years; none where that is not told.
pub async fn responsiveness(app: &App, organisation_id: i64, country: &str) -> Result<Option<Responsiveness>, DbErr> {
    let now = app.clock.now();
    let registers = app.registers.get();
    let zone = holidays::zone(country);
    let day = |at: DateTime<Utc>| at.with_timezone(&zone).date_naive();
    let received = store::answers_of(app.db.conn(), organisation_id, now - LOOKS_BACK).await?;
    let answers: Vec<Option<u32>> = received
        .into_iter()
        .filter_map(|one| match one.action.as_deref().map(str::parse) {
            // Taken back before an answer was due: nobody can say how it would have been answered.
            Some(Ok(Action::Withdraw)) => None,
            Some(Ok(Action::Lapse)) => Some(None),
            Some(_) => {
                let ended = one.ended_at?;
                Some(Some(registers.holidays().between(country, day(one.sent_at), day(ended))))
            }
            None => one.due_at.filter(|due| *due <= now).map(|_| None),
        })
        .collect();
    Ok(Responsiveness::of(&answers))
}
