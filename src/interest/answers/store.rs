//! SQL of answers to requests.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    Select,
};
use serde::{Deserialize, Serialize};

use super::policy::{Compare, Judge};
use super::{Answer, Answered, Decision, Entry, Given, Judgement, Offered, Told};
use crate::auth::Actor;
use crate::entity::{account, answer, answer_decision, answer_result, interest, listing, organisation};
use crate::interest::policy::{See, Send};
use crate::interest::{Interest, StateName};
use crate::listings::requests::policy::Conclude;
use crate::listings::{Listing, Status};
use crate::taxonomy::{self, Kind};
use crate::web::Can;

/// Most offers among which somebody chooses.
const MOST_OFFERS: u64 = 500;

/// What stands in a row besides its keys.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Stored {
    #[serde(skip_serializing_if = "Option::is_none")]
    offer: Option<Offered>,
    lines: Vec<Answered>,
}

fn damaged(what: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(format!("a stored answer to a request cannot be read: {what}"))
}

fn read(
    content: serde_json::Value,
    request_revision_id: Option<i64>,
    frozen_at: Option<DateTime<Utc>>,
) -> Result<Answer, DbErr> {
    let Stored { offer, lines } = serde_json::from_value(content).map_err(damaged)?;
    Ok(Answer { offer, request_revision_id, lines, frozen_at })
}

/// Numbers and titles of the public offers of the organisation that an actor acts for, by title.
pub async fn own_offers(
    db: &impl ConnectionTrait,
    actor: &Actor,
    now: DateTime<Utc>,
) -> Result<Vec<(String, String)>, DbErr> {
    let valid = Condition::any().add(listing::Column::ExpiresAt.is_null()).add(listing::Column::ExpiresAt.gt(now));
    listing::Entity::find()
        .select_only()
        .columns([listing::Column::Reference, listing::Column::Title])
        // Keys begin at 1, so whoever acts for no organisation has none.
        .filter(listing::Column::OrganisationId.eq(actor.organisation_id().unwrap_or(0)))
        .filter(listing::Column::Kind.eq(Kind::Offer.code()))
        .filter(listing::Column::Status.eq(Status::Published.code()))
        .filter(listing::Column::PublishedRevisionId.is_not_null())
        .filter(valid)
        .order_by_asc(listing::Column::Title)
        .order_by_asc(listing::Column::Id)
        .limit(MOST_OFFERS)
        .into_tuple()
        .all(db)
        .await
}

/// An answer, its offer as it stands now and its latest result, beside a row of an expression of interest.
#[derive(FromQueryResult)]
pub(in crate::interest) struct GivenRow {
    answer_content: Option<serde_json::Value>,
    answer_request_revision_id: Option<i64>,
    answer_frozen_at: Option<DateTime<Utc>>,
    offer_status: Option<String>,
    offer_revision_id: Option<i64>,
    offer_expires_at: Option<DateTime<Utc>>,
    told_number: Option<i64>,
    told_chosen: Option<bool>,
    told_outcome: Option<String>,
    told_outcome_number: Option<i64>,
    told_reason: Option<String>,
    told_at: Option<DateTime<Utc>>,
}

impl TryFrom<GivenRow> for Given {
    type Error = DbErr;

    fn try_from(row: GivenRow) -> Result<Self, DbErr> {
        let answer =
            row.answer_content.map(|content| read(content, row.answer_request_revision_id, row.answer_frozen_at));
        let published = row.offer_status.as_deref() == Some(Status::Published.code());
        let told = match (row.told_number, row.told_at) {
            (Some(number), Some(at)) => Some(Told {
                number,
                chosen: row.told_chosen.unwrap_or_default(),
                outcome: taxonomy::Outcome::from_str(&row.told_outcome.unwrap_or_default()).map_err(damaged)?,
                outcome_number: row.told_outcome_number.unwrap_or_default(),
                reason: row.told_reason.unwrap_or_default(),
                at,
            }),
            _ => None,
        };
        Ok(Self {
            answer: answer.transpose()?,
            offer: row.offer_revision_id.filter(|_| published).map(|revision| (revision, row.offer_expires_at)),
            told,
        })
    }
}

