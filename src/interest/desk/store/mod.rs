//! SQL of the desk. Everything is read and written for the actor's own organisation.

mod feeds;
mod list;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, SubQueryStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _, RelationTrait as _,
};

pub use feeds::{Subscriber, add_feed, awaited, feed, feeds, note_read, remove_feed, subscriber};
pub use list::{Entry, PAGE, labels, list, newest, picked};

use super::policy::Keep;
use super::{Desk, Member, Note};
use crate::auth::{Actor, MemberRole};
use crate::entity::{account, interest, interest_desk, interest_note, membership, message_draft};
use crate::interest::messages::Draft;
use crate::interest::policy::See;
use crate::web::Can;

/// The labels of a row.
fn split(labels: &str) -> Vec<&str> {
    labels.split('\n').filter(|label| !label.is_empty()).collect()
}

fn joined(labels: &[String]) -> String {
    labels.iter().fold("\n".to_owned(), |text, label| format!("{text}{label}\n"))
}

fn own(actor: &Actor) -> i64 {
    actor.organisation_id().unwrap_or(0)
}

#[derive(FromQueryResult)]
struct DeskRow {
    assignee_id: Option<i64>,
    assignee: Option<String>,
    labels: Option<String>,
    notes: i64,
    draft: Option<String>,
    kept_at: Option<DateTime<Utc>>,
}

/// What the actor's side keeps beside an exchange, in one statement: the desk of its organisation, and what the actor has
/// written and not sent, without its files.
pub async fn beside(db: &impl ConnectionTrait, may: &Can<See>) -> Result<(Desk, Draft), DbErr> {
    let own = own(may.actor());
    let notes = interest_note::Entity::find()
        .select_only()
        .column_as(interest_note::Column::Id.count(), "notes")
        .filter(interest_note::Column::InterestId.eq(may.id))
        .filter(interest_note::Column::OrganisationId.eq(own))
        .into_query();
    let desk = interest::Entity::belongs_to(interest_desk::Entity)
        .from(interest::Column::Id)
        .to(interest_desk::Column::InterestId)
        .on_condition(move |_, right| Expr::col((right, interest_desk::Column::OrganisationId)).eq(own).into());
    let assignee = interest_desk::Entity::belongs_to(account::Entity)
        .from(interest_desk::Column::AssigneeId)
        .to(account::Column::Id);
    let account = may.actor().account_id().unwrap_or(0);
    let draft = interest::Entity::belongs_to(message_draft::Entity)
        .from(interest::Column::Id)
        .to(message_draft::Column::InterestId)
        .on_condition(move |_, right| {
            let of = |column| Expr::col((right.clone(), column));
            of(message_draft::Column::AccountId)
                .eq(account)
                .and(of(message_draft::Column::OrganisationId).eq(own))
                .into()
        });
    let row: Option<DeskRow> = interest::Entity::find_by_id(may.id)
        .select_only()
        .join(JoinType::LeftJoin, desk.into())
        .join(JoinType::LeftJoin, assignee.into())
        .join(JoinType::LeftJoin, draft.into())
        .column_as(message_draft::Column::Body, "draft")
        .column_as(message_draft::Column::UpdatedAt, "kept_at")
        .column_as(interest_desk::Column::AssigneeId, "assignee_id")
        .column_as(account::Column::Name, "assignee")
        .column_as(interest_desk::Column::Labels, "labels")
        .expr_as(Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(notes))), "notes")
        .into_model()
        .one(db)
        .await?;
    let Some(row) = row else { return Ok((Desk::default(), Draft::default())) };
    let draft = Draft { body: row.draft.unwrap_or_default(), kept_at: row.kept_at, files: Vec::new() };
    let assignee = row.assignee_id.zip(row.assignee).map(|(account_id, name)| Member { account_id, name });
    let labels = row.labels.as_deref().map(split).unwrap_or_default();
    let labels = labels.into_iter().map(str::to_owned).collect();
    Ok((Desk { assignee, labels, notes: row.notes }, draft))
}

/// The notes of the actor's organisation, oldest first.
pub async fn notes(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Vec<Note>, DbErr> {
    let person = interest_note::Entity::belongs_to(account::Entity)
        .from(interest_note::Column::AccountId)
        .to(account::Column::Id);
    let rows: Vec<(DateTime<Utc>, Option<String>, String)> = interest_note::Entity::find()
        .select_only()
        .column(interest_note::Column::At)
        .column_as(account::Column::Name, "person")
        .column(interest_note::Column::Body)
        .join(JoinType::LeftJoin, person.into())
        .filter(interest_note::Column::InterestId.eq(may.id))
        .filter(interest_note::Column::OrganisationId.eq(own(may.actor())))
        .order_by_asc(interest_note::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(at, person, body)| Note { at, person: person.unwrap_or_default(), body }).collect())
}

/// The owners and editors of the actor's organisation, who can see to something.
pub async fn members(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Member>, DbErr> {
    let rows: Vec<(i64, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .join_rev(JoinType::InnerJoin, membership::Relation::Account.def())
        .filter(membership::Column::OrganisationId.eq(own(actor)))
        .filter(membership::Column::Role.is_in([MemberRole::Owner.code(), MemberRole::Editor.code()]))
        .filter(account::Column::Status.eq("active"))
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(account_id, name)| Member { account_id, name }).collect())
}

/// Writes who sees to an expression of interest and how it is labelled, for the actor's organisation.
pub async fn put(
    tx: &DatabaseTransaction,
    may: &Can<Keep>,
    assignee: Option<i64>,
    labels: &[String],
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = interest_desk::ActiveModel {
        interest_id: Set(may.id),
        organisation_id: Set(own(may.actor())),
        assignee_id: Set(assignee),
        labels: Set(joined(labels)),
        updated_at: Set(now),
        ..Default::default()
    };
    let columns = [interest_desk::Column::AssigneeId, interest_desk::Column::Labels, interest_desk::Column::UpdatedAt];
    let once = OnConflict::columns([interest_desk::Column::InterestId, interest_desk::Column::OrganisationId])
        .update_columns(columns)
        .to_owned();
    interest_desk::Entity::insert(row).on_conflict(once).exec_without_returning(tx).await.map(|_| ())
}

/// Writes a note, unless it is the last one of the same person again; `false` if it is.
pub async fn add_note(
    tx: &DatabaseTransaction,
    may: &Can<Keep>,
    body: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let account_id = may.actor().account_id().unwrap_or(0);
    let last = interest_note::Entity::find()
        .filter(interest_note::Column::InterestId.eq(may.id))
        .filter(interest_note::Column::OrganisationId.eq(own(may.actor())))
        .order_by_desc(interest_note::Column::Id)
        .one(tx)
        .await?;
    if last.is_some_and(|last| last.account_id == account_id && last.body == body) {
        return Ok(false);
    }
    let row = interest_note::ActiveModel {
        interest_id: Set(may.id),
        organisation_id: Set(own(may.actor())),
        account_id: Set(account_id),
        at: Set(now),
        body: Set(body.to_owned()),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| true)
}
