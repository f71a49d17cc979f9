//! The queue of cases and its figures.

use std::str::FromStr;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationTrait, Select,
};

use super::{OPEN, names};
use crate::auth::Actor;
use crate::entity::{listing, organisation, review_case};
use crate::i18n::Worded;
use crate::moderation::model::{Figures, Moderator, Outcome, State, median, risk_level};

crate::codes! {
    /// Which cases the queue shows.
    pub enum Show { Waiting = "waiting", Mine = "mine", Decided = "decided" }
}

crate::codes! {
    /// In which order the queue shows open cases.
    pub enum Order { Age = "age", Risk = "risk" }
}

#[derive(FromQueryResult)]
struct QueueRow {
    id: i64,
    reference: String,
    title: String,
    titles: serde_json::Value,
    kind: String,
    organisation_name: String,
    published_revision_id: Option<i64>,
    risk: i64,
    opened_at: DateTime<Utc>,
    state: String,
    claimed_by: Option<i64>,
    claimed_until: Option<DateTime<Utc>>,
    decision: Option<String>,
    decided_by: Option<i64>,
    decided_at: Option<DateTime<Utc>>,
}

/// One case as the queue shows it.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Key.
    pub id: i64,
    /// The listing's reference number.
    pub reference: String,
    /// Its title.
    pub title: Worded,
    /// Code of its kind.
    pub kind: String,
    /// The organisation's name.
    pub organisation: String,
    /// Whether it would replace a revision that the public sees.
    pub replaces: bool,
    /// Its risk.
    pub risk: i64,
    /// When it was handed in.
    pub opened_at: DateTime<Utc>,
    /// Who holds it now, and until when.
    pub holder: Option<(Moderator, DateTime<Utc>)>,
    /// How it was decided.
    pub outcome: Option<Outcome>,
    /// Who decided, and when.
    pub decided: Option<(Moderator, DateTime<Utc>)>,
}

impl Waiting {
    /// How its risk is called.
    pub const fn level(&self) -> &'static str {
        risk_level(self.risk)
    }
}

fn open() -> Select<review_case::Entity> {
    review_case::Entity::find()
        .join(JoinType::InnerJoin, review_case::Relation::Listing.def())
        .join(JoinType::InnerJoin, listing::Relation::Organisation.def())
        .filter(review_case::Column::State.is_in(OPEN))
        .filter(listing::Column::Status.is_not_in(["archived", "removed"]))
}

/// One page of the queue and how many cases there are in all; only moderators see it.
pub async fn queue(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (show, order): (Show, Order),
    (number, size): (u64, u64),
    now: DateTime<Utc>,
) -> Result<(Vec<Waiting>, u64), DbErr> {
    if !actor.moderates() {
        return Ok((Vec::new(), 0));
    }
    let select = match show {
        Show::Waiting => open(),
        Show::Mine => open()
            .filter(review_case::Column::ClaimedBy.eq(actor.account_id()))
            .filter(review_case::Column::ClaimedUntil.gt(now)),
        Show::Decided => review_case::Entity::find()
            .join(JoinType::InnerJoin, review_case::Relation::Listing.def())
            .join(JoinType::InnerJoin, listing::Relation::Organisation.def())
            .filter(review_case::Column::State.eq(State::Decided.code())),
    };
    let total = select.clone().count(db).await?;
    let select = match (show, order) {
        (Show::Decided, _) => select.order_by_desc(review_case::Column::DecidedAt),
        (_, Order::Age) => select,
        (_, Order::Risk) => select.order_by_desc(review_case::Column::Risk),
    };
    let rows: Vec<QueueRow> = select
        .order_by_asc(review_case::Column::OpenedAt)
        .order_by_asc(review_case::Column::Id)
        .column_as(listing::Column::Reference, "reference")
        .column_as(listing::Column::Title, "title")
        .column_as(listing::Column::Titles, "titles")
        .column_as(listing::Column::Kind, "kind")
        .column_as(listing::Column::PublishedRevisionId, "published_revision_id")
        .column_as(organisation::Column::Name, "organisation_name")
        .offset(number.saturating_sub(1) * size)
        .limit(size)
        .into_model()
        .all(db)
        .await?;
    let ids = rows.iter().flat_map(|row| [row.claimed_by, row.decided_by]).flatten().collect();
    let names = names(db, ids).await?;
    let by = |id: Option<i64>, at: Option<DateTime<Utc>>| Some((names.get(&id?)?.clone(), at?));
    let waiting = |row: QueueRow| Waiting {
        id: row.id,
        reference: row.reference,
        title: Worded::read(row.title, row.titles),
        kind: row.kind,
        organisation: row.organisation_name,
        replaces: row.published_revision_id.is_some(),
        risk: row.risk,
        opened_at: row.opened_at,
        holder: by(row.claimed_by, row.claimed_until)
            .filter(|(_, until)| row.state == State::Claimed.code() && now < *until),
        outcome: row.decision.and_then(|code| Outcome::from_str(&code).ok()),
        decided: by(row.decided_by, row.decided_at),
    };
    Ok((rows.into_iter().map(waiting).collect(), total))
}

/// How the queue does; only for moderators.
pub async fn figures(db: &impl ConnectionTrait, actor: &Actor, now: DateTime<Utc>) -> Result<Figures, DbErr> {
    if !actor.moderates() {
        return Ok(Figures::default());
    }
    let (waiting, oldest): (i64, Option<DateTime<Utc>>) = open()
        .select_only()
        .column_as(review_case::Column::Id.count(), "waiting")
        .column_as(review_case::Column::OpenedAt.min(), "oldest")
        .into_tuple()
        .one(db)
        .await?
        .unwrap_or_default();
    let spans: Vec<(DateTime<Utc>, Option<DateTime<Utc>>)> = review_case::Entity::find()
        .select_only()
        .columns([review_case::Column::OpenedAt, review_case::Column::DecidedAt])
        .filter(review_case::Column::State.eq(State::Decided.code()))
        .filter(review_case::Column::DecidedAt.gt(now - Duration::days(90)))
        .order_by_desc(review_case::Column::DecidedAt)
        .limit(1_000)
        .into_tuple()
        .all(db)
        .await?;
    let spans = spans.into_iter().filter_map(|(opened, decided)| Some(decided? - opened)).collect();
    Ok(Figures { waiting: waiting.unsigned_abs(), oldest, median: median(spans) })
}
