//! SQL of realised effects.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect,
};

use super::policy::{Confirm, Consent as MayConsent, Enter};
use super::{About, Confirmation, Consent, Effect, Period, Report};
use crate::auth::Actor;
use crate::entity::{account, effect_ask, effect_consent, effect_report, interest};
use crate::interest::policy::See;
use crate::interest::store::visible_to;
use crate::interest::{Agreement, Interest, StateName};
use crate::listings::content::Benefit;
use crate::web::Can;

pub(super) fn damaged(what: impl std::fmt::Display) -> DbErr {
    DbErr::Custom(format!("a stored effect cannot be read: {what}"))
}

#[derive(FromQueryResult)]
struct Row {
    id: i64,
    period: String,
    number: i64,
    figures: serde_json::Value,
    reason: String,
    organisation_id: i64,
    person: Option<String>,
    written_at: DateTime<Utc>,
    confirmed_name: String,
    confirmed_at: Option<DateTime<Utc>>,
    replaced_at: Option<DateTime<Utc>>,
}

impl TryFrom<Row> for Report {
    type Error = DbErr;

    fn try_from(row: Row) -> Result<Self, DbErr> {
        let figures: Vec<Benefit> = serde_json::from_value(row.figures).map_err(damaged)?;
        Ok(Self {
            id: row.id,
            period: Period::from_str(&row.period).map_err(damaged)?,
            number: row.number,
            effect: if figures.is_empty() {
                Effect::NoneYet(row.reason)
            } else {
                Effect::Measured { figures, explanation: row.reason }
            },
            organisation_id: row.organisation_id,
            person: row.person.unwrap_or_default(),
            written_at: row.written_at,
            confirmed: row.confirmed_at.map(|at| Confirmation { name: row.confirmed_name, at }),
            replaced_at: row.replaced_at,
        })
    }
}