/// With what it answers, and what became of that.
pub(in crate::interest) fn with_given(select: Select<interest::Entity>) -> Select<interest::Entity> {
    let answer = interest::Entity::belongs_to(answer::Entity).from(interest::Column::Id).to(answer::Column::InterestId);
    let offer = answer::Entity::belongs_to(listing::Entity).from(answer::Column::OfferId).to(listing::Column::Id);
    let newest = Query::select()
        .expr(Expr::col(answer_result::Column::Number).max())
        .from(answer_result::Entity)
        .and_where(Expr::col(answer_result::Column::InterestId).equals(interest::Column::Id.as_column_ref()))
        .to_owned();
    let result = interest::Entity::belongs_to(answer_result::Entity)
        .from(interest::Column::Id)
        .to(answer_result::Column::InterestId)
        .on_condition(move |_, right| {
            Expr::col((right, answer_result::Column::Number))
                .eq(Expr::SubQuery(None, Box::new(newest.clone().into())))
                .into()
        });
    select
        .join(JoinType::LeftJoin, answer.into())
        .join(JoinType::LeftJoin, offer.into())
        .join(JoinType::LeftJoin, result.into())
        .column_as(answer::Column::Content, "answer_content")
        .column_as(answer::Column::RequestRevisionId, "answer_request_revision_id")
        .column_as(answer::Column::FrozenAt, "answer_frozen_at")
        .column_as(listing::Column::Status, "offer_status")
        .column_as(listing::Column::PublishedRevisionId, "offer_revision_id")
        .column_as(listing::Column::ExpiresAt, "offer_expires_at")
        .column_as(answer_result::Column::Number, "told_number")
        .column_as(answer_result::Column::Chosen, "told_chosen")
        .column_as(answer_result::Column::Outcome, "told_outcome")
        .column_as(answer_result::Column::OutcomeNumber, "told_outcome_number")
        .column_as(answer_result::Column::Reason, "told_reason")
        .column_as(answer_result::Column::At, "told_at")
}

