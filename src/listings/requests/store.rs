//! SQL of what is added to requests, and of who follows them.

use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    Select,
};
use serde::{Deserialize, Serialize};

use super::model::{
    Added, Addendum, ENDED, Ending, Endorsement, Kind, Question, QuestionState, Recorded, Request, STANDING,
};
use super::policy::{Ask, Follow};
use crate::auth::Actor;
use crate::entity::{account, listing, organisation, request_entry as entry, request_follower as follower};
use crate::listings::{self, Listing, Status};
use crate::taxonomy;
use crate::web::Can;

/// What an entry says besides its texts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// The new closing moment of an addendum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closes_at: Option<DateTime<Utc>>,
    /// An outcome.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ending: Option<Ending>,
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    kind: String,
    number: i64,
    state: String,
    organisation_id: Option<i64>,
    slug: Option<String>,
    name: Option<String>,
    country: Option<String>,
    account_id: Option<i64>,
    at: DateTime<Utc>,
    body: String,
    reply: String,
    replied_at: Option<DateTime<Utc>>,
    detail: serde_json::Value,
}

fn damaged(what: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(format!("what was added to a request cannot be read: {what}"))
}

/// What an actor may see of what was added to a request: all for its owner and moderators, what is public and its own
/// questions for everybody else.
fn visible_to(actor: &Actor, listing: &Listing) -> Select<entry::Entity> {
    let organisation = entry::Entity::belongs_to(organisation::Entity)
        .from(entry::Column::OrganisationId)
        .to(organisation::Column::Id);
    let select = entry::Entity::find()
        .join(JoinType::LeftJoin, organisation.into())
        .column_as(organisation::Column::Slug, "slug")
        .column_as(organisation::Column::Name, "name")
        .column_as(organisation::Column::Country, "country")
        .filter(entry::Column::ListingId.eq(listing.id))
        .order_by_asc(entry::Column::Id);
    if actor.is_system() || actor.moderates() || actor.acts_for(listing.organisation_id) {
        return select;
    }
    let mut open = Condition::any().add(entry::Column::State.is_in([STANDING, QuestionState::Answered.code()]));
    if let Some(own) = actor.organisation_id() {
        let asked = Condition::all().add(entry::Column::Kind.eq(Kind::Question.code()));
        open = open.add(asked.add(entry::Column::OrganisationId.eq(own)));
    }
    select.filter(open)
}

/// What was added to a request, as far as an actor may see it.
pub async fn added(db: &impl ConnectionTrait, actor: &Actor, listing: &Listing) -> Result<Added, DbErr> {
    let mut added = Added::default();
    for row in visible_to(actor, listing).into_model::<Row>().all(db).await? {
        take(&mut added, row)?;
    }
    Ok(added)
}

fn take(added: &mut Added, row: Row) -> Result<(), DbErr> {
    let detail: Detail = serde_json::from_value(row.detail).map_err(damaged)?;
    let stands = row.state == STANDING;
    match Kind::from_str(&row.kind).map_err(damaged)? {
        Kind::Question => added.questions.push(Question {
            id: row.id,
            number: row.number,
            state: QuestionState::from_str(&row.state).map_err(damaged)?,
            organisation_id: row.organisation_id.unwrap_or(0),
            organisation_name: row.name.unwrap_or_default(),
            country: row.country.unwrap_or_default(),
            account_id: row.account_id,
            at: row.at,
            text: row.body,
            reply: row.reply,
            replied_at: row.replied_at,
        }),
        Kind::Addendum => {
            let (number, at, text) = (row.number, row.at, row.body);
            added.addenda.push(Addendum { number, at, text, closes_at: detail.closes_at });
        }
        Kind::Endorsement if stands => {
            added.endorsement = Some(Endorsement {
                number: row.number,
                organisation_id: row.organisation_id.unwrap_or(0),
                slug: row.slug.unwrap_or_default(),
                name: row.name.unwrap_or_default(),
                at: row.at,
                text: row.body,
            });
        }
        Kind::Endorsement => {}
        Kind::Outcome => {
            let ending = detail.ending.ok_or_else(|| damaged("an outcome without its figures"))?;
            let recorded = Recorded { number: row.number, at: row.at, ending: Ending { text: row.body, ..ending } };
            if stands { added.ending = Some(recorded) } else { added.corrected.push(recorded) }
        }
    }
    Ok(())
}

/// The request of a reference number, if an actor may know of it and it was published.
pub async fn find(db: &impl ConnectionTrait, actor: &Actor, reference: &str) -> Result<Option<Request>, DbErr> {
    match listings::store::find(db, actor, reference).await? {
        Some(listing) => with_rules(db, listing).await,
        None => Ok(None),
    }
}

