use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, DatabaseTransaction, DbErr, EntityTrait, QueryFilter, QuerySelect,
};

use crate::auth::Actor;
use crate::entity::{interest, interest_event, listing, organisation};
use crate::interest::policy::{Act, Discard, Send};
use crate::interest::{Deadlines, Proposal, State, StateName};
use crate::web::Can;

/// In whose name something is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    /// The account; none for the system.
    pub account_id: Option<i64>,
    /// The organisation; none for the system.
    pub organisation_id: Option<i64>,
}

impl From<&Actor> for By {
    fn from(actor: &Actor) -> Self {
        Self { account_id: actor.account_id(), organisation_id: actor.organisation_id() }
    }
}

/// The unique key that an open one holds for its pair.
pub(super) fn open_key(sender_organisation_id: i64, listing_id: i64) -> String {
    format!("{sender_organisation_id}:{listing_id}")
}

/// Holds the sender's row, so that its daily limit is counted by one request at a time, and says its status.
pub async fn hold_for_sending(
    tx: &DatabaseTransaction,
    may: &Can<Send>,
    organisation_id: i64,
) -> Result<Option<String>, DbErr> {
    let row = organisation::Entity::find_by_id(organisation_id).lock_exclusive().one(tx).await?;
    listing::Entity::find_by_id(may.id).lock_exclusive().one(tx).await?;
    Ok(row.map(|row| row.status))
}

/// Holds an expression of interest and its listing until the transaction ends.
pub async fn hold(tx: &DatabaseTransaction, id: i64, listing_id: i64) -> Result<(), DbErr> {
    listing::Entity::find_by_id(listing_id).lock_exclusive().one(tx).await?;
    interest::Entity::find_by_id(id).lock_exclusive().one(tx).await.map(|_| ())
}

fn purpose(proposal: &Proposal) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(&proposal.purpose).map_err(|error| DbErr::Json(error.to_string()))
}

/// Writes a draft; `false` if the pair has an open one for this listing.
pub async fn insert_draft(
    tx: &DatabaseTransaction,
    may: &Can<Send>,
    by: By,
    reference: &str,
    proposal: &Proposal,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let sender = by.organisation_id.unwrap_or(0);
    let row = interest::ActiveModel {
        reference: Set(reference.to_owned()),
        listing_id: Set(may.id),
        sender_organisation_id: Set(sender),
        receiver_organisation_id: Set(may.organisation_id),
        state: Set(StateName::Draft.to_string()),
        open_key: Set(Some(open_key(sender, may.id))),
        purpose: Set(purpose(proposal)?),
        country: Set(proposal.country.clone()),
        site: Set(proposal.site.clone()),
        message: Set(proposal.message.clone()),
        budget: Set(proposal.budget.clone()),
        timetable: Set(proposal.timetable.clone()),
        nda: Set(proposal.nda),
        agreement: Set(None),
        created_by: Set(by.account_id),
        created_at: Set(now),
        sent_at: Set(None),
        updated_at: Set(now),
        version: Set(1),
        ..Default::default()
    };
    // A refused statement would end the transaction on PostgreSQL; doing nothing leaves it usable.
    let on_conflict = OnConflict::column(interest::Column::OpenKey).do_nothing().to_owned();
    Ok(interest::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await? == 1)
}

/// Saves a draft that was read at `version`; `false` if it was changed or sent since.
pub async fn update_draft(
    tx: &DatabaseTransaction,
    _may: &Can<Send>,
    (id, version): (i64, i64),
    proposal: &Proposal,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = interest::ActiveModel {
        purpose: Set(purpose(proposal)?),
        country: Set(proposal.country.clone()),
        site: Set(proposal.site.clone()),
        message: Set(proposal.message.clone()),
        budget: Set(proposal.budget.clone()),
        timetable: Set(proposal.timetable.clone()),
        nda: Set(proposal.nda),
        updated_at: Set(now),
        version: Set(version + 1),
        ..Default::default()
    };
    let update = interest::Entity::update_many().set(row).filter(interest::Column::Id.eq(id));
    let update = update.filter(interest::Column::State.eq(StateName::Draft.code()));
    Ok(update.filter(interest::Column::Version.eq(version)).exec(tx).await?.rows_affected == 1)
}

