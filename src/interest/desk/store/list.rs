//! SQL of list and board.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{own, split};
use crate::auth::Actor;
use crate::db;
use crate::entity::{account, interest, interest_desk, interest_message, interest_note, listing, organisation};
use crate::i18n::Worded;
use crate::interest::desk::{Assigned, Due, Sought};
use crate::interest::store::{awaiting, of_side, with_names};
use crate::interest::{Side, StateName};

/// Entries on a page of a list.
pub const PAGE: u64 = 20;
/// Words that are sought together.
const WORDS: usize = 5;

/// One line of a list, or one card of the board.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Entry {
    /// Number for people.
    pub reference: String,
    /// Grows with each change.
    pub version: i64,
    listing_title: String,
    listing_titles: serde_json::Value,
    /// The listing's number for people.
    pub listing_reference: String,
    /// Name of the sender's organisation.
    pub sender_name: String,
    /// Name of the receiver's organisation.
    pub receiver_name: String,
    /// Code of the state.
    pub state: String,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When something happened last.
    pub updated_at: DateTime<Utc>,
    /// Until when an answer is due, if one is awaited.
    pub due_at: Option<DateTime<Utc>>,
    /// When it lapses without an answer, if one is awaited.
    pub lapses_at: Option<DateTime<Utc>>,
    /// The name of who sees to it.
    pub assignee: Option<String>,
    labels: Option<String>,
    /// Country of use.
    pub country: String,
    /// What was agreed.
    pub agreement: Option<serde_json::Value>,
}

impl Entry {
    /// The listing's title.
    pub fn title(&self) -> Worded {
        Worded::read(self.listing_title.clone(), self.listing_titles.clone())
    }

    /// Labels, in their order.
    pub fn labels(&self) -> Vec<&str> {
        self.labels.as_deref().map(split).unwrap_or_default()
    }

    /// Until when an answer is due; none where none is awaited.
    pub fn due(&self) -> Option<DateTime<Utc>> {
        self.due_at.filter(|_| awaiting().any(|state| state == self.state))
    }
}

/// What a list is asked for, with the desk of the actor's organisation.
fn sought(actor: &Actor, sought: &Sought, now: DateTime<Utc>, day_ends: DateTime<Utc>) -> Select<interest::Entity> {
    let own = own(actor);
    let desk = interest::Entity::belongs_to(interest_desk::Entity)
        .from(interest::Column::Id)
        .to(interest_desk::Column::InterestId)
        .on_condition(move |_, right| Expr::col((right, interest_desk::Column::OrganisationId)).eq(own).into());
    let assignee = interest_desk::Entity::belongs_to(account::Entity)
        .from(interest_desk::Column::AssigneeId)
        .to(account::Column::Id);
    let states = StateName::ALL.iter().filter(|name| sought.states.shows(**name)).map(|name| name.code());
    let mut select = with_names(of_side(actor, sought.side))
        .join(JoinType::LeftJoin, desk.into())
        .join(JoinType::LeftJoin, assignee.into())
        .column_as(account::Column::Name, "assignee")
        .column_as(interest_desk::Column::Labels, "labels")
        .filter(interest::Column::State.is_in(states));
    if let Some(due) = sought.due {
        select = select.filter(interest::Column::State.is_in(awaiting()));
        select = match due {
            Due::Overdue => select.filter(interest::Column::DueAt.lte(now)),
            Due::Today => select.filter(interest::Column::DueAt.gt(now)).filter(interest::Column::DueAt.lte(day_ends)),
        };
    }
    select = match sought.assigned {
        None => select,
        Some(Assigned::Me) => select.filter(interest_desk::Column::AssigneeId.eq(actor.account_id().unwrap_or(0))),
        Some(Assigned::Nobody) => select.filter(interest_desk::Column::AssigneeId.is_null()),
    };
    if !sought.label.is_empty() {
        let label = Expr::col((interest_desk::Entity, interest_desk::Column::Labels));
        select = select.filter(db::holds(label, &format!("\n{}\n", sought.label)));
    }
    for word in sought.q.split_whitespace().take(WORDS) {
        select = select.filter(says(own, word));
    }
    select
}

