//! SQL of messages.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::files::Place;
use super::policy::Edit;
use super::{Attachment, Draft, Message, Version};
use crate::auth::Actor;
use crate::entity::{account, file, interest, interest_message, message_draft, message_report, message_version};
use crate::interest::Interest;
use crate::interest::policy::{Discard, See, Send, Write};
use crate::interest::store::By;
use crate::listings::files::Staged;
use crate::web::Can;

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    at: DateTime<Utc>,
    account_id: i64,
    organisation_id: i64,
    person: Option<String>,
    body: String,
    read_at: Option<DateTime<Utc>>,
    edited_at: Option<DateTime<Utc>>,
    hidden_at: Option<DateTime<Utc>>,
    hidden_reason: String,
    report_id: Option<i64>,
    replaced_at: Option<DateTime<Utc>>,
    earlier: Option<String>,
}

impl From<Row> for Message {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            at: row.at,
            account_id: row.account_id,
            person: row.person.unwrap_or_default(),
            organisation_id: row.organisation_id,
            body: row.body,
            read_at: row.read_at,
            edited_at: row.edited_at,
            hidden: row.hidden_at.map(|_| row.hidden_reason),
            reported: row.report_id.is_some(),
        }
    }
}

fn of_exchange(interest_id: i64) -> Select<interest_message::Entity> {
    let person = interest_message::Entity::belongs_to(account::Entity)
        .from(interest_message::Column::AccountId)
        .to(account::Column::Id)
        .into();
    let report = interest_message::Entity::belongs_to(message_report::Entity)
        .from(interest_message::Column::Id)
        .to(message_report::Column::MessageId)
        .into();
    let version = interest_message::Entity::belongs_to(message_version::Entity)
        .from(interest_message::Column::Id)
        .to(message_version::Column::MessageId)
        .into();
    interest_message::Entity::find()
        .filter(interest_message::Column::InterestId.eq(interest_id))
        .join(JoinType::LeftJoin, person)
        .join(JoinType::LeftJoin, report)
        .join(JoinType::LeftJoin, version)
        .column_as(account::Column::Name, "person")
        .column_as(message_report::Column::Id, "report_id")
        .column_as(message_version::Column::At, "replaced_at")
        .column_as(message_version::Column::Body, "earlier")
        .order_by_asc(interest_message::Column::Id)
        .order_by_asc(message_version::Column::Id)
}

/// The messages of an exchange and their earlier wordings, oldest first, read in one statement.
pub async fn of_interest(db: &impl ConnectionTrait, may: &Can<See>) -> Result<(Vec<Message>, Vec<Version>), DbErr> {
    let (mut messages, mut versions): (Vec<Message>, Vec<Version>) = (Vec::new(), Vec::new());
    for mut row in of_exchange(may.id).into_model::<Row>().all(db).await? {
        if let (Some(at), Some(body)) = (row.replaced_at, row.earlier.take()) {
            versions.push(Version { message_id: row.id, at, body });
        }
        if messages.last().is_none_or(|message| message.id != row.id) {
            messages.push(row.into());
        }
    }
    Ok((messages, versions))
}

/// One message of an exchange.
pub async fn find(db: &impl ConnectionTrait, may: &Can<See>, id: i64) -> Result<Option<Message>, DbErr> {
    let select = of_exchange(may.id).filter(interest_message::Column::Id.eq(id));
    Ok(select.into_model::<Row>().one(db).await?.map(Message::from))
}

fn attachment(row: file::Model) -> Attachment {
    Attachment {
        key: row.key,
        message_id: row.message_id,
        opening: row.opening,
        name: row.name,
        media_type: row.media_type,
        size: row.size.unsigned_abs(),
        sha256: row.sha256,
    }
}

/// Files that wait in the draft of an actor.
fn waiting(actor: &Actor) -> Condition {
    Condition::all()
        .add(file::Column::MessageId.is_null())
        .add(file::Column::Opening.eq(false))
        .add(file::Column::CreatedBy.eq(actor.account_id().unwrap_or(0)))
        .add(file::Column::OrganisationId.eq(actor.organisation_id().unwrap_or(0)))
}

