use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait, FromQueryResult, JoinType,
    PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select,
};

use crate::auth::{Actor, MemberRole};
use crate::entity::{account, interest, interest_event, listing, membership, message_report, organisation};
use crate::i18n::Worded;
use crate::interest::reports::State as ReportState;
use crate::interest::{Action, Contact, Deadlines, Event, Interest, Party, Proposal, Side, State, StateName};
use crate::listings::Listing;
use crate::taxonomy::{Cooperation, Kind};

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    reference: String,
    listing_id: i64,
    listing_reference: String,
    listing_title: String,
    listing_titles: serde_json::Value,
    listing_kind: String,
    sender_organisation_id: i64,
    sender_slug: String,
    sender_name: String,
    receiver_organisation_id: i64,
    receiver_slug: String,
    receiver_name: String,
    sender_country: String,
    receiver_country: String,
    first_reminder_at: Option<DateTime<Utc>>,
    second_reminder_at: Option<DateTime<Utc>>,
    due_at: Option<DateTime<Utc>>,
    lapses_at: Option<DateTime<Utc>>,
    state: String,
    purpose: serde_json::Value,
    country: String,
    site: String,
    message: String,
    budget: String,
    timetable: String,
    nda: bool,
    agreement: Option<serde_json::Value>,
    created_by: Option<i64>,
    created_at: DateTime<Utc>,
    sent_at: Option<DateTime<Utc>>,
    updated_at: DateTime<Utc>,
    version: i64,
}

fn damaged(what: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(format!("a stored expression of interest cannot be read: {what}"))
}

impl Row {
    fn with(self, events: Vec<Event>) -> Result<Interest, DbErr> {
        let name = StateName::from_str(&self.state).map_err(damaged)?;
        let agreement = self.agreement.map(serde_json::from_value).transpose().map_err(damaged)?;
        let purpose: Vec<Cooperation> = serde_json::from_value(self.purpose).map_err(damaged)?;
        let reason = events.last().map_or("", |event| event.reason.as_str());
        // A lapse that came after a revival is the last one.
        let revived = events.iter().any(|event| event.action == Action::Revive);
        let state = State::of(name, reason, agreement, revived).ok_or_else(|| damaged("no agreement"))?;
        let reminders = self.first_reminder_at.zip(self.second_reminder_at);
        let deadlines = reminders.zip(self.due_at.zip(self.lapses_at));
        let deadlines =
            deadlines.map(|((first, second), (due, lapses))| Deadlines { reminders: [first, second], due, lapses });
        Ok(Interest {
            id: self.id,
            reference: self.reference,
            listing_id: self.listing_id,
            listing_reference: self.listing_reference,
            listing_title: Worded::read(self.listing_title, self.listing_titles),
            listing_kind: Kind::from_str(&self.listing_kind).map_err(damaged)?,
            sender: Party {
                organisation_id: self.sender_organisation_id,
                slug: self.sender_slug,
                name: self.sender_name,
                country: self.sender_country,
            },
            receiver: Party {
                organisation_id: self.receiver_organisation_id,
                slug: self.receiver_slug,
                name: self.receiver_name,
                country: self.receiver_country,
            },
            state,
            proposal: Proposal {
                purpose,
                country: self.country,
                site: self.site,
                message: self.message,
                budget: self.budget,
                timetable: self.timetable,
                nda: self.nda,
            },
            created_by: self.created_by,
            created_at: self.created_at,
            sent_at: self.sent_at,
            updated_at: self.updated_at,
            version: self.version,
            deadlines,
            events,
        })
    }
}

/// What an actor may know of: all that its organisation sent or began, and what others sent to it.
pub(in crate::interest) fn visible_to(actor: &Actor) -> Select<interest::Entity> {
    let all = interest::Entity::find();
    if actor.is_system() {
        return all;
    }
    // Keys begin at 1, so whoever acts for no organisation sees nothing.
    let own = actor.organisation_id().unwrap_or(0);
    let received = Condition::all()
        .add(interest::Column::ReceiverOrganisationId.eq(own))
        .add(interest::Column::State.ne(StateName::Draft.code()));
    all.filter(Condition::any().add(interest::Column::SenderOrganisationId.eq(own)).add(received))
}

/// With the names of listing and organisations.
pub(in crate::interest) fn with_names(select: Select<interest::Entity>) -> Select<interest::Entity> {
    let of = |alias: &'static str, column: organisation::Column| Expr::col((alias, column));
    select
        .join(JoinType::InnerJoin, interest::Relation::Listing.def())
        .join_as(JoinType::InnerJoin, interest::Relation::SenderOrganisation.def(), "sender")
        .join_as(JoinType::InnerJoin, interest::Relation::ReceiverOrganisation.def(), "receiver")
        .column_as(listing::Column::Reference, "listing_reference")
        .column_as(listing::Column::Title, "listing_title")
        .column_as(listing::Column::Titles, "listing_titles")
        .column_as(listing::Column::Kind, "listing_kind")
        .expr_as(of("sender", organisation::Column::Slug), "sender_slug")
        .expr_as(of("sender", organisation::Column::Name), "sender_name")
        .expr_as(of("receiver", organisation::Column::Slug), "receiver_slug")
        .expr_as(of("receiver", organisation::Column::Name), "receiver_name")
        .expr_as(of("sender", organisation::Column::Country), "sender_country")
        .expr_as(of("receiver", organisation::Column::Country), "receiver_country")
}

