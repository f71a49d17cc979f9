//! SQL of accounts, of the links mailed to them and of their sessions.

use std::str::FromStr as _;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr,
    EntityTrait, ExprTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait,
    TryInsertResult,
};

use super::model::{Profile, Purpose};
use super::policy::{Add, AskLink, Edit, EndSession, Promote, SignIn, UseLink};
use crate::auth::Actor;
use crate::entity::{account, one_time_token, refresh_token, session};
use crate::web::Can;

/// An account as it is stored.
pub use crate::entity::account::Model as Account;

/// A mailed link that still works.
#[derive(Clone, Debug)]
pub struct Link {
    /// Key of its token.
    pub id: i64,
    /// What it is for.
    pub purpose: Purpose,
    /// To whom it was mailed.
    pub account: Account,
}

/// A session of the person who asks.
#[derive(Clone, Debug)]
pub struct OwnSession {
    /// Key.
    pub id: i64,
    /// The account.
    pub account_id: i64,
}

/// A session as its person sees it.
#[derive(Debug, FromQueryResult)]
pub struct SessionRow {
    /// Key.
    pub id: i64,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// What the browser said it is.
    pub user_agent: String,
    /// When its tokens were exchanged last.
    pub seen_at: Option<DateTime<Utc>>,
}

async fn by_email(db: &impl ConnectionTrait, email: &str) -> Result<Option<Account>, DbErr> {
    account::Entity::find().filter(account::COLUMN.email.eq(email)).lock_exclusive().one(db).await
}

/// The account whose password is tried.
pub async fn tried(db: &DatabaseConnection, may: &Can<SignIn>) -> Result<Option<Account>, DbErr> {
    account::Entity::find().filter(account::COLUMN.email.eq(may.thing().0.as_str())).one(db).await
}

/// The account that has the address of a new one, locked.
pub async fn holder(tx: &DatabaseTransaction, may: &Can<Add>) -> Result<Option<Account>, DbErr> {
    by_email(tx, &may.thing().email).await
}

/// The account to whose address a link is asked for, locked.
pub async fn addressee(tx: &DatabaseTransaction, may: &Can<AskLink>) -> Result<Option<Account>, DbErr> {
    by_email(tx, &may.thing().0).await
}

/// The account of the person who asks.
pub async fn own(db: &DatabaseConnection, actor: &Actor) -> Result<Option<Account>, DbErr> {
    let Some(id) = actor.account_id() else { return Ok(None) };
    account::Entity::find_by_id(id).one(db).await
}