/// Files of an exchange, and those that wait in the reader's own draft, in their order.
pub async fn attachments(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Vec<Attachment>, DbErr> {
    let shown = Condition::any()
        .add(file::Column::MessageId.is_not_null())
        .add(file::Column::Opening.eq(true))
        .add(waiting(may.actor()));
    let select = file::Entity::find().filter(file::Column::InterestId.eq(may.id)).filter(shown);
    let rows = select.order_by_asc(file::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(attachment).collect())
}

fn draft_of(interest_id: i64, actor: &Actor) -> Condition {
    Condition::all()
        .add(message_draft::Column::InterestId.eq(interest_id))
        .add(message_draft::Column::AccountId.eq(actor.account_id().unwrap_or(0)))
        .add(message_draft::Column::OrganisationId.eq(actor.organisation_id().unwrap_or(0)))
}

/// What somebody has written and not sent, beside a row of an expression of interest.
#[derive(FromQueryResult)]
pub(in crate::interest) struct DraftRow {
    draft_body: Option<String>,
    draft_kept_at: Option<DateTime<Utc>>,
}

impl From<DraftRow> for Draft {
    fn from(row: DraftRow) -> Self {
        Self { body: row.draft_body.unwrap_or_default(), kept_at: row.draft_kept_at, files: Vec::new() }
    }
}

/// With what an actor has written and not sent.
pub(in crate::interest) fn with_draft(select: Select<interest::Entity>, actor: &Actor) -> Select<interest::Entity> {
    let (account, own) = (actor.account_id().unwrap_or(0), actor.organisation_id().unwrap_or(0));
    let draft = interest::Entity::belongs_to(message_draft::Entity)
        .from(interest::Column::Id)
        .to(message_draft::Column::InterestId)
        .on_condition(move |_, right| {
            let of = |column| Expr::col((right.clone(), column));
            let mine = of(message_draft::Column::AccountId).eq(account);
            mine.and(of(message_draft::Column::OrganisationId).eq(own)).into()
        });
    select
        .join(JoinType::LeftJoin, draft.into())
        .column_as(message_draft::Column::Body, "draft_body")
        .column_as(message_draft::Column::UpdatedAt, "draft_kept_at")
}

/// Files that wait in the writer's own draft.
pub async fn waiting_files(tx: &DatabaseTransaction, may: &Can<Write>) -> Result<Vec<Attachment>, DbErr> {
    let select = file::Entity::find().filter(file::Column::InterestId.eq(may.id)).filter(waiting(may.actor()));
    let rows = select.order_by_asc(file::Column::Id).all(tx).await?;
    Ok(rows.into_iter().map(attachment).collect())
}

/// Keeps what somebody has written so far; nothing written and no file waiting is no draft.
pub async fn keep_draft(
    tx: &DatabaseTransaction,
    may: &Can<Write>,
    body: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    use message_draft::Column;
    let actor = may.actor();
    let row = message_draft::ActiveModel {
        interest_id: Set(may.id),
        account_id: Set(actor.account_id().unwrap_or(0)),
        organisation_id: Set(actor.organisation_id().unwrap_or(0)),
        body: Set(body.to_owned()),
        updated_at: Set(now),
        ..Default::default()
    };
    let known = OnConflict::columns([Column::InterestId, Column::AccountId, Column::OrganisationId])
        .update_columns([Column::Body, Column::UpdatedAt])
        .to_owned();
    message_draft::Entity::insert(row).on_conflict(known).exec_without_returning(tx).await.map(|_| ())
}

/// Forgets the writer's draft.
pub async fn drop_draft(tx: &DatabaseTransaction, may: &Can<Write>) -> Result<(), DbErr> {
    let delete = message_draft::Entity::delete_many().filter(draft_of(may.id, may.actor()));
    delete.exec(tx).await.map(|_| ())
}

/// Files that wait in the draft of an expression of interest.
pub async fn opening_files(
    db: &impl ConnectionTrait,
    _may: &Can<Send>,
    interest: &Interest,
) -> Result<Vec<Attachment>, DbErr> {
    let select = file::Entity::find().filter(file::Column::InterestId.eq(interest.id));
    let rows = select.filter(file::Column::Opening.eq(true)).order_by_asc(file::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(attachment).collect())
}

/// Removes the row of a file of the first words, and answers with its media type if there was one.
pub async fn drop_opening_file(
    tx: &DatabaseTransaction,
    _may: &Can<Send>,
    interest: &Interest,
    key: &str,
) -> Result<Option<String>, DbErr> {
    let this = Condition::all()
        .add(file::Column::InterestId.eq(interest.id))
        .add(file::Column::Opening.eq(true))
        .add(file::Column::Key.eq(key));
    drop_where(tx, this).await
}

/// Removes the rows of all files of a draft that is thrown away, and answers with key and media type of each.
pub async fn drop_files_of_draft(tx: &DatabaseTransaction, may: &Can<Discard>) -> Result<Vec<(String, String)>, DbErr> {
    let of_it = file::Column::InterestId.eq(may.id);
    let rows: Vec<(String, String)> = file::Entity::find()
        .select_only()
        .columns([file::Column::Key, file::Column::MediaType])
        .filter(of_it.clone())
        .into_tuple()
        .all(tx)
        .await?;
    file::Entity::delete_many().filter(of_it).exec(tx).await?;
    Ok(rows)
}

async fn drop_where(tx: &DatabaseTransaction, this: Condition) -> Result<Option<String>, DbErr> {
    let Some(row) = file::Entity::find().filter(this.clone()).one(tx).await? else { return Ok(None) };
    let removed = file::Entity::delete_many().filter(this).exec(tx).await?.rows_affected;
    Ok((removed == 1).then_some(row.media_type))
}

/// Writes the row of a file that waits for what it comes with.
pub(in crate::interest) async fn insert_file(
    tx: &DatabaseTransaction,
    place: &Place<'_>,
    staged: &Staged,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = file::ActiveModel {
        key: Set(staged.file.key.clone()),
        organisation_id: Set(place.actor.organisation_id().unwrap_or(0)),
        listing_id: Set(place.listing_id),
        kind: Set(staged.file.kind.to_string()),
        name: Set(staged.file.name.clone()),
        media_type: Set(staged.file.media_type.clone()),
        size: Set(i64::try_from(staged.file.size).unwrap_or(i64::MAX)),
        sha256: Set(staged.sha256.clone()),
        created_by: Set(place.actor.account_id()),
        created_at: Set(now),
        unnamed_at: Set(None),
        interest_id: Set(Some(place.interest_id)),
        message_id: Set(None),
        opening: Set(place.opening),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// Removes the row of a file that waits in the writer's draft, and answers with its media type if there was one.
pub async fn drop_file(tx: &DatabaseTransaction, may: &Can<Write>, key: &str) -> Result<Option<String>, DbErr> {
    let mine = waiting(may.actor()).add(file::Column::InterestId.eq(may.id)).add(file::Column::Key.eq(key));
    drop_where(tx, mine).await
}

/// Gives the files that wait in the writer's draft to a message.
pub async fn attach(tx: &DatabaseTransaction, may: &Can<Write>, message_id: i64) -> Result<(), DbErr> {
    let row = file::ActiveModel { message_id: Set(Some(message_id)), ..Default::default() };
    let update = file::Entity::update_many().set(row).filter(file::Column::InterestId.eq(may.id));
    update.filter(waiting(may.actor())).exec(tx).await.map(|_| ())
}

/// Hashes of the files of a message.
pub async fn hashes(tx: &DatabaseTransaction, message_id: i64) -> Result<Vec<String>, DbErr> {
    let select = file::Entity::find().select_only().column(file::Column::Sha256);
    select.filter(file::Column::MessageId.eq(message_id)).into_tuple().all(tx).await
}

/// Writes a message and answers with its key.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<Write>,
    by: By,
    body: &str,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let (Some(account_id), Some(organisation_id)) = (by.account_id, by.organisation_id) else {
        return Err(DbErr::Custom("a message needs an author".to_owned()));
    };
    let row = interest_message::ActiveModel {
        interest_id: Set(may.id),
        at: Set(now),
        account_id: Set(account_id),
        organisation_id: Set(organisation_id),
        body: Set(body.to_owned()),
        read_at: Set(None),
        edited_at: Set(None),
        hidden_at: Set(None),
        hidden_reason: Set(String::new()),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// Notes that something happened, for the order of lists.
pub async fn touch(tx: &DatabaseTransaction, may: &Can<Write>, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = interest::ActiveModel { updated_at: Set(now), ..Default::default() };
    interest::Entity::update_many().set(row).filter(interest::Column::Id.eq(may.id)).exec(tx).await.map(|_| ())
}

/// Marks as read what the other side wrote, up to a message that was shown; later ones were not seen.
pub async fn mark_read(
    tx: &DatabaseTransaction,
    interest_id: i64,
    by: By,
    upto: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Some(own) = by.organisation_id else { return Ok(()) };
    let update = interest_message::Entity::update_many()
        .col_expr(interest_message::Column::ReadAt, Expr::val(now))
        .filter(interest_message::Column::InterestId.eq(interest_id))
        .filter(interest_message::Column::Id.lte(upto))
        .filter(interest_message::Column::OrganisationId.ne(own))
        .filter(interest_message::Column::ReadAt.is_null());
    update.exec(tx).await.map(|_| ())
}

/// Changes the words of a message and keeps the earlier ones; `false` if somebody changed them meanwhile.
pub async fn edit(tx: &DatabaseTransaction, may: &Can<Edit>, body: &str, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let message = &may.message;
    let row =
        interest_message::ActiveModel { body: Set(body.to_owned()), edited_at: Set(Some(now)), ..Default::default() };
    let update = interest_message::Entity::update_many().set(row).filter(interest_message::Column::Id.eq(message.id));
    let update = update.filter(interest_message::Column::Body.eq(message.body.as_str()));
    let update = update.filter(interest_message::Column::HiddenAt.is_null());
    if update.exec(tx).await?.rows_affected != 1 {
        return Ok(false);
    }
    let earlier = message_version::ActiveModel {
        message_id: Set(message.id),
        at: Set(now),
        body: Set(message.body.clone()),
        ..Default::default()
    };
    earlier.insert(tx).await.map(|_| true)
}

/// Whether a message stands in the exchange and was not hidden.
pub async fn is_shown(db: &impl ConnectionTrait, may: &Can<See>, message_id: i64) -> Result<bool, DbErr> {
    let select = interest_message::Entity::find_by_id(message_id);
    let select = select.filter(interest_message::Column::InterestId.eq(may.id));
    let select = select.filter(interest_message::Column::HiddenAt.is_null());
    Ok(select.one(db).await?.is_some())
}