/// The expression of interest of a reference number.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, reference: &str) -> Result<Option<Interest>, DbErr> {
    one(db, visible_to(actor).filter(interest::Column::Reference.eq(reference))).await
}

/// The expression of interest of a key.
pub async fn find_by_id(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Option<Interest>, DbErr> {
    one(db, visible_to(actor).filter(interest::Column::Id.eq(id))).await
}

/// The one that an organisation has under way, or has drafted, for a listing.
pub async fn open_of_pair(
    db: &impl ConnectionTrait,
    actor: &Actor,
    sender_organisation_id: i64,
    listing_id: i64,
) -> Result<Option<Interest>, DbErr> {
    let key = super::write::open_key(sender_organisation_id, listing_id);
    one(db, visible_to(actor).filter(interest::Column::OpenKey.eq(key))).await
}

/// Whether the owner of a listing has accepted the expression of interest of the actor's organisation, and both see
/// each other's contact since.
pub async fn was_accepted(db: &impl ConnectionTrait, actor: &Actor, listing_id: i64) -> Result<bool, DbErr> {
    let opening = StateName::ALL.iter().filter(|state| state.opens_contacts()).map(|state| state.code());
    let accepted = visible_to(actor)
        .filter(interest::Column::SenderOrganisationId.eq(actor.organisation_id().unwrap_or(0)))
        .filter(interest::Column::ListingId.eq(listing_id))
        .filter(interest::Column::State.is_in(opening));
    Ok(accepted.count(db).await? > 0)
}

/// The columns of an expression of interest beside one of its events, if it has any.
#[derive(FromQueryResult)]
struct Line {
    #[sea_orm(nested)]
    row: Row,
    #[sea_orm(nested)]
    event: EventRow,
}

/// One expression of interest with its history, in one statement.
async fn one(db: &impl ConnectionTrait, select: Select<interest::Entity>) -> Result<Option<Interest>, DbErr> {
    let event = interest::Entity::belongs_to(interest_event::Entity)
        .from(interest::Column::Id)
        .to(interest_event::Column::InterestId);
    let person = interest_event::Entity::belongs_to(account::Entity)
        .from(interest_event::Column::ActorAccountId)
        .to(account::Column::Id);
    let report = interest_event::Entity::belongs_to(message_report::Entity)
        .from(interest_event::Column::Id)
        .to(message_report::Column::EventId);
    let lines = with_names(select)
        .join(JoinType::LeftJoin, event.into())
        .join(JoinType::LeftJoin, person.into())
        .join(JoinType::LeftJoin, report.into())
        .column_as(interest_event::Column::Id, "event_id")
        .column_as(interest_event::Column::At, "event_at")
        .column_as(interest_event::Column::Action, "event_action")
        .column_as(interest_event::Column::FromState, "event_from")
        .column_as(interest_event::Column::ToState, "event_to")
        .column_as(interest_event::Column::ActorAccountId, "event_account_id")
        .column_as(interest_event::Column::ActorOrganisationId, "event_organisation_id")
        .column_as(interest_event::Column::Reason, "event_reason")
        .column_as(account::Column::Name, "event_person")
        .column_as(message_report::Column::State, "event_report")
        .column_as(message_report::Column::DecisionReason, "event_decision")
        .order_by_asc(interest_event::Column::Id)
        .into_model::<Line>()
        .all(db)
        .await?;
    let (rows, events): (Vec<Row>, Vec<EventRow>) = lines.into_iter().map(|line| (line.row, line.event)).unzip();
    let Some(row) = rows.into_iter().next() else { return Ok(None) };
    row.with(events.into_iter().filter_map(EventRow::read).collect::<Result<_, _>>()?).map(Some)
}

#[derive(FromQueryResult)]
struct EventRow {
    event_id: Option<i64>,
    event_at: Option<DateTime<Utc>>,
    event_action: Option<String>,
    event_from: Option<String>,
    event_to: Option<String>,
    event_account_id: Option<i64>,
    event_organisation_id: Option<i64>,
    event_reason: Option<String>,
    event_person: Option<String>,
    event_report: Option<String>,
    event_decision: Option<String>,
}

impl EventRow {
    /// The event; nothing where there is none.
    fn read(self) -> Option<Result<Event, DbErr>> {
        let (id, (at, action)) = self.event_id.zip(self.event_at.zip(self.event_action))?;
        let hides = self.event_report.as_deref() == Some(ReportState::Hidden.code());
        let state = |code: Option<String>| StateName::from_str(&code.unwrap_or_default()).map_err(damaged);
        let event = || {
            Ok(Event {
                id,
                at,
                action: Action::from_str(&action).map_err(damaged)?,
                from: state(self.event_from)?,
                to: state(self.event_to)?,
                account_id: self.event_account_id,
                person: self.event_person.unwrap_or_default(),
                organisation_id: self.event_organisation_id,
                reason: self.event_reason.unwrap_or_default(),
                reported: self.event_report.is_some(),
                hidden: self.event_decision.filter(|_| hides),
            })
        };
        Some(event())
    }
}

/// The persons whom the two sides may write to.
pub type Contacts = Vec<Contact>;

/// Somebody who is told of a change.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Recipient {
    /// Address.
    pub email: String,
    /// Code of the language.
    pub locale: String,
    /// Time zone.
    pub time_zone: String,
}

