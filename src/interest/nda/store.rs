//! SQL of non-disclosure agreements.

use std::collections::HashMap;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    FromQueryResult, JoinType, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::policy::{Agree, Author, Compose};
use super::{Acceptance, Nda, OwnText, Text, Whose, opens_files};
use crate::auth::Actor;
use crate::entity::{account, interest, nda, nda_acceptance, nda_text, organisation};
use crate::interest::policy::See;
use crate::interest::store::visible_to;
use crate::interest::{Side, StateName};
use crate::web::Can;

/// The organisation of a name in addresses, if somebody is signed in.
pub async fn author(db: &impl ConnectionTrait, actor: &Actor, slug: &str) -> Result<Option<Author>, DbErr> {
    if actor.account_id().is_none() {
        return Ok(None);
    }
    let row = organisation::Entity::find().filter(organisation::Column::Slug.eq(slug)).one(db).await?;
    Ok(row.map(|row| Author { organisation_id: row.id, slug: row.slug, name: row.name }))
}

fn own(row: nda_text::Model, person: Option<String>) -> OwnText {
    OwnText {
        number: row.number,
        lang: row.lang,
        body: row.body,
        at: row.created_at,
        person: person.unwrap_or_default(),
    }
}

/// All versions of the text of an organisation, newest first.
pub async fn versions(db: &impl ConnectionTrait, may: &Can<Compose>) -> Result<Vec<OwnText>, DbErr> {
    let rows = nda_text::Entity::find()
        .filter(nda_text::Column::OrganisationId.eq(may.organisation_id))
        .order_by_desc(nda_text::Column::Number)
        .all(db)
        .await?;
    let people =
        account::Entity::find().filter(account::Column::Id.is_in(rows.iter().filter_map(|row| row.created_by)));
    let people: HashMap<i64, String> = people.all(db).await?.into_iter().map(|row| (row.id, row.name)).collect();
    let named = |row: nda_text::Model| {
        let person = row.created_by.and_then(|id| people.get(&id).cloned());
        own(row, person)
    };
    Ok(rows.into_iter().map(named).collect())
}

/// The text that a side of an exchange offers now, if it has one of its own.
pub async fn offered(db: &impl ConnectionTrait, may: &Can<See>, side: Side) -> Result<Option<OwnText>, DbErr> {
    let Some(party) = may.party(side) else { return Ok(None) };
    let latest = nda_text::Entity::find()
        .filter(nda_text::Column::OrganisationId.eq(party.organisation_id))
        .order_by_desc(nda_text::Column::Number)
        .one(db)
        .await?;
    Ok(latest.filter(|row| !row.body.is_empty()).map(|row| own(row, None)))
}

/// Writes the next version of the text of an organisation; `false` if somebody was first.
pub async fn insert_text(
    tx: &DatabaseTransaction,
    may: &Can<Compose>,
    number: i64,
    (lang, body): (&str, &str),
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = nda_text::ActiveModel {
        organisation_id: Set(may.organisation_id),
        number: Set(number),
        lang: Set(lang.to_owned()),
        body: Set(body.to_owned()),
        created_by: Set(may.actor().account_id()),
        created_at: Set(now),
        ..Default::default()
    };
    let known =
        OnConflict::columns([nda_text::Column::OrganisationId, nda_text::Column::Number]).do_nothing().to_owned();
    Ok(nda_text::Entity::insert(row).on_conflict(known).exec_without_returning(tx).await? == 1)
}

/// An agreement with one of its acceptances, if it has any.
#[derive(FromQueryResult)]
struct Row {
    id: i64,
    number: i64,
    whose: String,
    text_number: Option<i64>,
    languages: String,
    body: String,
    sha256: String,
    organisation_id: i64,
    proposed_at: DateTime<Utc>,
    signed_at: Option<DateTime<Utc>>,
    replaced_at: Option<DateTime<Utc>>,
    accepted_for: Option<i64>,
    accepted_name: Option<String>,
    accepted_at: Option<DateTime<Utc>>,
}