/// What an expression of interest answers, for those who may read it.
pub async fn of_interest(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Option<Answer>, DbErr> {
    let row = answer::Entity::find().filter(answer::Column::InterestId.eq(may.id)).one(db).await?;
    row.map(|row| read(row.content, row.request_revision_id, row.frozen_at)).transpose()
}

/// Writes the answer of a draft, in the place of what it was before. What was sent stays as it is.
pub async fn put(
    tx: &DatabaseTransaction,
    _may: &Can<Send>,
    interest: &Interest,
    given: &Answer,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let content = Stored { offer: given.offer.clone(), lines: given.lines.clone() };
    let row = answer::ActiveModel {
        interest_id: Set(interest.id),
        offer_id: Set(given.offer.as_ref().map(|offer| offer.listing_id)),
        offer_revision_id: Set(given.offer.as_ref().map(|offer| offer.revision_id)),
        request_revision_id: Set(given.request_revision_id),
        content: Set(serde_json::to_value(content).map_err(damaged)?),
        updated_at: Set(now),
        frozen_at: Set(given.frozen_at),
        ..Default::default()
    };
    let of_it = answer::Column::InterestId.eq(interest.id);
    let update = answer::Entity::update_many().set(row.clone()).filter(of_it.clone());
    let update = update.filter(answer::Column::FrozenAt.is_null());
    if update.exec(tx).await?.rows_affected > 0 {
        return Ok(());
    }
    if answer::Entity::find().filter(of_it).count(tx).await? == 0 {
        row.insert(tx).await?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    interest_id: i64,
    reference: String,
    name: String,
    slug: String,
    country: String,
    state: String,
    sent_at: Option<DateTime<Utc>>,
    content: Option<serde_json::Value>,
    request_revision_id: Option<i64>,
    frozen_at: Option<DateTime<Utc>>,
}

/// The answers to a request that were sent, with what was decided of each and what became of it.
pub async fn of_request(db: &impl ConnectionTrait, may: &Can<Compare>) -> Result<Vec<Entry>, DbErr> {
    let given = answer::Entity::belongs_to(interest::Entity).from(answer::Column::InterestId).to(interest::Column::Id);
    let rows = interest::Entity::find()
        .select_only()
        .column_as(interest::Column::Id, "interest_id")
        .columns([interest::Column::Reference, interest::Column::State, interest::Column::SentAt])
        .column_as(organisation::Column::Name, "name")
        .column_as(organisation::Column::Slug, "slug")
        .column_as(organisation::Column::Country, "country")
        .columns([answer::Column::Content, answer::Column::RequestRevisionId, answer::Column::FrozenAt])
        .join(JoinType::InnerJoin, interest::Relation::SenderOrganisation.def())
        .join_rev(JoinType::LeftJoin, given.into())
        .filter(interest::Column::ListingId.eq(may.request.listing.id))
        .filter(interest::Column::ReceiverOrganisationId.eq(may.request.listing.organisation_id))
        .filter(interest::Column::State.ne(StateName::Draft.code()))
        .order_by_asc(interest::Column::Id)
        .into_model::<Row>()
        .all(db)
        .await?;
    let ids: Vec<i64> = rows.iter().map(|row| row.interest_id).collect();
    let (mut judgements, mut told) = (judgements(db, &ids).await?, told(db, &ids).await?);
    let entry = |row: Row| {
        let answer = row.content.map(|content| read(content, row.request_revision_id, row.frozen_at)).transpose()?;
        Ok(Entry {
            interest_id: row.interest_id,
            reference: row.reference,
            name: row.name,
            slug: row.slug,
            country: row.country,
            state: StateName::from_str(&row.state).map_err(damaged)?,
            sent_at: row.sent_at,
            answer,
            judgements: judgements.remove(&row.interest_id).unwrap_or_default(),
            told: told.remove(&row.interest_id),
        })
    };
    rows.into_iter().map(entry).collect()
}

async fn judgements(db: &impl ConnectionTrait, interests: &[i64]) -> Result<HashMap<i64, Vec<Judgement>>, DbErr> {
    let person = answer_decision::Entity::belongs_to(account::Entity)
        .from(answer_decision::Column::AccountId)
        .to(account::Column::Id);
    let rows = answer_decision::Entity::find()
        .select_also(account::Entity)
        .join(JoinType::LeftJoin, person.into())
        .filter(answer_decision::Column::InterestId.is_in(interests.iter().copied()))
        .order_by_asc(answer_decision::Column::Number)
        .all(db)
        .await?;
    let mut all: HashMap<i64, Vec<Judgement>> = HashMap::new();
    for (row, person) in rows {
        all.entry(row.interest_id).or_default().push(Judgement {
            number: row.number,
            decision: Decision::from_str(&row.decision).map_err(damaged)?,
            reason: row.reason,
            person: person.map(|person| person.name).unwrap_or_default(),
            account_id: row.account_id,
            at: row.at,
        });
    }
    Ok(all)
}

/// The latest result of each of some expressions of interest.
async fn told(db: &impl ConnectionTrait, interests: &[i64]) -> Result<HashMap<i64, Told>, DbErr> {
    let rows = answer_result::Entity::find()
        .filter(answer_result::Column::InterestId.is_in(interests.iter().copied()))
        .order_by_asc(answer_result::Column::Number)
        .all(db)
        .await?;
    let mut all = HashMap::new();
    for row in rows {
        let told = Told {
            number: row.number,
            chosen: row.chosen,
            outcome: taxonomy::Outcome::from_str(&row.outcome).map_err(damaged)?,
            outcome_number: row.outcome_number,
            reason: row.reason,
            at: row.at,
        };
        all.insert(row.interest_id, told);
    }
    Ok(all)
}

/// What was decided of an answer, oldest first.
pub async fn decided(tx: &DatabaseTransaction, may: &Can<Judge>) -> Result<Vec<Judgement>, DbErr> {
    Ok(judgements(tx, &[may.interest.id]).await?.remove(&may.interest.id).unwrap_or_default())
}

/// Writes a decision; `false` if a colleague wrote one with this number first.
pub async fn decide(
    tx: &DatabaseTransaction,
    may: &Can<Judge>,
    number: i64,
    (decision, reason): (Decision, &str),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = answer_decision::ActiveModel {
        interest_id: Set(may.interest.id),
        number: Set(number),
        decision: Set(decision.to_string()),
        reason: Set(reason.to_owned()),
        organisation_id: Set(may.request.listing.organisation_id),
        account_id: Set(may.actor().account_id()),
        at: Set(now),
        ..Default::default()
    };
    let once = [answer_decision::Column::InterestId, answer_decision::Column::Number];
    let insert = answer_decision::Entity::insert(row).on_conflict(OnConflict::columns(once).do_nothing().to_owned());
    Ok(insert.exec_without_returning(tx).await? == 1)
}

/// Writes what became of an answer.
pub async fn tell(tx: &DatabaseTransaction, may: &Can<Conclude>, interest_id: i64, told: &Told) -> Result<(), DbErr> {
    let row = answer_result::ActiveModel {
        interest_id: Set(interest_id),
        number: Set(told.number),
        chosen: Set(told.chosen),
        outcome: Set(told.outcome.to_string()),
        outcome_number: Set(told.outcome_number),
        reason: Set(told.reason.clone()),
        account_id: Set(may.actor().account_id()),
        at: Set(told.at),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// The organisations that were told of an outcome of a request by what became of their answer.
pub async fn told_of(tx: &DatabaseTransaction, listing: &Listing, outcome_number: i64) -> Result<Vec<i64>, DbErr> {
    interest::Entity::find()
        .select_only()
        .column(interest::Column::SenderOrganisationId)
        .join_rev(JoinType::InnerJoin, answer_result::Relation::Interest.def())
        .filter(interest::Column::ListingId.eq(listing.id))
        .filter(answer_result::Column::OutcomeNumber.eq(outcome_number))
        .into_tuple()
        .all(tx)
        .await
}