/// The owners and editors of an organisation who can be written to, for a change of something that the caller found.
pub async fn recipients(tx: &DatabaseTransaction, party: &Party) -> Result<Vec<Recipient>, DbErr> {
    editors(&[party.organisation_id]).into_model::<Recipient>().all(tx).await
}

/// The owners and editors of some organisations who can be written to.
pub async fn editors_of(tx: &DatabaseTransaction, organisations: &[i64]) -> Result<Vec<Recipient>, DbErr> {
    editors(organisations).into_model::<Recipient>().all(tx).await
}

/// The owners and editors of the organisations that have an open expression of interest in a listing.
pub async fn open_senders(tx: &DatabaseTransaction, listing: &Listing) -> Result<Vec<Recipient>, DbErr> {
    let open = StateName::ALL.iter().filter(|state| state.is_open() && **state != StateName::Draft);
    let senders: Vec<i64> = interest::Entity::find()
        .select_only()
        .column(interest::Column::SenderOrganisationId)
        .filter(interest::Column::ListingId.eq(listing.id))
        .filter(interest::Column::State.is_in(open.map(|state| state.code())))
        .into_tuple()
        .all(tx)
        .await?;
    editors(&senders).into_model::<Recipient>().all(tx).await
}

fn editors(organisations: &[i64]) -> Select<account::Entity> {
    account::Entity::find()
        .select_only()
        .columns([account::Column::Email, account::Column::Locale, account::Column::TimeZone])
        .join_rev(JoinType::InnerJoin, membership::Relation::Account.def())
        .filter(membership::Column::OrganisationId.is_in(organisations.iter().copied()))
        .filter(membership::Column::Role.is_in([MemberRole::Owner.code(), MemberRole::Editor.code()]))
        .filter(account::Column::Status.eq("active"))
        .filter(account::Column::EmailVerifiedAt.is_not_null())
        .order_by_asc(account::Column::Id)
}

/// How many an organisation has sent since a moment.
pub async fn sent_since(
    db: &impl ConnectionTrait,
    actor: &Actor,
    organisation_id: i64,
    since: DateTime<Utc>,
) -> Result<u64, DbErr> {
    visible_to(actor)
        .filter(interest::Column::SenderOrganisationId.eq(organisation_id))
        .filter(interest::Column::SentAt.gt(since))
        .count(db)
        .await
}

/// Which states a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// All.
    All,
    /// Those under way.
    Open,
    /// Those that have ended.
    Ended,
    /// Those in one state.
    Only(StateName),
}

impl Filter {
    /// Whether it shows a state.
    pub fn shows(self, name: StateName) -> bool {
        match self {
            Self::All => true,
            Self::Open => name.is_open(),
            Self::Ended => name.is_ended(),
            Self::Only(only) => name == only,
        }
    }
}

/// What the actor's organisation has sent, or received.
pub(in crate::interest) fn of_side(actor: &Actor, side: Side) -> Select<interest::Entity> {
    let own = actor.organisation_id().unwrap_or(0);
    let column = match side {
        Side::Sender => interest::Column::SenderOrganisationId,
        Side::Receiver | Side::System => interest::Column::ReceiverOrganisationId,
    };
    visible_to(actor).filter(column.eq(own))
}

/// How many the actor's organisation has sent or received in each state.
pub async fn counts(db: &impl ConnectionTrait, actor: &Actor, side: Side) -> Result<Vec<(StateName, u64)>, DbErr> {
    let rows: Vec<(String, i64)> = of_side(actor, side)
        .select_only()
        .column(interest::Column::State)
        .column_as(interest::Column::Id.count(), "count")
        .group_by(interest::Column::State)
        .into_tuple()
        .all(db)
        .await?;
    let count = |(state, count): (String, i64)| {
        Ok((StateName::from_str(&state).map_err(damaged)?, u64::try_from(count).unwrap_or(0)))
    };
    rows.into_iter().map(count).collect()
}
