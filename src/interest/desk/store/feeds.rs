//! SQL of calendar feeds.

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query};
use sea_orm::{
    ActiveModelTrait, ActiveValue::Set, ColumnTrait, Condition, ConnectionTrait, DatabaseTransaction, DbErr,
    EntityTrait, FromQueryResult, JoinType, QueryFilter, QueryOrder, QuerySelect, Select,
};

use super::{Entry, own};
use crate::auth::Actor;
use crate::entity::{account, calendar_feed, interest, membership, organisation};
use crate::interest::desk::Feed;
use crate::interest::desk::policy::{Revoke, Subscribe};
use crate::interest::store::{awaiting, with_names};
use crate::interest::{Side, StateName};
use crate::web::Can;

impl From<calendar_feed::Model> for Feed {
    fn from(row: calendar_feed::Model) -> Self {
        Self {
            id: row.id,
            account_id: row.account_id,
            organisation_id: row.organisation_id,
            created_at: row.created_at,
            read_at: row.read_at,
        }
    }
}

fn feeds_of(actor: &Actor) -> Select<calendar_feed::Entity> {
    calendar_feed::Entity::find()
        .filter(calendar_feed::Column::AccountId.eq(actor.account_id().unwrap_or(0)))
        .filter(calendar_feed::Column::OrganisationId.eq(own(actor)))
}

/// The feeds of the actor for the organisation acted for.
pub async fn feeds(db: &impl ConnectionTrait, actor: &Actor) -> Result<Vec<Feed>, DbErr> {
    let rows = feeds_of(actor).order_by_asc(calendar_feed::Column::Id).all(db).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A feed of the actor.
pub async fn feed(db: &impl ConnectionTrait, actor: &Actor, id: i64) -> Result<Option<Feed>, DbErr> {
    Ok(feeds_of(actor).filter(calendar_feed::Column::Id.eq(id)).one(db).await?.map(Into::into))
}

/// Writes a feed.
pub async fn add_feed(
    tx: &DatabaseTransaction,
    may: &Can<Subscribe>,
    token_hash: String,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let row = calendar_feed::ActiveModel {
        account_id: Set(may.account_id),
        organisation_id: Set(may.organisation_id),
        token_hash: Set(token_hash),
        created_at: Set(now),
        read_at: Set(None),
        ..Default::default()
    };
    row.insert(tx).await.map(|_| ())
}

/// Gives a feed another secret; the one before opens nothing any more.
pub async fn renew_feed(
    tx: &DatabaseTransaction,
    may: &Can<Subscribe>,
    feed: &Feed,
    token_hash: String,
) -> Result<(), DbErr> {
    let row = calendar_feed::ActiveModel { token_hash: Set(token_hash), ..Default::default() };
    let update = calendar_feed::Entity::update_many().set(row).filter(calendar_feed::Column::Id.eq(feed.id));
    update.filter(calendar_feed::Column::AccountId.eq(may.account_id)).exec(tx).await.map(|_| ())
}

/// Takes a feed back.
pub async fn remove_feed(tx: &DatabaseTransaction, may: &Can<Revoke>) -> Result<(), DbErr> {
    calendar_feed::Entity::delete_by_id(may.id).exec(tx).await.map(|_| ())
}

/// Who reads a feed: an account that is still a member.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Subscriber {
    /// Key of the feed.
    pub id: i64,
    /// The organisation.
    pub organisation_id: i64,
    /// Its name.
    pub organisation: String,
    /// Code of the account's language.
    pub locale: String,
    /// When the feed was read last.
    pub read_at: Option<DateTime<Utc>>,
}

/// Whoever a feed's secret belongs to, while the account is active and a member. The secret is what allows to read.
pub async fn subscriber(db: &impl ConnectionTrait, token_hash: &str) -> Result<Option<Subscriber>, DbErr> {
    let account = calendar_feed::Entity::belongs_to(account::Entity)
        .from(calendar_feed::Column::AccountId)
        .to(account::Column::Id);
    let organisation = calendar_feed::Entity::belongs_to(organisation::Entity)
        .from(calendar_feed::Column::OrganisationId)
        .to(organisation::Column::Id);
    let member = Query::select()
        .expr(Expr::val(1))
        .from(membership::Entity)
        .and_where(
            Expr::col((membership::Entity, membership::Column::AccountId))
                .equals((calendar_feed::Entity, calendar_feed::Column::AccountId)),
        )
        .and_where(
            Expr::col((membership::Entity, membership::Column::OrganisationId))
                .equals((calendar_feed::Entity, calendar_feed::Column::OrganisationId)),
        )
        .to_owned();
    calendar_feed::Entity::find()
        .select_only()
        .columns([calendar_feed::Column::Id, calendar_feed::Column::OrganisationId, calendar_feed::Column::ReadAt])
        .column_as(organisation::Column::Name, "organisation")
        .column(account::Column::Locale)
        .join(JoinType::InnerJoin, account.into())
        .join(JoinType::InnerJoin, organisation.into())
        .filter(calendar_feed::Column::TokenHash.eq(token_hash))
        .filter(account::Column::Status.eq("active"))
        .filter(organisation::Column::Status.ne("suspended"))
        .filter(Expr::exists(member))
        .into_model()
        .one(db)
        .await
}

/// Notes that a feed was read.
pub async fn note_read(tx: &DatabaseTransaction, feed: &Subscriber, now: DateTime<Utc>) -> Result<(), DbErr> {
    let row = calendar_feed::ActiveModel { read_at: Set(Some(now)), ..Default::default() };
    let update = calendar_feed::Entity::update_many().set(row).filter(calendar_feed::Column::Id.eq(feed.id));
    update.exec(tx).await.map(|_| ())
}

/// What awaits an answer of a subscriber's organisation, or one to it.
pub async fn awaited(db: &impl ConnectionTrait, feed: &Subscriber) -> Result<Vec<(Side, Entry)>, DbErr> {
    let awaits =
        Condition::all().add(interest::Column::State.is_in(awaiting())).add(interest::Column::DueAt.is_not_null());
    entries(db, feed, awaits).await
}

/// What a subscriber's organisation has agreed with others.
pub async fn agreed(db: &impl ConnectionTrait, feed: &Subscriber) -> Result<Vec<(Side, Entry)>, DbErr> {
    entries(db, feed, Condition::all().add(interest::Column::State.eq(StateName::Agreement.code()))).await
}

/// What holds of the expressions of interest that a subscriber's organisation takes part in, with its side.
async fn entries(db: &impl ConnectionTrait, feed: &Subscriber, holds: Condition) -> Result<Vec<(Side, Entry)>, DbErr> {
    let mut found = Vec::new();
    for (side, column) in [
        (Side::Receiver, interest::Column::ReceiverOrganisationId),
        (Side::Sender, interest::Column::SenderOrganisationId),
    ] {
        let select = with_names(interest::Entity::find().filter(column.eq(feed.organisation_id)))
            .expr_as(Expr::val(None::<String>), "assignee")
            .expr_as(Expr::val(None::<String>), "labels")
            .filter(holds.clone())
            .order_by_asc(interest::Column::DueAt)
            .order_by_asc(interest::Column::Id);
        let entries = select.into_model::<Entry>().all(db).await?;
        found.extend(entries.into_iter().map(|entry| (side, entry)));
    }
    Ok(found)
}