/// All agreements that were proposed in an exchange, oldest first, read with their acceptances in one statement.
pub async fn of_interest(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Vec<Nda>, DbErr> {
    let accepted =
        nda::Entity::belongs_to(nda_acceptance::Entity).from(nda::Column::Id).to(nda_acceptance::Column::NdaId).into();
    let rows = nda::Entity::find()
        .filter(nda::Column::InterestId.eq(may.id))
        .join(JoinType::LeftJoin, accepted)
        .column_as(nda_acceptance::Column::OrganisationId, "accepted_for")
        .column_as(nda_acceptance::Column::Name, "accepted_name")
        .column_as(nda_acceptance::Column::At, "accepted_at")
        .order_by_asc(nda::Column::Number)
        .order_by_asc(nda_acceptance::Column::Id)
        .into_model::<Row>()
        .all(db)
        .await?;
    let mut ndas: Vec<Nda> = Vec::new();
    for row in rows {
        let accepted = (row.accepted_for, row.accepted_name.clone(), row.accepted_at);
        if ndas.last().is_none_or(|nda| nda.id != row.id) {
            ndas.push(read(row)?);
        }
        if let ((Some(organisation_id), Some(name), Some(at)), Some(nda)) = (accepted, ndas.last_mut()) {
            nda.acceptances.push(Acceptance { organisation_id, name, at });
        }
    }
    Ok(ndas)
}

fn read(row: Row) -> Result<Nda, DbErr> {
    Ok(Nda {
        id: row.id,
        number: row.number,
        acceptances: Vec::new(),
        text: Text {
            whose: Whose::from_str(&row.whose).map_err(|error| DbErr::Custom(error.to_string()))?,
            number: row.text_number,
            languages: row.languages,
            body: row.body,
        },
        sha256: row.sha256,
        organisation_id: row.organisation_id,
        proposed_at: row.proposed_at,
        signed_at: row.signed_at,
        replaced_at: row.replaced_at,
    })
}

/// Puts a new agreement in the place of the one that stands and that not both have accepted; answers with its key.
pub async fn propose(
    tx: &DatabaseTransaction,
    may: &Can<Agree>,
    text: &Text,
    number: i64,
    now: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let replaced = nda::ActiveModel { replaced_at: Set(Some(now)), ..Default::default() };
    let earlier = nda::Entity::update_many().set(replaced).filter(nda::Column::InterestId.eq(may.id));
    let earlier = earlier.filter(nda::Column::ReplacedAt.is_null()).filter(nda::Column::SignedAt.is_null());
    earlier.exec(tx).await?;
    let row = nda::ActiveModel {
        interest_id: Set(may.id),
        number: Set(number),
        whose: Set(text.whose.to_string()),
        text_number: Set(text.number),
        languages: Set(text.languages.clone()),
        body: Set(text.body.clone()),
        sha256: Set(text.sha256()),
        organisation_id: Set(may.actor().organisation_id().unwrap_or(0)),
        proposed_at: Set(now),
        signed_at: Set(None),
        replaced_at: Set(None),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// Writes the acceptance of the actor's side; `false` if it has accepted before.
pub async fn accept(
    tx: &DatabaseTransaction,
    may: &Can<Agree>,
    nda_id: i64,
    name: &str,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = nda_acceptance::ActiveModel {
        nda_id: Set(nda_id),
        organisation_id: Set(may.actor().organisation_id().unwrap_or(0)),
        account_id: Set(may.actor().account_id().unwrap_or(0)),
        name: Set(name.to_owned()),
        at: Set(now),
        ..Default::default()
    };
    let once = [nda_acceptance::Column::NdaId, nda_acceptance::Column::OrganisationId];
    let insert = nda_acceptance::Entity::insert(row).on_conflict(OnConflict::columns(once).do_nothing().to_owned());
    Ok(insert.exec_without_returning(tx).await? == 1)
}

/// Notes that both sides have accepted.
pub async fn sign(tx: &DatabaseTransaction, _may: &Can<Agree>, nda_id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = nda::ActiveModel { signed_at: Set(Some(now)), ..Default::default() };
    nda::Entity::update_many().set(row).filter(nda::Column::Id.eq(nda_id)).exec(tx).await.map(|_| ())
}

/// Whether an exchange about a listing in which the actor's organisation is the sender has an agreement in force.
pub async fn is_in_force(db: &impl ConnectionTrait, actor: &Actor, listing_id: i64) -> Result<bool, DbErr> {
    let open = StateName::ALL.iter().filter(|state| opens_files(**state)).map(|state| state.code());
    let signed = Query::select()
        .expr(Expr::val(1))
        .from(nda::Entity)
        .and_where(Expr::col((nda::Entity, nda::Column::InterestId)).equals((interest::Entity, interest::Column::Id)))
        .and_where(Expr::col((nda::Entity, nda::Column::SignedAt)).is_not_null())
        .to_owned();
    let in_force = visible_to(actor)
        .filter(interest::Column::SenderOrganisationId.eq(actor.organisation_id().unwrap_or(0)))
        .filter(interest::Column::ListingId.eq(listing_id))
        .filter(interest::Column::State.is_in(open))
        .filter(Expr::exists(signed));
    Ok(in_force.count(db).await? > 0)
}