/// Throws a draft away; `false` if it was changed or sent since.
pub async fn delete_draft(tx: &DatabaseTransaction, may: &Can<Discard>) -> Result<bool, DbErr> {
    let delete = interest::Entity::delete_many().filter(interest::Column::Id.eq(may.id));
    let delete = delete.filter(interest::Column::State.eq(StateName::Draft.code()));
    Ok(delete.filter(interest::Column::Version.eq(may.version)).exec(tx).await?.rows_affected == 1)
}

fn timed(row: &mut interest::ActiveModel, deadlines: &Deadlines) {
    let [first, second] = deadlines.reminders;
    row.first_reminder_at = Set(Some(first));
    row.second_reminder_at = Set(Some(second));
    row.due_at = Set(Some(deadlines.due));
    row.lapses_at = Set(Some(deadlines.lapses));
}

/// Sets the deadlines of one that awaits an answer, as they are counted now.
pub async fn set_deadlines(tx: &DatabaseTransaction, id: i64, deadlines: &Deadlines) -> Result<(), DbErr> {
    let mut row = interest::ActiveModel { ..Default::default() };
    timed(&mut row, deadlines);
    interest::Entity::update_many().set(row).filter(interest::Column::Id.eq(id)).exec(tx).await.map(|_| ())
}

/// Notes that the receiver of one that awaits an answer is reminded for the `number`th time; `false` if it was before, or
/// no answer is awaited any more.
pub async fn note_reminder(tx: &DatabaseTransaction, id: i64, number: i32) -> Result<bool, DbErr> {
    let row = interest::ActiveModel { reminders: Set(number), ..Default::default() };
    let update = interest::Entity::update_many().set(row).filter(interest::Column::Id.eq(id));
    let update = update.filter(interest::Column::State.is_in(super::awaiting()));
    Ok(update.filter(interest::Column::Reminders.lt(number)).exec(tx).await?.rows_affected == 1)
}

/// Writes a new state and its event, if nobody changed the state since it was read.
pub async fn change(
    tx: &DatabaseTransaction,
    may: &Can<Act>,
    by: By,
    to: &State,
    (reason, deadlines): (&str, Option<&Deadlines>),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let interest = &may.interest;
    let key = open_key(interest.sender.organisation_id, interest.listing_id);
    let mut row = interest::ActiveModel {
        state: Set(to.name().to_string()),
        open_key: Set(to.name().is_open().then_some(key)),
        updated_at: Set(now),
        version: Set(interest.version + 1),
        ..Default::default()
    };
    if interest.sent_at.is_none() && to.name() == StateName::Sent {
        row.sent_at = Set(Some(now));
    }
    if let Some(deadlines) = deadlines.filter(|_| to.name() == StateName::Sent) {
        timed(&mut row, deadlines);
        row.reminders = Set(0);
    }
    if let State::Agreement(agreement) = to {
        let agreement = serde_json::to_value(agreement).map_err(|error| DbErr::Json(error.to_string()))?;
        row.agreement = Set(Some(agreement));
    }
    let update = interest::Entity::update_many().set(row).filter(interest::Column::Id.eq(interest.id));
    let update = update.filter(interest::Column::State.eq(interest.state.name().code()));
    let update = update.filter(interest::Column::Version.eq(interest.version));
    if update.exec(tx).await?.rows_affected != 1 {
        return Ok(false);
    }
    let event = interest_event::ActiveModel {
        interest_id: Set(interest.id),
        at: Set(now),
        actor_account_id: Set(by.account_id),
        actor_organisation_id: Set(by.organisation_id),
        action: Set(may.action.to_string()),
        from_state: Set(interest.state.name().to_string()),
        to_state: Set(to.name().to_string()),
        reason: Set(reason.to_owned()),
        ..Default::default()
    };
    event.insert(tx).await.map(|_| true)
}