/// Everything that was entered for an agreement, in order.
pub async fn of_interest(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Vec<Report>, DbErr> {
    let person = effect_report::Entity::belongs_to(account::Entity)
        .from(effect_report::Column::AccountId)
        .to(account::Column::Id)
        .into();
    let rows = effect_report::Entity::find()
        .filter(effect_report::Column::InterestId.eq(may.id))
        .join(JoinType::LeftJoin, person)
        .column_as(account::Column::Name, "person")
        .order_by_asc(effect_report::Column::Id)
        .into_model::<Row>()
        .all(db)
        .await?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The consents of both sides, withdrawn ones too, in order.
pub async fn consents(db: &impl ConnectionTrait, may: &Can<See>) -> Result<Vec<Consent>, DbErr> {
    let rows = effect_consent::Entity::find()
        .filter(effect_consent::Column::InterestId.eq(may.id))
        .order_by_asc(effect_consent::Column::Id)
        .all(db)
        .await?;
    let consent = |row: effect_consent::Model| Consent {
        organisation_id: row.organisation_id,
        given_at: row.given_at,
        withdrawn_at: row.withdrawn_at,
    };
    Ok(rows.into_iter().map(consent).collect())
}

/// Writes a version of a report; `false` if somebody was first.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<Enter>,
    (number, effect): (i64, &Effect),
    about: &About,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let json = |error: serde_json::Error| DbErr::Json(error.to_string());
    let row = effect_report::ActiveModel {
        interest_id: Set(may.interest.id),
        period: Set(may.period.to_string()),
        number: Set(number),
        figures: Set(serde_json::to_value(effect.figures()).map_err(json)?),
        reason: Set(effect.explanation().to_owned()),
        about: Set(serde_json::to_value(about).map_err(json)?),
        organisation_id: Set(may.actor().organisation_id().unwrap_or(0)),
        account_id: Set(may.actor().account_id()),
        written_at: Set(now),
        confirmed_by: Set(None),
        confirmed_name: Set(String::new()),
        confirmed_at: Set(None),
        replaced_at: Set(None),
        ..Default::default()
    };
    let once = [effect_report::Column::InterestId, effect_report::Column::Period, effect_report::Column::Number];
    let insert = effect_report::Entity::insert(row).on_conflict(OnConflict::columns(once).do_nothing().to_owned());
    Ok(insert.exec_without_returning(tx).await? == 1)
}

/// Writes a name under a report; the version that was confirmed before gives way.
pub async fn confirm(
    tx: &DatabaseTransaction,
    may: &Can<Confirm>,
    id: i64,
    name: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let replaced = effect_report::ActiveModel { replaced_at: Set(Some(now)), ..Default::default() };
    effect_report::Entity::update_many()
        .set(replaced)
        .filter(effect_report::Column::InterestId.eq(may.interest.id))
        .filter(effect_report::Column::Period.eq(may.period.code()))
        .filter(effect_report::Column::ConfirmedAt.is_not_null())
        .filter(effect_report::Column::ReplacedAt.is_null())
        .exec(tx)
        .await?;
    let confirmed = effect_report::ActiveModel {
        confirmed_by: Set(may.actor().account_id()),
        confirmed_name: Set(name.to_owned()),
        confirmed_at: Set(Some(now)),
        ..Default::default()
    };
    let update = effect_report::Entity::update_many().set(confirmed).filter(effect_report::Column::Id.eq(id));
    update.filter(effect_report::Column::ConfirmedAt.is_null()).exec(tx).await.map(|_| ())
}

/// Writes that the actor's side consents from now on.
pub async fn give(tx: &DatabaseTransaction, may: &Can<MayConsent>, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = effect_consent::ActiveModel {
        interest_id: Set(may.id),
        organisation_id: Set(may.actor().organisation_id().unwrap_or(0)),
        given_by: Set(may.actor().account_id()),
        given_at: Set(now),
        withdrawn_by: Set(None),
        withdrawn_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// Writes that the consent of the actor's side ends now.
pub async fn withdraw(tx: &DatabaseTransaction, may: &Can<MayConsent>, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = effect_consent::ActiveModel {
        withdrawn_by: Set(may.actor().account_id()),
        withdrawn_at: Set(Some(now)),
        ..Default::default()
    };
    let update = effect_consent::Entity::update_many().set(row).filter(effect_consent::Column::InterestId.eq(may.id));
    let own = effect_consent::Column::OrganisationId.eq(may.actor().organisation_id().unwrap_or(0));
    update.filter(own).filter(effect_consent::Column::WithdrawnAt.is_null()).exec(tx).await.map(|_| ())
}

/// An agreement of which not all was asked yet.
#[derive(Clone, Debug)]
pub struct Unasked {
    /// Key of the exchange.
    pub interest_id: i64,
    /// When the agreement begins.
    pub starts: NaiveDate,
    /// The periods that were asked for.
    pub asked: Vec<Period>,
}

/// Agreements whose last period was not asked for yet, by key, from the one after `after`.
pub async fn unasked(db: &impl ConnectionTrait, actor: &Actor, after: i64, limit: u64) -> Result<Vec<Unasked>, DbErr> {
    let last = Query::select()
        .expr(Expr::val(1))
        .from(effect_ask::Entity)
        .and_where(
            Expr::col((effect_ask::Entity, effect_ask::Column::InterestId))
                .equals((interest::Entity, interest::Column::Id)),
        )
        .and_where(Expr::col((effect_ask::Entity, effect_ask::Column::Period)).eq(Period::Twelve.code()))
        .to_owned();
    let rows: Vec<(i64, Option<serde_json::Value>)> = visible_to(actor)
        .select_only()
        .columns([interest::Column::Id, interest::Column::Agreement])
        .filter(interest::Column::State.eq(StateName::Agreement.code()))
        .filter(interest::Column::Id.gt(after))
        .filter(Expr::exists(last).not())
        .order_by_asc(interest::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(db)
        .await?;
    let keys = rows.iter().map(|(id, _)| *id);
    let asks = effect_ask::Entity::find().filter(effect_ask::Column::InterestId.is_in(keys)).all(db).await?;
    let unasked = |(interest_id, agreement): (i64, Option<serde_json::Value>)| {
        let agreement = agreement.ok_or_else(|| damaged("no agreement"))?;
        let agreement: Agreement = serde_json::from_value(agreement).map_err(damaged)?;
        let own = asks.iter().filter(|ask| ask.interest_id == interest_id);
        let asked = own.filter_map(|ask| Period::from_str(&ask.period).ok()).collect();
        Ok(Unasked { interest_id, starts: agreement.starts, asked })
    };
    rows.into_iter().map(unasked).collect()
}

/// Notes that both sides were asked; `false` if they were before.
pub async fn note_asked(
    tx: &DatabaseTransaction,
    interest: &Interest,
    period: Period,
    now: DateTime<Utc>,
) -> Result<bool, DbErr> {
    let row = effect_ask::ActiveModel {
        interest_id: Set(interest.id),
        period: Set(period.to_string()),
        at: Set(now),
        ..Default::default()
    };
    let once = [effect_ask::Column::InterestId, effect_ask::Column::Period];
    let insert = effect_ask::Entity::insert(row).on_conflict(OnConflict::columns(once).do_nothing().to_owned());
    Ok(insert.exec_without_returning(tx).await? == 1)
}