/// Whether a word stands anywhere in what an organisation may read of an expression of interest.
fn says(own: i64, word: &str) -> Condition {
    let of = |alias: &'static str, column: organisation::Column| db::holds(Expr::col((alias, column)), word);
    let interest = |column: interest::Column| db::holds(Expr::col((interest::Entity, column)), word);
    let message = Query::select()
        .expr(Expr::val(1))
        .from(interest_message::Entity)
        .and_where(
            Expr::col((interest_message::Entity, interest_message::Column::InterestId))
                .equals((interest::Entity, interest::Column::Id)),
        )
        .and_where(Expr::col((interest_message::Entity, interest_message::Column::HiddenAt)).is_null())
        .and_where(db::holds(Expr::col((interest_message::Entity, interest_message::Column::Body)), word))
        .to_owned();
    let note = Query::select()
        .expr(Expr::val(1))
        .from(interest_note::Entity)
        .and_where(
            Expr::col((interest_note::Entity, interest_note::Column::InterestId))
                .equals((interest::Entity, interest::Column::Id)),
        )
        .and_where(Expr::col((interest_note::Entity, interest_note::Column::OrganisationId)).eq(own))
        .and_where(db::holds(Expr::col((interest_note::Entity, interest_note::Column::Body)), word))
        .to_owned();
    Condition::any()
        .add(interest(interest::Column::Reference))
        .add(interest(interest::Column::Message))
        .add(interest(interest::Column::Site))
        .add(db::holds(Expr::col((listing::Entity, listing::Column::Titles)).cast_as("text"), word))
        .add(db::holds(Expr::col((listing::Entity, listing::Column::Reference)), word))
        .add(of("sender", organisation::Column::Name))
        .add(of("receiver", organisation::Column::Name))
        .add(Expr::exists(message))
        .add(Expr::exists(note))
}

/// A page of what the actor's organisation has sent or received, and how many there are; latest change first, or what is
/// due first where that is asked for.
pub async fn list(
    db: &impl ConnectionTrait,
    actor: &Actor,
    wanted: &Sought,
    (now, day_ends): (DateTime<Utc>, DateTime<Utc>),
    page: u64,
) -> Result<(Vec<Entry>, u64), DbErr> {
    let select = sought(actor, wanted, now, day_ends);
    let total = select.clone().count(db).await?;
    let number = page.clamp(1, Ord::max(total.div_ceil(PAGE), 1));
    let select = if wanted.due.is_some() { select.order_by_asc(interest::Column::DueAt) } else { select };
    let entries = select
        .order_by_desc(interest::Column::UpdatedAt)
        .order_by_desc(interest::Column::Id)
        .offset((number - 1) * PAGE)
        .limit(PAGE)
        .into_model()
        .all(db)
        .await?;
    Ok((entries, total))
}

/// The newest of what a list is asked for, at most so many.
pub async fn newest(
    db: &impl ConnectionTrait,
    actor: &Actor,
    wanted: &Sought,
    (now, day_ends): (DateTime<Utc>, DateTime<Utc>),
    most: u64,
) -> Result<Vec<Entry>, DbErr> {
    let select = sought(actor, wanted, now, day_ends).order_by_desc(interest::Column::UpdatedAt);
    select.order_by_desc(interest::Column::Id).limit(most).into_model().all(db).await
}

/// Those of some reference numbers that the actor's organisation takes part in, each with its side.
pub async fn picked(
    db: &impl ConnectionTrait,
    actor: &Actor,
    references: &[String],
) -> Result<Vec<(Side, Entry)>, DbErr> {
    let mut found = Vec::new();
    for side in [Side::Receiver, Side::Sender] {
        let now = DateTime::<Utc>::default();
        let select = sought(actor, &Sought::all(side), now, now);
        let select = select.filter(interest::Column::Reference.is_in(references.iter().map(String::as_str)));
        let entries = select.order_by_asc(interest::Column::Id).into_model::<Entry>().all(db).await?;
        found.extend(entries.into_iter().map(|entry| (side, entry)));
    }
    Ok(found)
}

/// All labels that the actor's organisation uses.
pub async fn labels(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<String>, DbErr> {
    let select = interest_desk::Entity::find()
        .select_only()
        .column(interest_desk::Column::Labels)
        .filter(interest_desk::Column::OrganisationId.eq(own(actor)))
        .filter(interest_desk::Column::Labels.ne("\n"))
        .distinct();
    let rows: Vec<String> = select.into_tuple().all(db).await?;
    let mut labels: Vec<String> = rows.iter().flat_map(|row| split(row)).map(str::to_owned).collect();
    labels.sort_unstable();
    labels.dedup();
    Ok(labels)
}
