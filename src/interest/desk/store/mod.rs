//! SQL of the desk. Everything is read and written for the actor's own organisation.

mod feeds;
mod list;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, SubQueryStatement};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _, RelationTrait as _, Select,
};

pub use feeds::{Subscriber, add_feed, agreed, awaited, feed, feeds, note_read, remove_feed, renew_feed, subscriber};
pub use list::{Entry, PAGE, labels, list, newest, picked};

use super::policy::Keep;
use super::{Desk, Member, Note};
use crate::auth::{Actor, MemberRole};
use crate::entity::{account, interest, interest_desk, interest_note, membership};
use crate::interest::policy::See;
use crate::interest::store::Recipient;
use crate::web::Can;

/// The labels of a row.
fn split(labels: &str) -> Vec<&str> {
    labels.split('\n').filter(|label| !label.is_empty()).collect()
}

fn joined(labels: &[String]) -> String {
    labels.iter().fold("\n".to_owned(), |text, label| format!("{text}{label}\n"))
}

/// The account that wrote a note.
const AUTHOR: &str = "author";

fn own(actor: &Actor) -> i64 {
    actor.organisation_id().unwrap_or(0)
}

/// The desk beside a row of an expression of interest.
#[derive(FromQueryResult)]
pub(in crate::interest) struct DeskRow {
    assignee_id: Option<i64>,
    assignee: Option<String>,
    labels: Option<String>,
    notes: i64,
}

impl From<DeskRow> for Desk {
    fn from(row: DeskRow) -> Self {
        let assignee = row.assignee_id.zip(row.assignee).map(|(account_id, name)| Member { account_id, name });
        let labels = row.labels.as_deref().map(split).unwrap_or_default();
        Self { assignee, labels: labels.into_iter().map(str::to_owned).collect(), notes: row.notes }
    }
}

/// With the desk of the actor's organisation.
pub(in crate::interest) fn with_desk(select: Select<interest::Entity>, actor: &Actor) -> Select<interest::Entity> {
    let own = own(actor);
    let notes = interest_note::Entity::find()
        .select_only()
        .column_as(interest_note::Column::Id.count(), "notes")
        .filter(
            Expr::col(interest_note::Column::InterestId.as_column_ref()).equals(interest::Column::Id.as_column_ref()),
        )
        .filter(interest_note::Column::OrganisationId.eq(own))
        .into_query();
    let desk = interest::Entity::belongs_to(interest_desk::Entity)
        .from(interest::Column::Id)
        .to(interest_desk::Column::InterestId)
        .on_condition(move |_, right| Expr::col((right, interest_desk::Column::OrganisationId)).eq(own).into());
    let assignee = interest_desk::Entity::belongs_to(account::Entity)
        .from(interest_desk::Column::AssigneeId)
        .to(account::Column::Id);
    select
        .join(JoinType::LeftJoin, desk.into())
        .join(JoinType::LeftJoin, assignee.into())
        .column_as(interest_desk::Column::AssigneeId, "assignee_id")
        .column_as(account::Column::Name, "assignee")
        .column_as(interest_desk::Column::Labels, "labels")
        .expr_as(Expr::SubQuery(None, Box::new(SubQueryStatement::SelectStatement(notes))), "notes")
}

/// The desk of the actor's organisation.
pub async fn desk(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Desk, DbErr> {
    let select = with_desk(interest::Entity::find_by_id(may.id).select_only(), may.actor());
    Ok(select.into_model::<DeskRow>().one(db).await?.map(Into::into).unwrap_or_default())
}

/// A note beside a row of an expression of interest, if there is one.
#[derive(FromQueryResult)]
pub(in crate::interest) struct NoteRow {
    note_at: Option<DateTime<Utc>>,
    note_person: Option<String>,
    note_body: Option<String>,
}

impl NoteRow {
    /// The note.
    pub(in crate::interest) fn read(self) -> Option<Note> {
        let (at, body) = self.note_at.zip(self.note_body)?;
        Some(Note { at, person: self.note_person.unwrap_or_default(), body })
    }
}

/// With the notes of the actor's organisation, oldest first: a row for each, and one if there is none.
pub(in crate::interest) fn with_notes(mut select: Select<interest::Entity>, actor: &Actor) -> Select<interest::Entity> {
    let note = |column: interest_note::Column| Expr::col((interest_note::Entity, column));
    let own = note(interest_note::Column::InterestId)
        .equals(interest::Column::Id.as_column_ref())
        .and(note(interest_note::Column::OrganisationId).eq(own(actor)));
    let author = Expr::col((AUTHOR, account::Column::Id)).equals(interest_note::Column::AccountId.as_column_ref());
    let query = QuerySelect::query(&mut select);
    query.join(JoinType::LeftJoin, interest_note::Entity, own);
    query.join_as(JoinType::LeftJoin, account::Entity, AUTHOR, author);
    select
        .column_as(interest_note::Column::At, "note_at")
        .expr_as(Expr::col((AUTHOR, account::Column::Name)), "note_person")
        .column_as(interest_note::Column::Body, "note_body")
        .order_by_asc(interest_note::Column::Id)
}

/// The notes of the actor's organisation, oldest first.
pub async fn notes(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Vec<Note>, DbErr> {
    let select = with_notes(interest::Entity::find_by_id(may.id).select_only(), may.actor());
    Ok(select.into_model::<NoteRow>().all(db).await?.into_iter().filter_map(NoteRow::read).collect())
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

/// The account of who sees to an expression of interest for the actor's organisation.
pub async fn assignee(tx: &DatabaseTransaction, may: &Can<Keep>) -> Result<Option<i64>, DbErr> {
    let desk = interest_desk::Entity::find()
        .filter(interest_desk::Column::InterestId.eq(may.id))
        .filter(interest_desk::Column::OrganisationId.eq(own(may.actor())));
    Ok(desk.one(tx).await?.and_then(|row| row.assignee_id))
}

/// A member as somebody who is told of a change; nobody if mails do not reach the account.
pub async fn recipient(tx: &DatabaseTransaction, account_id: i64) -> Result<Option<Recipient>, DbErr> {
    account::Entity::find_by_id(account_id)
        .select_only()
        .columns([account::Column::Email, account::Column::Locale, account::Column::TimeZone])
        .filter(account::Column::Status.eq("active"))
        .filter(account::Column::EmailVerifiedAt.is_not_null())
        .into_model()
        .one(tx)
        .await
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