/// A published request with what its rules need; `None` for anything else.
async fn with_rules(db: &impl ConnectionTrait, listing: Listing) -> Result<Option<Request>, DbErr> {
    if listing.kind != taxonomy::Kind::Request {
        return Ok(None);
    }
    let content = listings::store::published(db, &listing).await?;
    let Some(needs) = content.and_then(|content| content.request().cloned()) else { return Ok(None) };
    Ok(Some(Request { listing, needs }))
}

/// Locks a request, so that what is decided on it holds until the transaction ends, and reads it anew.
pub async fn hold(tx: &DatabaseTransaction, id: i64) -> Result<Option<Request>, DbErr> {
    listing::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    match listings::store::find_by_id(tx, &Actor::System, id).await? {
        Some(listing) => with_rules(tx, listing).await,
        None => Ok(None),
    }
}

/// Whether an organisation that asks is suspended.
pub async fn is_suspended(tx: &DatabaseTransaction, organisation_id: i64) -> Result<bool, DbErr> {
    let of_id = organisation::Entity::find_by_id(organisation_id);
    Ok(of_id.filter(organisation::Column::Status.eq("suspended")).count(tx).await? > 0)
}

/// What is written of an entry.
pub struct New<'a> {
    /// What it is.
    pub kind: Kind,
    /// Its state.
    pub state: &'a str,
    /// Who writes it.
    pub actor: &'a Actor,
    /// What it says.
    pub body: &'a str,
    /// What it says besides.
    pub detail: Detail,
}

/// Adds an entry to a request whose row is held, and answers with its number.
pub async fn insert(
    tx: &DatabaseTransaction,
    listing: &Listing,
    new: New<'_>,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let before = entry::Entity::find()
        .filter(entry::Column::ListingId.eq(listing.id))
        .filter(entry::Column::Kind.eq(new.kind.code()))
        .count(tx)
        .await?;
    let number = i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1);
    let row = entry::ActiveModel {
        listing_id: Set(listing.id),
        kind: Set(new.kind.to_string()),
        number: Set(number),
        state: Set(new.state.to_owned()),
        organisation_id: Set(new.actor.organisation_id()),
        account_id: Set(new.actor.account_id()),
        at: Set(now),
        body: Set(new.body.to_owned()),
        reply: Set(String::new()),
        replied_at: Set(None),
        replied_by: Set(None),
        detail: Set(serde_json::to_value(new.detail).map_err(damaged)?),
        ..Default::default()
    };
    row.insert(tx).await?;
    Ok(number)
}

/// Settles a question that is in one of some states; `false` if it is not.
pub async fn settle(
    tx: &DatabaseTransaction,
    question: &Question,
    from: &[QuestionState],
    (to, reply): (QuestionState, &str),
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = entry::ActiveModel {
        state: Set(to.to_string()),
        reply: Set(reply.to_owned()),
        replied_at: Set(Some(now)),
        replied_by: Set(actor.account_id()),
        ..Default::default()
    };
    let update = entry::Entity::update_many().set(row).filter(entry::Column::Id.eq(question.id));
    let update = update.filter(entry::Column::State.is_in(from.iter().map(|state| state.code())));
    Ok(update.exec(tx).await?.rows_affected == 1)
}

/// Ends the endorsement or the outcome that stands.
pub async fn end(
    tx: &DatabaseTransaction,
    listing: &Listing,
    kind: Kind,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = entry::ActiveModel {
        state: Set(ENDED.to_owned()),
        replied_at: Set(Some(now)),
        replied_by: Set(actor.account_id()),
        ..Default::default()
    };
    let update = entry::Entity::update_many()
        .set(row)
        .filter(entry::Column::ListingId.eq(listing.id))
        .filter(entry::Column::Kind.eq(kind.code()))
        .filter(entry::Column::State.eq(STANDING));
    Ok(update.exec(tx).await?.rows_affected > 0)
}

/// How many questions of the asker's organisation wait for an answer.
pub async fn count_open(tx: &DatabaseTransaction, may: &Can<Ask>) -> Result<u64, DbErr> {
    entry::Entity::find()
        .filter(entry::Column::ListingId.eq(may.listing.id))
        .filter(entry::Column::Kind.eq(Kind::Question.code()))
        .filter(entry::Column::State.eq(QuestionState::Open.code()))
        .filter(entry::Column::OrganisationId.eq(may.actor().organisation_id()))
        .count(tx)
        .await
}

