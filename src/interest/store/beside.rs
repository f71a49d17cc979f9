use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, QuerySelect, Select};

use super::Contacts;
use crate::entity::{account, interest};
use crate::interest::answers::{self, Given};
use crate::interest::desk::{self, Desk, Note};
use crate::interest::messages::{self, Draft};
use crate::interest::policy::See;
use crate::interest::{Action, Contact, Interest, Side};
use crate::web::Can;

/// What an exchange has one of for its reader.
#[derive(Debug, Default)]
pub struct Beside {
    /// The desk of the reader's organisation.
    pub desk: Desk,
    /// What the reader has written and not sent, without its files.
    pub draft: Draft,
    /// The persons whom the two sides may write to; nobody before acceptance.
    pub contacts: Contacts,
    /// What it answers, if it is about a request.
    pub answer: Given,
}

#[derive(FromQueryResult)]
struct Row {
    #[sea_orm(nested)]
    desk: desk::store::DeskRow,
    #[sea_orm(nested)]
    draft: messages::store::DraftRow,
    #[sea_orm(nested)]
    contacts: ContactsRow,
    #[sea_orm(nested)]
    answer: answers::store::GivenRow,
}

/// What stands beside an exchange, in one statement.
pub async fn beside(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Beside, DbErr> {
    let select = interest::Entity::find_by_id(may.id).select_only();
    let select = desk::store::with_desk(select, may.actor());
    let select = messages::store::with_draft(select, may.actor());
    let select = answers::store::with_given(with_contacts(select, may));
    let Some(row) = select.into_model::<Row>().one(db).await? else { return Ok(Beside::default()) };
    Ok(Beside {
        desk: row.desk.into(),
        draft: row.draft.into(),
        contacts: row.contacts.into(),
        answer: row.answer.try_into()?,
    })
}

#[derive(FromQueryResult)]
struct NotedRow {
    #[sea_orm(nested)]
    contacts: ContactsRow,
    #[sea_orm(nested)]
    note: desk::store::NoteRow,
}

/// The persons who sent and who accepted, which is nobody before acceptance, and the notes of the reader's organisation,
/// in one statement.
pub async fn contacts_and_notes(db: &impl ConnectionTrait, may: &Can<See>) -> Result<(Contacts, Vec<Note>), DbErr> {
    let select = with_contacts(interest::Entity::find_by_id(may.id).select_only(), may);
    let rows = desk::store::with_notes(select, may.actor()).into_model::<NotedRow>().all(db).await?;
    let (contacts, notes): (Vec<_>, Vec<_>) = rows.into_iter().map(|row| (row.contacts, row.note)).unzip();
    let contacts = contacts.into_iter().next().map(Into::into).unwrap_or_default();
    Ok((contacts, notes.into_iter().filter_map(desk::store::NoteRow::read).collect()))
}

#[derive(FromQueryResult)]
struct ContactsRow {
    sender_contact_name: Option<String>,
    sender_contact_email: Option<String>,
    receiver_contact_name: Option<String>,
    receiver_contact_email: Option<String>,
}

impl From<ContactsRow> for Contacts {
    fn from(row: ContactsRow) -> Self {
        let of = |side, name: Option<String>, email: Option<String>| {
            name.zip(email).map(|(name, email)| Contact { side, name, email })
        };
        let sender = of(Side::Sender, row.sender_contact_name, row.sender_contact_email);
        let receiver = of(Side::Receiver, row.receiver_contact_name, row.receiver_contact_email);
        sender.into_iter().chain(receiver).collect()
    }
}

/// The key of the account that did something last; 0, which no account has, before contacts are open.
fn contact(interest: &Interest, action: Action) -> i64 {
    let last = interest.events.iter().rev().find(|event| event.action == action);
    let opens = interest.state.name().opens_contacts();
    last.filter(|_| opens).and_then(|event| event.account_id).unwrap_or(0)
}

/// With name and address of the persons who sent and who accepted. The one place that reads addresses for a page.
fn with_contacts(mut select: Select<interest::Entity>, may: &Can<See>) -> Select<interest::Entity> {
    for (alias, action, name, email) in [
        ("sender_contact", Action::Send, "sender_contact_name", "sender_contact_email"),
        ("receiver_contact", Action::Accept, "receiver_contact_name", "receiver_contact_email"),
    ] {
        let of = |column: account::Column| Expr::col((alias, column));
        let who = of(account::Column::Id).eq(contact(may, action));
        let who = who.and(of(account::Column::Status).eq("active"));
        QuerySelect::query(&mut select).join_as(JoinType::LeftJoin, account::Entity, alias, who);
        select = select.expr_as(of(account::Column::Name), name).expr_as(of(account::Column::Email), email);
    }
    select
}