/// Writes a new account; `None` if the address has one.
pub async fn insert(
    tx: &DatabaseTransaction,
    may: &Can<Add>,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<Option<i64>, DbErr> {
    let new = may.thing();
    let row = account::ActiveModel {
        email: Set(new.email.clone()),
        name: Set(new.name.clone()),
        password_hash: Set(password_hash.to_owned()),
        role: Set(new.role.code().to_owned()),
        status: Set("active".to_owned()),
        locale: Set(new.locale.code().to_owned()),
        time_zone: Set(new.time_zone.name().to_owned()),
        email_verified_at: Set(new.verified.then_some(now)),
        terms_accepted_at: Set(now),
        acting_organisation_id: Set(None),
        created_at: Set(now),
        version: Set(1),
        ..Default::default()
    };
    let taken = OnConflict::column(account::Column::Email).do_nothing().to_owned();
    match account::Entity::insert(row).on_conflict(taken).try_insert().exec(tx).await? {
        TryInsertResult::Inserted(inserted) => Ok(Some(inserted.last_insert_id)),
        _ => Ok(None),
    }
}

/// Writes anew what was entered for an address that nobody has proved yet, so that whoever signed up with somebody
/// else's address does not keep a password to it.
pub async fn overwrite(
    tx: &DatabaseTransaction,
    may: &Can<Add>,
    id: i64,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(id),
        name: Set(may.thing().name.clone()),
        password_hash: Set(password_hash.to_owned()),
        locale: Set(may.thing().locale.code().to_owned()),
        terms_accepted_at: Set(now),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
}

/// Makes an account an administrator with a new password and a proved address.
pub async fn promote(
    tx: &DatabaseTransaction,
    may: &Can<Promote>,
    password_hash: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(may.id),
        role: Set("administrator".to_owned()),
        status: Set("active".to_owned()),
        password_hash: Set(password_hash.to_owned()),
        email_verified_at: Set(may.email_verified_at.or(Some(now))),
        version: Set(may.version + 1),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
}

/// Writes the token of a new link to an account and makes the older ones for the same purpose worthless, if asked.
pub async fn insert_link(
    tx: &DatabaseTransaction,
    _: &Can<AskLink>,
    account_id: i64,
    purpose: Purpose,
    hash: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    if purpose == Purpose::VerifyEmail {
        void(tx, account_id, purpose, now).await?;
    }
    let row = one_time_token::ActiveModel {
        purpose: Set(purpose.code().to_owned()),
        hash: Set(hash.to_owned()),
        account_id: Set(account_id),
        created_at: Set(now),
        expires_at: Set(now + purpose.life()),
        used_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// The link of a token, if it still works.
pub async fn link(
    db: &DatabaseConnection,
    _: &Actor,
    hash: &str,
    purpose: Purpose,
    now: DateTime<Utc>,
) -> Result<Option<Link>, DbErr> {
    let found = one_time_token::Entity::find()
        .filter(one_time_token::COLUMN.hash.eq(hash))
        .filter(one_time_token::COLUMN.purpose.eq(purpose.code()))
        .filter(one_time_token::COLUMN.used_at.is_null())
        .filter(one_time_token::COLUMN.expires_at.gt(now))
        .filter(account::COLUMN.status.eq("active"))
        .find_also_related(account::Entity)
        .one(db)
        .await?;
    Ok(found.and_then(|(token, account)| {
        Some(Link { id: token.id, purpose: Purpose::from_str(&token.purpose).ok()?, account: account? })
    }))
}

/// Uses a link up, and all others of its kind with it; `false` if somebody was faster.
pub async fn use_link(tx: &DatabaseTransaction, may: &Can<UseLink>, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let used = one_time_token::Entity::update_many()
        .col_expr(one_time_token::Column::UsedAt, now.into())
        .filter(one_time_token::COLUMN.id.eq(may.id))
        .filter(one_time_token::COLUMN.used_at.is_null())
        .exec(tx)
        .await?;
    void(tx, may.account.id, may.purpose, now).await?;
    Ok(used.rows_affected == 1)
}

async fn void(tx: &DatabaseTransaction, account_id: i64, purpose: Purpose, now: DateTime<Utc>) -> Result<(), DbErr> {
    let update = one_time_token::Entity::update_many()
        .col_expr(one_time_token::Column::UsedAt, now.into())
        .filter(one_time_token::COLUMN.account_id.eq(account_id))
        .filter(one_time_token::COLUMN.purpose.eq(purpose.code()))
        .filter(one_time_token::COLUMN.used_at.is_null());
    update.exec(tx).await.map(|_| ())
}

/// Notes that the address of a link's account is proved.
pub async fn prove_address(tx: &DatabaseTransaction, may: &Can<UseLink>, now: DateTime<Utc>) -> Result<(), DbErr> {
    let update = account::Entity::update_many()
        .col_expr(account::Column::EmailVerifiedAt, now.into())
        .filter(account::COLUMN.id.eq(may.account.id))
        .filter(account::COLUMN.email_verified_at.is_null());
    update.exec(tx).await.map(|_| ())
}

/// Sets the password of a link's account.
pub async fn reset_password(tx: &DatabaseTransaction, may: &Can<UseLink>, hash: &str) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(may.account.id),
        password_hash: Set(hash.to_owned()),
        version: Set(may.account.version + 1),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
}

/// Changes the password, if it is still the one that was proved; `false` if not.
pub async fn change_password(tx: &DatabaseTransaction, may: &Can<Edit>, hash: &str) -> Result<bool, DbErr> {
    let changed = account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, hash.into())
        .col_expr(account::Column::Version, Expr::col(account::Column::Version).add(1))
        .filter(account::COLUMN.id.eq(may.id))
        .filter(account::COLUMN.password_hash.eq(may.password_hash.as_str()))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Changes name, language and zone.
pub async fn change_profile(tx: &DatabaseTransaction, may: &Can<Edit>, profile: &Profile) -> Result<(), DbErr> {
    let row = account::ActiveModel {
        id: Set(may.id),
        name: Set(profile.name.clone()),
        locale: Set(profile.locale.code().to_owned()),
        time_zone: Set(profile.time_zone.name().to_owned()),
        version: Set(may.version + 1),
        ..Default::default()
    };
    row.update(tx).await.map(|_| ())
}

/// The sessions of the person who asks that can still be used, the latest first.
pub async fn sessions(db: &DatabaseConnection, actor: &Actor, now: DateTime<Utc>) -> Result<Vec<SessionRow>, DbErr> {
    session::Entity::find()
        .select_only()
        .columns([session::Column::Id, session::Column::CreatedAt, session::Column::UserAgent])
        .column_as(refresh_token::Column::IssuedAt.max(), "seen_at")
        .join_rev(JoinType::LeftJoin, refresh_token::Relation::Session.def())
        .filter(session::COLUMN.account_id.eq(actor.account_id().unwrap_or_default()))
        .filter(session::COLUMN.revoked_at.is_null())
        .filter(session::COLUMN.expires_at.gt(now))
        .group_by(session::Column::Id)
        .group_by(session::Column::CreatedAt)
        .group_by(session::Column::UserAgent)
        .order_by_desc(session::Column::CreatedAt)
        .limit(50)
        .into_model()
        .all(db)
        .await
}

/// A session of the person who asks.
pub async fn session(db: &DatabaseConnection, actor: &Actor, id: i64) -> Result<Option<OwnSession>, DbErr> {
    let found = session::Entity::find_by_id(id)
        .filter(session::COLUMN.account_id.eq(actor.account_id().unwrap_or_default()))
        .one(db)
        .await?;
    Ok(found.map(|session| OwnSession { id: session.id, account_id: session.account_id }))
}

/// Ends a session.
pub async fn end_session(tx: &DatabaseTransaction, may: &Can<EndSession>, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = session::ActiveModel { id: Set(may.id), revoked_at: Set(Some(now)), ..Default::default() };
    row.update(tx).await.map(|_| ())
}
