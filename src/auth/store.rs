//! SQL of sessions and throttles.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, Func, OnConflict, Query, SimpleExpr};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, JoinType, QueryFilter, QuerySelect, RelationTrait,
};

use crate::entity::{account, limit_bucket, membership, notification, organisation, refresh_token, session};

/// What a request needs to know of its session.
#[derive(Debug, FromQueryResult)]
pub struct SessionRow {
    pub account_id: i64,
    pub expires_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub status: String,
    pub role: String,
    pub name: String,
    pub email: String,
    pub locale: String,
    pub time_zone: String,
    pub member_role: Option<String>,
    pub organisation_id: Option<i64>,
    pub organisation_slug: Option<String>,
    pub organisation_name: Option<String>,
    pub organisation_country: Option<String>,
    pub organisation_status: Option<String>,
    pub organisation_focal_country: Option<String>,
    pub unread: i64,
    /// One of the organisations of which the account is a member.
    pub member_of: Option<i64>,
}

/// All memberships of an account, beside the one in which it acts.
const EVERY: &str = "every";

/// How many notifications the account of a session has not read; a hundred are enough to know.
fn unread() -> SimpleExpr {
    let own = Expr::col((notification::Entity, notification::Column::AccountId));
    let some = Query::select()
        .expr(Expr::val(1))
        .from(notification::Entity)
        .and_where(own.equals((session::Entity, session::Column::AccountId)))
        .and_where(Expr::col((notification::Entity, notification::Column::ReadAt)).is_null())
        .limit(100)
        .to_owned();
    let count = Query::select().expr(Func::count(Expr::cust("*"))).from_subquery(some, "unread").to_owned();
    count.into()
}

/// The session with its account and the organisation acted for, in one query: a row for each organisation of which the
/// account is a member, and one if there is none.
pub async fn session(db: &DatabaseConnection, id: i64) -> Result<Vec<SessionRow>, DbErr> {
    let mut select = session::Entity::find_by_id(id)
        .select_only()
        .columns([session::Column::AccountId, session::Column::ExpiresAt, session::Column::RevokedAt])
        .columns([
            account::Column::Status,
            account::Column::Role,
            account::Column::Name,
            account::Column::Email,
            account::Column::Locale,
            account::Column::TimeZone,
        ])
        .column_as(membership::Column::Role, "member_role")
        .column_as(organisation::Column::Id, "organisation_id")
        .column_as(organisation::Column::Slug, "organisation_slug")
        .column_as(organisation::Column::Name, "organisation_name")
        .column_as(organisation::Column::Country, "organisation_country")
        .column_as(organisation::Column::Status, "organisation_status")
        .column_as(organisation::Column::FocalCountry, "organisation_focal_country")
        .column_as(unread(), "unread")
        .join(JoinType::InnerJoin, session::Relation::Account.def())
        .join(
            JoinType::LeftJoin,
            account::Entity::belongs_to(membership::Entity)
                .from((account::Column::Id, account::Column::ActingOrganisationId))
                .to((membership::Column::AccountId, membership::Column::OrganisationId))
                .into(),
        )
        .join(JoinType::LeftJoin, membership::Relation::Organisation.def())
        .expr_as(Expr::col((EVERY, membership::Column::OrganisationId)), "member_of");
    let every = Expr::col((EVERY, membership::Column::AccountId)).equals(account::Column::Id.as_column_ref());
    QuerySelect::query(&mut select).join_as(JoinType::LeftJoin, membership::Entity, EVERY, every);
    select.into_model().all(db).await
}

/// Writes a new session.
pub async fn insert_session(
    tx: &DatabaseTransaction,
    account_id: i64,
    user_agent: &str,
    now: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<i64, DbErr> {
    let row = session::ActiveModel {
        account_id: Set(account_id),
        created_at: Set(now),
        expires_at: Set(expires_at),
        revoked_at: Set(None),
        user_agent: Set(user_agent.chars().take(200).collect()),
        ..Default::default()
    };
    Ok(row.insert(tx).await?.id)
}

/// Writes the next refresh token of a session.
pub async fn insert_refresh(
    tx: &DatabaseTransaction,
    session_id: i64,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = refresh_token::ActiveModel {
        session_id: Set(session_id),
        hash: Set(hash.to_owned()),
        issued_at: Set(now),
        used_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// The refresh token of a hash, locked for the exchange.
pub async fn refresh(tx: &DatabaseTransaction, hash: &str) -> Result<Option<refresh_token::Model>, DbErr> {
    refresh_token::Entity::find().filter(refresh_token::COLUMN.hash.eq(hash)).lock_exclusive().one(tx).await
}

/// Marks a refresh token as used.
pub async fn use_refresh(tx: &DatabaseTransaction, id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = refresh_token::ActiveModel { id: Set(id), used_at: Set(Some(now)), ..Default::default() };
    row.update(tx).await.map(|_| ())
}

/// Ends one session.
pub async fn revoke(tx: &DatabaseTransaction, session_id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = session::ActiveModel { id: Set(session_id), revoked_at: Set(Some(now)), ..Default::default() };
    row.update(tx).await.map(|_| ())
}

/// Ends all sessions of an account.
pub async fn revoke_all(tx: &DatabaseTransaction, account_id: i64, now: DateTime<Utc>) -> Result<(), DbErr> {
    let update = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, now.into())
        .filter(session::COLUMN.account_id.eq(account_id))
        .filter(session::COLUMN.revoked_at.is_null());
    update.exec(tx).await.map(|_| ())
}

/// Ends all sessions of an account but one.
pub async fn revoke_others(
    tx: &DatabaseTransaction,
    account_id: i64,
    kept: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let update = session::Entity::update_many()
        .col_expr(session::Column::RevokedAt, now.into())
        .filter(session::COLUMN.account_id.eq(account_id))
        .filter(session::COLUMN.id.ne(kept))
        .filter(session::COLUMN.revoked_at.is_null());
    update.exec(tx).await.map(|_| ())
}

/// Sets the organisation for which an account acts, if it is a member of it.
pub async fn set_acting(tx: &DatabaseTransaction, account_id: i64, organisation_id: i64) -> Result<bool, DbErr> {
    let member = membership::Entity::find()
        .filter(membership::COLUMN.account_id.eq(account_id))
        .filter(membership::COLUMN.organisation_id.eq(organisation_id))
        .one(tx)
        .await?;
    if member.is_none() {
        return Ok(false);
    }
    let row = account::ActiveModel {
        id: Set(account_id),
        acting_organisation_id: Set(Some(organisation_id)),
        ..Default::default()
    };
    row.update(tx).await.map(|_| true)
}

/// When the next use of a throttle is due, in microseconds since 1970.
pub async fn bucket(tx: &DatabaseTransaction, key: &str) -> Result<Option<i64>, DbErr> {
    Ok(limit_bucket::Entity::find_by_id(key).lock_exclusive().one(tx).await?.map(|row| row.tat))
}

/// Notes when the next use of a throttle is due.
pub async fn set_bucket(tx: &DatabaseTransaction, key: &str, tat: i64) -> Result<(), DbErr> {
    let insert = Query::insert()
        .into_table("limit_bucket")
        .columns(["name", "tat"])
        .values_panic([key.into(), tat.into()])
        .on_conflict(OnConflict::column("name").update_column("tat").to_owned())
        .to_owned();
    tx.execute(&insert).await.map(|_| ())
}
