//! SQL of reports.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Func, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
};

use super::policy::Decide;
use super::{Report, State, Verdict};
use crate::auth::Actor;
use crate::entity::{account, interest, interest_event, interest_message, message_report, organisation};
use crate::interest::messages::policy::Report as MayReport;
use crate::interest::messages::{Passage, Source, store as messages};
use crate::interest::store as interests;
use crate::web::Can;

/// What an actor may know of: moderators all but the reports of exchanges in which an organisation of theirs takes part.
fn visible_to(actor: &Actor) -> Select<message_report::Entity> {
    let own = actor.person().map(|person| person.member_of.clone()).unwrap_or_default();
    let all = message_report::Entity::find().join(JoinType::InnerJoin, message_report::Relation::Interest.def());
    if actor.is_system() {
        return all;
    }
    if !actor.moderates() {
        return all.filter(message_report::Column::Id.eq(0));
    }
    all.filter(interest::Column::SenderOrganisationId.is_not_in(own.clone()))
        .filter(interest::Column::ReceiverOrganisationId.is_not_in(own))
}

/// Whether something in an exchange was reported, so that an actor may read it as a moderator.
pub async fn opens(db: &impl ConnectionTrait, actor: &Actor, interest_id: i64) -> Result<bool, DbErr> {
    Ok(visible_to(actor).filter(message_report::Column::InterestId.eq(interest_id)).count(db).await? > 0)
}

/// A report with its exchange.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Option<Report>, DbErr> {
    let select = visible_to(actor).filter(message_report::Column::Id.eq(id));
    let Some(row) = select.one(db).await? else { return Ok(None) };
    // Nothing but the report lets a moderator read the exchange, and the report was found for this one.
    let Some(interest) = interests::find_by_id(db, &Actor::System, row.interest_id).await? else { return Ok(None) };
    let see = Can::check(&Actor::System, interest.clone()).map_err(|error| DbErr::Custom(error.to_string()))?;
    let (all, versions) = messages::of_interest(db, &see).await?;
    let passage = match (row.message_id, row.event_id) {
        (Some(id), _) => all.iter().find(|message| message.id == id).map(Passage::from),
        (None, Some(id)) => Passage::of_step(&interest, id),
        (None, None) => None,
    };
    let Some(passage) = passage else { return Ok(None) };
    let by = match row.decided_by {
        Some(id) => account::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    Ok(Some(Report {
        id: row.id,
        interest,
        passage,
        exchange: (all, versions),
        organisation_id: row.organisation_id,
        account_id: row.account_id,
        reason: row.reason,
        state: State::from_str(&row.state).map_err(|error| DbErr::Custom(error.to_string()))?,
        at: row.at,
        decided_at: row.decided_at,
        decided_by: row.decided_by,
        moderator: by.map(|by| by.name).unwrap_or_default(),
        decision_reason: row.decision_reason,
    }))
}

/// One line of the queue.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    /// Key.
    pub id: i64,
    /// Number for people of the exchange.
    pub reference: String,
    /// Name of the organisation whose words they are.
    pub author: String,
    /// Why it was reported.
    pub reason: String,
    /// Code of the state.
    pub state: String,
    /// When it was reported.
    pub at: DateTime<Utc>,
}

fn of(actor: &Actor, open: bool) -> Select<message_report::Entity> {
    let state = message_report::Column::State;
    let code = State::Open.code();
    visible_to(actor).filter(if open { state.eq(code) } else { state.ne(code) })
}

/// The reports that wait, oldest first, or those that were decided, newest first, with how many there are.
pub async fn queue(
    db: &impl ConnectionTrait,
    actor: &Actor,
    open: bool,
    (page, size): (u64, u64),
) -> Result<(Vec<Line>, u64), DbErr> {
    let total = of(actor, open).count(db).await?;
    let author = Func::coalesce([
        Expr::col((interest_message::Entity, interest_message::Column::OrganisationId)),
        Expr::col((interest_event::Entity, interest_event::Column::ActorOrganisationId)),
    ]);
    let is_author = Expr::col((organisation::Entity, organisation::Column::Id)).eq(author);
    let mut select = of(actor, open)
        .join(JoinType::LeftJoin, message_report::Relation::InterestMessage.def())
        .join(JoinType::LeftJoin, message_report::Relation::InterestEvent.def());
    QuerySelect::query(&mut select).join(JoinType::InnerJoin, organisation::Entity, is_author);
    let select = select
        .select_only()
        .columns([
            message_report::Column::Id,
            message_report::Column::Reason,
            message_report::Column::State,
            message_report::Column::At,
        ])
        .column_as(interest::Column::Reference, "reference")
        .column_as(organisation::Column::Name, "author");
    let ordered = if open {
        select.order_by_asc(message_report::Column::Id)
    } else {
        select.order_by_desc(message_report::Column::DecidedAt).order_by_desc(message_report::Column::Id)
    };
    let lines = ordered.offset(page.saturating_sub(1) * size).limit(size).into_model::<Line>().all(db).await?;
    Ok((lines, total))
}

/// Writes a report; `false` if the words were reported before.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<MayReport>,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let (message_id, event_id, once) = match may.passage.source {
        Source::Message(id) => (Some(id), None, message_report::Column::MessageId),
        Source::Step(id) => (None, Some(id), message_report::Column::EventId),
    };
    let row = message_report::ActiveModel {
        message_id: Set(message_id),
        event_id: Set(event_id),
        interest_id: Set(may.interest.id),
        account_id: Set(may.actor().account_id().unwrap_or(0)),
        organisation_id: Set(may.actor().organisation_id().unwrap_or(0)),
        reason: Set(reason.to_owned()),
        state: Set(State::Open.to_string()),
        at: Set(now),
        decided_at: Set(None),
        decided_by: Set(None),
        decision_reason: Set(String::new()),
        ..Default::default()
    };
    let known = OnConflict::column(once).do_nothing().to_owned();
    Ok(message_report::Entity::insert(row).on_conflict(known).exec_without_returning(tx).await? == 1)
}

/// Writes a decision, and hides the message if that is it; what came with a step is hidden by the report itself. `false`
/// if somebody else decided meanwhile.
pub async fn decide(
    tx: &DatabaseTransaction,
    may: &Can<Decide>,
    (verdict, reason): (Verdict, &str),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = message_report::ActiveModel {
        state: Set(verdict.state().to_string()),
        decided_at: Set(Some(now)),
        decided_by: Set(may.actor().account_id()),
        decision_reason: Set(reason.to_owned()),
        ..Default::default()
    };
    let update = message_report::Entity::update_many().set(row).filter(message_report::Column::Id.eq(may.id));
    let update = update.filter(message_report::Column::State.eq(State::Open.code()));
    if update.exec(tx).await?.rows_affected != 1 {
        return Ok(false);
    }
    if let (Verdict::Hide, Source::Message(message_id)) = (verdict, may.passage.source) {
        let hide = interest_message::Entity::update_many()
            .col_expr(interest_message::Column::HiddenAt, Expr::val(now))
            .col_expr(interest_message::Column::HiddenReason, Expr::val(reason));
        hide.filter(interest_message::Column::Id.eq(message_id)).exec(tx).await?;
    }
    Ok(true)
}