/// How many questions were answered in public, by request; those without any are left out.
pub async fn answered(db: &impl ConnectionTrait, listings: &[i64]) -> Result<Vec<(i64, u64)>, DbErr> {
    if listings.is_empty() {
        return Ok(Vec::new());
    }
    let select = entry::Entity::find()
        .select_only()
        .column(entry::Column::ListingId)
        .column_as(entry::Column::Id.count(), "count");
    let rows: Vec<(i64, i64)> = select
        .filter(entry::Column::ListingId.is_in(listings.iter().copied()))
        .filter(entry::Column::Kind.eq(Kind::Question.code()))
        .filter(entry::Column::State.eq(QuestionState::Answered.code()))
        .group_by(entry::Column::ListingId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(listing, count)| (listing, u64::try_from(count).unwrap_or_default())).collect())
}

/// The latest closing moment that the addenda of a listing gave it.
pub async fn postponed_to(tx: &DatabaseTransaction, listing: &Listing) -> Result<Option<DateTime<Utc>>, DbErr> {
    Ok(added(tx, &Actor::System, listing).await?.addenda.into_iter().filter_map(|addendum| addendum.closes_at).max())
}

/// Whether an actor follows a listing.
pub async fn follows(db: &impl ConnectionTrait, actor: &Actor, listing: &Listing) -> Result<bool, DbErr> {
    // Keys begin at 1, so whoever has no account follows nothing.
    let select = follower::Entity::find()
        .filter(follower::Column::ListingId.eq(listing.id))
        .filter(follower::Column::AccountId.eq(actor.account_id().unwrap_or(0)));
    Ok(select.count(db).await? > 0)
}

/// Begins or ends following.
pub async fn set_follows(
    tx: &DatabaseTransaction,
    may: &Can<Follow>,
    follows: bool,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let Some(account_id) = may.actor().account_id() else { return Ok(()) };
    if !follows {
        let delete = follower::Entity::delete_many().filter(follower::Column::ListingId.eq(may.listing.id));
        return delete.filter(follower::Column::AccountId.eq(account_id)).exec(tx).await.map(|_| ());
    }
    let row = follower::ActiveModel {
        listing_id: Set(may.listing.id),
        account_id: Set(account_id),
        at: Set(now),
        ..Default::default()
    };
    let columns = [follower::Column::ListingId, follower::Column::AccountId];
    let on_conflict = OnConflict::columns(columns).do_nothing().to_owned();
    follower::Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx).await.map(|_| ())
}

/// Somebody who is told what is new: address and code of the language.
pub type Reader = (String, String);

fn readers() -> Select<account::Entity> {
    account::Entity::find()
        .select_only()
        .columns([account::Column::Email, account::Column::Locale])
        .filter(account::Column::Status.eq("active"))
        .filter(account::Column::EmailVerifiedAt.is_not_null())
        .order_by_asc(account::Column::Id)
}

/// The followers of a listing who can be written to.
pub async fn followers(tx: &DatabaseTransaction, listing: &Listing) -> Result<Vec<Reader>, DbErr> {
    let select = readers().join_rev(JoinType::InnerJoin, follower::Relation::Account.def());
    select.filter(follower::Column::ListingId.eq(listing.id)).into_tuple().all(tx).await
}

/// Those who asked questions and can be written to; of one question, or of all that were not taken off.
pub async fn askers(tx: &DatabaseTransaction, listing: &Listing, number: Option<i64>) -> Result<Vec<Reader>, DbErr> {
    let mut asked = entry::Entity::find()
        .select_only()
        .column(entry::Column::AccountId)
        .filter(entry::Column::ListingId.eq(listing.id))
        .filter(entry::Column::Kind.eq(Kind::Question.code()));
    asked = match number {
        Some(number) => asked.filter(entry::Column::Number.eq(number)),
        None => asked.filter(entry::Column::State.ne(QuestionState::Removed.code())),
    };
    let ids: Vec<Option<i64>> = asked.into_tuple().all(tx).await?;
    readers().filter(account::Column::Id.is_in(ids.into_iter().flatten())).into_tuple().all(tx).await
}

/// Requests that closed within a span and whose outcome nobody has recorded, by key.
pub async fn without_outcome(
    db: &impl ConnectionTrait,
    actor: &Actor,
    (after, until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<Vec<i64>, DbErr> {
    if !actor.is_system() {
        return Ok(Vec::new());
    }
    listing::Entity::find()
        .select_only()
        .column(listing::Column::Id)
        .filter(listing::Column::Kind.eq(taxonomy::Kind::Request.code()))
        .filter(listing::Column::Status.is_in([
            Status::Published.code(),
            Status::Paused.code(),
            Status::Expired.code(),
        ]))
        .filter(listing::Column::Outcome.is_null())
        .filter(listing::Column::ClosesAt.gt(after))
        .filter(listing::Column::ClosesAt.lte(until))
        .order_by_asc(listing::Column::Id)
        .into_tuple()
        .all(db)
        .await
}
