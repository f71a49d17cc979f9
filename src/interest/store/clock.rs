//! SQL of the answer clock.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait as _, RelationTrait as _, Select,
};

use super::visible_to;
use crate::auth::Actor;
use crate::entity::{interest, interest_event, organisation};
use crate::interest::{Action, StateName};

/// Codes of the states in which an answer is awaited.
pub(in crate::interest) fn awaiting() -> impl Iterator<Item = &'static str> {
    StateName::ALL.iter().filter(|state| state.awaits_answer()).map(|state| state.code())
}

fn awaited(actor: &Actor) -> Select<interest::Entity> {
    visible_to(actor).filter(interest::Column::State.is_in(awaiting()))
}

async fn keys(db: &impl ConnectionTrait, select: Select<interest::Entity>, most: u64) -> Result<Vec<i64>, DbErr> {
    let select = select.select_only().column(interest::Column::Id).order_by_asc(interest::Column::Id).limit(most);
    select.into_tuple().all(db).await
}

/// Keys of those whose receiver has a reminder to get.
pub async fn to_remind(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<i64>, DbErr> {
    let nth = |number: i32, at: interest::Column| interest::Column::Reminders.lt(number).and(at.lte(now));
    let due =
        Condition::any().add(nth(1, interest::Column::FirstReminderAt)).add(nth(2, interest::Column::SecondReminderAt));
    keys(db, awaited(actor).filter(due).filter(interest::Column::LapsesAt.gt(now)), most).await
}

/// Keys of those that lapse.
pub async fn overdue(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
    most: u64,
) -> Result<Vec<i64>, DbErr> {
    keys(db, awaited(actor).filter(interest::Column::LapsesAt.lte(now)), most).await
}

/// Keys of those that await an answer and have no deadline yet, since they were sent before there was any.
pub async fn untimed(db: &impl ConnectionTrait, actor: &Actor, most: u64) -> Result<Vec<i64>, DbErr> {
    keys(db, awaited(actor).filter(interest::Column::DueAt.is_null()), most).await
}

/// Keys of those after a key that await an answer of an organisation in a country.
pub async fn awaited_in(
    db: &impl ConnectionTrait,
    actor: &Actor,
    country: &str,
    after: i64,
    most: u64,
) -> Result<Vec<i64>, DbErr> {
    let select = awaited(actor)
        .join(sea_orm::JoinType::InnerJoin, interest::Relation::ReceiverOrganisation.def())
        .filter(organisation::Column::Country.eq(country))
        .filter(interest::Column::Id.gt(after));
    keys(db, select, most).await
}

/// What came of an expression of interest in the time for its answer.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Answered {
    /// When it was sent first.
    pub sent_at: DateTime<Utc>,
    /// When the first wait for an answer ended; none while it lasts.
    pub ended_at: Option<DateTime<Utc>>,
    /// By which action; none while it lasts.
    pub action: Option<String>,
    /// Until when an answer was due.
    pub due_at: Option<DateTime<Utc>>,
}

/// What an organisation received since a moment, and how the first wait for its answer ended. It is public what an
/// organisation makes of it, never what it received from whom.
pub async fn answers_of(
    db: &impl ConnectionTrait,
    organisation_id: i64,
    since: DateTime<Utc>,
) -> Result<Vec<Answered>, DbErr> {
    let ending = Action::ALL.iter().filter(|action| !matches!(action, Action::Send | Action::Acknowledge));
    let first = interest_event::Entity::find()
        .select_only()
        .column_as(interest_event::Column::Id.min(), "first")
        .filter(interest_event::Column::Action.is_in(ending.map(|action| action.code())))
        .filter(interest_event::Column::FromState.is_in(awaiting()))
        .filter(event_column(interest_event::Column::InterestId).equals((interest::Entity, interest::Column::Id)))
        .into_query();
    interest::Entity::find()
        .select_only()
        .columns([interest::Column::SentAt, interest::Column::DueAt])
        .column_as(interest_event::Column::At, "ended_at")
        .column(interest_event::Column::Action)
        .join(
            sea_orm::JoinType::LeftJoin,
            interest::Entity::belongs_to(interest_event::Entity)
                .from(interest::Column::Id)
                .to(interest_event::Column::InterestId)
                .on_condition(move |_, right| {
                    let id = Expr::col((right, interest_event::Column::Id));
                    Condition::all().add(id.in_subquery(first.clone()))
                })
                .into(),
        )
        .filter(interest::Column::ReceiverOrganisationId.eq(organisation_id))
        .filter(interest::Column::SentAt.gte(since))
        .into_model()
        .all(db)
        .await
}

fn event_column(column: interest_event::Column) -> Expr {
    Expr::col((interest_event::Entity, column))
}
